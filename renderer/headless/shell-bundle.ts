import type { ChosenFile, Desktop } from '@shared/desktop/desktop'
import { ok, problem, trouble } from '@shared/errors/outcome'
import type { BundleFiles, OpenExhibit } from '@shared/verification/bundle-files'
import { openTableExhibit, tableMediaOf } from '@shared/verification/table-exhibit'
import { pageIndex } from '@shared/units/pages'
import { openPdf } from '../pdf/open-pdf'

/** Bytes asked of the shell at a time. */
const PIECE = 4 * 1024 * 1024

/** A bundle whose files the shell hands over by token. */
export function shellBundle(desktop: Desktop, files: readonly (ChosenFile & { readonly path: string })[]): { readonly files: BundleFiles; readonly openExhibit: OpenExhibit } {
  const byPath = new Map(files.map((file) => [file.path, file]))

  async function* stream(path: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const file = byPath.get(path)
    if (file === undefined) throw new Error(`not in the bundle: ${path}`)
    for (let offset = 0; offset < file.bytes; offset += PIECE) {
      const piece = await desktop.files.read(file.token, offset, PIECE)
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
    files: { list: files.map(({ path, bytes }) => ({ path, bytes })), stream, read: async (path) => new Uint8Array(await (await blobOf(path)).arrayBuffer()) },
    openExhibit: async (path) => {
      if (!byPath.has(path)) return trouble(problem('no-exhibit', `${path} is not in the bundle.`, 'Ask for the whole bundle again.'))
      const media = tableMediaOf(path)
      if (media !== null) return openTableExhibit(new Uint8Array(await (await blobOf(path)).arrayBuffer()), media, path)
      const opened = await openPdf(await blobOf(path), { name: path, textOnly: true })
      if (!opened.ok) return opened
      const { pageCount, extract, close } = opened.value
      return ok({ pageCount, readPage: async (index) => (await extract(pageIndex(index))).text, close })
    },
  }
}
