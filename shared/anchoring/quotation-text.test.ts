import { describe, expect, test } from 'vitest'
import { quotationText } from './quotation-text'

describe('a word broken at a line end', () => {
  const cases: readonly (readonly [passage: string, rest: string, kept: string])[] = [
    ['give infor-\nmation', '', 'give information'],
    ['an agency-\nowned system', 'The agency has one.', 'an agency-owned system'],
    ['rights-\nimpacting', '', 'rights-impacting'],
    ['FOIA-\nexempt', '', 'FOIA-exempt'],
    ['FED-\nERAL REGISTER', '', 'FEDERAL REGISTER'],
    ['an A-\nnumber', '', 'an A-number'],
    ['twenty-\nfive', '', 'twenty-five'],
    ['pages 24-\n28', '', 'pages 24-28'],
    ['record-\ncreation', 'The creation of a record is not required.', 'record-creation'],
    ['a frame-\nwork', 'work in a frame', 'a framework'],
    ['with-\nout notice', 'with notice, or out of it', 'without notice'],
    ['cor-\nrelated', '', 'correlated'],
    ['data-\nbase', 'a database of it', 'database'],
    ['data-\nbase', 'a data-base of it', 'data-base'],
    ['a-\nb-\nc', '', 'abc'],
    ['word --\nand', '', 'word -- and'],
  ]
  test.each(cases)('%j beside %j becomes %j', (passage, rest, kept) => {
    expect(quotationText(passage, `${passage} ${rest}`)).toBe(kept)
  })
  test('keeps its hyphen where the words looked for have it', () => {
    expect(quotationText('semi-\nsmooth', '', 'semi-smooth')).toBe('semi-smooth')
  })
})

test('a quotation has single spaces and no soft hyphens', () => {
  expect(quotationText(' one\n two\u00a0\u00adthree ', '')).toBe('one two three')
})

test('a control character is shown as a sign without a name, unless the words looked for have such', () => {
  expect(quotationText('the \u0016(E) of\u007f', '')).toBe('the \ufffd(E) of\ufffd')
  expect(quotationText('the \u0016(E)', '', 'the \ufffd(E)')).toBe('the \ufffd(E)')
  expect(quotationText('the \u0016(E)', '', 'the \u0016(E)')).toBe('the \u0016(E)')
})

test('accents that are characters of their own are joined to their letters where the words looked for have them so, and else left as they may be apostrophes', () => {
  expect(quotationText('la predicaci\u00b4o de fam\u00b4\u0131lia', '', 'la predicaci\u00f3 de fam\u00edlia')).toBe(
    'la predicaci\u00f3 de fam\u0131\u0301lia',
  )
  expect(quotationText('d\u00b4accord', '')).toBe('d\u00b4accord')
  expect(quotationText('d\u00b4accord', '', 'd\u00b4accord')).toBe('d\u00b4accord')
})
