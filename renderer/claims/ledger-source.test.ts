import 'fake-indexeddb/auto'
import { compareClaims } from '@shared/claims/claim'
import { ledgerOf } from '@shared/claims/ledger'
import { put } from '@shared/storage/records'
import { aClaim, aDisclosureEvent, aDocument, aLink, anAnalysis, anAnnotation, anAssessment, aSearchNote } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteAnnotations } from '../annotations/commands/delete-annotations'
import { linkEvidence } from '../annotations/commands/link-evidence'
import { putDisclosureEvent } from '../documents/commands/put-disclosure-event'
import { undoCommand } from '../storage/undo-commands'
import { commandBench, type CommandBench } from '../testing/command-bench'
import { assessClaim } from './commands/assess-claim'
import { putTension } from './commands/put-tension'
import { splitClaim } from './commands/split-claim'
import { type Ledger, ledgerSource } from './ledger-source'
import { ledgerRecords } from './ledger-records'

const analysis = anAnalysis()
const [one, two] = [aDocument(), aDocument()]
const [first, second] = [aClaim(analysis, { number: 'C01', order: 1 }), aClaim(analysis, { number: 'C02', order: 2 })]
const [markOne, markTwo] = [anAnnotation(one), anAnnotation(two)]

let bench: CommandBench
beforeEach(async () => {
  bench = commandBench(`ledger-${newId('test')}`)
  await bench.have([
    put('analyses', analysis),
    put('documents', one),
    put('documents', two),
    put('claims', first),
    put('claims', second),
    put('annotations', markOne),
    put('annotations', markTwo),
    put('evidenceLinks', aLink(first, markOne)),
    put('assessments', anAssessment(first)),
    put('searchNotes', aSearchNote(analysis, [first])),
    put('disclosureEvents', aDisclosureEvent(one)),
  ])
})
afterEach(() => bench.remove())

/** The ledger as it is when everything is read anew. */
async function anew(): Promise<Ledger['lines']> {
  const records = ledgerRecords(bench.db, analysis.id)
  await records.load()
  await records.loadPassages()
  const input = records.input()
  return ledgerOf({ ...input, claims: input.claims.toSorted(compareClaims(() => 0)) })
}

test('a ledger that follows the custody log says the same as one read anew', async () => {
  const source = ledgerSource(bench.db, analysis.id)
  const followed = (): Promise<Ledger> =>
    new Promise((found) => {
      let last = Date.now()
      const stop = source.subscribe(() => {
        last = Date.now()
      })
      const timer = setInterval(() => {
        const ledger = source.get()
        if (Date.now() - last < 150 || ledger === undefined || ledger === null || !ledger.complete) return
        clearInterval(timer)
        stop()
        found(ledger)
      }, 20)
    })
  expect((await followed()).lines).toEqual(await anew())
  const event = aDisclosureEvent(two, { author: 'press', trigger: 'unauthorised' })
  await bench.run(linkEvidence, {
    annotationId: markTwo.id,
    link: {
      id: newId('evidence'),
      claimId: first.id,
      analysisId: analysis.id,
      relation: 'supports',
      readingIds: [],
      strength: null,
      note: '',
    },
  })
  await bench.run(putDisclosureEvent, event)
  await bench.run(assessClaim, { claimId: second.id, readingId: null, status: 'mixed', confidence: 'low', reasoning: '' })
  await bench.run(putTension, {
    id: newId('tension'),
    analysisId: analysis.id,
    kind: 'word',
    claimIds: [first.id],
    text: 'Two senses.',
    settled: '',
  })
  await bench.run(splitClaim, {
    id: first.id,
    text: 'It was bought.',
    newId: newId('claim'),
    newText: 'It was used.',
    links: [],
    searches: [],
    numbersGiven: [],
  })
  const deleted = await bench.run(deleteAnnotations, { ids: [markOne.id] })
  const ledger = await followed()
  expect(ledger.lines).toEqual(await anew())
  expect(ledger.lines.map((line) => [line.claim.number, line.whole.evidence.supports])).toEqual([
    ['C01', 1],
    ['C03', 0],
    ['C02', 0],
  ])
  if (!deleted.ok) throw new Error(deleted.problem.what)
  await bench.run(undoCommand, { line: deleted.value.line })
  expect((await followed()).lines).toEqual(await anew())
})
