import type { AnalysisId } from '@shared/analyses/analysis'
import type { Annotation } from '@shared/annotations/annotation'
import { type Citation, citationOf } from '@shared/annotations/citation'
import type { Document } from '@shared/documents/document'
import { readPreference } from '../preferences/preferences'
import type { Database } from '../storage/database'

/**
 * A quotation with its citation, in the style of the analysis at hand: the one that its dossier is set to, else the one of the settings. What stands behind the
 * document is known from the sources of that analysis.
 */
export async function citeMark(
  db: Database,
  mark: Pick<Annotation, 'segments'>,
  document: Pick<Document, 'id' | 'name'>,
  analysisId: AnalysisId | null,
): Promise<Citation> {
  const analysis = analysisId === null ? undefined : await db.get('analyses', analysisId)
  return citationOf(mark, document, {
    style: analysis?.dossier?.citationStyle ?? (await readPreference(db, 'citationStyle')),
    sources: analysis === undefined ? [] : await db.where('sources', 'analysisId', analysis.id),
    events: await db.where('disclosureEvents', 'documentId', document.id),
    corrections: await db.where('textCorrections', 'documentId', document.id),
  })
}
