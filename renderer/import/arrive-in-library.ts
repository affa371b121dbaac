import { type Document, type DocumentId, mediaOf } from '@shared/documents/document'
import { HEADER_REACH, mediaOfBytes } from '@shared/documents/media-of-bytes'
import { ok } from '@shared/errors/outcome'
import { textIsInDatabase } from '../storage/document-texts'
import { recordNewText } from '../storage/record-new-text'
import type { ExtractionPool } from './extraction-pool'
import type { ImportItems } from './import-items'
import type { ImportResult } from './import-queue'
import { type ImportParts, type ImportTask, refused } from './import-task'
import { isKept, removeRows, storeBytes, storeKept, storeRead, type StoreParts } from './store-document'
import { takeFromVault } from './take-bytes'

type Progress = (done: number, of: number) => void

/** From bytes in the vault to a document in the library. */
export async function arriveInLibrary(
  parts: ImportParts,
  items: ImportItems,
  { item, file, abort, by }: ImportTask,
  id: DocumentId,
): Promise<ImportResult> {
  const { db, desktop, pool } = parts
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
      : bringText(parts, record, blob.value, progressOf(items, item.id), abort.signal)
  }
  items.change(item.id, { step: 'opening', media })
  const [bytesStored, read] = await Promise.all([
    storing,
    pool.read({ documentId: id, name, blob: blob.value, media, password: null }, progressOf(items, item.id), abort.signal),
  ])
  const end = async (): Promise<ImportResult> => {
    if (abort.signal.aborted) return { kind: 'cancelled' }
    if (!bytesStored.ok) return refused(bytesStored.problem)
    items.change(item.id, { step: 'storing' })
    return addToLibrary({ ...parts, run: (command, input) => parts.run(command, input, by) }, known, read)
  }
  const result = await end()
  if (result.kind !== 'added' && result.kind !== 'kept') await removeRows(parts, id)
  return result
}

const progressOf =
  (items: ImportItems, id: string): Progress =>
  (done, of) =>
    items.change(id, { step: 'reading-text', pages: { done, of } })

/** The text of a document whose record came before its bytes. */
async function bringText(parts: ImportParts, record: Document, blob: Blob, progress: Progress, signal: AbortSignal): Promise<ImportResult> {
  const { desktop, pool } = parts
  const { id, name, textSha256 } = record
  const read = await pool.read({ documentId: id, name, blob, media: mediaOf(record), password: null }, progress, signal)
  if (!read.ok) return isKept(read.problem) ? { kind: 'kept', documentId: id, problem: read.problem } : refused(read.problem)
  const written = await desktop.vault.writeText(id, read.value.textFile)
  const recorded =
    written.ok && read.value.textSha256 !== textSha256
      ? await parts.run(recordNewText, { id, textSha256: read.value.textSha256, extractor: read.value.extractor }, { by: 'workbench' })
      : written
  return recorded.ok ? { kind: 'added', documentId: id, pages: read.value.pageCount } : refused(recorded.problem)
}

/** Adds a document that was read, or one that is kept though it could not be. */
async function addToLibrary(
  parts: StoreParts,
  known: Parameters<typeof storeRead>[1],
  read: Awaited<ReturnType<ExtractionPool['read']>>,
): Promise<ImportResult> {
  if (read.ok) {
    const added = await storeRead(parts, known, read.value)
    return added.ok ? { kind: 'added', documentId: known.id, pages: read.value.pageCount } : refused(added.problem)
  }
  if (!isKept(read.problem)) return refused(read.problem)
  const kept = await storeKept(parts, known, read.problem)
  return kept.ok ? { kind: 'kept', documentId: known.id, problem: read.problem } : refused(kept.problem)
}
