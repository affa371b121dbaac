import { piecesOfBlob } from '@shared/units/blob-pieces'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { BundleFiles } from '@shared/verification/bundle-files'
import { withZip, zipEntries, type ZipSource } from '@shared/zip/read-zip'

/** Files by path from the folder that was chosen. */
export type ChosenFiles = ReadonlyMap<string, Blob>

/** Files of an `<input webkitdirectory>`. Trouble where the browser gives the folder itself in place of what lies in it. */
export function filesOfInput(list: Iterable<File>): Outcome<ChosenFiles> {
  const files = [...list]
  if (files.length === 1 && files[0]?.webkitRelativePath === '')
    return trouble(
      problem(
        'folder-closed',
        'This browser handed over the folder without what lies in it.',
        'Drop the folder here instead, or choose the bundle as a zip file.',
      ),
    )
  return ok(new Map(files.map((file) => [file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file])))
}

/** Files of what was dropped: a folder, read through, or single files (a zip). Call while the event is handled: what was dropped is gone afterwards. */
export async function filesOfDrop(transfer: DataTransfer): Promise<ChosenFiles> {
  const items = [...transfer.items]
  const entries = items.flatMap((item) => item.webkitGetAsEntry() ?? [])
  // Chromium lists the entries of a folder that is dropped on a page from the disk, and refuses to open any file of them; by handles it opens them.
  const handles = await Promise.all(items.map(handleOf))
  if (handles.some((handle) => handle === null)) return filesOfEntries(entries)
  const files = new Map<string, Blob>()
  for (const handle of handles) await readHandle(handle, '', files)
  return files
}

/** What was dropped as a handle of the File System API; null in browsers that give none. */
async function handleOf(item: DataTransferItem): Promise<unknown> {
  return 'getAsFileSystemHandle' in item && typeof item.getAsFileSystemHandle === 'function' ? item.getAsFileSystemHandle() : null
}

async function readHandle(handle: unknown, folder: string, files: Map<string, Blob>): Promise<void> {
  if (handle instanceof FileSystemFileHandle) files.set(`${folder}${handle.name}`, await handle.getFile())
  else if (handle instanceof FileSystemDirectoryHandle)
    for await (const each of handle.values()) await readHandle(each, `${folder}${handle.name}/`, files)
}

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

/** The files of a zip. What is stored in it as it is stays where it lies, so that large exhibits need no memory. Trouble when it is damaged. */
export const filesOfZip = (zip: Blob): Promise<Outcome<ChosenFiles>> =>
  withZip('The zip file', async () => {
    const source: ZipSource = {
      size: zip.size,
      read: async (offset, length) => new Uint8Array(await zip.slice(offset, offset + length).arrayBuffer()),
    }
    const files = new Map<string, Blob>()
    for (const entry of await zipEntries(source)) {
      if (entry.method === 'stored') {
        const start = await entry.place()
        files.set(entry.path, zip.slice(start, start + entry.packed))
      } else {
        const pieces: Uint8Array<ArrayBuffer>[] = []
        for await (const piece of entry.content()) pieces.push(piece)
        files.set(entry.path, new Blob(pieces))
      }
    }
    return files
  })

/** Finds the bundle in what was chosen: the folder in which `bagit.txt` lies. */
export function bundleIn(
  files: ChosenFiles,
): Outcome<{ readonly name: string; readonly files: BundleFiles; readonly blobOf: (path: string) => Blob | undefined }> {
  const roots = [...files.keys()]
    .filter((path) => path === 'bagit.txt' || path.endsWith('/bagit.txt'))
    .map((path) => path.slice(0, -'bagit.txt'.length))
    .sort((a, b) => a.length - b.length)
  const [root] = roots
  if (root === undefined)
    return trouble(
      problem(
        'no-bundle',
        'There is no bagit.txt in what you chose, so it is not a bundle.',
        'Choose the bundle’s own folder: the one that holds bagit.txt and the folder data.',
      ),
    )
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
        yield* piecesOfBlob(blob)
      },
    },
  })
}
