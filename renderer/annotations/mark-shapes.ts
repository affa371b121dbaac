import { type AnnotationId } from '@shared/annotations/annotation'
import { RELATION_SIGNS } from '@shared/claims/evidence-link'
import { type Quad, quad, quadOfRect, uprightPieces, type ViewRect } from '@shared/units/geometry'
import { type PageShape, pathOfQuads, quadOnView, shownSize, type ViewPoint } from '../reader/page-geometry'
import { type Mark, type MarkTone, toneOf } from './marks'

/** One sign in the margin: which mark it stands for, its shape, and where (view space at scale 1). */
export type MarginSign = {
  readonly id: AnnotationId
  readonly tone: MarkTone
  readonly shape: string
  readonly x: number
  readonly y: number
}
/** How a mark is drawn: as a band over the words, as a line under them, or as a box. */
type DrawnKind = 'text' | 'underline' | 'area' | 'redaction'
/** What the marks of a page look like: one outline for each tone, the signs, and boxes for finding the mark under the pointer. */
export type PageMarks = {
  readonly paths: readonly { readonly tone: MarkTone; readonly kind: DrawnKind; readonly d: string }[]
  readonly signs: readonly MarginSign[]
  readonly boxes: readonly { readonly id: AnnotationId; readonly rect: ViewRect }[]
}

/** Shapes of marks that bear on no claim of this analysis. */
const UNLINKED_SHAPE = '○'
const NOTE_SHAPE = '✎'

/** Distance between the text and the signs beside it, and between two signs on one line, in pixels at scale 1. */
const SIGN_GAP = 18
const SIGN_STEP = 14

const shapeOfTone = (tone: MarkTone): string => (tone === 'unlinked' ? UNLINKED_SHAPE : RELATION_SIGNS[tone].shape)

const drawn = new WeakMap<
  readonly Mark[],
  { readonly page: number; readonly shape: PageShape; readonly textEdge: number; readonly marks: PageMarks }
>()

/**
 * Draws the marks of one page. The work grows with the marks of this page alone, and is done once for each list.
 * @param textEdge where the text of the page begins at the left, view space at scale 1: the signs stand before it
 */
export function drawMarks(marks: readonly Mark[], page: number, shape: PageShape, textEdge: number): PageMarks {
  const known = drawn.get(marks)
  if (known !== undefined && known.page === page && known.shape === shape && known.textEdge === textEdge) return known.marks
  const made = drawList(marks, page, shape, textEdge)
  drawn.set(marks, { page, shape, textEdge, marks: made })
  return made
}

function drawList(marks: readonly Mark[], page: number, shape: PageShape, textEdge: number): PageMarks {
  const paths = new Map<string, { tone: MarkTone; kind: DrawnKind; parts: string[] }>()
  const signs: MarginSign[] = []
  const boxes: { id: AnnotationId; rect: ViewRect }[] = []
  const taken = new Map<number, number>()
  const { width } = shownSize(shape, 1)
  for (const mark of marks) {
    const { annotation } = mark
    const quads = annotation.segments.filter((segment) => segment.pageIndex === page).flatMap((segment) => segment.quads)
    const rects = quads.flatMap(uprightPieces).map((piece) => quadOnView(shape, 1, quadOfRect(piece)))
    for (const rect of rects) boxes.push({ id: annotation.id, rect })
    const tone = toneOf(mark)
    const kind = annotation.kind === 'highlight' || annotation.kind === 'page-note' ? 'text' : annotation.kind
    const entry = paths.get(tone + kind) ?? { tone, kind, parts: [] }
    if (quads.length > 0) entry.parts.push(pathOfQuads(shape, kind === 'underline' ? quads.map(underlineOf) : quads))
    paths.set(tone + kind, entry)
    const left = rects.length > 0 ? Math.min(...rects.map((rect) => rect.x)) : width - 4
    const first = rects[0]
    const y = first === undefined ? 26 : first.y + first.height / 2
    const shapes = mark.links.length > 0 ? [...new Set(mark.links.map((link) => link.relation))] : [tone]
    for (const one of shapes) {
      const line = Math.round(y / 8)
      const place = taken.get(line) ?? 0
      taken.set(line, place + 1)
      const x = Math.max(9, Math.min(left, textEdge) - SIGN_GAP - place * SIGN_STEP)
      signs.push({
        id: annotation.id,
        tone: one,
        shape: annotation.kind === 'page-note' && one === 'unlinked' ? NOTE_SHAPE : shapeOfTone(one),
        x,
        y,
      })
    }
  }
  return {
    paths: [...paths.values()].filter((path) => path.parts.length > 0).map(({ tone, kind, parts }) => ({ tone, kind, d: parts.join('') })),
    signs,
    boxes,
  }
}

/** Share of a line's height that the line under its words takes up. */
const UNDERLINE = 0.1

/** The strip along the lower edge of a quad, whichever way its line runs. */
function underlineOf([x0, y0, x1, y1, x2, y2, x3, y3]: Quad): Quad {
  const up = (low: number, high: number): number => low + (high - low) * UNDERLINE
  return quad(up(x2, x0), up(y2, y0), up(x3, x1), up(y3, y1), x2, y2, x3, y3)
}

const area = (rect: ViewRect): number => rect.width * rect.height
const holds = (rect: ViewRect, { x, y }: ViewPoint): boolean =>
  x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height

/** The mark under a point of the page (view space at scale 1): its sign, or the smallest of its boxes there. */
export function markAt({ signs, boxes }: PageMarks, point: ViewPoint): AnnotationId | null {
  const sign = signs.find(({ x, y }) => Math.hypot(point.x - x, point.y - y) <= 8)
  if (sign !== undefined) return sign.id
  const under = boxes.filter(({ rect }) => holds(rect, point))
  return (
    under.reduce<(typeof under)[number] | null>((best, box) => (best === null || area(box.rect) < area(best.rect) ? box : best), null)
      ?.id ?? null
  )
}
