import { describe, expect, it } from 'vitest'
import { textCorrectionSchema } from '../documents/text-correction'
import { aDocument, aSegment } from '../testing/builders'
import { bracketedQuote } from './bracketed-quote'

const document = aDocument()
const segment = aSegment(document.id, { quote: 'The fee of is dve within ██ ███ days.', ranges: [{ start: 0, end: 37 }] })
const correction = textCorrectionSchema.parse({
  id: 'correction_a',
  documentId: document.id,
  pageIndex: 0,
  origin: 'embedded',
  range: { start: 14, end: 17 },
  was: 'dve',
  becomes: 'due',
  author: 'Researcher',
  at: '2026-01-01T00:00:00.000Z',
})

describe('a quotation with what is not the document’s in brackets', () => {
  it('is nothing where there is nothing of that kind', () => {
    expect(bracketedQuote(aSegment(document.id, { quote: 'Plain words' }), [], [])).toEqual({ shown: null, brackets: [] })
  })
  it('says where the page is blacked out, with the codes, and what was corrected', () => {
    expect(bracketedQuote(segment, [correction], [{ place: { start: 10, end: 10 }, codes: ['(b)(7)(E)'] }])).toEqual({
      shown: 'The fee of [redacted (b)(7)(E)] is [due] within [redacted] days.',
      brackets: ['corrections', 'redactions'],
    })
  })
  it('takes what is printed on a redaction for the redaction', () => {
    expect(
      bracketedQuote(aSegment(document.id, { quote: 'paid to (b)(4) today' }), [], [{ place: { start: 8, end: 14 }, codes: ['(b)(4)'] }])
        .shown,
    ).toBe('paid to [redacted (b)(4)] today')
  })
})
