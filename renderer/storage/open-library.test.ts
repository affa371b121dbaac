import 'fake-indexeddb/auto'
import { findChainBreak } from '@shared/custody/custody-entry'
import { journalChecker } from '@shared/custody/journal-check'
import type { JournalLine } from '@shared/custody/journal-line'
import { WORKBENCH_ACTOR } from '@shared/custody/workbench-actor'
import { problem, trouble } from '@shared/errors/outcome'
import { bundleToKeep } from '@shared/exchange/bundle-record'
import { put, remove } from '@shared/storage/records'
import { aDocument } from '@shared/testing/builders'
import { dossierWorld } from '@shared/testing/dossier-world'
import { sha256OfText } from '@shared/units/hashes'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test } from 'vitest'
import { createMemoryDesktop, createMemoryVault, DISK_FULL, type MemoryDesktop, type MemoryVault } from '../testing/memory-desktop'
import { expectOk, importSample, makeChanges, sampleSource, setTitle, titles } from '../testing/sample-library'
import { writePreference } from '../preferences/preferences'
import { Database } from './database'
import { type Library, openLibrary } from './open-library'

const NAME = 'test'
const opened: Library[] = []

const noReading = async () => trouble(problem('no-reading', 'Text is not read in this test.', 'None.'))

async function open(desktop: MemoryDesktop): Promise<Library> {
  const library = expectOk(await openLibrary(desktop, { name: NAME, locks: undefined, readAgain: noReading }))
  opened.push(library)
  return library
}

/** A library with a few changes and one document, closed again. */
async function filled(vault: MemoryVault = createMemoryVault()): Promise<{ readonly vault: MemoryVault; readonly documentId: string }> {
  const desktop = createMemoryDesktop({ vault })
  const library = await open(desktop)
  for (const name of ['a', 'b', 'c']) expectOk(await library.run(setTitle, { name, title: `first ${name}` }))
  const document = await importSample(library, desktop, 'letter.pdf', 'Dear requester')
  expectOk(await library.run(setTitle, { name: 'a', title: 'second a' }))
  await library.close()
  return { vault, documentId: document.id }
}

const FILLED = { a: 'second a', b: 'first b', c: 'first c' }
const linesOf = (vault: MemoryVault): JournalLine[] =>
  vault.journal
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JournalLine)

async function expectWhole(library: Library, vault: MemoryVault): Promise<void> {
  const rows = await library.db.custody.orderBy('seq').toArray()
  expect(findChainBreak(rows.map((row) => row.entry))).toBeNull()
  const checker = journalChecker(null)
  expect(linesOf(vault).map((line) => checker.take(line))).toEqual(linesOf(vault).map(() => null))
  expect(linesOf(vault).map((line) => line.entry.hash)).toEqual(rows.map((row) => row.entry.hash))
  expect(await titles(library.db)).toEqual(FILLED)
  expect(await library.db.rows('documents').count()).toBe(1)
}

const kinds = (library: Library): readonly string[] => library.repairs.get().map((one) => one.kind)

afterEach(async () => {
  for (const library of opened.splice(0)) await library.close()
  await Dexie.delete(NAME)
})

