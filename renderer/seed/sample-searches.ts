import type { AnalysisId } from '@shared/analyses/analysis'
import { derivedId } from '@shared/units/derived-id'
import { putSearchNote } from '../searches/commands/put-search-note'
import { type Step, step } from './in-one-step'
import type { Seeding } from './seeding'

/** The sample searches, each over the documents that it names. */
export function searchesOf({ samples, claims }: Seeding, analysisId: AnalysisId): readonly Step[] {
  return samples.searchNotes.map(({ claims: numbers, files, ...note }) => {
    const claimIds = claims.filter((claim) => numbers.includes(claim.number)).map(({ id }) => id)
    const documentIds = samples.documents.filter(({ file }) => files.includes(file)).map(({ sha256 }) => sha256)
    return step(putSearchNote, {
      ...note,
      id: derivedId('search', 'bundled', note.words),
      analysisId,
      claimIds,
      documentIds,
      by: samples.author,
    })
  })
}
