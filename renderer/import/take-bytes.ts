import type { Desktop } from '@shared/desktop/desktop'
import type { DocumentId } from '@shared/documents/document'
import { HEADER_REACH, mediaOfFile } from '@shared/documents/media-of-bytes'
import { type Outcome, ok, trouble } from '@shared/errors/outcome'
import { PIECE_BYTES } from '@shared/units/blob-pieces'
import { emptyFile, notAPdf, readCancelled } from '../pdf/pdf-problems'
import { cutShort, lockedOrOld, unreadableFile } from './import-problems'
import type { Incoming } from './import-queue'

/** The name of a file on its way in, as it was chosen. */
export const nameOf = (file: Incoming): string => (file.from === 'shell' ? file.file.name : file.name)
/** Its length in bytes, as it was when it was chosen. */
export const bytesOf = (file: Incoming): number => (file.from === 'shell' ? file.file.bytes : file.blob.size)

/**
 * Puts a file's bytes into the vault, unless it is neither a PDF nor a table, and gives the SHA-256 by which the document is known.
 * Problems: `not-a-pdf`, `excel-locked-or-old`, `file-unreadable`, `cancelled`, and those of the vault (a full disk).
 */
export async function putIntoVault(desktop: Desktop, file: Incoming, signal: AbortSignal): Promise<Outcome<DocumentId>> {
  const name = nameOf(file)
  if (bytesOf(file) === 0) return trouble(emptyFile(name))
  const head = await readHead(desktop, file)
  if (!head.ok) return head
  const media = mediaOfFile(name, head.value)
  if (media === null) return trouble(notAPdf(name))
  if (media === 'locked-or-old') return trouble(lockedOrOld(name))
  if (signal.aborted) return trouble(readCancelled(name))
  const taken =
    file.from === 'shell' ? await desktop.vault.adoptDocument(file.file.token) : await sendBlob(desktop.vault, name, file.blob, signal)
  return taken.ok ? ok(taken.value.sha256) : taken
}

async function readHead(desktop: Desktop, file: Incoming): Promise<Outcome<Uint8Array>> {
  if (file.from === 'shell') return desktop.files.read(file.file.token, 0, HEADER_REACH)
  return readPiece(file.name, file.blob.slice(0, HEADER_REACH))
}

async function sendBlob(
  vault: Desktop['vault'],
  name: string,
  blob: Blob,
  signal: AbortSignal,
): ReturnType<Desktop['vault']['finishDocument']> {
  const begun = await vault.beginDocument()
  if (!begun.ok) return begun
  const { token } = begun.value
  for (let offset = 0; offset < blob.size; offset += PIECE_BYTES) {
    const piece = signal.aborted ? trouble(readCancelled(name)) : await readPiece(name, blob.slice(offset, offset + PIECE_BYTES))
    const written = piece.ok ? await vault.writeDocument(token, piece.value) : piece
    if (!written.ok) {
      await vault.abandonDocument(token)
      return written
    }
  }
  return vault.finishDocument(token)
}

async function readPiece(name: string, piece: Blob): Promise<Outcome<Uint8Array>> {
  try {
    return ok(new Uint8Array(await piece.arrayBuffer()))
  } catch (thrown) {
    // A dropped file that was moved or changed since throws NotFoundError or NotReadableError.
    if (thrown instanceof DOMException) return trouble(unreadableFile(name, thrown))
    throw thrown
  }
}

/** A document's bytes from the vault, as a Blob for the database; the browser keeps its pieces out of the window's memory. */
export async function takeFromVault(
  vault: Desktop['vault'],
  id: DocumentId,
  name: string,
  bytes: number,
  signal: AbortSignal,
): Promise<Outcome<Blob>> {
  const pieces: Blob[] = []
  let offset = 0
  while (offset < bytes) {
    if (signal.aborted) return trouble(readCancelled(name))
    const piece = await vault.readDocument(id, offset, Math.min(PIECE_BYTES, bytes - offset))
    if (!piece.ok) return piece
    if (piece.value.length === 0) return trouble(cutShort(name))
    pieces.push(new Blob([new Uint8Array(piece.value)]))
    offset += piece.value.length
  }
  return ok(new Blob(pieces))
}
