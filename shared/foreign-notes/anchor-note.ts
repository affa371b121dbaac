import { anchorAnywhere, type AnchoredQuotation, anchorOnPage } from '../anchoring/anchor-quotation'
import type { Annotation } from '../annotations/annotation'
import { type Segment, worstOf } from '../annotations/segment'
import { type Document, isTable } from '../documents/document'
import type { ReadablePage } from '../documents/page-reading'
import { type Outcome, ok, trouble } from '../errors/outcome'
import { anchorTableRow } from '../evidence-table/anchor-table-row'
import { bareSegment, takeOver } from '../pdf-marks/take-over'
import { MARK_SUBTYPES, type MarkSubtype } from '../pdf-marks/pdf-mark'
import { boundsOf } from '../units/geometry'
import { pageNumber, pageNumberOf } from '../units/pages'
import type { ForeignNote, NoteTarget } from './foreign-note'
import { quadsOnPage } from './place-on-page'

/** A note where it stands in a document of the library. */
export type AnchoredNote = Pick<Annotation, 'kind'> & AnchoredQuotation

type Pages = ReadonlyMap<number, ReadablePage>

/**
 * Looks for a note in a document: by its quotation where it has one, else by where it is drawn, with the words that are read there; else it is
 * a note on its page, or on the first where it is about the document as a whole. The trouble is a sentence.
 * @param pages the document's pages with the text in force
 */
export function anchorNote(note: ForeignNote, document: Document, pages: Pages): Outcome<AnchoredNote, string> {
  const found: AnchoredNote[] = []
  for (const target of note.targets) {
    const stands = anchorTarget(note, target, document, pages)
    if (!stands.ok) return stands
    found.push(stands.value)
  }
  const segments = found.flatMap((each) => each.segments)
  if (segments.length === 0) return trouble('it has no place in the document')
  const kinds = new Set(found.map(({ kind }) => kind))
  const [kind = note.kind] = kinds
  return ok({ kind: kinds.size === 1 ? kind : note.kind, segments, state: worstOf(found.map(({ state }) => state)) })
}

function anchorTarget(note: ForeignNote, target: NoteTarget, document: Document, pages: Pages): Outcome<AnchoredNote, string> {
  const { page, quote, typed } = target
  if (quote !== null && !typed) return ok(quoted(note, target, quote, document, pages))
  if (isTable(document)) return trouble('it quotes nothing, and a table has no places to draw on')
  const shown = pages.get(page ?? 0)
  if (shown === undefined)
    return trouble(
      page === null
        ? 'the document has no page that could be read'
        : `it stands on page ${pageNumberOf(page)}, and the document has ${document.pageCount}`,
    )
  const quads = target.place === null ? [] : quadsOnPage(target.place, shown.page)
  if (quads.length === 0) return ok({ kind: 'page-note', state: 'exact', segments: [bareSegment(document.id, shown)] })
  if (note.own || typed)
    return ok({
      kind: note.kind === 'highlight' || note.kind === 'underline' ? 'area' : note.kind,
      state: 'exact',
      segments: [{ ...bareSegment(document.id, shown), quads, quote: quote?.exact ?? '' }],
    })
  return wordsUnder(note, quads, document, pages, shown)
}

function quoted(
  note: ForeignNote,
  { page, row, ranges, place }: NoteTarget,
  quote: NonNullable<NoteTarget['quote']>,
  document: Document,
  pages: Pages,
): AnchoredNote {
  const kind = note.kind === 'page-note' ? 'highlight' : note.kind
  if (isTable(document) && row !== null && row > 0)
    return { kind, ...anchorTableRow({ page: pageNumber(row), quote: quote.exact }, document, pages) }
  const target = { quote: quote.exact, prefix: quote.prefix, suffix: quote.suffix, ...(ranges.length === 0 ? {} : { ranges }) }
  const pageOf = (index: number): ReadablePage | undefined => pages.get(index)
  const anchored =
    page !== null && pages.has(page) ? anchorOnPage(target, page, document, pageOf) : anchorAnywhere(target, document, pageOf)
  // A box keeps the extent that was drawn, where its words stand on the page for which it was drawn.
  const drawn = kind === 'area' || kind === 'redaction' ? place : null
  const segments = anchored.segments.map((segment): Segment =>
    drawn === null || drawn.in !== 'quads' || segment.pageIndex !== page || segment.state === 'lost'
      ? segment
      : { ...segment, quads: drawn.quads },
  )
  return { kind, state: anchored.state, segments }
}

/** The words under quads or in a rectangle, as marks that stand in a PDF are read. */
function wordsUnder(
  note: ForeignNote,
  quads: ReturnType<typeof quadsOnPage>,
  document: Document,
  pages: Pages,
  { page }: ReadablePage,
): Outcome<AnchoredNote, string> {
  const rect = boundsOf(quads)
  if (rect === null) return trouble('it says not where it lies on the page')
  const [x0, y0, x1, y1] = page.box
  if (rect.right < x0 || rect.left > x1 || rect.top < y0 || rect.bottom > y1) return trouble('it lies beside the page')
  const subtype = MARK_SUBTYPES.find((each) => each === note.subtype) ?? MARK_OF_KIND[note.kind] ?? 'Square'
  const onText = note.kind === 'highlight' || note.kind === 'underline'
  const mark = {
    reference: note.reference,
    pageIndex: page.index,
    subtype,
    quads: onText ? quads : [],
    rect,
    comment: '',
    author: '',
    modified: '',
    created: '',
    colour: null,
    replies: [],
    vouch: null,
  }
  const taken = takeOver(document.id, [mark], (index) => pages.get(index), '')
  return taken === null ? trouble('its page could not be read') : ok({ kind: taken.kind, state: 'exact', segments: taken.segments })
}

const MARK_OF_KIND: Readonly<Partial<Record<Annotation['kind'], MarkSubtype>>> = { highlight: 'Highlight', underline: 'Underline' }