describe('saving', () => {
  test('a command is acknowledged when both copies hold it, with one hash', async () => {
    const desktop = createMemoryDesktop()
    const library = await open(desktop)
    const { line } = expectOk(await library.run(setTitle, { name: 'a', title: 'one' }))
    expect(linesOf(desktop.inVault)).toEqual([line])
    expect(await titles(library.db)).toEqual({ a: 'one' })
    expect(library.saved.get()).toEqual({ kind: 'saved-twice' })
  })

  test('nothing is acknowledged before the journal is flushed', async () => {
    const desktop = createMemoryDesktop()
    const library = await open(desktop)
    let let_through = (): void => undefined
    desktop.switches.beforeAppend = () => new Promise((done) => (let_through = done))
    let acknowledged = false
    const running = library.run(setTitle, { name: 'a', title: 'one' }).then((outcome) => {
      acknowledged = true
      return outcome
    })
    await expect.poll(() => library.db.custody.count()).toBe(1)
    await new Promise((done) => setTimeout(done, 20))
    expect(acknowledged).toBe(false)
    expect(library.saved.get().kind).toBe('saving')
    let_through()
    expectOk(await running)
  })

  test('commands given together are journaled with few flushes and acknowledged in order', async () => {
    const desktop = createMemoryDesktop()
    const library = await open(desktop)
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => library.run(setTitle, { name: `n${n}`, title: 'x' })))
    expect(answers.map((answer) => expectOk(answer).line.entry.seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
    expect(desktop.flushes()).toBeLessThanOrEqual(3)
  })

  test('an invalid later change leaves nothing of the command behind', async () => {
    const desktop = createMemoryDesktop()
    const library = await open(desktop)
    const bad = { ...sampleSource('b'), number: -1 }
    const answer = await library.run(makeChanges, [put('sources', sampleSource('a', 'one')), put('sources', bad)])
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'invalid-record' } })
    expect(await titles(library.db)).toEqual({})
    expect(await library.db.custody.count()).toBe(0)
    expect(desktop.inVault.journal).toBe('')
  })

  test('a full disk refuses the command, takes it out of the database again and says so', async () => {
    const desktop = createMemoryDesktop()
    const library = await open(desktop)
    expectOk(await library.run(setTitle, { name: 'a', title: 'kept' }))
    desktop.switches.refuseWrites = DISK_FULL
    expect(await library.run(setTitle, { name: 'a', title: 'lost' })).toEqual(
      trouble({ ...DISK_FULL, what: `Nothing was changed. ${DISK_FULL.what}` }),
    )
    expect(await titles(library.db)).toEqual({ a: 'kept' })
    expect(library.saved.get()).toEqual({ kind: 'trouble', problem: DISK_FULL })
    desktop.switches.refuseWrites = null
    expectOk(await library.retrySaving())
    expect(library.saved.get().kind).toBe('saved-twice')
    expectOk(await library.run(setTitle, { name: 'b', title: 'after' }))
    expect(linesOf(desktop.inVault).map((line) => line.entry.seq)).toEqual([1, 2])
    // The refused command is not on the undo stack.
    expectOk(await library.undo())
    expectOk(await library.undo())
    expect(await titles(library.db)).toEqual({})
  })

  test('a vault that comes back by itself is used by the next command', async () => {
    const desktop = createMemoryDesktop()
    const library = await open(desktop)
    desktop.switches.refuseReads = DISK_FULL
    desktop.switches.refuseWrites = DISK_FULL
    expect((await library.run(setTitle, { name: 'a', title: 'x' })).ok).toBe(false)
    expect(await library.run(setTitle, { name: 'a', title: 'x' })).toMatchObject({
      ok: false,
      problem: { kind: 'not-saved', what: expect.stringContaining('Nothing was changed') },
    })
    desktop.switches.refuseReads = null
    desktop.switches.refuseWrites = null
    expectOk(await library.run(setTitle, { name: 'a', title: 'y' }))
    expect(await titles(library.db)).toEqual({ a: 'y' })
  })

  test('a lost answer does not lose the change: the journal itself is asked', async () => {
    const desktop = createMemoryDesktop()
    const library = await open(desktop)
    desktop.switches.loseAnswers = true
    expectOk(await library.run(setTitle, { name: 'a', title: 'one' }))
    expect(await titles(library.db)).toEqual({ a: 'one' })
  })

  test('a bug in a command reaches its caller and does not stop the next command', async () => {
    const library = await open(createMemoryDesktop())
    const broken = { ...setTitle, decide: () => Promise.reject(new Error('bug')) }
    const [first, second] = await Promise.allSettled([
      library.run(broken, { name: 'a', title: 'x' }),
      library.run(setTitle, { name: 'a', title: 'y' }),
    ])
    expect(first).toMatchObject({ status: 'rejected' })
    expect(second).toMatchObject({ status: 'fulfilled', value: { ok: true } })
    expect(library.saved.get().kind).toBe('saved-twice')
  })

  test('the custody log names the researcher, and "Vouch" for what the workbench does by itself', async () => {
    const library = await open(createMemoryDesktop())
    await writePreference(library.db, 'researcherName', 'Ada Ochieng')
    expect(expectOk(await library.run(setTitle, { name: 'a', title: 'x' })).line.entry.actor).toBe('Ada Ochieng')
    expect(expectOk(await library.run(setTitle, { name: 'b', title: 'x' }, { by: 'workbench' })).line.entry.actor).toBe(WORKBENCH_ACTOR)
  })
})

