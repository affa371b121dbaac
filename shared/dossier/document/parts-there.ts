import { DOSSIER_PARTS, type DossierPart } from '../dossier-settings'
import type { DossierDocument } from './blocks'

/** The parts that stand in a document. Sections of claims are the part of claims. */
export function partsThere({ parts }: Pick<DossierDocument, 'parts'>): ReadonlySet<DossierPart> {
  const ids = new Set(parts.map(({ id }) => (id.startsWith('section-') ? 'claims' : id)))
  return new Set(DOSSIER_PARTS.filter((part) => ids.has(part)))
}
