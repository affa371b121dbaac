import type { ChosenFile, Desktop } from '@shared/desktop/desktop'
import type { BundleFiles, OpenExhibit } from '@shared/verification/bundle-files'
import { PIECE_BYTES } from '@shared/units/blob-pieces'
import { openExhibitFrom } from '../verification/open-exhibit'

/** A bundle whose files the shell hands over by token. */
export function shellBundle(
  desktop: Desktop,
  files: readonly (ChosenFile & { readonly path: string })[],
): { readonly files: BundleFiles; readonly openExhibit: OpenExhibit } {
  const byPath = new Map(files.map((file) => [file.path, file]))

  async function* stream(path: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const file = byPath.get(path)
    if (file === undefined) throw new Error(`not in the bundle: ${path}`)
    for (let offset = 0; offset < file.bytes; offset += PIECE_BYTES) {
      const piece = await desktop.files.read(file.token, offset, PIECE_BYTES)
      if (!piece.ok) throw new Error(piece.problem.what)
      yield new Uint8Array(piece.value)
    }
  }
  async function blobOf(path: string): Promise<Blob> {
    const pieces: Uint8Array<ArrayBuffer>[] = []
    for await (const piece of stream(path)) pieces.push(piece)
    return new Blob(pieces)
  }

  return {
    files: {
      list: files.map(({ path, bytes }) => ({ path, bytes })),
      stream,
      read: async (path) => new Uint8Array(await (await blobOf(path)).arrayBuffer()),
    },
    openExhibit: openExhibitFrom(async (path) => (byPath.has(path) ? blobOf(path) : undefined)),
  }
}
