import type { DocumentId } from '@shared/documents/document'
import { HEADER_REACH, mediaOfBytes } from '@shared/documents/media-of-bytes'
import { ok, type Outcome, type Problem, trouble } from '@shared/errors/outcome'
import type { Brought } from './import-queue'
import type { ImportParts } from './import-task'
import { isKept, removeRows, storeBytes } from './store-document'

/** Stores and reads a document whose bytes are in the vault already, and adds nothing to the library: the command of whoever brought it does. */
export async function bringDocument(
  parts: ImportParts,
  name: string,
  blob: Blob,
  expected: DocumentId,
  signal: AbortSignal,
): Promise<Outcome<Brought>> {
  const { desktop, pool } = parts
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
}
