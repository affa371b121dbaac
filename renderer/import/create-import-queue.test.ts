import 'fake-indexeddb/auto'
import { type Outcome, ok, trouble } from '@shared/errors/outcome'
import { aDocument } from '@shared/testing/builders'
import { pageIndex } from '@shared/units/pages'
import { sha256OfBytes, sha256OfText } from '@shared/units/hashes'
import { timestampOf } from '@shared/units/time'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { problemOfOpening, readCancelled } from '../pdf/pdf-problems'
import { commit } from '../storage/commit'
import { Database } from '../storage/database'
import { createMemoryDesktop, createMemoryVault, DISK_FULL, type MemoryDesktop } from '../testing/memory-desktop'
import type { Workbench } from '../workbench/workbench'
import { createImportQueue } from './create-import-queue'
import type { Extraction, ReadJob } from './extraction'
import type { ExtractionPool } from './extraction-pool'
import type { ImportQueue, Incoming } from './import-queue'

const NAME = 'import-queue-test'
const pdf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`%PDF-1.4 ${text}`)
const dropped = (name: string, text: string): Incoming => ({ from: 'window', name, blob: new Blob([pdf(text)]) })

/** Stands in for the workers: text is what follows the header; some words in it make it fail. */
function fakePool(db: Database): ExtractionPool & { readonly read: ExtractionPool['read']; readonly jobs: ReadJob[] } {
  const jobs: ReadJob[] = []
  return {
    jobs,
    prepare: () => undefined,
    async read(job, progress, signal): Promise<Outcome<Extraction>> {
      jobs.push(job)
      const text = (await job.blob.text()).slice(9)
      if (text.includes('locked') && job.password !== 'abc')
        return trouble(
          problemOfOpening(job.name, Object.assign(new Error('no'), { name: 'PasswordException', code: job.password === null ? 1 : 2 })),
        )
      if (text.includes('broken')) return trouble(problemOfOpening(job.name, new Error('Invalid PDF structure.')))
      progress(0, 1)
      await db.pages.put({
        documentId: job.documentId,
        index: pageIndex(0),
        label: null,
        box: [0, 0, 1, 1],
        rotation: 0,
        userUnit: 1,
        content: 'text',
      })
      await db.pageTexts.put({ documentId: job.documentId, index: pageIndex(0), text, runs: [] })
      if (text.includes('slow')) await new Promise((go) => (signal.aborted ? go(null) : signal.addEventListener('abort', go)))
      if (signal.aborted) return trouble(readCancelled(job.name))
      progress(1, 1)
      const textFile = `${JSON.stringify({ text })}\n`
      return ok({
        pageCount: 1,
        pagesWithText: 1,
        pagesImageOnly: 0,
        outline: [],
        metadata: {},
        encrypted: false,
        copyingDiscouraged: false,
        extractor: { name: 'double', version: '1' },
        textFile: new TextEncoder().encode(textFile),
        textSha256: sha256OfText(textFile),
      })
    },
  }
}

let db: Database
let desktop: MemoryDesktop
let queue: ImportQueue
let pool: ReturnType<typeof fakePool>
let passwords: string[]
const run: Workbench['run'] = (command, input) => commit(db, command, input, { actor: 'Researcher', now: () => Date.UTC(2026, 10, 22) })

function start(): void {
  pool = fakePool(db)
  passwords = []
  queue = createImportQueue({ db, desktop, run, pool, documents: { rememberPassword: (_, password) => void passwords.push(password) } })
}

beforeEach(() => {
  db = new Database(NAME)
  desktop = createMemoryDesktop({ vault: createMemoryVault() })
  start()
})
afterEach(async () => {
  db.close()
  await Dexie.delete(NAME)
})

const kinds = async (...files: readonly Incoming[]): Promise<readonly (string | undefined)[]> =>
  (await queue.add(files)).map((item) => item.result?.kind)

