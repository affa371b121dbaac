import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder'
import { pdfsIn } from './find-documents'

function folderWith(...paths: readonly string[]): string {
  const folder = temporaryFolder()
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), 'x')
  }
  return folder
}
const namesIn = async (folder: string): Promise<readonly string[]> => {
  const found = await pdfsIn(folder)
  return found.ok ? found.value.map((path) => relative(folder, path)) : [found.problem.kind]
}

test('every PDF of a folder is found, whatever its case, sorted', async () => {
  expect(await namesIn(folderWith('b.pdf', 'A.PDF', 'notes.txt', 'deep/er/c.Pdf', 'x.pdf.exe'))).toEqual([
    'A.PDF',
    'b.pdf',
    'deep/er/c.Pdf',
  ])
})

test('links are not followed out of the folder, nor round in circles, and no file is named twice', async () => {
  const outside = folderWith('outside.pdf')
  const folder = folderWith('in/a.pdf')
  symlinkSync(outside, join(folder, 'out'))
  symlinkSync(join(outside, 'outside.pdf'), join(folder, 'out.pdf'))
  symlinkSync(folder, join(folder, 'in', 'round'))
  symlinkSync(join(folder, 'in', 'a.pdf'), join(folder, 'again.pdf'))
  symlinkSync(join(folder, 'gone'), join(folder, 'nowhere.pdf'))
  expect(await namesIn(folder)).toHaveLength(1)
})

test('a folder that is not there is trouble in words', async () => {
  expect(await namesIn(join(temporaryFolder(), 'missing'))).toEqual(['file-missing'])
})
