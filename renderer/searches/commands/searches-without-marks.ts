import type { RecordReader } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'

/** The changes that let search notes no longer rest on marks that go: what they say stays, and cites nothing. */
export async function searchesWithoutMarks(read: RecordReader, marks: ReadonlySet<string>): Promise<readonly Change[]> {
  const resting = await Promise.all([...marks].map((mark) => read.where('searchNotes', 'annotationId', mark)))
  return resting.flat().map(({ annotationId: _gone, ...note }) => put('searchNotes', note))
}
