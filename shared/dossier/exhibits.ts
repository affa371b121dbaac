import type { EvidenceLink } from '../claims/evidence-link'
import { isDisclosed } from '../documents/disclosure-event'
import { whyDisclosure } from '../documents/disclosure-standing'
import { type DocumentId, goesWithBundle } from '../documents/document'
import { versionPlaceOf } from '../versions/version-place'
import type { EvidenceNode, ExhibitNode } from './dossier-tree'
import type { DossierSnapshot } from './snapshot'

/** `EX-001` by document, in order of number. */
export type ExhibitNumbers = ReadonlyMap<DocumentId, string>

/**
 * Numbers the exhibits: first the documents whose passages are linked, in the order in which the dossier comes to them, then
 * those behind sources. Only documents whose stored bytes were found whole become exhibits.
 */
export function exhibitNumbers(snapshot: DossierSnapshot, links: readonly { readonly link: EvidenceLink }[]): ExhibitNumbers {
  const { records } = snapshot
  const whole = new Set(snapshot.files.filter((file) => file.state === 'whole').map((file) => file.documentId))
  const documentOf = new Map(records.annotations.map((annotation) => [annotation.id, annotation.documentId]))
  const linked = links.flatMap(({ link }) => documentOf.get(link.annotationId) ?? [])
  const ofSearches = records.searchNotes.flatMap(({ annotationId }) => (annotationId === undefined ? [] : (documentOf.get(annotationId) ?? [])))
  const behindSources = [...records.sources].sort((a, b) => a.number - b.number).flatMap((source) => source.documentIds)
  const ordered = [...new Set([...linked, ...ofSearches, ...behindSources])].filter((id) => whole.has(id))
  return new Map(ordered.map((id, at) => [id, `EX-${String(at + 1).padStart(3, '0')}`]))
}

/** Where an exhibit stands in the payload. */
export const exhibitPath = (number: string): string => `exhibits/${number}.pdf`

/** The exhibit list with its numbers. */
export function exhibitNodes(snapshot: DossierSnapshot, numbers: ExhibitNumbers, evidence: readonly EvidenceNode[]): readonly ExhibitNode[] {
  return [...numbers].flatMap(([id, number]) => {
    const document = snapshot.records.documents.find((each) => each.id === id)
    if (document === undefined) return []
    return [{
      number,
      path: exhibitPath(number),
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
      claims: [...new Set(evidence.filter((item) => item.passages.some((passage) => passage.documentSha256 === id)).map((item) => item.claimNumber))],
      whyDisclosure: whyDisclosure(snapshot.records.disclosureEvents.filter((event) => event.documentId === id)),
      disclosures: snapshot.records.disclosureEvents
        .filter((event) => event.documentId === id)
        .sort((a, b) => ((a.date ?? '9999') < (b.date ?? '9999') ? -1 : (a.date ?? '9999') > (b.date ?? '9999') ? 1 : a.id < b.id ? -1 : 1))
        .map((event) => ({ author: event.author, trigger: event.trigger, disclosed: isDisclosed(event), date: event.date, obtainedBy: event.obtainedBy, reference: event.reference, note: event.note })),
    }]
  })
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
