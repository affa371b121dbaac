import type { Annotation, AnnotationKind } from '../annotations/annotation'
import type { Claim } from '../claims/claim'
import type { EvidenceLink } from '../claims/evidence-link'
import type { Page } from '../documents/page'
import { boundsOf, pdfRect, type PdfRect, type Quad } from '../units/geometry'
import type { PageIndex } from '../units/pages'
import type { VouchKey } from './pdf-mark'

/** An annotation to be written into a copy of a PDF. */
export type MarkToWrite = {
  readonly pageIndex: PageIndex
  readonly subtype: 'Highlight' | 'Underline' | 'Square' | 'Text'
  readonly rect: PdfRect
  readonly quads: readonly Quad[]
  /** What other programs show. */
  readonly contents: string
  readonly author: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly name: string
  readonly kind: AnnotationKind
  readonly key: VouchKey
}

const SUBTYPES: Readonly<Record<AnnotationKind, MarkToWrite['subtype']>> = {
  highlight: 'Highlight',
  underline: 'Underline',
  area: 'Square',
  redaction: 'Square',
  'page-note': 'Text',
}
/** Side of the sign of a page note and its distance from the corner, points. */
const SIGN = 20
const INSET = 12

type Linked = { readonly link: EvidenceLink; readonly claim: Claim }

/**
 * What a mark is in a copy: an annotation for each of its segments.
 * @param links what it bears on, to be written for other readers; none to leave that out
 */
export function marksToWrite(
  annotation: Annotation,
  links: readonly Linked[],
  pageOf: (index: number) => Page | undefined,
): readonly MarkToWrite[] {
  const { segments, kind, comment, author, createdAt } = annotation
  const said = links.map(({ link, claim }) => `${link.relation} ${claim.number}: ${claim.text}${link.note === '' ? '' : `\n${link.note}`}`)
  return segments.flatMap((segment, part): readonly MarkToWrite[] => {
    const page = pageOf(segment.pageIndex)
    if (page === undefined) return []
    const bounds = boundsOf(segment.quads)
    const note = kind === 'page-note' || bounds === null
    const key: VouchKey = {
      mark: annotation.id,
      part,
      parts: segments.length,
      kind,
      comment,
      tags: annotation.tags,
      exemptionCodes: annotation.exemptionCodes,
      author,
      quads: segment.quads,
      passage: segment.textOrigin === 'embedded' && segment.ranges.length > 0 ? { ranges: segment.ranges, quote: segment.quote } : null,
      typed: segment.textOrigin === 'embedded' || segment.quote === '' ? null : segment.quote,
    }
    const about = [comment, annotation.exemptionCodes.join(', '), annotation.tags.map((tag) => `#${tag}`).join(' '), ...said].filter(
      (words) => words !== '',
    )
    return [
      {
        pageIndex: segment.pageIndex,
        subtype: note ? 'Text' : SUBTYPES[kind],
        rect: note ? signOnPage(page) : bounds,
        quads: note ? [] : segment.quads,
        contents: part === 0 ? about.join('\n\n') : '',
        author,
        createdAt,
        name: segments.length === 1 ? annotation.id : `${annotation.id}-${part + 1}`,
        kind,
        key,
      },
    ]
  })
}

/** The upper left corner of the page as it is shown, in PDF user space. */
function signOnPage({ box: [x0, y0, x1, y1], rotation }: Page): PdfRect {
  const [left, low, right, high] = [x0 + INSET, y0 + INSET, x1 - INSET, y1 - INSET]
  const [x, y] =
    rotation === 0
      ? [left, high - SIGN]
      : rotation === 90
        ? [left, low]
        : rotation === 180
          ? [right - SIGN, low]
          : [right - SIGN, high - SIGN]
  return pdfRect(x, y, x + SIGN, y + SIGN)
}
