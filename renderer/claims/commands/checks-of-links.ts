import type { EvidenceLink } from '@shared/claims/evidence-link'
import type { RecordReader } from '@shared/storage/command'
import { type Change, remove } from '@shared/storage/records'

/** The changes that take the checks of links away with them; a check of a link that is gone would say nothing. */
export async function removeChecksOf(
  read: RecordReader,
  links: readonly Pick<EvidenceLink, 'id' | 'claimId'>[],
): Promise<readonly Change[]> {
  const gone = new Set<string>(links.map((link) => link.id))
  const changes: Change[] = []
  for (const claimId of new Set(links.map((link) => link.claimId))) {
    for (const check of await read.where('checks', 'claimId', claimId))
      if (check.linkId !== null && gone.has(check.linkId)) changes.push(remove('checks', check.id))
  }
  return changes
}