describe('undo and redo', () => {
  test('go back and forth over all commands, also after a restart', async () => {
    const vault = createMemoryVault()
    const first = await open(createMemoryDesktop({ vault }))
    for (const title of ['one', 'two', null]) expectOk(await first.run(setTitle, { name: 'a', title }))
    expectOk(await first.undo())
    await first.close()
    const again = await open(createMemoryDesktop({ vault }))
    expect(await titles(again.db)).toEqual({ a: 'two' })
    expectOk(await again.undo())
    expect(await titles(again.db)).toEqual({ a: 'one' })
    expectOk(await again.redo())
    expectOk(await again.redo())
    expect(await titles(again.db)).toEqual({})
    expect(expectOk(await again.redo())).toBeNull()
  })

  test('an undo is an entry of its own that names what it takes back', async () => {
    const library = await open(createMemoryDesktop())
    expectOk(await library.run(setTitle, { name: 'a', title: 'one' }))
    const undone = expectOk(await library.undo())
    expect(undone?.line.entry).toMatchObject({ seq: 2, command: 'undo', reverts: 1, summary: 'Undid: Set a to one' })
  })

  test('what the workbench did by itself is not undone', async () => {
    const library = await open(createMemoryDesktop())
    expectOk(await library.run(setTitle, { name: 'a', title: 'seed' }, { by: 'workbench' }))
    expect(expectOk(await library.undo())).toBeNull()
  })

  test('is refused in words when the record was changed since', async () => {
    const library = await open(createMemoryDesktop())
    expectOk(await library.run(setTitle, { name: 'a', title: 'mine' }))
    expectOk(await library.run(setTitle, { name: 'a', title: 'theirs' }, { by: 'workbench' }))
    expect(await library.undo()).toMatchObject({
      ok: false,
      problem: { kind: 'changed-since', what: '“Set a to mine” was not undone: something it concerns has been changed since.' },
    })
    expect(await titles(library.db)).toEqual({ a: 'theirs' })
  })

  test('undoing an import removes the record and leaves the bytes in the vault', async () => {
    const desktop = createMemoryDesktop()
    const library = await open(desktop)
    const { id } = await importSample(library, desktop, 'a.pdf', 'text')
    expectOk(await library.undo())
    expect(await library.db.rows('documents').count()).toBe(0)
    expect(desktop.inVault.documents.has(id)).toBe(true)
    expectOk(await library.redo())
    expect((await library.db.get('documents', id))?.name).toBe('a.pdf')
  })
})

