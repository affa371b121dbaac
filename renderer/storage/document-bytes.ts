import type { Desktop } from '@shared/desktop/desktop'
import type { DocumentId } from '@shared/documents/document'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { PIECE_BYTES, piecesOfBlob } from '@shared/units/blob-pieces'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Database } from './database'

/** Files up to this many bytes are hashed whole, by the browser itself, which is several times as fast. */
const WHOLE_UP_TO = 16 * 1024 * 1024

/** SHA-256 of a Blob, a large one read in pieces, so that it is never in memory whole. Null where the Blob can't be read. */
export async function digestOfBlob(blob: Blob): Promise<string | null> {
  const digest = sha256.create()
  try {
    if (blob.size <= WHOLE_UP_TO) return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())))
    for await (const piece of piecesOfBlob(blob)) digest.update(piece)
  } catch (thrown) {
    // A stored Blob whose file is gone throws NotReadableError or NotFoundError.
    if (thrown instanceof DOMException) return null
    throw thrown
  }
  return bytesToHex(digest.digest())
}

/** A document's bytes from the vault as a Blob; trouble where they do not have the SHA-256 that names them. */
export async function blobFromVault(vault: Desktop['vault'], id: DocumentId, name: string): Promise<Outcome<Blob>> {
  const digest = sha256.create()
  const pieces: Blob[] = []
  for (let offset = 0; ;) {
    const piece = await vault.readDocument(id, offset, PIECE_BYTES)
    if (!piece.ok) return piece
    if (piece.value.length === 0) break
    digest.update(piece.value)
    pieces.push(new Blob([new Uint8Array(piece.value)]))
    offset += piece.value.length
  }
  if (bytesToHex(digest.digest()) !== id)
    return trouble(
      problem(
        'vault-document-damaged',
        `The vault's copy of “${name}” is damaged.`,
        'Import the file again from where you had it; its marks are kept.',
      ),
    )
  return ok(new Blob(pieces))
}

/** Whether a document is known from a bundle that did not bring its bytes: nothing of it was lost. */
export const neverCame = async (db: Database, id: DocumentId): Promise<boolean> =>
  (await db.all('openedBundles')).some(({ withoutBytes }) => withoutBytes.includes(id))

/** Puts a document's bytes into the vault, which takes them only under their true SHA-256; trouble where that is not `id`. */
export async function blobToVault(vault: Desktop['vault'], id: DocumentId, name: string, blob: Blob): Promise<Outcome<null>> {
  const begun = await vault.beginDocument()
  if (!begun.ok) return begun
  const { token } = begun.value
  for await (const piece of piecesOfBlob(blob)) {
    const written = await vault.writeDocument(token, piece)
    if (!written.ok) {
      await vault.abandonDocument(token)
      return written
    }
  }
  const finished = await vault.finishDocument(token)
  if (!finished.ok) return finished
  if (finished.value.sha256 !== id)
    return trouble(
      problem(
        'database-document-damaged',
        `The database's copy of “${name}” is damaged.`,
        'Import the file again from where you had it; its marks are kept.',
      ),
    )
  return ok(null)
}
