import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Papa from 'papaparse'
import { boundsOf, type Quad } from '../../shared/units/geometry'
import { dropFiles } from '../support/drop-files'
import { readTable } from '../support/read-table'
import { removeFolder } from '../support/remove-folder'
import { CORPUS, hasCorpus, startVouch } from '../support/vouch'

const root = join(import.meta.dirname, '../..')
const SET = join(root, 'tests/conformance')

type Rect = readonly [left: number, bottom: number, right: number, top: number]
type Expected = { readonly file: string; readonly feature: string; readonly page: number; readonly quote: string; readonly state: 'exact' | 'lost'; readonly rects: readonly Rect[] | null }
const own: readonly Expected[] = JSON.parse(readFileSync(join(SET, 'expected.json'), 'utf8'))

/** Edges may differ by this share of the height of the text, or by half a point where that is less. */
const TOLERANCE = 0.25

type Manifest = { readonly files: readonly { readonly file: string; readonly quotations?: readonly { readonly page: number; readonly text: string; readonly match: string }[] }[] }
/** The known quotations of the real documents; those that are printed but not in the text must not be found. */
function ofCorpus(): readonly Expected[] {
  if (!hasCorpus) return []
  const { files } = JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8')) as Manifest
  return files.flatMap(({ file, quotations = [] }) =>
    quotations.map(({ page, text, match }): Expected => ({ file, feature: 'real document', page, quote: text, state: match.startsWith('NOT in text layer') ? 'lost' : 'exact', rects: null })),
  )
}

type Found = { readonly quote: string; readonly states: readonly string[]; readonly pages: readonly number[]; readonly quads: readonly Quad[] }
type Bundle = {
  readonly records: {
    readonly annotations: readonly { readonly id: string; readonly segments: readonly { readonly quote: string; readonly state: string; readonly pageIndex: number; readonly quads: readonly Quad[] }[] }[]
    readonly evidenceLinks: readonly { readonly note: string; readonly annotationId: string }[]
  }
  readonly checks: readonly { readonly annotationId: string; readonly state: string }[]
}

/** Takes the quotations the whole way: import, reading, finding, marking, and reading again from the stored bytes. In the order asked. */
function anchored(wanted: readonly Expected[], folder: string): readonly Found[] {
  mkdirSync(folder, { recursive: true })
  const table = join(folder, 'wanted.csv')
  writeFileSync(table, Papa.unparse(wanted.map(({ file, page, quote }, at) => ({ document: file, page, quote, claim: 'C01', relation: 'context', note: `passage ${at}` }))))
  const documents = [...new Set(wanted.map(({ file, feature }) => join(feature === 'real document' ? CORPUS : SET, file)))]
  const run = spawnSync(process.execPath, ['scripts/dossier.mjs', '--documents', ...documents, '--evidence', table, '--out', join(folder, 'out'), '--formats', 'bag', '--ocr', 'none', '--password', 'pdfjs-issue6010-password-abc.pdf=abc'], { cwd: root, encoding: 'utf8' })
  if (run.status !== 0 && run.status !== 3) throw new Error(run.stderr)
  const { records, checks } = JSON.parse(readFileSync(join(folder, 'out/data/vouch.json'), 'utf8')) as Bundle
  return wanted.map((_, at) => {
    const link = records.evidenceLinks.find(({ note }) => note === `passage ${at}`)
    const mark = records.annotations.find(({ id }) => id === link?.annotationId)
    if (mark === undefined) throw new Error(`passage ${at} left no mark`)
    const states = [...mark.segments.map(({ state }) => state), ...checks.filter(({ annotationId }) => annotationId === mark.id).map(({ state }) => state)]
    return { quote: mark.segments.map(({ quote }) => quote).join(' '), states, pages: mark.segments.map(({ pageIndex }) => pageIndex + 1), quads: mark.segments[0]?.quads ?? [] }
  })
}

const WORST = ['lost', 'approximate', 'moved', 'exact'] as const
const stateOf = ({ states }: Found): (typeof WORST)[number] => WORST.find((state) => states.includes(state)) ?? 'lost'

