import { pageLabel, pageStamp } from '@shared/units/pages'
import { expect, test } from 'vitest'
import { pageNumbers } from './page-numbers'

test('the three numbers of a page are said together, and where room is scarce the stamp, or else the label, alone', () => {
  expect(pageNumbers({ index: 1199, count: 2400, label: pageLabel('A-7'), stamp: pageStamp('JA 042') })).toEqual({
    place: '1,200 of 2,400',
    others: 'label A-7 · stamp JA 042',
    short: 'JA 042',
    all: 'page 1,200 of 2,400 · label A-7 · stamp JA 042',
  })
  expect(pageNumbers({ index: 2, count: 4, label: pageLabel('iii'), stamp: null }).short).toBe('iii')
  expect(pageNumbers({ index: 2, count: 4, label: pageLabel('3'), stamp: null })).toMatchObject({ others: '', short: '' })
})
