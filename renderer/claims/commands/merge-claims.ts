import { type Claim, claimIdSchema } from '@shared/claims/claim'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import type { Reading } from '@shared/claims/reading'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { derivedId } from '@shared/units/derived-id'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { claimOf } from './claim-of'
import { removeChecksOf } from './checks-of-links'

const input = record({
  id: claimIdSchema,
  /** The claim that takes it in. */
  into: claimIdSchema,
  /** Whether its links leave it, or bear on both from now on. */
  links: z.enum(['move', 'copy']),
})

/**
 * Takes one claim into another. The merged claim keeps its number, its text, its judgement and its history, and is shown as merged;
 * its evidence, search notes, tensions and cited sources are the other's from now on, and what rested on it rests on the other.
 */
export const mergeClaims = defineCommand({
  name: 'merge-claims',
  label: 'Merge claims',
  input,
  async decide({ id, into, links: how }, { read }) {
    const found = await claimOf(read, id)
    if (!found.ok) return found
    const target = await claimOf(read, into)
    if (!target.ok) return target
    const [merged, other] = [found.value, target.value]
    if (merged.id === other.id)
      return trouble(problem('merge-with-itself', `${merged.number} can't be merged into itself.`, 'Choose another claim.'))
    if (merged.analysisId !== other.analysisId)
      return trouble(problem('other-analysis', 'The two claims belong to two analyses.', 'Choose a claim of the same analysis.'))
    const gone = [merged, other].find((claim) => claim.mergedInto !== undefined)
    if (gone !== undefined)
      return trouble(
        problem('claim-merged', `${gone.number} was merged into ${gone.mergedInto} already.`, 'Choose a claim that stands on its own.'),
      )

    const links = await read.where('evidenceLinks', 'claimId', id)
    const { readings, readingIn } = readingsTogether(merged, other, links)
    const brought = links.map((link) => ({
      ...link,
      claimId: into,
      readingIds: link.readingIds.flatMap((old) => readingIn.get(old) ?? []),
    }))
    const sources = [...new Set([...other.citedSources, ...merged.citedSources])].sort((a, b) => a - b)
    const grew = sources.length > other.citedSources.length
    const rests = (claim: Claim): Claim => ({
      ...claim,
      dependsOn: [...new Set(claim.dependsOn.map((number) => (number === merged.number ? other.number : number)))].filter(
        (number) => number !== claim.number,
      ),
    })
    const resting = (await read.where('claims', 'analysisId', merged.analysisId)).filter(
      (claim) => claim.dependsOn.includes(merged.number) && claim.id !== into && claim.id !== id,
    )
    const chained = (await read.where('claims', 'analysisId', merged.analysisId)).filter((claim) => claim.mergedInto === merged.number)
    const notes = await read.where('searchNotes', 'claimIds', id)
    const tensions = await read.where('tensions', 'claimIds', id)
    const withTarget = (ids: readonly Claim['id'][]): readonly Claim['id'][] => [
      ...new Set(how === 'move' ? ids.map((one) => (one === id ? into : one)) : [...ids, into]),
    ]
    const changes = [
      put('claims', { ...merged, mergedInto: other.number }),
      // Where the two were cited differently, how they are cited together is no longer said.
      put('claims', { ...rests(other), readings, citedSources: sources, citationScope: grew ? null : other.citationScope }),
      ...resting.map((claim) => put('claims', rests(claim))),
      ...chained.map((claim) => put('claims', { ...claim, mergedInto: other.number })),
      ...brought.map((link) => put('evidenceLinks', how === 'move' ? link : { ...link, id: derivedId('evidence', into, link.id) })),
      ...(how === 'move' ? await removeChecksOf(read, links) : []),
      ...notes.map((note) => put('searchNotes', { ...note, claimIds: withTarget(note.claimIds) })),
      ...tensions.map((tension) =>
        put('tensions', { ...tension, claimIds: [...new Set(tension.claimIds.map((one) => (one === id ? into : one)))] }),
      ),
    ]
    const evidence =
      links.length === 0
        ? ''
        : `, which ${how === 'move' ? 'took over' : 'also got'} ${links.length} ${links.length === 1 ? 'link' : 'links'} to evidence`
    return ok({ changes, summary: `Merged ${merged.number} into ${other.number}${evidence}` })
  },
})

/** The readings of the claim that takes in, with those of the merged one on which its links bear; readings of one name are one. */
function readingsTogether(
  merged: Claim,
  other: Claim,
  links: readonly EvidenceLink[],
): { readonly readings: readonly Reading[]; readonly readingIn: ReadonlyMap<string, Reading['id']> } {
  const readings = [...other.readings]
  const readingIn = new Map<string, Reading['id']>()
  const used = new Set<string>(links.flatMap((link) => link.readingIds))
  for (const reading of merged.readings) {
    if (!used.has(reading.id)) continue
    const same = readings.find((one) => one.label === reading.label)
    if (same === undefined) readings.push({ ...reading, id: derivedId('reading', other.id, reading.id) })
    readingIn.set(reading.id, same?.id ?? derivedId('reading', other.id, reading.id))
  }
  return { readings, readingIn }
}
