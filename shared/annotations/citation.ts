import type { Document } from '../documents/document'
import type { TextCorrection } from '../documents/text-correction'
import { quotationText } from '../anchoring/quotation-text'
import { pageNumberOf } from '../units/pages'
import type { Annotation } from './annotation'
import type { Segment } from './segment'

/** A quotation with where it stands, for pasting into a text: as plain words and as HTML. */
export type Citation = { readonly text: string; readonly html: string }

/** Digits of a SHA-256 that tell documents apart in a citation. */
const SHORT = 12
const ORIGINS: Readonly<Record<Segment['textOrigin'], string | null>> = { embedded: null, ocr: 'text recognised from a picture (OCR)', typed: 'typed from the picture' }

/**
 * “The words” (document, file page 57, labelled 42, stamped JA 042; SHA-256 …). What was recognised or typed is said to be so; a
 * correction stands in brackets in place of the words that it corrects, and the note says that it is one.
 * @param corrections those of the document; the ones outside of the quotation are left alone
 */
export function citationOf({ segments }: Pick<Annotation, 'segments'>, document: Pick<Document, 'id' | 'name'>, corrections: readonly TextCorrection[] = []): Citation {
  const quoted = segments.map((segment) => correctedQuote(segment, corrections))
  const quote = quoted.map((each) => each.quote).filter((words) => words !== '').join(' … ')
  const origins = [...new Set(segments.map((segment) => ORIGINS[segment.textOrigin]))].filter((origin) => origin !== null)
  const notes = [...(quote === '' ? [] : origins), ...(quoted.some((each) => each.corrected) ? ['corrections in brackets'] : [])]
  const after = `, ${placesWords(segments)}, SHA-256 ${document.id.slice(0, SHORT)}${notes.map((note) => `; ${note}`).join('')})`
  const before = quote === '' ? '(' : `“${quote}” (`
  return { text: `${before}${document.name}${after}`, html: `${escaped(before)}<cite>${escaped(document.name)}</cite>${escaped(after)}` }
}

/** A segment's words with corrections in brackets. A correction whose words do not stand in the quotation is left out. */
function correctedQuote(segment: Segment, corrections: readonly TextCorrection[]): { readonly quote: string; readonly corrected: boolean } {
  const own = corrections.filter(
    (one) =>
      one.documentId === segment.documentId && one.pageIndex === segment.pageIndex && one.origin === segment.textOrigin && segment.ranges.some((range) => one.range.start >= range.start && one.range.end <= range.end),
  )
  let [done, rest, corrected] = ['', segment.quote, false]
  for (const { was, becomes } of own.toSorted((a, b) => a.range.start - b.range.start)) {
    const words = quotationText(was, '')
    const at = words === '' ? -1 : rest.indexOf(words)
    if (at === -1) continue
    done += `${rest.slice(0, at)}[${becomes}]`
    rest = rest.slice(at + words.length)
    corrected = true
  }
  return { quote: done + rest, corrected }
}

/** Every page that the segments stand on, by all its numbers, in the order of the segments. */
function placesWords(segments: readonly Segment[]): string {
  const pages = new Map(segments.map((segment) => [segment.pageIndex, segment]))
  return [...pages.values()]
    .map(({ pageIndex, label, stamp }) => {
      const page = pageNumberOf(pageIndex)
      const printed = label !== null && label !== '' && label !== String(page) ? `, labelled ${label}` : ''
      return `file page ${page}${printed}${stamp ? `, stamped ${stamp}` : ''}`
    })
    .join(' and ')
}

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
