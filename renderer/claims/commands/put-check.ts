import { CHECK_VERDICTS, CHECK_WORDS, checkSchema } from '@shared/claims/check'
import { fingerprintOf, passageRead } from '@shared/claims/check-fingerprint'
import type { Claim } from '@shared/claims/claim'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand, type RecordReader } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { derivedId } from '@shared/units/derived-id'
import type { Sha256 } from '@shared/units/hashes'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { claimOf } from './claim-of'

const { claimId, linkId, note, fingerprint } = checkSchema.unwrap().shape

/**
 * Writes down what a second reader found of a claim's text, or of one linked passage. Each reader has one finding of each; the log
 * keeps the earlier ones. What has changed since it was shown is not checked: the reader has to see it first.
 */
export const putCheck = defineCommand({
  name: 'put-check',
  label: 'Check',
  input: record({ claimId, linkId, verdict: z.enum(CHECK_VERDICTS), note, by: z.string().trim().min(1, 'say who checks'), fingerprint }),
  async decide({ note, ...input }, { read, at }) {
    const found = await claimOf(read, input.claimId)
    if (!found.ok) return found
    const claim = found.value
    const now = await standsNow(read, claim, input.linkId)
    if (!now.ok) return now
    if (now.value !== input.fingerprint)
      return trouble(
        problem('changed-while-read', 'It changed while you were reading it.', 'Read it again as it stands now, and check that.'),
      )
    const id = derivedId('check', claim.id, input.linkId ?? 'claim', input.by)
    const what = input.linkId === null ? claim.number : `a passage of ${claim.number}`
    return ok({
      changes: [put('checks', { ...input, id, analysisId: claim.analysisId, note: note.trim(), at })],
      summary: `Checked ${what}: ${CHECK_WORDS[input.verdict]}`,
    })
  },
})

async function standsNow(read: RecordReader, claim: Claim, linkId: EvidenceLink['id'] | null): Promise<Outcome<Sha256>> {
  if (linkId === null) return ok(fingerprintOf(claim, null))
  const link = await read.get('evidenceLinks', linkId)
  const annotation = link && (await read.get('annotations', link.annotationId))
  if (link === undefined || annotation === undefined || link.claimId !== claim.id)
    return trouble(problem('link-missing', 'The passage is no longer linked to the claim.', 'Go on with the next one.'))
  return ok(fingerprintOf(claim, { link, passage: passageRead(annotation) }))
}
