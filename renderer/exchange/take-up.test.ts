import 'fake-indexeddb/auto'
import { hashOfRecord, sealEntry } from '@shared/custody/custody-entry'
import type { Document } from '@shared/documents/document'
import { custodyHeadOf } from '@shared/dossier/snapshot'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { decisionKey } from '@shared/exchange/settle'
import { stateLog } from '@shared/exchange/stated-log'
import {
  aClaim,
  aCustodyLog,
  aLink,
  anAnalysis,
  anAnnotation,
  aProposalDecision,
  aStampRule,
  aTextChoice,
  putAll,
} from '@shared/testing/builders'
import { dossierWorld } from '@shared/testing/dossier-world'
import { sha256OfText } from '@shared/units/hashes'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readRecords } from '../dossier/read-records'
import type { Brought } from '../import/import-queue'
import { commit } from '../storage/commit'
import { Database } from '../storage/database'
import { undoCommand } from '../storage/undo-commands'
import type { Workbench } from '../workbench/workbench'
import { compareBundle } from './compare-bundle'
import type { ReadBundle } from './read-bundle'
import { takeUp } from './take-up'

const NAME = 'take-up-test'
const { snapshot, custody } = dossierWorld()
const { documents } = snapshot.records
const [contract, letter] = documents as [Document, Document]
const analysisId = snapshot.records.analyses[0]?.id ?? ('' as never)
const exhibits: ReadBundle['exhibits'] = new Map(documents.map(({ id }) => [id, { name: 'EX.pdf', blob: new Blob(['%PDF-']) }]))
const bundle: ReadBundle = { name: 'a bundle', snapshot, logs: [custody], checks: [], exhibits }
const options = { signal: new AbortController().signal }

const factsOf = ({
  pageCount,
  pagesWithText,
  pagesImageOnly,
  outline,
  metadata,
  encrypted,
  copyingDiscouraged,
  extractor,
  textSha256,
}: Document) =>
  ({ pageCount, pagesWithText, pagesImageOnly, outline, metadata, encrypted, copyingDiscouraged, extractor, textSha256 }) as Extract<
    Brought,
    { kind: 'read' }
  >['facts']
const asTold = (document: Document): Brought => ({ kind: 'read', facts: factsOf(document) })

let db: Database
/** What reading each document gives here. */
let reading: (document: Document) => Outcome<Brought>
let workbench: Workbench
const run: Workbench['run'] = (command, input) => commit(db, command, input, { actor: 'Researcher', now: () => Date.UTC(2026, 10, 23) })
beforeEach(() => {
  db = new Database(NAME)
  reading = (document) => ok(asTold(document))
  workbench = {
    db,
    imports: {
      bring: async (_name: string, blob: Blob, id: Document['id']) => {
        await db.files.put({ id, blob })
        const told = documents.find((document) => document.id === id)
        return told === undefined ? trouble(problem('unknown', '', '')) : reading(told)
      },
    },
    run,
  } as unknown as Workbench
})
afterEach(async () => {
  db.close()
  await Dexie.delete(NAME)
})

async function stated() {
  const read = await readRecords(db, analysisId)
  if (!read.ok) throw new Error(read.problem.what)
  return stateLog(read.value.records, { redactions: read.value.redactions }, read.value.custody, read.value.opened)
}