describe('a batch of files', () => {
  test('ends with one result for each file, in the order in which they came', async () => {
    const results = await kinds(
      dropped('one.pdf', 'one'),
      { from: 'window', name: 'page.html', blob: new Blob(['<html>']) },
      dropped('again.pdf', 'one'),
      dropped('bad.pdf', 'broken'),
      dropped('shut.pdf', 'locked'),
      { from: 'window', name: 'nothing.pdf', blob: new Blob([]) },
    )
    expect(results).toEqual(['added', 'refused', 'duplicate', 'kept', 'kept', 'refused'])
    expect((await db.all('documents')).map(({ name, status }) => `${name} ${status}`).toSorted()).toEqual([
      'bad.pdf unreadable',
      'one.pdf ready',
      'shut.pdf needs-password',
    ])
    expect(await db.imports.count()).toBe(0)
  })
  test('leaves bytes, pages, text and the record in both copies', async () => {
    await kinds(dropped('one.pdf', 'one'))
    const id = sha256OfBytes(pdf('one'))
    expect((await db.files.get(id))?.blob.size).toBe(pdf('one').length)
    expect((await db.pageTexts.get([id, 0]))?.text).toBe('one')
    expect([...desktop.inVault.documents.keys()]).toEqual([id])
    expect(sha256OfText(desktop.inVault.texts.get(id) ?? '')).toBe((await db.get('documents', id))?.textSha256)
  })
  test('takes files of the shell without their bytes passing through the window twice', async () => {
    const file = desktop.offer('chosen.pdf', pdf('chosen'))
    expect(await kinds({ from: 'shell', file })).toEqual(['added'])
    expect(await (await db.files.get(sha256OfBytes(pdf('chosen'))))?.blob.text()).toBe('%PDF-1.4 chosen')
  })
  test('refuses what is not a PDF in words, and keeps nothing of it', async () => {
    const [item] = await queue.add([{ from: 'window', name: 'letter.docx', blob: new Blob(['PK']) }])
    expect(item?.result).toMatchObject({ kind: 'refused', problem: { kind: 'not-a-pdf', what: expect.stringContaining('letter.docx') } })
    expect(desktop.inVault.documents.size).toBe(0)
  })
  test('is refused with the words of the vault where the disk is full', async () => {
    desktop.switches.refuseWrites = DISK_FULL
    const [item] = await queue.add([dropped('one.pdf', 'one')])
    expect(item?.result).toEqual({ kind: 'refused', problem: DISK_FULL })
    expect((await db.all('documents')).length).toBe(0)
  })
  test('knows a document of the library again, and gives it back the bytes that it lost', async () => {
    await kinds(dropped('one.pdf', 'one'))
    await db.files.clear()
    expect(await kinds(dropped('copy.pdf', 'one'))).toEqual(['duplicate'])
    expect(await db.files.count()).toBe(1)
    expect(pool.jobs).toHaveLength(1)
  })
})

describe('a file that somebody else adds the record of', () => {
  const signal = new AbortController().signal
  const bring = (text: string, named = text) => queue.bring('EX-001.pdf', new Blob([pdf(text)]), sha256OfBytes(pdf(named)), signal)

  test('is brought into both copies, with the facts for its record, and is no document yet', async () => {
    const brought = await bring('one')
    const id = sha256OfBytes(pdf('one'))
    expect(brought).toMatchObject({
      ok: true,
      value: { kind: 'read', facts: { pageCount: 1, textSha256: sha256OfText(desktop.inVault.texts.get(id) ?? '') } },
    })
    expect([
      await db.files.count(),
      await db.pageTexts.count(),
      desktop.inVault.documents.size,
      (await db.all('documents')).length,
    ]).toEqual([1, 1, 1, 0])
  })
  test('is kept where it can’t be read yet, and refused where its bytes are others than those that are meant', async () => {
    expect(await bring('locked')).toMatchObject({ ok: true, value: { kind: 'kept', problem: { kind: 'pdf-needs-password' } } })
    expect(await bring('one', 'two')).toMatchObject({ ok: false, problem: { kind: 'other-bytes' } })
    expect(await db.files.count()).toBe(1)
  })
  test('gets its text when it is imported after its record came alone', async () => {
    const id = sha256OfBytes(pdf('late'))
    await db
      .rows('documents')
      .put(aDocument({ id, bytes: pdf('late').length, textSha256: sha256OfText('as another version read it'), pageCount: 1 }))
    expect(await kinds(dropped('late.pdf', 'late'))).toEqual(['added'])
    expect((await db.pageTexts.get([id, 0]))?.text).toBe('late')
    expect((await db.get('documents', id))?.textSha256).toBe(sha256OfText(desktop.inVault.texts.get(id) ?? ''))
  })
})

