import type { Annotation, AnnotationId } from '../annotations/annotation'
import { shareOf } from '../redactions/tally-redactions'
import { groupedBy } from '../units/grouped-by'
import { boundsOf } from '../units/geometry'
import { pageNumberOf } from '../units/pages'
import type { Blackout } from './bracketed-quote'
import type { RedactionNode } from './dossier-tree'
import type { ExhibitNumbers } from './exhibits'
import type { DossierSnapshot } from './snapshot'
import { pageWords } from './words'

/** All marks of redactions that a snapshot holds: cited ones and those of the cited documents besides. */
const redactionsOf = ({ records, redactions }: DossierSnapshot): readonly Annotation[] =>
  [...records.annotations, ...redactions].filter(({ kind }) => kind === 'redaction')

/** The log of redactions: document after document, page after page; those of one page with the same codes and the same person are one line. */
export function composeRedactions(snapshot: DossierSnapshot, exhibits: ExhibitNumbers): readonly RedactionNode[] {
  const names = new Map(snapshot.records.documents.map((document) => [document.id, document.name]))
  const marks = redactionsOf(snapshot).flatMap((mark) => mark.segments.map((segment) => ({ mark, segment })))
  const lines = groupedBy(marks, ({ mark, segment }) =>
    JSON.stringify([
      exhibits.get(segment.documentId) ?? '',
      segment.documentId,
      segment.pageIndex,
      mark.exemptionCodes,
      mark.confirmed === null,
      mark.confirmed?.by ?? mark.author,
    ]),
  )
  return [...lines.values()]
    .flatMap((group) => {
      const [first] = group
      return first === undefined ? [] : [{ ...first, group }]
    })
    .toSorted(
      (a, b) =>
        (exhibits.get(a.segment.documentId) ?? '').localeCompare(exhibits.get(b.segment.documentId) ?? '', 'en') ||
        (a.segment.documentId < b.segment.documentId ? -1 : a.segment.documentId > b.segment.documentId ? 1 : 0) ||
        a.segment.pageIndex - b.segment.pageIndex ||
        (a.mark.id < b.mark.id ? -1 : 1),
    )
    .map(({ mark, segment, group }): RedactionNode => ({
      exhibit: exhibits.get(segment.documentId) ?? null,
      document: names.get(segment.documentId) ?? '',
      page: pageWords({ page: pageNumberOf(segment.pageIndex), label: segment.label, stamp: segment.stamp, cell: null }),
      codes: mark.exemptionCodes,
      count: group.length,
      share: shareOf(
        group.flatMap((each) => each.segment.quads.flatMap((quad) => boundsOf([quad]) ?? [])),
        segment.pageBox,
      ),
      state: mark.confirmed === null ? 'marked by hand' : 'confirmed',
      by: mark.confirmed?.by ?? mark.author,
      at: group.map((each) => each.mark.confirmed?.at ?? each.mark.createdAt).reduce((a, b) => (a > b ? a : b)),
    }))
}

/** The redactions within a segment of a passage: those whose place among its words is known, and the codes of the others. */
export function blackoutsIn(
  snapshot: DossierSnapshot,
  annotationId: AnnotationId,
  segment: number,
): { readonly placed: readonly Blackout[]; readonly unplaced: readonly string[] } {
  const own = snapshot.blackouts.filter((each) => each.annotationId === annotationId && each.segment === segment)
  const codesOf = (id: AnnotationId): readonly string[] => redactionsOf(snapshot).find((mark) => mark.id === id)?.exemptionCodes ?? []
  return {
    placed: own.flatMap(({ place, redactionId }) => (place === null ? [] : [{ place, codes: codesOf(redactionId) }])),
    unplaced: own.flatMap(({ place, redactionId }) => (place === null ? [codesOf(redactionId).join(', ') || 'no code'] : [])),
  }
}
