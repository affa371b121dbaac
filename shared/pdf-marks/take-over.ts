import { describePassage } from '../anchoring/describe-passage'
import { makeSegment, partsOfPage } from '../anchoring/make-segment'
import { rangesInRect } from '../anchoring/passage-geometry'
import type { Annotation, AnnotationKind } from '../annotations/annotation'
import type { Segment, TextRange } from '../annotations/segment'
import type { DocumentId } from '../documents/document'
import type { ReadablePage } from '../documents/page-reading'
import { type PdfRect, pdfRect, type Quad, quadOfRect, uprightPieces } from '../units/geometry'
import type { MarkSubtype, PdfMark } from './pdf-mark'

/** A mark as it is to be taken over, without what the command gives it. */
export type TakenMark = Pick<Annotation, 'kind' | 'segments' | 'comment' | 'tags' | 'exemptionCodes'> & {
  readonly pdfOrigin: NonNullable<Annotation['pdfOrigin']>
  readonly author: string
}

const KINDS: Readonly<Record<MarkSubtype, AnnotationKind>> = {
  Highlight: 'highlight',
  Underline: 'underline',
  StrikeOut: 'underline',
  Squiggly: 'underline',
  Square: 'area',
  Circle: 'area',
  Polygon: 'area',
  PolyLine: 'area',
  Line: 'area',
  Ink: 'area',
  Stamp: 'area',
  FreeText: 'area',
  Caret: 'page-note',
  Text: 'page-note',
}

/** What a mark becomes, for its row in the list. */
export const kindOfPdfMark = ({ subtype, vouch }: Pick<PdfMark, 'subtype' | 'vouch'>): AnnotationKind => vouch?.kind ?? KINDS[subtype]

/** Marks that are one: parts of a mark that Vouch wrote over several pages stand together, all others alone. */
export function wholeMarks(marks: readonly PdfMark[]): readonly (readonly PdfMark[])[] {
  const wholes = new Map<string, PdfMark[]>()
  for (const mark of marks) {
    const key = mark.vouch === null ? `alone ${mark.reference}` : `vouch ${mark.vouch.mark}`
    wholes.set(key, [...(wholes.get(key) ?? []), mark])
  }
  return [...wholes.values()].map((parts) => parts.toSorted((a, b) => (a.vouch?.part ?? 0) - (b.vouch?.part ?? 0)))
}

/**
 * Makes a mark of one that stands in the file: the words are those of the text in force under it. A mark on text under which no text
 * is read becomes an area.
 * @param parts what `wholeMarks` put together
 * @param program what wrote the marks, as the file says it
 * @returns null where a page is not known
 */
export function takeOver(
  documentId: DocumentId,
  parts: readonly PdfMark[],
  pageOf: (index: number) => ReadablePage | undefined,
  program: string,
): TakenMark | null {
  const [first] = parts
  if (first === undefined) return null
  const wanted = kindOfPdfMark(first)
  const segments: Segment[] = []
  for (const part of parts) {
    const page = pageOf(part.pageIndex)
    if (page === undefined) return null
    segments.push(segmentOf(documentId, part, page, wanted))
  }
  const onText = segments.every((segment) => segment.ranges.length > 0)
  const kind = (wanted === 'highlight' || wanted === 'underline') && !onText ? 'area' : wanted
  const { author, modified, subtype, reference, vouch } = first
  return {
    kind,
    segments,
    comment: withReplies(vouch?.comment ?? first.comment, first.replies),
    tags: vouch?.tags ?? [],
    exemptionCodes: kind === 'redaction' ? (vouch?.exemptionCodes ?? []) : [],
    author: vouch?.author ?? author,
    pdfOrigin: { author, program, modified, subtype, reference },
  }
}

