import 'fake-indexeddb/auto'
import type { Document } from '@shared/documents/document'
import type { SnapshotRecords } from '@shared/dossier/snapshot'
import type { WorkingRecords } from '@shared/dossier/working-records'
import {
  anAnnotation,
  aProposalDecision,
  aRecognition,
  aStampRule,
  aTextChoice,
  aTextCorrection,
  aDocument,
} from '@shared/testing/builders'
import { dossierWorld } from '@shared/testing/dossier-world'
import { pageIndex } from '@shared/units/pages'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EXAMINED, findingsOf } from '../redactions/page-findings'
import { Database } from '../storage/database'
import { DerivedDatabase } from '../storage/derived-database'
import { whatGoesOut } from './what-goes-out'

const TEXT = 'The contract was signed by Jane Roe of Harbor on 2 May.'
const HELD = { start: TEXT.indexOf('Jane'), end: TEXT.indexOf(' of Harbor') }
const NAMES = ['What goes out', 'What goes out, derived'] as const

const open = aDocument()
const keptOut: Document = { ...aDocument(), handling: 'do-not-bundle' }
const records: SnapshotRecords = { ...dossierWorld().snapshot.records, documents: [open, keptOut], annotations: [], textCorrections: [] }
const page = pageIndex(0)

let db: Database
let derived: DerivedDatabase
beforeEach(async () => {
  db = new Database(NAMES[0])
  derived = new DerivedDatabase(NAMES[1])
  await db.pageTexts.put({ documentId: open.id, index: page, text: TEXT, runs: [] })
  await findingsOf(derived).put({
    documentId: open.id,
    index: page,
    form: EXAMINED.form,
    failedToLook: false,
    boxes: [],
    codes: [],
    proposals: [],
    failed: [{ key: 'box', kind: 'dark-box', area: { left: 0, bottom: 0, right: 1, top: 1 }, ranges: [HELD] }],
  } as never)
})
afterEach(async () => {
  db.close()
  derived.close()
  for (const name of NAMES) await Dexie.delete(name)
})

const safe = {
  annotations: [anAnnotation(open, { comment: 'Who was it?', segments: [{ quote: 'The contract was signed' }] })],
  recognitions: [aRecognition(open)],
  textCorrections: [aTextCorrection(open, { range: { start: 0, end: 3 }, was: 'The', becomes: 'This' })],
  textChoices: [aTextChoice(open)],
  stampRules: [aStampRule(open)],
  documentVersions: [],
  proposalDecisions: [aProposalDecision(open, { note: 'Roe v. Wade is another matter.' })],
} satisfies WorkingRecords
const repeating = {
  annotations: [
    anAnnotation(open, { segments: [{ quote: 'signed by Jane Roe of Harbor', ranges: [{ start: 17, end: 45 }] }] }),
    anAnnotation(open, { segments: [{ quote: 'The contract', suffix: ' was signed by Jane' }] }),
    anAnnotation(open, { comment: 'It is jane ROE.', segments: [{ quote: 'The contract' }] }),
    anAnnotation(open, { tags: ['Jane-Roe'], segments: [{ quote: 'The contract' }] }),
  ],
  recognitions: [aRecognition(open, { pageIndex: pageIndex(1), text: { text: 'signed by Jane Roe\n', runs: [] } })],
  textCorrections: [
    aTextCorrection(open, { range: { start: HELD.start, end: HELD.start + 4 }, was: 'Jane', becomes: 'Janet' }),
    aTextCorrection(open, { range: { start: 0, end: 3 }, was: 'The', becomes: 'Jane Roe' }),
  ],
  textChoices: [],
  stampRules: [aStampRule(open, { before: 'Jane Roe ' })],
  documentVersions: [],
  proposalDecisions: [aProposalDecision(open, { note: 'Jane Roe' })],
} satisfies WorkingRecords
const onKeptOut = {
  annotations: [anAnnotation(keptOut)],
  recognitions: [aRecognition(keptOut)],
  textCorrections: [aTextCorrection(keptOut)],
  textChoices: [aTextChoice(keptOut)],
  stampRules: [aStampRule(keptOut)],
  documentVersions: [],
  proposalDecisions: [aProposalDecision(keptOut)],
} satisfies WorkingRecords
const together = (...all: readonly WorkingRecords[]): WorkingRecords =>
  Object.fromEntries(
    Object.keys(safe).map((table) => [table, all.flatMap((one) => one[table as keyof WorkingRecords] as readonly unknown[])]),
  ) as unknown as WorkingRecords
const read = { records, redactions: [], released: [], working: together(safe, repeating, onKeptOut) }

describe('what goes out', () => {
  test('for publication holds no working record', async () => {
    expect((await whatGoesOut({ db, derived }, { ...read, working: null })).beside).toEqual({ redactions: [] })
  })

  test('for a colleague holds working records, none that repeats words under a redaction, and none on a document that is kept out; how many stay is counted', async () => {
    const { beside, stays } = await whatGoesOut({ db, derived }, read)
    expect(beside.working).toEqual(safe)
    expect(stays).toBe(Object.values(repeating).flat().length + Object.values(onKeptOut).flat().length)
  })

  test('holds them once the words were released', async () => {
    await db.rows('proposalDecisions').put(aProposalDecision(open, { kind: 'failed-redaction', key: 'box', verdict: 'released' }))
    expect((await whatGoesOut({ db, derived }, read)).beside.working).toEqual(together(safe, repeating))
  })

  test('holds none on a document that could not be looked at', async () => {
    const { beside } = await whatGoesOut({ db, derived }, { ...read, working: safe }, new Set([open.id]))
    expect(Object.values(beside.working ?? {}).flat()).toEqual([])
  })

  test('of corrections on a cited page holds none over words under a redaction, and of a document that is kept out only those of cited words', async () => {
    const cited = anAnnotation(keptOut, { segments: [{ ranges: [{ start: 10, end: 20 }] }] })
    const within = aTextCorrection(keptOut, { range: { start: 12, end: 14 } })
    const stated = {
      ...records,
      annotations: [cited],
      textCorrections: [
        within,
        aTextCorrection(keptOut, { range: { start: 30, end: 34 } }),
        ...safe.textCorrections,
        ...repeating.textCorrections,
      ],
    }
    for (const working of [null, read.working])
      expect((await whatGoesOut({ db, derived }, { ...read, records: stated, working })).records.textCorrections).toEqual([
        within,
        ...safe.textCorrections,
      ])
  })
})
