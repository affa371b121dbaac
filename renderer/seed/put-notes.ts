import { type Outcome, ok } from '@shared/errors/outcome'
import { derivedId } from '@shared/units/derived-id'
import { putSearchNote } from '../searches/commands/put-search-note'
import { enter, type Seeding } from './seeding'

/** Records the sample searches, each over the documents that it names. */
export async function putNotes(seeding: Seeding): Promise<Outcome<null>> {
  const { samples, claims, workbench } = seeding
  for (const { claims: numbers, files, ...note } of samples.searchNotes) {
    const id = derivedId('search', 'bundled', note.words)
    const about = claims.filter((claim) => numbers.includes(claim.number))
    const analysisId = about[0]?.analysisId
    if (analysisId === undefined || (await workbench.db.get('searchNotes', id)) !== undefined) continue
    const documentIds = samples.documents.filter(({ file }) => files.includes(file)).map(({ sha256 }) => sha256)
    const done = await enter(seeding, putSearchNote, { ...note, id, analysisId, claimIds: about.map((claim) => claim.id), documentIds, by: samples.author })
    if (!done.ok) return done
  }
  return ok(null)
}
