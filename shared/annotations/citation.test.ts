import { describe, expect, it } from 'vitest'
import { aDocument, anAnnotation } from '../testing/builders'
import { newId } from '../units/ids'
import { pageIndex, pageLabelSchema, pageStampSchema } from '../units/pages'
import { timestampOf } from '../units/time'
import { citationOf } from './citation'

const document = aDocument({ name: 'A & B <release>.pdf' })
const short = document.id.slice(0, 12)

describe('a quotation with its citation', () => {
  it('names the document and all the numbers of the page', () => {
    const mark = anAnnotation(document, {
      segments: [
        { pageIndex: pageIndex(56), label: pageLabelSchema.parse('42'), stamp: pageStampSchema.parse('JA 042'), quote: 'shall not exceed' },
      ],
    })
    expect(citationOf(mark, document).text).toBe(
      `“shall not exceed” (A & B <release>.pdf, file page 57, labelled 42, stamped JA 042, SHA-256 ${short})`,
    )
  })

  it('leaves no markup of a name in the HTML', () => {
    expect(citationOf(anAnnotation(document), document).html).toContain('<cite>A &amp; B &lt;release&gt;.pdf</cite>')
  })

  it('shows gaps, and each page once', () => {
    const mark = anAnnotation(document, { segments: [{ quote: 'one' }, { quote: 'two' }, { quote: 'three', pageIndex: pageIndex(1) }] })
    expect(citationOf(mark, document).text).toBe(`“one … two … three” (A & B <release>.pdf, file pages 1–2, SHA-256 ${short})`)
  })

  it('says what was recognised or typed', () => {
    const mark = anAnnotation(document, { segments: [{ textOrigin: 'ocr' }, { textOrigin: 'typed', ranges: [], extractor: null }] })
    expect(citationOf(mark, document).text).toMatch(/; text recognised from a picture \(OCR\); typed from the picture\)$/)
  })

  it('cites a note or a box without words by its place', () => {
    expect(
      citationOf(
        anAnnotation(document, { kind: 'area', segments: [{ quote: '', ranges: [], textOrigin: 'typed', extractor: null }] }),
        document,
      ).text,
    ).toBe(`(A & B <release>.pdf, file page 1, SHA-256 ${short})`)
  })

  it('puts a correction in brackets only where its words are quoted', () => {
    const mark = anAnnotation(document, {
      segments: [{ quote: 'the c0ntract of 2O24', textOrigin: 'ocr', ranges: [{ start: 10, end: 30 }] }],
    })
    const correction = (start: number, was: string, becomes: string) => ({
      id: newId('correction'),
      documentId: document.id,
      pageIndex: pageIndex(0),
      origin: 'ocr' as const,
      range: { start, end: start + was.length },
      was,
      becomes,
      author: 'R',
      at: timestampOf(0),
    })
    const words = citationOf(mark, document, {
      corrections: [correction(26, '2O24', '2024'), correction(14, 'c0ntract', 'contract'), correction(90, 'the', 'THE')],
    }).text
    expect(words).toContain('“the [contract] of [2024]”')
    expect(words).toContain('; corrections in brackets)')
  })
})