function segmentOf(documentId: DocumentId, mark: PdfMark, page: ReadablePage, kind: AnnotationKind): Segment {
  if (kind === 'page-note') return { ...bareSegment(documentId, page), quads: [] }
  const typed = mark.vouch?.typed ?? null
  const kept = keptPassage(mark, page)
  if (kept !== null) return kept(documentId)
  const wordless = mark.vouch !== null && mark.vouch.passage === null
  const ranges = wordless ? [] : rangesUnder(mark, page)
  const own = (kind === 'area' || kind === 'redaction') && mark.quads.length === 0
  const quads = mark.vouch?.quads ?? (own ? [quadOfRect(mark.rect)] : mark.quads)
  if (ranges.length === 0) return { ...bareSegment(documentId, page), quads, quote: typed ?? '' }
  const read = makeSegment({ documentId, ...partsOfPage(page), ranges })
  return { ...read, quads: kind === 'area' || kind === 'redaction' ? quads : read.quads }
}

/** The passage that Vouch wrote beside the mark, where just its words stand there still: then nothing needs to be guessed from quads. */
function keptPassage({ vouch }: PdfMark, page: ReadablePage): ((documentId: DocumentId) => Segment) | null {
  const passage = vouch?.passage ?? null
  if (vouch === null || passage === null || describePassage(page.text.text, passage.ranges).quote !== passage.quote) return null
  return (documentId) => ({ ...makeSegment({ documentId, ...partsOfPage(page), ranges: passage.ranges }), quads: vouch.quads })
}

/** The words that a mark means: those under its quads, or inside its rectangle. */
function rangesUnder({ quads, rect, subtype, vouch }: PdfMark, { text }: ReadablePage): readonly TextRange[] {
  // Words beside a drawn line, under a stamp or typed into the page are not what was marked.
  if (vouch === null && (subtype === 'FreeText' || subtype === 'Stamp' || subtype === 'Line' || subtype === 'PolyLine')) return []
  const drawn = vouch?.quads ?? quads
  const areas = drawn.length > 0 ? drawn.flatMap(narrowed) : [rect]
  const found = areas.flatMap((area) => rangesInRect(text, area)).toSorted((a, b) => a.start - b.start)
  return joined(found, text.text)
}

/** What a quad covers, a little narrower across the lines, so that a neighbouring line's words stay out. */
function narrowed(quad: Quad): readonly PdfRect[] {
  const flat = Math.abs(quad[1] - quad[3]) <= Math.abs(quad[0] - quad[2])
  return uprightPieces(quad).map(({ left, bottom, right, top }) => {
    const by = 0.12 * (flat ? top - bottom : right - left)
    return flat ? pdfRect(left, bottom + by, right, top - by) : pdfRect(left + by, bottom, right - by, top)
  })
}

/** Ranges that touch or overlap, or have only white space between them, made one. */
function joined(ranges: readonly TextRange[], text: string): readonly TextRange[] {
  const whole: { start: number; end: number }[] = []
  for (const { start, end } of ranges) {
    const last = whole.at(-1)
    if (last !== undefined && (start <= last.end || text.slice(last.end, start).trim() === '')) last.end = Math.max(last.end, end)
    else whole.push({ start, end })
  }
  return whole
}

/** A segment that quotes nothing: a place on the page, or the page itself. */
export const bareSegment = (documentId: DocumentId, { page, stamp }: ReadablePage): Segment => ({
  documentId,
  pageIndex: page.index,
  label: page.label,
  stamp,
  pageBox: page.box,
  rotation: page.rotation,
  quads: [],
  ranges: [],
  quote: '',
  prefix: '',
  suffix: '',
  textOrigin: 'typed',
  extractor: null,
  state: 'exact',
})

/** The comment with the replies to it, each with who wrote it. */
function withReplies(comment: string, replies: PdfMark['replies']): string {
  const said = replies
    .filter((reply) => reply.comment !== '')
    .map((reply) => `${reply.author === '' ? 'Reply' : reply.author}: ${reply.comment}`)
  return [...(comment === '' ? [] : [comment]), ...said].join('\n\n')
}