describe('the start', () => {
  test('with both copies empty is a first start, and repairs nothing', async () => {
    const library = await open(createMemoryDesktop())
    expect(library.firstStart).toBe(true)
    expect(library.repairs.get()).toEqual([])
  })

  test('with both copies whole repairs nothing', async () => {
    const { vault } = await filled()
    const library = await open(createMemoryDesktop({ vault }))
    expect(library.firstStart).toBe(false)
    expect(library.repairs.get()).toEqual([])
    await expectWhole(library, vault)
  })

  test('rebuilds a deleted database from the vault, with documents and text, and says so', async () => {
    const { vault, documentId } = await filled()
    await Dexie.delete(NAME)
    const library = await open(createMemoryDesktop({ vault }))
    expect(library.firstStart).toBe(false)
    expect(library.repairs.get().map((one) => one.what)).toEqual([
      'The database of this library was empty, though its vault holds 5 changes. It was rebuilt from the vault.',
      'The database had lost the file of “letter.pdf”; it was restored from the vault.',
      'The database had lost the text of “letter.pdf”; it was restored from the vault.',
    ])
    await expectWhole(library, vault)
    expect(await (await library.db.files.get(documentId))?.blob.text()).toBe('%PDF- Dear requester')
    expect((await library.db.pageTexts.toArray()).map((row) => row.text)).toEqual(['Dear requester'])
    expectOk(await library.undo())
    expect((await titles(library.db))['a']).toBe('first a')
  })

  test('brings the bytes of an undone import back with redo, whichever copy was lost meanwhile', async () => {
    const vault = createMemoryVault()
    const desktop = createMemoryDesktop({ vault })
    const first = await open(desktop)
    const { id } = await importSample(first, desktop, 'a.pdf', 'text')
    expectOk(await first.undo())
    await first.close()
    vault.documents.clear()
    const second = await open(createMemoryDesktop({ vault }))
    expect(second.repairs.get().map((one) => one.what)).toEqual([
      `The vault lacked a removed document (${id.slice(0, 12)}…); it was written again from the database.`,
    ])
    await second.close()
    await Dexie.delete(NAME)
    const third = await open(createMemoryDesktop({ vault }))
    expectOk(await third.redo())
    expect(await (await third.db.files.get(id))?.blob.text()).toBe('%PDF- text')
    expect((await third.db.pageTexts.toArray()).map((row) => row.text)).toEqual(['text'])
  })

  test('keeps the researcher’s name when the database is rebuilt', async () => {
    const vault = createMemoryVault()
    const first = await open(createMemoryDesktop({ vault }))
    await writePreference(first.db, 'researcherName', 'Ada Ochieng')
    expectOk(await first.run(setTitle, { name: 'a', title: 'x' }))
    await first.close()
    await Dexie.delete(NAME)
    const again = await open(createMemoryDesktop({ vault }))
    expect(expectOk(await again.run(setTitle, { name: 'a', title: 'y' })).line.entry.actor).toBe('Ada Ochieng')
  })

  test('notices a table that lost records and rebuilds it', async () => {
    const { vault } = await filled()
    await tamper((db) => db.rows('sources').delete('source_b'))
    const library = await open(createMemoryDesktop({ vault }))
    expect(library.repairs.get().map((one) => one.what)).toEqual([
      'The database did not hold the records that its custody log names (sources: 2 instead of 3). It was rebuilt from the vault.',
    ])
    await expectWhole(library, vault)
  })

  test('notices a changed entry of the custody log and rebuilds from the vault', async () => {
    const { vault } = await filled()
    await tamper(async (db) => {
      const row = await db.custody.get(2)
      if (row !== undefined) await db.custody.put({ ...row, entry: { ...row.entry, summary: 'Something else' } })
    })
    const library = await open(createMemoryDesktop({ vault }))
    expect(kinds(library)).toEqual(['database-damaged', 'kept-aside'])
    expect(library.repairs.get()[0]?.what).toBe(
      'The database was damaged at entry 2 of its custody log. It was rebuilt from the vault, which holds 5 changes.',
    )
    expect([...vault.aside.values()][0]).toContain('Something else')
    await expectWhole(library, vault)
  })

  test('writes a missing vault again from the database, with documents and text', async () => {
    const { documentId } = await filled()
    const vault = createMemoryVault()
    const library = await open(createMemoryDesktop({ vault }))
    expect(library.repairs.get().map((one) => one.what)).toEqual([
      'The vault of this library was missing or empty. It was written again from the database: 5 changes.',
      'The vault lacked “letter.pdf”; it was written again from the database.',
      "The vault's text of “letter.pdf” was missing or damaged; it was written again from the database.",
    ])
    await expectWhole(library, vault)
    expect([...vault.documents.keys()]).toEqual([documentId])
    expect(vault.texts.has(documentId as never)).toBe(true)
  })

  test('copies nothing into the vault that does not hold record by record', async () => {
    const { vault } = await filled()
    createMemoryDesktop({ vault }).tearLastLine()
    await tamper(async (db) => {
      const row = await db.custody.get(5)
      if (row !== undefined) await db.custody.put({ ...row, rows: row.rows.map((one) => ({ ...one, after: sampleSource('a', 'forged') })) })
    })
    const library = await open(createMemoryDesktop({ vault }))
    expect(kinds(library)).toEqual(['database-damaged', 'kept-aside'])
    expect(vault.journal).not.toContain('forged')
    expect(await titles(library.db)).toEqual({ ...FILLED, a: 'first a' })
  })

  test('brings up to date a vault that ended in a torn line', async () => {
    const { vault } = await filled()
    createMemoryDesktop({ vault }).tearLastLine()
    const library = await open(createMemoryDesktop({ vault }))
    expect(library.repairs.get().map((one) => one.what)).toEqual([
      'The vault lacked the last 1 change. It was written again from the database.',
    ])
    await expectWhole(library, vault)
  })

  test('brings up to date a database that is behind the vault', async () => {
    const { vault } = await filled()
    await tamper(async (db) => {
      const row = await db.custody.get(5)
      await db.custody.delete(5)
      for (const one of row?.rows ?? []) await db.rows('sources').put(one.before)
    })
    const library = await open(createMemoryDesktop({ vault }))
    expect(kinds(library)).toEqual(['database-behind'])
    await expectWhole(library, vault)
  })

  test('sets a damaged journal aside and writes it again from the database', async () => {
    const { vault } = await filled()
    vault.journal = vault.journal.replace('first b', 'forged b')
    const damaged = vault.journal
    const library = await open(createMemoryDesktop({ vault }))
    expect(library.repairs.get().map((one) => one.what)).toEqual([
      "The vault's journal was damaged at line 2. It was set aside and written again from the database.",
      'The journal that was set aside is in the vault: aside/journal-1.jsonl.',
    ])
    expect(vault.aside.get('aside/journal-1.jsonl')).toBe(damaged)
    await expectWhole(library, vault)
  })

  test('notices a record of the journal that was changed while its entry was not', async () => {
    const { vault } = await filled()
    vault.journal = vault.journal.replace('"title":"first b"', '"title":"forged"')
    const library = await open(createMemoryDesktop({ vault }))
    expect(kinds(library)).toEqual(['journal-damaged', 'kept-aside'])
    await expectWhole(library, vault)
  })

  test('never restores bytes that do not have the SHA-256 of their document', async () => {
    const { vault, documentId } = await filled()
    await tamper((db) => db.files.delete(documentId as never))
    const desktop = createMemoryDesktop({ vault })
    desktop.damageDocument(documentId as never)
    const library = await open(desktop)
    expect(kinds(library)).toEqual(['document-lost'])
    expect(await library.db.files.count()).toBe(0)
  })

  test('with both damaged keeps the longest sound history and names what was kept aside', async () => {
    const { vault } = await filled()
    vault.journal = vault.journal.replace('"Set a to second a"', '"Set a to something"')
    await Dexie.delete(NAME)
    const library = await open(createMemoryDesktop({ vault }))
    expect(kinds(library)).toContain('journal-damaged')
    expect(library.repairs.get().find((one) => one.kind === 'journal-damaged')?.remedy).toContain('Look at your latest work')
    expect(await titles(library.db)).toEqual({ a: 'first a', b: 'first b', c: 'first c' })
    expect([...vault.aside.values()].some((text) => text.includes('something'))).toBe(true)
    expect(linesOf(vault)).toHaveLength(4)
  })

  test('of two histories that part, the longer stands and the other is kept', async () => {
    const { vault } = await filled()
    const before = vault.journal
    const short = await open(createMemoryDesktop({ vault }))
    expectOk(await short.run(setTitle, { name: 'b', title: 'only in the database' }))
    await short.close()
    // The vault goes on from an older state, on another machine.
    const other = { ...createMemoryVault(), documents: vault.documents, texts: vault.texts, journal: before }
    await rename(NAME, 'elsewhere', async () => {
      const library = await open(createMemoryDesktop({ vault: other }))
      for (const title of ['x', 'y']) expectOk(await library.run(setTitle, { name: 'c', title }))
      await library.close()
    })
    const library = await open(createMemoryDesktop({ vault: other }))
    expect(kinds(library)).toEqual(['histories-differ', 'kept-aside'])
    expect(await titles(library.db)).toEqual({ ...FILLED, c: 'y' })
    expect([...other.aside.values()].join('')).toContain('only in the database')
  })

  test('replaces a damaged document of the vault from the database', async () => {
    const { vault, documentId } = await filled()
    const desktop = createMemoryDesktop({ vault })
    desktop.damageDocument(documentId as never)
    const library = await open(desktop)
    await library.checkVault()
    expect(library.repairs.get().map((one) => one.what)).toEqual([
      "The vault's copy of “letter.pdf” was damaged; it was replaced from the database.",
    ])
    expect((await desktop.vault.checkDocuments()).ok && expectOk(await desktop.vault.checkDocuments()).damaged).toEqual([])
  })

  test('replaces a damaged document of the database from the vault', async () => {
    const { vault, documentId } = await filled()
    await tamper((db) => db.files.put({ id: documentId as never, blob: new Blob(['%PDF- Dear requesteR']) }))
    const library = await open(createMemoryDesktop({ vault }))
    expect(expectOk(await library.checkEverything()).repairs.map((one) => one.what)).toEqual([
      "The database's copy of “letter.pdf” was damaged; it was replaced from the vault.",
    ])
    expect(await (await library.db.files.get(documentId as never))?.blob.text()).toBe('%PDF- Dear requester')
  })

  test('a document that a bundle named and did not bring is not taken for lost', async () => {
    const desktop = createMemoryDesktop()
    const library = await open(desktop)
    const document = aDocument({ textSha256: sha256OfText('its text') })
    const bundle = { ...bundleToKeep(dossierWorld().snapshot, [], new Map(), [document.id]), author: 'Researcher', at: document.importedAt }
    expectOk(await library.run(makeChanges, [put('documents', document), put('openedBundles', bundle)]))
    await library.close()
    const again = await open(desktop)
    expect(again.repairs.get()).toEqual([])
    expect(expectOk(await again.checkEverything()).repairs).toEqual([])
  })

  test('names a document that is sound in neither copy', async () => {
    const { vault, documentId } = await filled()
    vault.documents.delete(documentId as never)
    await tamper((db) => db.files.delete(documentId as never))
    const library = await open(createMemoryDesktop({ vault }))
    expect(library.repairs.get()).toEqual([
      problem(
        'document-lost',
        'The file of “letter.pdf” is sound in neither copy.',
        'Import the file again from where you had it; its marks are kept.',
      ),
    ])
  })

  test('opens for reading when the vault refuses, and takes no command until it answers', async () => {
    const { vault } = await filled()
    const desktop = createMemoryDesktop({ vault })
    desktop.switches.refuseReads = DISK_FULL
    const library = await open(desktop)
    expect(library.saved.get()).toEqual({ kind: 'trouble', problem: DISK_FULL })
    expect(await titles(library.db)).toEqual(FILLED)
    expect((await library.run(setTitle, { name: 'a', title: 'x' })).ok).toBe(false)
    desktop.switches.refuseReads = null
    expectOk(await library.retrySaving())
    expectOk(await library.run(setTitle, { name: 'a', title: 'x' }))
  })

  test('refuses an empty database whose vault can’t be read', async () => {
    const desktop = createMemoryDesktop()
    desktop.switches.refuseReads = DISK_FULL
    expect(await openLibrary(desktop, { name: NAME, locks: undefined, readAgain: noReading })).toEqual(trouble(DISK_FULL))
  })

  test('keeps records that no custody entry accounts for', async () => {
    const { vault } = await filled()
    await tamper((db) => db.custody.clear())
    vault.journal = ''
    const library = await open(createMemoryDesktop({ vault }))
    expect(kinds(library)).toEqual(['database-shrunken', 'kept-aside'])
    expect([...vault.aside.values()].join('')).toContain('second a')
    expect(await library.db.rows('sources').count()).toBe(0)
  })

  test('a removal of a record that is not there leaves no change behind', async () => {
    const library = await open(createMemoryDesktop())
    expect(expectOk(await library.run(makeChanges, [remove('sources', 'source_none')])).line.entry.changes).toEqual([])
    expect(expectOk(await library.undo())).toBeNull()
  })
})

/** Changes the closed database behind the workbench's back. */
async function tamper(change: (db: Database) => Promise<unknown>): Promise<void> {
  const db = new Database(NAME)
  await change(db)
  db.close()
}

/** Moves the database out of the way while `work` runs, and back again. */
async function rename(from: string, to: string, work: () => Promise<void>): Promise<void> {
  const move = async (source: string, target: string): Promise<void> => {
    const [a, b] = [new Database(source), new Database(target)]
    for (const table of a.tables) {
      await b.table(table.name).clear()
      await b.table(table.name).bulkPut(await table.toArray())
    }
    a.close()
    b.close()
    await Dexie.delete(source)
  }
  await move(from, to)
  await work()
  await Dexie.delete(from)
  await move(to, from)
}
