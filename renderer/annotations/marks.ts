import { type Annotation, type AnnotationId, compareAnnotations } from '@shared/annotations/annotation'
import { type EvidenceLink, type Relation, RELATIONS } from '@shared/claims/evidence-link'
import { groupedBy } from '@shared/units/grouped-by'
import { sortedInPieces } from '@shared/units/sorted-in-pieces'

/** A mark with the links that tie it to claims of the open analysis. */
export type Mark = { readonly annotation: Annotation; readonly links: readonly EvidenceLink[] }
/** How a mark is drawn: by its relation, or as marked and not linked. */
export type MarkTone = Relation | 'unlinked'

/** The marks of a document in reading order, and those on each page. */
export type MarkList = {
  readonly all: readonly Mark[]
  readonly byId: ReadonlyMap<AnnotationId, Mark>
  /** By page index, from 0; a mark over a page break is in both. */
  readonly byPage: ReadonlyMap<number, readonly Mark[]>
}

const byRelation = (a: EvidenceLink, b: EvidenceLink): number =>
  RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || a.createdAt.localeCompare(b.createdAt)

/**
 * Joins the marks of a document with their links. Pages whose marks did not change keep their list, so that they are not drawn again.
 * @param rest awaited between marks, as `resting` gives it: a document may have ten thousand
 */
export async function listMarks(
  annotations: readonly Annotation[],
  links: readonly EvidenceLink[],
  before: MarkList | null,
  rest: () => Promise<void> | undefined,
): Promise<MarkList> {
  const linksOf = groupedBy(links, (link) => link.annotationId)
  const all: Mark[] = []
  const byPage = new Map<number, Mark[]>()
  for (const annotation of await sortedInPieces(annotations, compareAnnotations, rest)) {
    await rest()
    const mark = kept({ annotation, links: (linksOf.get(annotation.id) ?? []).toSorted(byRelation) }, before?.byId.get(annotation.id))
    all.push(mark)
    for (const page of new Set(annotation.segments.map((segment) => segment.pageIndex))) {
      const onPage = byPage.get(page)
      if (onPage === undefined) byPage.set(page, [mark])
      else onPage.push(mark)
    }
  }
  const pages = [...byPage].map(([page, marks]) => [page, sameList(marks, before?.byPage.get(page))] as const)
  return { all, byId: new Map(all.map((mark) => [mark.annotation.id, mark])), byPage: new Map(pages) }
}

/** The earlier object for an equal mark. Records are plain data, so their JSON tells whether they are equal. */
function kept(mark: Mark, before: Mark | undefined): Mark {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(mark) ? before : mark
}

function sameList(marks: readonly Mark[], before: readonly Mark[] | undefined): readonly Mark[] {
  return before !== undefined && before.length === marks.length && marks.every((mark, at) => mark === before[at]) ? before : marks
}

export const EMPTY_MARKS: MarkList = { all: [], byId: new Map(), byPage: new Map() }

/** The colour of a mark: that of its first link, for a mark has one colour. */
export const toneOf = (mark: Mark): MarkTone => mark.links[0]?.relation ?? 'unlinked'

/** The mark before (-1) or after (1) another in reading order; without one, the first on or after a page, or the last before it. */
export function neighbour(list: MarkList, from: AnnotationId | null, page: number, direction: 1 | -1): Mark | undefined {
  const at = from === null ? -1 : list.all.findIndex((mark) => mark.annotation.id === from)
  if (at !== -1) return list.all[at + direction]
  const pageOf = (mark: Mark): number => mark.annotation.segments[0]?.pageIndex ?? 0
  return direction === 1 ? list.all.find((mark) => pageOf(mark) >= page) : list.all.findLast((mark) => pageOf(mark) <= page)
}
