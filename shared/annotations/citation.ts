import type { Document } from '../documents/document'
import type { TextCorrection } from '../documents/text-correction'
import { cellWords } from '../tables/cells'
import { pageNumberOf } from '../units/pages'
import type { Annotation } from './annotation'
import { correctedQuote } from './corrected-quote'
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

/** Every page that the segments stand on, by all its numbers, in the order of the segments. */
function placesWords(segments: readonly Segment[]): string {
  const pages = new Map(segments.map((segment) => [`${segment.pageIndex} ${segment.cell?.column ?? ''}`, segment]))
  return [...pages.values()]
    .map(({ pageIndex, label, stamp, cell }) => {
      if (cell !== undefined) return cellWords(cell)
      const page = pageNumberOf(pageIndex)
      const printed = label !== null && label !== '' && label !== String(page) ? `, labelled ${label}` : ''
      return `file page ${page}${printed}${stamp ? `, stamped ${stamp}` : ''}`
    })
    .join(' and ')
}

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
