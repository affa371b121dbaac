import { cite } from '../citations/cite'
import { recordOfDocument } from '../citations/cited-record'
import { pinOf } from '../citations/pins'
import { htmlOf, plainText, run, type Words } from '../citations/words'
import type { DisclosureEvent } from '../documents/disclosure-event'
import type { Document } from '../documents/document'
import type { TextCorrection } from '../documents/text-correction'
import type { CitationStyleName } from '../dossier/dossier-settings'
import type { Source } from '../sources/source'
import type { Annotation } from './annotation'
import { correctedQuote } from './corrected-quote'
import type { Segment } from './segment'

/** A quotation with where it stands, for pasting into a text: as plain words and as HTML. */
export type Citation = { readonly text: string; readonly html: string }

/** What a citation draws on beside the document: how it is written, the sources of the analysis, how the document came out, corrections of its text. */
type CitingFrom = {
  readonly style: CitationStyleName
  readonly sources: readonly Source[]
  readonly events: readonly DisclosureEvent[]
  /** Those outside of the quotation are left alone. */
  readonly corrections: readonly TextCorrection[]
}
const NOTHING: CitingFrom = { style: 'plain', sources: [], events: [], corrections: [] }

const ORIGINS: Readonly<Record<Segment['textOrigin'], string | null>> = {
  embedded: null,
  ocr: 'text recognised from a picture (OCR)',
  typed: 'typed from the picture',
}

/**
 * “The words” (document, file page 57, labelled 42, stamped JA 042, SHA-256 …), or the words followed by a citation in another style. What was
 * recognised or typed is said to be so; a correction stands in brackets in place of the words that it corrects, and the note says that it is one.
 */
export function citationOf(
  { segments }: Pick<Annotation, 'segments'>,
  document: Pick<Document, 'id' | 'name'>,
  from: Partial<CitingFrom> = {},
): Citation {
  const { style, sources, events, corrections } = { ...NOTHING, ...from }
  const quotes = segments.map((segment) => correctedQuote(segment, corrections))
  const quote = quotes
    .map((each) => each.quote)
    .filter((words) => words !== '')
    .join(' … ')
  const origins = [...new Set(segments.map((segment) => ORIGINS[segment.textOrigin]))].filter((origin) => origin !== null)
  const notes = [...(quote === '' ? [] : origins), ...(quotes.some((each) => each.corrected) ? ['corrections in brackets'] : [])]
  const reference = cite(style, recordOfDocument(document, sources, events), segments.map(pinOf))
  const words: Words =
    style === 'plain'
      ? run(quote === '' ? null : `“${quote}” `, '(', reference, ...notes.map((note) => `; ${note}`), ')')
      : run(quote === '' ? null : `“${quote}” `, reference, notes.length === 0 ? null : ` [${notes.join('; ')}]`)
  return { text: plainText(words), html: htmlOf(words) }
}
