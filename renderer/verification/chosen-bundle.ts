import { Unzip, UnzipInflate } from 'fflate'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { BundleFiles } from '@shared/verification/bundle-files'

/** Files by path from the folder that was chosen. */
export type ChosenFiles = ReadonlyMap<string, Blob>

const PIECE = 4 * 1024 * 1024

/** Files of an `<input webkitdirectory>`. */
export const filesOfInput = (list: Iterable<File>): ChosenFiles => new Map([...list].map((file) => [file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file]))

/** Files of what was dropped: a folder, read through, or single files (a zip). */
export const filesOfDrop = (transfer: DataTransfer): Promise<ChosenFiles> => filesOfEntries([...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []))

/** Files of entries that were dropped, folders read through. */
export async function filesOfEntries(entries: readonly FileSystemEntry[]): Promise<ChosenFiles> {
  const files = new Map<string, Blob>()
  for (const entry of entries) await readEntry(entry, files)
  return files
}

async function readEntry(entry: FileSystemEntry, files: Map<string, Blob>): Promise<void> {
  if (isFile(entry)) {
    files.set(entry.fullPath.replace(/^\//, ''), await new Promise<File>((done, failed) => entry.file(done, failed)))
  } else if (isFolder(entry)) {
    const reader = entry.createReader()
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
      if (some.length === 0) return
      for (const each of some) await readEntry(each, files)
    }
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** Unpacks a zip file, piece by piece. Trouble when it is damaged. */
export async function filesOfZip(zip: Blob): Promise<Outcome<ChosenFiles>> {
  const files = new Map<string, Blob>()
  let failure: string | null = null
  const unzip = new Unzip((entry) => {
    if (entry.name.endsWith('/')) return
    const pieces: Uint8Array<ArrayBuffer>[] = []
    entry.ondata = (problemFound, chunk, final) => {
      if (problemFound) failure = problemFound.message
      else {
        pieces.push(new Uint8Array(chunk))
        if (final) files.set(entry.name, new Blob(pieces))
      }
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < zip.size; at += PIECE) unzip.push(new Uint8Array(await zip.slice(at, at + PIECE).arrayBuffer()), at + PIECE >= zip.size)
  } catch (thrown) {
    failure = String(thrown)
  }
  return failure === null ? ok(files) : trouble(problem('zip-broken', `The zip file is damaged (${failure}).`, 'Ask for it again, or unpack it and choose the folder.'))
}

/** Finds the bundle in what was chosen: the folder in which `bagit.txt` lies. */
export function bundleIn(files: ChosenFiles): Outcome<{ readonly name: string; readonly files: BundleFiles; readonly blobOf: (path: string) => Blob | undefined }> {
  const roots = [...files.keys()].filter((path) => path === 'bagit.txt' || path.endsWith('/bagit.txt')).map((path) => path.slice(0, -'bagit.txt'.length)).sort((a, b) => a.length - b.length)
  const [root] = roots
  if (root === undefined) return trouble(problem('no-bundle', 'There is no bagit.txt in what you chose, so it is not a bundle.', 'Choose the bundle’s own folder: the one that holds bagit.txt and the folder data.'))
  const inside = new Map([...files].flatMap(([path, blob]) => (path.startsWith(root) ? [[path.slice(root.length), blob] as const] : [])))
  const blobOf = (path: string): Blob | undefined => inside.get(path)
  const there = (path: string): Blob => {
    const blob = inside.get(path)
    if (blob === undefined) throw new Error(`${path} is not in the bundle`)
    return blob
  }
  return ok({
    name: root.replace(/\/$/, '').split('/').at(-1) || 'the bundle',
    blobOf,
    files: {
      list: [...inside].map(([path, blob]) => ({ path, bytes: blob.size })),
      read: async (path) => new Uint8Array(await there(path).arrayBuffer()),
      async *stream(path) {
        const blob = there(path)
        for (let at = 0; at < blob.size; at += PIECE) yield new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer())
      },
    },
  })
}
