import { type Document, type DocumentId, mediaOf } from '@shared/documents/document'
import { HEADER_REACH, mediaOfBytes } from '@shared/documents/media-of-bytes'
import { type Problem, ok, type Outcome, trouble } from '@shared/errors/outcome'
import { createGate } from '@shared/units/gate'
import { timestampOf } from '@shared/units/time'
import type { OpenDocuments } from '../pdf/open-documents'
import { textIsInDatabase } from '../storage/document-texts'
import { recordNewText } from '../storage/record-new-text'
import type { RunOptions } from '../workbench/workbench'
import { readCancelled } from '../pdf/pdf-problems'
import type { ExtractionPool } from './extraction-pool'
import { createImportItems } from './import-items'
import { interrupted, notInLibrary, otherBytes, storageProblem } from './import-problems'
import type { Brought, ImportItem, ImportQueue, ImportResult, Incoming } from './import-queue'
import { isKept, removeRows, storeBytes, storeKept, storeRead, storeUnlocked, type StoreParts } from './store-document'
import { bytesOf, nameOf, putIntoVault, takeFromVault } from './take-bytes'

/** Files under way at a time: enough to keep the workers busy, few enough to keep their bytes out of memory. */
const UNDER_WAY = 8
/** Files whose bytes are taken in at a time: one, so that of two with the same bytes the first in order is the document. */
const TAKEN_IN = 1

export type ImportParts = StoreParts & {
  readonly documents: Pick<OpenDocuments, 'rememberPassword'>
  /** Reads documents. */
  readonly pool: ExtractionPool
}

/** One file on its way. `file` is null for an import that goes on after a restart: its bytes are in the vault. */
type Task = {
  readonly item: ImportItem
  readonly file: Incoming | null
  readonly known: DocumentId | null
  readonly abort: AbortController
  readonly by: RunOptions
}

const refused = (problem: Problem): ImportResult => (problem.kind === 'cancelled' ? { kind: 'cancelled' } : { kind: 'refused', problem })

