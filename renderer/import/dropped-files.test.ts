import { expect, test } from 'vitest'
import { collectDropped } from './dropped-files'

type Fake = { readonly name: string; readonly children?: readonly Fake[] }

/** An entry as the browser gives it; folders give their children in portions of two. */
function entryOf({ name, children }: Fake): unknown {
  if (children === undefined)
    return { name, isFile: true, isDirectory: false, file: (take: (file: File) => void) => take(new File(['%PDF-'], name)) }
  const left = children.map(entryOf)
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => ({ readEntries: (take: (entries: unknown[]) => void) => take(left.splice(0, 2)) }),
  }
}
const dropOf = (...entries: readonly Fake[]): DataTransfer =>
  ({ items: entries.map((fake) => ({ kind: 'file', webkitGetAsEntry: () => entryOf(fake) })), files: [] }) as unknown as DataTransfer
const names = async (transfer: DataTransfer): Promise<readonly string[]> =>
  (await collectDropped(transfer)).map((file) => (file.from === 'window' ? file.name : ''))

test('folders are walked in and below, by name, and give their PDFs only', async () => {
  const release: Fake = {
    name: 'release',
    children: [
      { name: 'b.PDF' },
      { name: 'notes.txt' },
      { name: 'a.pdf' },
      { name: 'annex', children: [{ name: 'z.pdf' }] },
      { name: '.DS_Store' },
    ],
  }
  expect(await names(dropOf(release))).toEqual(['a.pdf', 'z.pdf', 'b.PDF'])
})
test('a file dropped by itself is taken whatever its ending, so that it can be refused in words', async () => {
  expect(await names(dropOf({ name: 'b.pdf' }, { name: 'a.docx' }))).toEqual(['a.docx', 'b.pdf'])
})
test('where the browser gives no entries, the list of files is taken', async () => {
  const transfer = {
    items: [{ kind: 'file', webkitGetAsEntry: () => null }],
    files: [new File(['x'], 'only.pdf')],
  } as unknown as DataTransfer
  expect(await names(transfer)).toEqual(['only.pdf'])
})
