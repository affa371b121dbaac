/** Bytes held at once while a file is gone through: 4 MiB. */
export const PIECE_BYTES = 4 * 1024 * 1024

/** The bytes of a Blob in order, a piece at a time, so that a large file is never whole in memory. */
export async function* piecesOfBlob(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < blob.size; at += PIECE_BYTES) yield new Uint8Array(await blob.slice(at, at + PIECE_BYTES).arrayBuffer())
}