describe('taking a bundle up', () => {
  test('brings all of it in, states it under its own log, and a second time there is nothing to do', async () => {
    const taken = await takeUp(workbench, bundle, new Map(), options)
    expect(taken).toMatchObject({ ok: true, value: { readOtherwise: [], kept: [] } })
    const now = await stated()
    expect(now.custody).toEqual(custody)
    expect([now.head, now.keptLogs, now.bundle?.author]).toEqual([snapshot.custody, [], 'Researcher'])
    const again = await compareBundle(db, bundle)
    expect([again.known, again.merging, new Set(again.plan.records.map(({ fate }) => fate))]).toEqual([true, true, new Set(['same'])])
  })

  test('a text that is read otherwise here is said, and belongs to this library’s own log', async () => {
    const textSha256 = sha256OfText('read otherwise')
    reading = (document) =>
      ok(document.id === contract.id ? { kind: 'read', facts: { ...factsOf(document), textSha256 } } : asTold(document))
    expect(await takeUp(workbench, bundle, new Map(), options)).toMatchObject({ ok: true, value: { readOtherwise: [contract.name] } })
    expect((await db.get('documents', contract.id))?.textSha256).toBe(textSha256)
    expect((await stated()).keptLogs.map(({ head }) => head)).toEqual([snapshot.custody])
  })

  test('a document that needs its password here is kept, and becomes what it was once it is unlocked', async () => {
    reading = (document) =>
      ok(
        document.id === letter.id
          ? { kind: 'kept', problem: problem('pdf-needs-password', 'It needs a password.', 'Enter it.') }
          : asTold(document),
      )
    expect(await takeUp(workbench, bundle, new Map(), options)).toMatchObject({ ok: true, value: { kept: [letter.name] } })
    expect(await db.get('documents', letter.id)).toMatchObject({
      status: 'needs-password',
      pageCount: 0,
      textSha256: null,
      importedAt: letter.importedAt,
    })
  })

  test('a document that did not come along is listed, and what the bundle found of it is kept', async () => {
    const without = { ...bundle, exhibits: new Map([...exhibits].filter(([id]) => id === contract.id)) }
    expect((await compareBundle(db, without)).withoutBytes).toEqual([letter.id])
    await takeUp(workbench, without, new Map(), options)
    const [kept] = await db.all('openedBundles')
    expect(kept?.withoutBytes).toEqual([letter.id])
    expect(kept?.told.files).toEqual([{ documentId: letter.id, state: 'whole' }])
    expect(kept?.told.checks.length).toBeGreaterThan(0)
    expect(await db.get('documents', letter.id)).toEqual(letter)
    expect((await stated()).custody).toEqual(custody)
  })

  test('a document that was here before stays this library’s own, and the dossier still states what the bundle stated', async () => {
    const mine = { ...letter, importedAt: '2025-01-01T00:00:00.000Z' as Document['importedAt'] }
    await db.rows('documents').put(mine)
    await db.files.put({ id: letter.id, blob: new Blob(['%PDF-']) })
    await takeUp(workbench, bundle, new Map(), options)
    expect(await db.get('documents', letter.id)).toEqual(mine)
    const now = await stated()
    expect(now.custody).toEqual(custody)
    expect(now.records.documents.find(({ id }) => id === letter.id)).toEqual(letter)
  })

  test('records that came without their log are this library’s own from then on, also where an opening was undone before', async () => {
    const done = await takeUp(workbench, bundle, new Map(), options)
    expect(done.ok).toBe(true)
    const line = await db.custody.get(1)
    if (line === undefined) throw new Error('nothing was written')
    await commit(db, undoCommand, { line }, { actor: 'Researcher', now: () => Date.UTC(2026, 10, 24) })
    const alone = { ...bundle, logs: [] }
    const compared = await compareBundle(db, alone)
    expect([compared.merging, new Set(compared.plan.records.map(({ fate }) => fate))]).toEqual([false, new Set(['new'])])
    await takeUp(workbench, alone, new Map(), options)
    const now = await stated()
    expect([now.bundle, now.keptLogs]).toEqual([null, []])
  })

  test('working records come in with the rest, and the analysis is stated under the bundle’s log for either reader', async () => {
    const working = {
      annotations: [anAnnotation(letter, { comment: 'Ask who signed this.' })],
      recognitions: [],
      textCorrections: [],
      textChoices: [aTextChoice(letter)],
      stampRules: [aStampRule(contract)],
      documentVersions: [],
      proposalDecisions: [aProposalDecision(contract)],
    }
    const log = [...custody, ...aCustodyLog(putAll(working), custody.at(-1))]
    const head = custodyHeadOf(log)
    if (head === null) throw new Error('the log is empty')
    const colleague: ReadBundle = { ...bundle, snapshot: { ...snapshot, custody: head, working }, logs: [log] }
    // The same state as it was published is here already; taking it up again afterwards forgets nothing.
    const published: ReadBundle = { ...colleague, snapshot: { ...snapshot, custody: head } }
    await takeUp(workbench, published, new Map(), options)
    const taken = await takeUp(workbench, colleague, new Map(), options)
    await takeUp(workbench, published, new Map(), options)
    if (!taken.ok) throw new Error(taken.problem.what)
    expect(
      taken.value.lines
        .filter(({ id }) =>
          Object.values(working)
            .flat()
            .some((record) => record.id === id),
        )
        .map(({ kind, table }) => `${kind} ${table}`),
    ).toEqual(['new annotations', 'new textChoices', 'new stampRules', 'new proposalDecisions'])
    const read = await readRecords(db, analysisId, 'colleague')
    if (!read.ok || read.value.working === null) throw new Error('not read')
    expect(read.value.working).toEqual(working)
    for (const beside of [{ redactions: [] }, { redactions: [], working: read.value.working }])
      expect(stateLog(read.value.records, beside, read.value.custody, read.value.opened).custody).toEqual(log)
    const other = { ...read.value.working, annotations: [] }
    expect(stateLog(read.value.records, { redactions: [], working: other }, read.value.custody, read.value.opened).bundle).toBeNull()
    expect((await compareBundle(db, colleague)).plan.records.every(({ fate }) => fate === 'same')).toBe(true)
    // A published bundle of the same log says nothing against them.
    expect((await compareBundle(db, published)).plan.records.every(({ fate }) => fate === 'same')).toBe(true)
  })

  test('a mark that was removed there, and on which another analysis here rests, goes only if that is decided', async () => {
    const working = {
      annotations: [anAnnotation(letter)],
      recognitions: [],
      textCorrections: [],
      textChoices: [],
      stampRules: [],
      documentVersions: [],
      proposalDecisions: [],
    }
    const [mark] = working.annotations
    if (mark === undefined) throw new Error('there is no mark')
    const log = [...custody, ...aCustodyLog(putAll(working), custody.at(-1))]
    const withHead = (entries: typeof log): ReadBundle['snapshot']['custody'] => custodyHeadOf(entries) ?? snapshot.custody
    await takeUp(workbench, { ...bundle, snapshot: { ...snapshot, custody: withHead(log), working }, logs: [log] }, new Map(), options)
    const removal = [
      ...log,
      sealEntry(
        {
          at: '2026-11-23T12:00:00.000Z' as never,
          actor: 'Researcher',
          command: 'delete-annotations',
          summary: 'Deleted a mark',
          changes: [{ table: 'annotations', id: mark.id, before: hashOfRecord(mark), after: null }],
          reverts: null,
        },
        log.at(-1) ?? null,
      ),
    ]
    const later: ReadBundle = {
      ...bundle,
      snapshot: { ...snapshot, custody: withHead(removal), working: { ...working, annotations: [] } },
      logs: [removal],
    }
    const fateOfMark = async () => (await compareBundle(db, later)).plan.records.find(({ id }) => id === mark.id)
    expect(await fateOfMark()).toMatchObject({ fate: 'removed', conflicts: [] })
    const elsewhere = anAnalysis()
    await db.rows('evidenceLinks').put(aLink(aClaim(elsewhere), mark))
    expect(await fateOfMark()).toMatchObject({ fate: 'merged', conflicts: [{ path: [] }] })
  })

  test('a decision here that says otherwise than the bundle’s is asked about, also where the analysis is new here', async () => {
    const theirs = aTextChoice(letter)
    const working = {
      annotations: [],
      recognitions: [],
      textCorrections: [],
      textChoices: [theirs],
      stampRules: [],
      documentVersions: [],
      proposalDecisions: [],
    }
    const log = [...custody, ...aCustodyLog(putAll(working), custody.at(-1))]
    const mine = aTextChoice(letter, { use: 'embedded' })
    await db.rows('textChoices').put(mine)
    const asked: ReadBundle = {
      ...bundle,
      snapshot: { ...snapshot, custody: custodyHeadOf(log) ?? snapshot.custody, working },
      logs: [log],
    }
    const { plan } = await compareBundle(db, asked)
    expect(plan.records.filter(({ conflicts }) => conflicts.length > 0).map(({ id, rivals }) => [id, rivals])).toEqual([
      [theirs.id, [`textChoices/${mine.id}`]],
    ])
    await takeUp(workbench, asked, new Map([[decisionKey(`textChoices/${theirs.id}`, []), 'theirs']]), options)
    expect(await db.all('textChoices')).toEqual([theirs])
  })

  test('leaves nothing behind where a document could not be brought in', async () => {
    reading = (document) =>
      document.id === letter.id ? trouble(problem('storage-full', 'There is no room.', 'Make some.')) : ok(asTold(document))
    expect(await takeUp(workbench, bundle, new Map(), options)).toMatchObject({ ok: false, problem: { kind: 'storage-full' } })
    expect([
      (await db.all('documents')).length,
      (await db.all('openedBundles')).length,
      await db.custody.count(),
      (await db.files.toCollection().primaryKeys()).includes(contract.id),
    ]).toEqual([0, 0, 0, false])
  })
})
