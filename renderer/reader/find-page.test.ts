import { pageLabel } from '@shared/units/pages'
import { describe, expect, it } from 'vitest'
import { findPage } from './find-page'

const pages = ['i', 'ii', '1', '2', 'JA 042'].map((label) => ({ label: pageLabel(label) }))

describe('going to a page', () => {
  it('finds a page by its label, in any case', () => {
    expect(findPage(pages, ' II ')).toBe(1)
    expect(findPage(pages, 'ja 042')).toBe(4)
  })

  it('takes a number as the label where a page has it, and as the place in the file otherwise', () => {
    expect(findPage(pages, '1')).toBe(2)
    expect(findPage(pages, '5')).toBe(4)
    expect(findPage(pages, '#1')).toBe(0)
  })

  it('finds nothing for what is no page', () => {
    expect([findPage(pages, '6'), findPage(pages, '0'), findPage(pages, ''), findPage(pages, 'xii'), findPage([{ label: null }], '-1')]).toEqual([null, null, null, null, null])
  })
})
