import type { ChosenFile } from '@shared/desktop/desktop'
import { isDocumentName } from '@shared/documents/media-of-bytes'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'

/** Files that the researcher chose in the page itself; only the page can read them. */
export type PageFiles = {
  choose(what: 'files' | 'folder'): Promise<readonly ChosenFile[]>
  find(token: string): File | null
  read(token: string, offset: number, length: number): Promise<Outcome<Uint8Array>>
}

/** The files of one window, none at first. */
export function pageFiles(): PageFiles {
  const files = new Map<string, File>()
  const offer = (file: File): ChosenFile => {
    const token = `page-${crypto.randomUUID()}`
    files.set(token, file)
    return { token, name: file.name, bytes: file.size }
  }
  return {
    async choose(what) {
      const chosen = await askForFiles(what)
      return (what === 'folder' ? documentsByPath(chosen) : chosen).map(offer)
    },
    find: (token) => files.get(token) ?? null,
    async read(token, offset, length) {
      const file = files.get(token)
      if (file === undefined) return trouble(problem('unknown-token', 'This file was not chosen in this window.', 'Choose the file again.'))
      return readSlice(file, offset, length)
    },
  }
}

/** Bytes of a file from `offset`: fewer than `length` at its end. */
export async function readSlice(file: File, offset: number, length: number): Promise<Outcome<Uint8Array>> {
  try {
    return ok(new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()))
  } catch (thrown) {
    // The browser throws NotReadableError or NotFoundError when the file was changed or moved after it was chosen.
    if (thrown instanceof DOMException)
      return trouble(problem('file-changed', `“${file.name}” was changed or moved after it was chosen.`, 'Choose the file again.'))
    throw thrown
  }
}

const documentsByPath = (files: readonly File[]): readonly File[] =>
  files.filter((file) => isDocumentName(file.name)).toSorted((a, b) => (a.webkitRelativePath < b.webkitRelativePath ? -1 : 1))

/** Opens the browser's own dialog. Must be called from a click or a key, or the browser does not show it. */
function askForFiles(what: 'files' | 'folder'): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.hidden = true
  if (what === 'folder') input.webkitdirectory = true
  else input.accept = '.pdf,.csv,.tsv,.xlsx,.xlsm,application/pdf,text/csv'
  return new Promise((chosen) => {
    const end = (): void => {
      chosen([...(input.files ?? [])])
      input.remove()
    }
    input.addEventListener('change', end, { once: true })
    input.addEventListener('cancel', end, { once: true })
    // In the document, so that a test can find it.
    document.body.append(input)
    input.click()
  })
}
