import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Papa from 'papaparse'
import { type BundledMarks, type Expected, faultsOf, type Found, foundAs, type Rect, tableOf } from '../support/conformance'
import { dropFiles } from '../support/drop-files'
import { readTable } from '../support/read-table'
import { removeFolder } from '../support/remove-folder'
import { startVouch } from '../support/vouch'

const root = join(import.meta.dirname, '../..')
const SET = join(root, 'tests/conformance')

const own: readonly Expected[] = JSON.parse(readFileSync(join(SET, 'expected.json'), 'utf8'))

/** Takes the quotations the whole way: import, reading, finding, marking, and reading again from the stored bytes. In the order asked. */
function anchored(wanted: readonly Expected[], folder: string): readonly Found[] {
  mkdirSync(folder, { recursive: true })
  const table = join(folder, 'wanted.csv')
  writeFileSync(
    table,
    Papa.unparse(
      wanted.map(({ file, page, quote }, at) => ({
        document: file,
        page,
        quote,
        claim: 'C01',
        relation: 'context',
        note: `passage ${at}`,
      })),
    ),
  )
  const documents = [...new Set(wanted.map(({ file }) => join(SET, file)))]
  const run = spawnSync(
    process.execPath,
    [
      'scripts/dossier.mjs',
      '--documents',
      ...documents,
      '--evidence',
      table,
      '--out',
      join(folder, 'out'),
      '--formats',
      'bag',
      '--ocr',
      'none',
    ],
    { cwd: root, encoding: 'utf8' },
  )
  if (run.status !== 0 && run.status !== 3) throw new Error(run.stderr)
  const bundle = JSON.parse(readFileSync(join(folder, 'out/data/vouch.json'), 'utf8')) as BundledMarks
  return wanted.map((_, at) => {
    const link = bundle.records.evidenceLinks.find(({ note }) => note === `passage ${at}`)
    const mark = bundle.records.annotations.find(({ id }) => id === link?.annotationId)
    if (mark === undefined) throw new Error(`passage ${at} left no mark`)
    return foundAs(mark, bundle)
  })
}

test('every quotation of the conformance set is found whole, where it stands, or not at all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-conformance-'))
  const found = anchored(own, folder)
  const table = tableOf(own, found)
  console.log(table)
  mkdirSync(join(root, 'test-results'), { recursive: true })
  writeFileSync(join(root, 'test-results/conformance.md'), `${table}\n`)
  expect(faultsOf(own, found)).toEqual([])
  await removeFolder(folder)
})

/** From where to where the pointer drags over a passage: shares of the shown page. `turn` is the page's rotation. */
type Drag = {
  readonly file: string
  readonly page: number
  readonly quote: string
  readonly size: readonly [number, number]
  readonly turn: 0 | 90
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}
const passage = (
  file: string,
  page: number,
  quote: string,
  turn: 0 | 90 = 0,
  size: readonly [number, number] = [612, 792],
  writes: 'right' | 'left' | 'down' = 'right',
): Drag => {
  const rects = own.find((one) => one.file === file && one.page === page && one.quote === quote)?.rects ?? []
  const [first, last] = [rects[0], rects.at(-1)]
  if (first === undefined || last === undefined) throw new Error(`${quote} is not in the set`)
  const middle = (a: number, b: number): number => (a + b) / 2
  const ends = (rect: Rect, end: 'from' | 'to'): readonly [number, number] => {
    if (writes === 'down') return [middle(rect[0], rect[2]), end === 'from' ? rect[3] - 1 : rect[1] + 1]
    return [(writes === 'right') === (end === 'from') ? rect[0] + 1 : rect[2] - 1, middle(rect[1], rect[3])]
  }
  return { file, page, quote, turn, size, from: ends(first, 'from'), to: ends(last, 'to') }
}
const DRAGS: readonly Drag[] = [
  passage('rotations.pdf', 1, 'shall not exceed nine million'),
  passage('rotations.pdf', 2, 'shall not exceed nine million', 90),
  passage('boxes.pdf', 3, 'moved to the last day', 0, [306, 396]),
  passage('hyphens.pdf', 1, 'agency from publishing its inventory'),
  passage('right-to-left.pdf', 1, 'פרסם את הרשימה', 0, [612, 792], 'left'),
  passage('right-to-left.pdf', 1, 'الوكالة القائمة', 0, [612, 792], 'left'),
]

const quotesKept = async (page: Page): Promise<readonly string[]> =>
  (await readTable<{ readonly segments: readonly { readonly quote: string }[] }>(page, 'annotations')).map((mark) =>
    mark.segments.map((segment) => segment.quote).join(' '),
  )

test('a passage dragged over with the pointer is quoted in its own order', async () => {
  const vouch = await startVouch({ size: { width: 1500, height: 1000 } })
  const { page } = vouch
  await page.getByRole('button', { name: 'Keep them' }).click()
  await dropFiles(page, [...new Set(DRAGS.map(({ file }) => join(SET, file)))])
  for (const { file, page: number, quote, size, turn, from, to } of DRAGS) {
    await page.getByRole('link', { name: 'Library' }).click()
    await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name: file, exact: true }).dblclick({ timeout: 60_000 })
    await expect(page.getByRole('region', { name: `Pages of ${file}` })).toBeVisible()
    await page.goto(`${page.url().split('?')[0]}?page=${number}`)
    const sheet = page.getByRole('region', { name: new RegExp(`^Page ${number} of `) })
    await expect(sheet.locator('span[data-start]').first()).toBeAttached()
    await sheet.locator('span[data-start]').last().click({ trial: true })
    const box = await sheet.boundingBox()
    if (box === null) throw new Error('not drawn')
    const [width, height] = size
    const shown = ([x, y]: readonly [number, number]): readonly [number, number] =>
      turn === 90
        ? [box.x + (y / height) * box.width, box.y + (x / width) * box.height]
        : [box.x + (x / width) * box.width, box.y + (1 - y / height) * box.height]
    const [start, end] = [shown(from), shown(to)]
    await page.mouse.move(...start)
    await page.mouse.down()
    await page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, { steps: 5 })
    await page.mouse.move(...end, { steps: 5 })
    await page.mouse.up()
    await expect(page.getByRole('dialog', { name: 'Link this passage' }), `${file}: ${quote}`).toBeVisible()
    await page.keyboard.press('h')
    await expect.poll(() => quotesKept(page), `${file}: ${quote}`).toContain(quote)
  }
  await vouch.remove()
})