/** The import queue: takes files in, a few at a time, and never loses one on the way. */
export function createImportQueue(parts: ImportParts): ImportQueue {
  const { db, desktop, pool } = parts
  const items = createImportItems()
  const underWay = createGate(UNDER_WAY)
  const takingIn = createGate(TAKEN_IN)
  const aborts = new Map<string, AbortController>()
  /** Documents on their way by hash, so that the same bytes twice in one batch are taken in once. */
  const arriving = new Map<DocumentId, Promise<ImportResult>>()

  async function process(task: Task): Promise<ImportResult> {
    const { item, abort } = task
    if (abort.signal.aborted) return { kind: 'cancelled' }
    const taken = await takingIn.through(() => takeIn(task))
    if (!taken.ok) return refused(taken.problem)
    const id = taken.value
    await db.imports.update(item.id, { documentId: id })
    for (let before = arriving.get(id); before !== undefined; before = arriving.get(id)) {
      const result = await before
      if (result.kind === 'added' || result.kind === 'kept') return { kind: 'duplicate', documentId: id }
    }
    const work = arrive(task, id)
    arriving.set(id, work)
    try {
      return await work
    } finally {
      arriving.delete(id)
    }
  }

  async function takeIn({ item, file, known, abort }: Task): Promise<Outcome<DocumentId>> {
    if (known !== null) return ok(known)
    if (file === null) return trouble(interrupted(item.name))
    items.change(item.id, { step: 'hashing' })
    return putIntoVault(desktop, file, abort.signal)
  }

  /** From bytes in the vault to a document in the library. */
  async function arrive({ item, file, abort, by }: Task, id: DocumentId): Promise<ImportResult> {
    const { name, bytes } = item
    const record = await db.get('documents', id)
    const stored = (await db.files.get(id))?.blob
    if (record !== undefined && stored?.size === record.bytes) return { kind: 'duplicate', documentId: id }
    const blob = file?.from === 'window' ? ok(file.blob.slice(0, bytes)) : await takeFromVault(desktop.vault, id, name, bytes, abort.signal)
    if (!blob.ok) return refused(blob.problem)
    const media = mediaOfBytes(new Uint8Array(await blob.value.slice(0, HEADER_REACH).arrayBuffer()))
    const known = { id, name, bytes, ...(media === 'pdf' ? {} : { media }) }
    const storing = storeBytes(parts, known, blob.value)
    // The library knew the document without its bytes: they were lost, or a bundle did not bring them.
    if (record !== undefined) {
      const back = await storing
      if (!back.ok) return refused(back.problem)
      return record.textSha256 === null || (await textIsInDatabase(db, record, false))
        ? { kind: 'duplicate', documentId: id }
        : bringText(item, record, blob.value, abort.signal)
    }
    items.change(item.id, { step: 'opening', media })
    const [bytesStored, read] = await Promise.all([
      storing,
      pool.read({ documentId: id, name, blob: blob.value, media, password: null }, progressOf(item.id), abort.signal),
    ])
    const result = await conclude(item.id, known, bytesStored, read, abort.signal, by)
    if (result.kind !== 'added' && result.kind !== 'kept') await removeRows(parts, id)
    return result
  }

  /** The text of a document whose record came before its bytes. */
  async function bringText(item: ImportItem, record: Document, blob: Blob, signal: AbortSignal): Promise<ImportResult> {
    const { id, name, textSha256 } = record
    const read = await pool.read({ documentId: id, name, blob, media: mediaOf(record), password: null }, progressOf(item.id), signal)
    if (!read.ok) return isKept(read.problem) ? { kind: 'kept', documentId: id, problem: read.problem } : refused(read.problem)
    const written = await desktop.vault.writeText(id, read.value.textFile)
    const recorded =
      written.ok && read.value.textSha256 !== textSha256
        ? await parts.run(recordNewText, { id, textSha256: read.value.textSha256, extractor: read.value.extractor }, { by: 'workbench' })
        : written
    return recorded.ok ? { kind: 'added', documentId: id, pages: read.value.pageCount } : refused(recorded.problem)
  }

  const progressOf =
    (id: string) =>
    (done: number, of: number): void =>
      items.change(id, { step: 'reading-text', pages: { done, of } })

  async function conclude(
    item: string,
    known: Parameters<typeof storeRead>[1],
    bytesStored: Outcome<null>,
    read: Awaited<ReturnType<ExtractionPool['read']>>,
    signal: AbortSignal,
    by: RunOptions,
  ): Promise<ImportResult> {
    const storing: StoreParts = { ...parts, run: (command, input) => parts.run(command, input, by) }
    if (signal.aborted) return { kind: 'cancelled' }
    if (!bytesStored.ok) return refused(bytesStored.problem)
    items.change(item, { step: 'storing' })
    if (read.ok) {
      const added = await storeRead(storing, known, read.value)
      return added.ok ? { kind: 'added', documentId: known.id, pages: read.value.pageCount } : refused(added.problem)
    }
    if (!isKept(read.problem)) return refused(read.problem)
    const kept = await storeKept(storing, known, read.problem)
    return kept.ok ? { kind: 'kept', documentId: known.id, problem: read.problem } : refused(kept.problem)
  }

  async function see(task: Task): Promise<ImportItem> {
    const { item, abort } = task
    aborts.set(item.id, abort)
    // Whatever the database or the shell throws, the file must end on the balance sheet.
    const result = await underWay.through(() => process(task)).catch((thrown: unknown) => refused(storageProblem(item.name, thrown)))
    aborts.delete(item.id)
    await db.imports.delete(item.id)
    return items.end(item.id, result)
  }

  return {
    items,
    async add(files, by = {}) {
      if (files.length > 0) pool.prepare()
      const tasks = files.map((file): Task => ({
        item: items.add(nameOf(file), bytesOf(file), by.by !== 'workbench'),
        file,
        known: null,
        abort: new AbortController(),
        by,
      }))
      const queuedAt = timestampOf(Date.now())
      for (const { item, abort } of tasks) aborts.set(item.id, abort)
      await db.imports.bulkPut(tasks.map(({ item: { id, name, bytes } }) => ({ id, name, bytes, documentId: null, queuedAt })))
      return Promise.all(tasks.map(see))
    },
    async resume() {
      const left = (await db.imports.toArray()).filter((row) => !aborts.has(row.id))
      const again = left.filter((row) => row.documentId !== null)
      for (const row of left) if (row.documentId === null) items.end(items.add(row.name, row.bytes).id, refused(interrupted(row.name)))
      await db.imports.bulkDelete(left.map((row) => row.id))
      const tasks = again.map((row): Task => ({
        item: items.add(row.name, row.bytes),
        file: null,
        known: row.documentId,
        abort: new AbortController(),
        by: {},
      }))
      await db.imports.bulkPut(
        tasks.map(({ item: { id, name, bytes }, known }) => ({ id, name, bytes, documentId: known, queuedAt: timestampOf(Date.now()) })),
      )
      return Promise.all(tasks.map(see))
    },
    cancel: (id) => aborts.get(id)?.abort(),
    cancelAll() {
      for (const abort of aborts.values()) abort.abort()
    },
    clear: () => items.clearEnded(),
    async bring(name, blob, expected, signal) {
      pool.prepare()
      const taken = await takingIn.through(() => putIntoVault(desktop, { from: 'window', name, blob }, signal))
      if (!taken.ok) return taken
      if (taken.value !== expected) return trouble(otherBytes(name))
      await arriving.get(expected)
      const media = mediaOfBytes(new Uint8Array(await blob.slice(0, HEADER_REACH).arrayBuffer()))
      const [stored, read] = await Promise.all([
        storeBytes(parts, { id: expected, name, bytes: blob.size }, blob),
        pool.read({ documentId: expected, name, blob, media, password: null }, () => undefined, signal),
      ])
      const giveUp = async (problem: Problem): Promise<Outcome<Brought>> => {
        await removeRows(parts, expected)
        return trouble(problem)
      }
      if (!stored.ok) return giveUp(stored.problem)
      if (!read.ok) return isKept(read.problem) ? ok({ kind: 'kept', problem: read.problem }) : giveUp(read.problem)
      const { textFile, ...facts } = read.value
      const written = await desktop.vault.writeText(expected, textFile)
      return written.ok ? ok({ kind: 'read', facts }) : giveUp(written.problem)
    },
    async unlock(documentId, password) {
      const [record, file] = await Promise.all([db.get('documents', documentId), db.files.get(documentId)])
      if (record === undefined || file === undefined) return refused(notInLibrary())
      if (record.status === 'ready') {
        parts.documents.rememberPassword(documentId, password)
        return { kind: 'added', documentId, pages: record.pageCount }
      }
      const read = await pool.read(
        { documentId, name: record.name, blob: file.blob, media: 'pdf', password },
        () => undefined,
        new AbortController().signal,
      )
      if (!read.ok)
        return read.problem.kind === 'cancelled' ? refused(readCancelled(record.name)) : { kind: 'kept', documentId, problem: read.problem }
      const unlocked = await storeUnlocked(parts, documentId, read.value)
      if (!unlocked.ok) return refused(unlocked.problem)
      parts.documents.rememberPassword(documentId, password)
      return { kind: 'added', documentId, pages: read.value.pageCount }
    },
  }
}