describe('cancelling', () => {
  test('ends a file that is being read, and removes what it had written', async () => {
    const ended = queue.add([dropped('slow.pdf', 'slow'), dropped('one.pdf', 'one')])
    const stop = queue.items.subscribe(() => {
      const slow = queue.items.get().find((item) => item.name === 'slow.pdf')
      if (slow?.step === 'reading-text') queue.cancel(slow.id)
    })
    expect((await ended).map((item) => item.result?.kind)).toEqual(['cancelled', 'added'])
    stop()
    expect(await db.files.count()).toBe(1)
    expect(await db.pageTexts.count()).toBe(1)
    expect(await db.imports.count()).toBe(0)
  })
  test('all ends those that wait as well', async () => {
    const ended = queue.add(Array.from({ length: 12 }, (_, at) => dropped(`${at}.pdf`, `slow ${at}`)))
    queue.cancelAll()
    expect(new Set((await ended).map((item) => item.result?.kind))).toEqual(new Set(['cancelled']))
    queue.clear()
    expect(queue.items.get()).toEqual([])
  })
})

describe('after a restart', () => {
  test('a file whose bytes are in the vault goes on by itself, any other is listed with what to do', async () => {
    const id = sha256OfBytes(pdf('one'))
    desktop.inVault.documents.set(id, pdf('one'))
    const queuedAt = timestampOf(0)
    await db.imports.bulkPut([
      { id: 'import_a', name: 'one.pdf', bytes: pdf('one').length, documentId: id, queuedAt },
      { id: 'import_b', name: 'two.pdf', bytes: 3, documentId: null, queuedAt },
    ])
    const ended = await queue.resume()
    expect(ended.map((item) => item.result?.kind)).toEqual(['added'])
    expect(queue.items.get().map((item) => [item.name, item.result?.kind])).toEqual([
      ['two.pdf', 'refused'],
      ['one.pdf', 'added'],
    ])
    expect(await db.imports.count()).toBe(0)
  })
  test('a file that had been added is not added twice', async () => {
    await kinds(dropped('one.pdf', 'one'))
    await db.imports.put({
      id: 'import_a',
      name: 'one.pdf',
      bytes: pdf('one').length,
      documentId: sha256OfBytes(pdf('one')),
      queuedAt: timestampOf(0),
    })
    expect((await queue.resume()).map((item) => item.result?.kind)).toEqual(['duplicate'])
  })
})

describe('a document with a password', () => {
  test('stays kept with a wrong one, and becomes ready with the right one, which is remembered', async () => {
    await kinds(dropped('shut.pdf', 'locked'))
    const id = sha256OfBytes(pdf('locked'))
    expect(await queue.unlock(id, 'xyz')).toMatchObject({ kind: 'kept', problem: { kind: 'pdf-wrong-password' } })
    expect(passwords).toEqual([])
    expect(await queue.unlock(id, 'abc')).toEqual({ kind: 'added', documentId: id, pages: 1 })
    expect(passwords).toEqual(['abc'])
    expect(await db.get('documents', id)).toMatchObject({ status: 'ready', trouble: null, pageCount: 1 })
  })
  test('that is not in the library is refused in words', async () => {
    expect(await queue.unlock(sha256OfText('unknown'), 'abc')).toMatchObject({ kind: 'refused', problem: { kind: 'document-missing' } })
  })
})
