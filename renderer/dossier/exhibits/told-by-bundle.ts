import type { AnnotationId } from '@shared/annotations/annotation'
import type { DocumentId } from '@shared/documents/document'
import type { SnapshotRecords } from '@shared/dossier/snapshot'
import type { OpenedBundle } from '@shared/exchange/opened-bundle'
import type { FileState } from './exhibit-files'
import type { PassageFindings } from './passage-findings'

/**
 * What an unchanged bundle says of a document that it could not bring: its passages were read where its bytes are, and can't be read here. A
 * document that should have come along and did not is missing, and the dossier says so: null.
 */
export function toldByBundle(
  { withoutBytes, told }: OpenedBundle,
  { annotations }: Pick<SnapshotRecords, 'annotations'>,
  id: DocumentId,
  isKeptOut: boolean,
): { readonly state: FileState; readonly findings: PassageFindings } | null {
  const file = withoutBytes.includes(id) ? told.files.find(({ documentId }) => documentId === id) : undefined
  if (file === undefined || (file.state === 'whole' && !isKeptOut)) return null
  const within = new Set(annotations.flatMap((annotation) => (annotation.documentId === id ? [annotation.id] : [])))
  const ofDocument = ({ annotationId }: { readonly annotationId: AnnotationId }): boolean => within.has(annotationId)
  return {
    state: file.state,
    findings: { checks: told.checks.filter(ofDocument), blackouts: (told.blackouts ?? []).filter(ofDocument), pictures: [] },
  }
}
