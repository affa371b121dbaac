import { describe, expect, it } from 'vitest'
import { buildPageText, type TextItem } from '../anchoring/page-text'
import type { PageText } from '../documents/page'
import { findCodes, type FoundCodes } from './find-codes'

/** A page of lines; words parted by three blanks or more stand in cells of their own. */
function page(...lines: readonly string[]): PageText {
  const items = lines.flatMap((line, at): TextItem[] =>
    [...line.matchAll(/\S+(?: {1,2}\S+)*/g)].map((match) => ({
      str: match[0],
      dir: 'ltr',
      transform: [10, 0, 0, 10, 40 + match.index * 5, 700 - at * 14],
      width: match[0].length * 5,
      height: 10,
      hasEOL: false,
    })),
  )
  return buildPageText(items)
}
const labels = (...lines: readonly string[]): readonly FoundCodes[] =>
  findCodes(page(...lines)).filter(({ standing }) => standing !== 'unsure')
const codes = (...lines: readonly string[]): readonly string[] => labels(...lines).flatMap((found) => found.codes)

describe('findCodes', () => {
  it.each([
    ['(b)(6)', ['(b)(6)']],
    ['(b)(7)(C)', ['(b)(7)(C)']],
    ['(b) (7) (E)', ['(b)(7)(E)']],
    ['(b)(7)(e)', ['(b)(7)(E)']],
    ['b(7)(e)', ['(b)(7)(E)']],
    ['b7E', ['(b)(7)(E)']],
    ['b(6), b(7)(c )b(6), b(7)(c )', ['(b)(6)', '(b)(7)(C)']],
    ['b(6),b(7)(eb(6),b(7)(cb(6),b(7)(c )', ['(b)(6)', '(b)(7)(E)', '(b)(7)(C)']],
    ['(b)(6);(b)(7)(C)', ['(b)(6)', '(b)(7)(C)']],
    ['(b)(6), (b)(7)(C)', ['(b)(6)', '(b)(7)(C)']],
    ['(b)(6)(b)(7)(c)', ['(b)(6)', '(b)(7)(C)']],
    ['(b)(6), (7)(C)', ['(b)(6)', '(b)(7)(C)']],
    ['(b)(l)', ['(b)(1)']],
    ['(b)(S)', ['(b)(5)']],
    ['(b){6)', ['(b)(6)']],
    ['(b)(7)(Cl', ['(b)(7)(C)']],
    ['(b)(1) 1.4(c)', ['(b)(1) 1.4(c)']],
    ['(b)(5) DPP', ['(b)(5) DPP']],
    ['(b)(3): 8 U.S.C. 1202(f)', ['(b)(3) 8 U.S.C. 1202(f)']],
    ['(j)(2), (k)(2)', ['(j)(2)', '(k)(2)']],
    ['RELEASE IN PART B5,B6', ['(b)(5)', '(b)(6)']],
    ['b6, b7C', ['(b)(6)', '(b)(7)(C)']],
    ['Special Agent (b)(6), (b)(7)(C) said so', ['(b)(6)', '(b)(7)(C)']],
    ['MEXICO     (b)(6)(b)(7)(c)     9/21/2012', ['(b)(6)', '(b)(7)(C)']],
    ['MEXICO     (b)(6)     9/21/2012', ['(b)(6)']],
  ])('reads %s as a label', (printed, expected) => {
    expect(codes(printed)).toEqual(expected)
  })

  it.each([
    'FAR 52.212-5(b)(7) applies to this order',
    '52.212-5(b)(7)',
    '5 U.S.C. 552(b)(6)',
    '§ 552(b)(7)(C).',
    'see paragraph (b)(1) of this clause',
    'graph (b) (1) of this section, except that',
    '(b)(1) The Contractor shall deliver the goods',
    '(b)(1)     The Contractor shall deliver the goods',
    'pursuant to 5 U.S.C. § 552(b)(6) and (7)(C). Following several',
    'withheld under Exemptions (b)(6), (b)(7)(C) of the Act',
    '(b)(1)(D). Plea Agreement, United States',
    '22 U.S.C. § 611(b)(1)–(3) and 8 U.S.C. § 1101(a)(20)',
    'section 465(b)(2)(A). Abramson v. Commissioner',
    '03      630     B1       3/1/97',
    'Boeing B7 and B6',
  ])('takes no paragraph or section for a label: %s', (printed) => {
    expect(codes(printed)).toEqual([])
  })

  it('takes no marker for a label where the page is a list of paragraphs, or where a citation breaks before it', () => {
    expect(codes('(a) General.', '(b)(1)', 'The Contractor shall', '(c) Payment.')).toEqual([])
    expect(codes('as provided in 5 U.S.C. § 552', '(b)(6)', 'and elsewhere')).toEqual([])
  })

  it('names where it stands and keeps what is printed', () => {
    const [found] = labels('Name     (b) (6)')
    expect(found).toMatchObject({ printed: '(b) (6)', standing: 'alone' })
  })

  it('leaves a single code within words to whoever sees a box beside it', () => {
    expect(findCodes(page('Special Agent (b)(6) said so'))).toMatchObject([{ codes: ['(b)(6)'], standing: 'unsure' }])
  })
})
