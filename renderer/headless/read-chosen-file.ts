import type { ChosenFile, Desktop } from '@shared/desktop/desktop'
import { type Outcome, ok } from '@shared/errors/outcome'
import { PIECE_BYTES } from '@shared/units/blob-pieces'

/** A file that the shell hands over by token, whole. Problems: those of reading it. */
export async function readChosenFile(desktop: Desktop, { token, name, bytes }: ChosenFile): Promise<Outcome<File>> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let offset = 0; offset < bytes; offset += PIECE_BYTES) {
    const piece = await desktop.files.read(token, offset, PIECE_BYTES)
    if (!piece.ok) return piece
    pieces.push(new Uint8Array(piece.value))
  }
  return ok(new File(pieces, name))
}
