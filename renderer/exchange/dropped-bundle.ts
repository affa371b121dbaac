import { type ChosenFiles, filesOfEntries } from '../verification/chosen-bundle'

/**
 * The bundle that was dropped: one folder with a bagit.txt, one zip, or vouch.json; null for anything else, which is imported. Call it within
 * the drop event, as the browser forgets the items afterwards.
 */
export async function droppedBundle(transfer: DataTransfer): Promise<ChosenFiles | null> {
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []))
  const [only, ...others] = entries
  if (only === undefined || others.length > 0) return null
  return (await isBundle(only)) ? filesOfEntries([only]) : null
}

async function isBundle(entry: FileSystemEntry): Promise<boolean> {
  if (entry.isFile) return /\.zip$/i.test(entry.name) || entry.name === 'vouch.json'
  return new Promise((answer) =>
    (entry as FileSystemDirectoryEntry).getFile(
      'bagit.txt',
      {},
      () => answer(true),
      () => answer(false),
    ),
  )
}
