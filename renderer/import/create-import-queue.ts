import type { DocumentId } from '@shared/documents/document'
import { ok, type Outcome, trouble } from '@shared/errors/outcome'
import { createGate } from '@shared/units/gate'
import { timestampOf } from '@shared/units/time'
import { arriveInLibrary } from './arrive-in-library'
import { bringDocument } from './bring-document'
import { createImportItems } from './import-items'
import { interrupted, otherBytes, storageProblem } from './import-problems'
import type { ImportItem, ImportQueue, ImportResult } from './import-queue'
import { type ImportParts, type ImportTask, refused } from './import-task'
import { bytesOf, nameOf, putIntoVault } from './take-bytes'
import { unlockDocument } from './unlock-document'

/** Files under way at a time: enough to keep the workers busy, few enough to keep their bytes out of memory. */
const UNDER_WAY = 8
/** Files whose bytes are taken in at a time: one, so that of two with the same bytes the first in order is the document. */
const TAKEN_IN = 1

/** The import queue: takes files in, a few at a time, and never loses one on the way. */
export function createImportQueue(parts: ImportParts): ImportQueue {
  const { db, desktop, pool } = parts
  const items = createImportItems()
  const underWay = createGate(UNDER_WAY)
  const takingIn = createGate(TAKEN_IN)
  const aborts = new Map<string, AbortController>()
  /** Documents on their way by hash, so that the same bytes twice in one batch are taken in once. */
  const arriving = new Map<DocumentId, Promise<ImportResult>>()

  async function process(task: ImportTask): Promise<ImportResult> {
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
    const work = arriveInLibrary(parts, items, task, id)
    arriving.set(id, work)
    try {
      return await work
    } finally {
      arriving.delete(id)
    }
  }

  async function takeIn({ item, file, known, abort }: ImportTask): Promise<Outcome<DocumentId>> {
    if (known !== null) return ok(known)
    if (file === null) return trouble(interrupted(item.name))
    items.change(item.id, { step: 'hashing' })
    return putIntoVault(desktop, file, abort.signal)
  }

  async function see(task: ImportTask): Promise<ImportItem> {
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
      const tasks = files.map((file): ImportTask => ({
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
      const tasks = again.map((row): ImportTask => ({
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
      return bringDocument(parts, name, blob, expected, signal)
    },
    unlock: (documentId, password) => unlockDocument(parts, documentId, password),
  }
}