/** Whether the quads cover just the expected rectangles: each quad belongs to the one it overlaps most. */
function stands(quads: readonly Quad[], rects: readonly Rect[]): boolean {
  const covered = new Map<Rect, Quad[]>()
  for (const quad of quads) {
    const box = boundsOf([quad])
    if (box === null) return false
    const share = ([left, bottom, right, top]: Rect): number => Math.max(0, Math.min(right, box.right) - Math.max(left, box.left)) * Math.max(0, Math.min(top, box.top) - Math.max(bottom, box.bottom))
    const best = rects.toSorted((a, b) => share(b) - share(a))[0]
    if (best === undefined || share(best) === 0) return false
    covered.set(best, [...(covered.get(best) ?? []), quad])
  }
  return rects.every((rect) => {
    const box = boundsOf(covered.get(rect) ?? [])
    const slack = Math.max(0.5, TOLERANCE * Math.min(rect[3] - rect[1], rect[2] - rect[0]))
    return box !== null && [box.left - rect[0], box.bottom - rect[1], box.right - rect[2], box.top - rect[3]].every((off) => Math.abs(off) <= slack)
  })
}

/** One line a document: how its passages were found, and whether they stand where they were drawn. */
function tableOf(wanted: readonly Expected[], found: readonly Found[]): string {
  const rows = [...new Set(wanted.map(({ file }) => file))].map((file) => {
    const own = wanted.flatMap((one, at) => (one.file === file ? [{ one, got: found[at] }] : []))
    const count = (state: string): number => own.filter(({ got }) => got !== undefined && stateOf(got) === state).length
    const drawn = own.filter(({ one }) => one.rects !== null)
    const fits = drawn.filter(({ one, got }) => one.rects !== null && got !== undefined && stands(got.quads, one.rects))
    return [file, own[0]?.one.feature ?? '', own.length, count('exact'), count('moved'), count('approximate'), count('lost'), own.filter(({ one }) => one.state === 'lost').length, drawn.length === 0 ? '–' : `${fits.length} of ${drawn.length}`]
  })
  const total = (column: number): number => rows.reduce((sum, row) => sum + Number(row[column]), 0)
  const all = [['document', 'feature', 'passages', 'exact', 'moved', 'approximate', 'lost', 'lost by design', 'geometry'], ['---', '---', ...Array.from({ length: 7 }, () => '---:')], ...rows, ['**all**', '', ...[2, 3, 4, 5, 6, 7].map(total), '']]
  return all.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

test('every quotation of the conformance set is found whole, where it stands, or not at all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-conformance-'))
  const wanted = [...own, ...ofCorpus()]
  const found = anchored(wanted, folder)
  const table = tableOf(wanted, found)
  console.log(table)
  mkdirSync(join(root, 'test-results'), { recursive: true })
  writeFileSync(join(root, 'test-results/conformance.md'), `${table}\n`)
  const faults = wanted.flatMap(({ file, page, quote, state, rects }, at) => {
    const got = found[at]
    if (got === undefined) return [`${file} p. ${page}: not asked`]
    // Words that are not in the text may be offered as a likeness, and are never found.
    const fine = state === 'exact' ? stateOf(got) === 'exact' && got.pages[0] === page : stateOf(got) === 'lost' || stateOf(got) === 'approximate'
    return [...(fine ? [] : [`${file} p. ${page}: ${stateOf(got)}, not ${state}: ${quote}`]), ...(rects !== null && !stands(got.quads, rects) ? [`${file} p. ${page}: stands elsewhere than drawn: ${quote}`] : [])]
  })
  expect(faults).toEqual([])
  await removeFolder(folder)
})

/** From where to where the pointer drags over a passage: shares of the shown page. `turn` is the page's rotation. */
type Drag = { readonly file: string; readonly page: number; readonly quote: string; readonly size: readonly [number, number]; readonly turn: 0 | 90; readonly from: readonly [number, number]; readonly to: readonly [number, number] }
const passage = (file: string, page: number, quote: string, turn: 0 | 90 = 0, size: readonly [number, number] = [612, 792], writes: 'right' | 'left' | 'down' = 'right'): Drag => {
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
  (await readTable<{ readonly segments: readonly { readonly quote: string }[] }>(page, 'annotations')).map((mark) => mark.segments.map((segment) => segment.quote).join(' '))

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
    const shown = ([x, y]: readonly [number, number]): readonly [number, number] => (turn === 90 ? [box.x + (y / height) * box.width, box.y + (x / width) * box.height] : [box.x + (x / width) * box.width, box.y + (1 - y / height) * box.height])
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
