import { isDocumentName } from '@shared/documents/media-of-bytes'
import type { Incoming } from './import-queue'

/**
 * Collects what was dropped on the window: files as they are, folders with all PDFs and tables in and below them, by name. Call it
 * within the drop event, as the browser forgets the items afterwards.
 */
export function collectDropped(transfer: DataTransfer): Promise<readonly Incoming[]> {
  const entries = Array.from(transfer.items).flatMap((item): FileSystemEntry[] => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    return entry === null ? [] : [entry]
  })
  // Without entries (dropped from a program that gives only files) the list of files is all there is.
  if (entries.length === 0) return Promise.resolve(Array.from(transfer.files, incoming))
  return Promise.all(entries.toSorted(byName).map((entry) => filesOf(entry, true))).then((lists) => lists.flat().map(incoming))
}

const incoming = (file: File): Incoming => ({ from: 'window', name: file.name, blob: file })
const byName = (a: FileSystemEntry, b: FileSystemEntry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** @param named whether the researcher dropped this very entry: then it is taken whatever its ending */
async function filesOf(entry: FileSystemEntry, named: boolean): Promise<readonly File[]> {
  if (isFile(entry)) return named || isDocumentName(entry.name) ? [await fileOf(entry)] : []
  if (!isFolder(entry)) return []
  const files: File[] = []
  for (const child of (await childrenOf(entry)).toSorted(byName)) files.push(...(await filesOf(child, false)))
  return files
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject))

/** A folder's reader gives its entries in portions, and an empty portion at the end (File and Directory Entries API). */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (portion.length === 0) return all
    all.push(...portion)
  }
}
