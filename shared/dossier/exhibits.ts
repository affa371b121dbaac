import type { AnnotationId } from '../annotations/annotation'
import type { EvidenceLink } from '../claims/evidence-link'
import { isDisclosed } from '../documents/disclosure-event'
import { whyDisclosure } from '../documents/disclosure-standing'
import { type DocumentId, type DocumentMedia, goesWithBundle, mediaOf } from '../documents/document'
import { marksOfPurchase } from '../purchases/figures'
import { versionPlaceOf } from '../versions/version-place'
import type { EvidenceNode, ExhibitNode } from './dossier-tree'
import type { DossierSnapshot } from './snapshot'

/** `EX-001` by document, in order of number. */
export type ExhibitNumbers = ReadonlyMap<DocumentId, string>

/**
 * Numbers the exhibits: first the documents whose passages are linked, in the order in which the dossier comes to them, then
 * others that are cited (purchases, events, cells of parity matrices, letters that search notes rest on), by their SHA-256, those behind sources, and tables that cells were counted in. Only documents whose stored bytes were found whole become exhibits.
 */
export function exhibitNumbers(snapshot: DossierSnapshot, links: readonly { readonly link: EvidenceLink }[]): ExhibitNumbers {
  const { records } = snapshot
  const whole = new Set(snapshot.files.filter((file) => file.state === 'whole').map((file) => file.documentId))
  const documentOf = new Map(records.annotations.map((annotation) => [annotation.id, annotation.documentId]))
  const linked = links.flatMap(({ link }) => documentOf.get(link.annotationId) ?? [])
  const cited = records.annotations.map((annotation) => annotation.documentId).sort()
  const behindSources = [...records.sources].sort((a, b) => a.number - b.number).flatMap((source) => source.documentIds)
  const ordered = [...new Set([...linked, ...cited, ...behindSources, ...behindParity(snapshot)])].filter((id) => whole.has(id))
  return new Map(ordered.map((id, at) => [id, `EX-${String(at + 1).padStart(3, '0')}`]))
}

/** The tables that cells of parity matrices were counted in, and the documents of the passages that they rest on, in one order. */
function behindParity({ records }: DossierSnapshot): readonly DocumentId[] {
  const cited = new Set(records.parityCells.flatMap((cell) => cell.annotationIds))
  const ids = [
    ...records.parityCells.flatMap(({ counts }) => (counts === null ? [] : [counts.documentId])),
    ...records.annotations.filter(({ id }) => cited.has(id)).map(({ documentId }) => documentId),
  ]
  return [...new Set(ids)].sort()
}

/** Where an exhibit stands in the payload; its ending says what its bytes are. */
export const exhibitPath = (number: string, media: DocumentMedia): string => `exhibits/${number}.${media}`

/** The exhibit list with its numbers. */
export function exhibitNodes(
  snapshot: DossierSnapshot,
  numbers: ExhibitNumbers,
  evidence: readonly EvidenceNode[],
): readonly ExhibitNode[] {
  const inParity = new Set(behindParity(snapshot))
  return [...numbers].flatMap(([id, number]) => {
    const document = snapshot.records.documents.find((each) => each.id === id)
    if (document === undefined) return []
    return [
      {
        number,
        path: exhibitPath(number, mediaOf(document)),
        media: mediaOf(document),
        keptOut: goesWithBundle(document) ? null : (document.handlingReason ?? ''),
        name: document.name,
        sha256: id,
        bytes: document.bytes,
        pages: document.pageCount,
        pagesWithText: document.pagesWithText,
        pagesImageOnly: document.pagesImageOnly,
        importedAt: document.importedAt,
        copyingDiscouraged: document.copyingDiscouraged,
        encrypted: document.encrypted,
        version: versionNode(snapshot, numbers, id),
        claims: [
          ...new Set(
            evidence.filter((item) => item.passages.some((passage) => passage.documentSha256 === id)).map((item) => item.claimNumber),
          ),
        ],
        uses: [...usesOf(snapshot, id), ...(inParity.has(id) ? ['the parity matrix'] : [])],
        whyDisclosure: whyDisclosure(snapshot.records.disclosureEvents.filter((event) => event.documentId === id)),
        disclosures: snapshot.records.disclosureEvents
          .filter((event) => event.documentId === id)
          .sort((a, b) =>
            (a.date ?? '9999') < (b.date ?? '9999') ? -1 : (a.date ?? '9999') > (b.date ?? '9999') ? 1 : a.id < b.id ? -1 : 1,
          )
          .map((event) => ({
            author: event.author,
            trigger: event.trigger,
            disclosed: isDisclosed(event),
            date: event.date,
            obtainedBy: event.obtainedBy,
            reference: event.reference,
            note: event.note,
          })),
      },
    ]
  })
}

/** What cites a document besides the evidence of claims. */
function usesOf({ records }: DossierSnapshot, id: DocumentId): readonly string[] {
  const marks = new Set(records.annotations.filter((annotation) => annotation.documentId === id).map((annotation) => annotation.id))
  const rests = (ids: readonly AnnotationId[]): boolean => ids.some((mark) => marks.has(mark))
  return [
    ...(records.purchases.some((purchase) => rests(marksOfPurchase(purchase))) ? ['purchases'] : []),
    ...(records.chronologyEvents.some((event) => rests(event.annotationIds)) ? ['chronology'] : []),
    ...(records.searchNotes.some(({ annotationId }) => annotationId !== undefined && marks.has(annotationId)) ? ['a recorded search'] : []),
  ]
}

function versionNode({ records }: DossierSnapshot, numbers: ExhibitNumbers, id: DocumentId): ExhibitNode['version'] {
  const place = versionPlaceOf(id, records.documentVersions)
  if (place === null) return null
  const named = (other: DocumentId | null): string | null => {
    if (other === null) return null
    const name = records.documents.find((document) => document.id === other)?.name ?? 'a document that is not in the library'
    const exhibit = numbers.get(other)
    return exhibit === undefined ? name : `${exhibit}, ${name}`
  }
  return { n: place.n, of: place.of, earlier: named(place.earlier), later: named(place.later) }
}
