import type { ParityCell } from '@shared/parity/parity-cell'
import type { RecordReader } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'

/** Cells of matrices when marks go that they rest on: they stay as they are filled, without those marks. */
export async function cellsWithoutMarks(read: RecordReader, ids: readonly string[]): Promise<readonly Change[]> {
  const gone = new Set<string>(ids)
  const cells = new Map<string, ParityCell>()
  for (const id of gone) for (const cell of await read.where('parityCells', 'annotationIds', id)) cells.set(cell.id, cell)
  return [...cells.values()].map((cell) => put('parityCells', { ...cell, annotationIds: cell.annotationIds.filter((id) => !gone.has(id)) }))
}

/** Cells of matrices when a search note goes: *looked and not found* without any search is not yet looked. */
export async function cellsWithoutSearch(read: RecordReader, id: string): Promise<readonly Change[]> {
  return (await read.where('parityCells', 'searchNoteIds', id)).map((cell) => {
    const searchNoteIds = cell.searchNoteIds.filter((other) => other !== id)
    return put('parityCells', {
      ...cell,
      searchNoteIds,
      state: cell.state === 'not-found' && searchNoteIds.length === 0 ? 'not-looked' : cell.state,
    })
  })
}

/** Cells of matrices when the claim goes that was made of them. */
export async function cellsWithoutClaim(
  read: RecordReader,
  { id, analysisId }: { readonly id: string; readonly analysisId: string },
): Promise<readonly Change[]> {
  return (await read.where('parityCells', 'analysisId', analysisId))
    .filter((cell) => cell.claimId === id)
    .map((cell) => put('parityCells', { ...cell, claimId: null }))
}
