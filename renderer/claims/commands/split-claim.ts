import { claimIdSchema, nextClaimNumber } from '@shared/claims/claim'
import { evidenceLinkIdSchema } from '@shared/claims/evidence-link'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { searchNoteIdSchema } from '@shared/searches/search-note'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { derivedId } from '@shared/units/derived-id'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { claimOf } from './claim-of'
import { removeChecksOf } from './checks-of-links'
import { placedAfter } from './places'

/** What becomes of a link when its claim is split: it stays, goes with the new claim, or bears on both. */
export const SPLIT_CHOICES = ['stay', 'go', 'both'] as const
export type SplitChoice = (typeof SPLIT_CHOICES)[number]

const words = z.string().trim().min(1, 'write what is claimed')
const input = record({
  id: claimIdSchema,
  /** What the claim says from now on. */
  text: words,
  newId: claimIdSchema,
  /** What the new claim says. */
  newText: words,
  /** Links that do not just stay. */
  links: list(record({ id: evidenceLinkIdSchema, choice: z.enum(SPLIT_CHOICES) })),
  /** Search notes that bear on the new claim as well. */
  searches: list(searchNoteIdSchema),
  /** Every number that the analysis ever gave; see `claim-numbers.ts`. */
  numbersGiven: list(z.string()),
})

/**
 * Makes two claims of one. The first keeps its number, its judgement and what is not told to go; the second gets the next number and
 * stands right after it, not judged yet, with readings, sources and what it rests on as they were.
 */
export const splitClaim = defineCommand({
  name: 'split-claim',
  label: 'Split claim',
  input,
  async decide({ id, text, newId, newText, links, searches, numbersGiven }, { read }) {
    const found = await claimOf(read, id)
    if (!found.ok) return found
    const claim = found.value
    if (claim.mergedInto !== undefined)
      return trouble(
        problem('claim-merged', `${claim.number} was merged into ${claim.mergedInto}.`, 'Split that claim, or part the two again first.'),
      )
    const all = await read.where('claims', 'analysisId', claim.analysisId)
    const number = nextClaimNumber([...numbersGiven, ...all.map((other) => other.number)])
    const reading = (old: string) => derivedId('reading', newId, old)
    const { mergedInto: _merged, wouldChange: _would, ...kept } = claim
    const fresh = {
      ...kept,
      id: newId,
      number,
      text: newText,
      splitFrom: claim.number,
      notes: '',
      tests: { wouldSupport: [], wouldContradict: [], wouldQualify: [] },
      readings: claim.readings.map((one) => ({ ...one, id: reading(one.id) })),
    }
    const first = { ...claim, text }
    const places = placedAfter(
      all.map((other) => (other.id === id ? first : other)),
      fresh,
      first,
    )
    const linked = (await read.where('evidenceLinks', 'claimId', id)).map((link) => ({
      link,
      choice: links.find((one) => one.id === link.id)?.choice ?? 'stay',
    }))
    const going = linked.filter(({ choice }) => choice === 'go').map(({ link }) => link)
    const moved = linked.flatMap(({ link, choice }) => {
      if (choice === 'stay') return []
      const there = { ...link, claimId: newId, readingIds: link.readingIds.map(reading) }
      return [put('evidenceLinks', choice === 'go' ? there : { ...there, id: derivedId('evidence', newId, link.id) })]
    })
    const notes = (await read.where('searchNotes', 'claimIds', id)).filter((note) => searches.includes(note.id))
    const changes = [
      ...(claim.text === text ? [] : [put('claims', first)]),
      ...places,
      ...moved,
      ...(await removeChecksOf(read, going)),
      ...notes.map((note) => put('searchNotes', { ...note, claimIds: [...note.claimIds, newId] })),
    ]
    return ok({
      changes,
      summary: `Split ${claim.number}: ${number} is new${moved.length === 0 ? '' : `, with ${moved.length} ${moved.length === 1 ? 'link' : 'links'} to evidence`}`,
    })
  },
})
