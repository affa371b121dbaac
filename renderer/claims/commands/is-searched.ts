import { isNoRecordsLetter } from '@shared/claims/absence'
import type { ClaimId } from '@shared/claims/claim'
import type { RecordReader } from '@shared/storage/command'

/** Whether anybody is on record as having looked for what a claim of absence says is not there: a search note, or a no-records letter. */
export async function isSearched(read: RecordReader, claimId: ClaimId): Promise<boolean> {
  if ((await read.where('searchNotes', 'claimIds', claimId)).length > 0) return true
  for (const link of await read.where('evidenceLinks', 'claimId', claimId)) {
    const annotation = await read.get('annotations', link.annotationId)
    if (annotation !== undefined && isNoRecordsLetter(annotation)) return true
  }
  return false
}
