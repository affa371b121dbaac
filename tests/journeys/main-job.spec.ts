import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { writeXlsx } from '../../shared/tables/write-xlsx'
import { type BundledMarks, type Expected, faultsOf, type Found, foundAs, tableOf } from '../support/conformance'
import { HIDDEN, redactedPdf } from '../support/redacted-pdf'
import { removeFolder } from '../support/remove-folder'
import { CORPUS } from '../support/vouch'

const root = join(import.meta.dirname, '../..')
const OUTSIDER = join(root, '../shared/acceptance/main_job.py')
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

type Manifest = {
  readonly files: readonly {
    readonly file: string
    readonly quotations?: readonly { readonly page: number; readonly text: string; readonly match: string }[]
  }[]
}
/** The known quotations of the real documents; those that are printed but not in the text must not be found in it. Nobody has the password of the locked one. */
function knownQuotations(): readonly Expected[] {
  const { files } = JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8')) as Manifest
  return files
    .filter(({ file }) => file !== 'pdfjs-issue6010-password-abc.pdf')
    .flatMap(({ file, quotations = [] }) =>
      quotations.map(({ page, text, match }): Expected => ({
        file,
        feature: 'real document',
        page,
        quote: text,
        state: match.startsWith('NOT in text layer') ? 'lost' : 'exact',
        rects: null,
      })),
    )
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
const NOT_FOUND: Found = { quote: '', states: ['lost'], pages: [], quads: [] }

/** What became of a quotation in the text that its file holds: a mark on words that were recognised says that it is not there. */
function foundInText({ file, quote }: Expected, bundle: BundledMarks): Found {
  const { documents, annotations } = bundle.records
  const document = documents.find(({ name }) => name === file)
  const mark = annotations.find(
    ({ documentId, segments }) =>
      documentId === document?.id && folded(segments.map((segment) => segment.quote).join('')) === folded(quote),
  )
  return mark === undefined || mark.segments.some(({ textOrigin }) => textOrigin !== 'embedded') ? NOT_FOUND : foundAs(mark, bundle)
}

test.describe('on 38 real documents', () => {
  test.describe.configure({ mode: 'serial' })
  test.skip(!existsSync(OUTSIDER) || !existsSync(CORPUS), 'the checks or the real documents are not beside the project')
  test.skip(!hasPoppler, 'pdftotext is not installed')
  let folder: string
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vouch-main-job-'))
  })
  test.afterAll(() => removeFolder(folder))

  test('an outsider’s checks accept the main job, and refuse it when tampered with', () => {
    const run = spawnSync('python3', [OUTSIDER, root, CORPUS, join(CORPUS, 'evidence.csv'), '--out', join(folder, 'bundle')], {
      encoding: 'utf8',
    })
    console.log(run.stdout + run.stderr)
    expect(run.status).toBe(0)
  })

  test('every known quotation is found whole, on its page, or not at all', () => {
    const bundle = JSON.parse(readFileSync(join(folder, 'bundle/data/vouch.json'), 'utf8')) as BundledMarks
    const wanted = knownQuotations()
    const found = wanted.map((one) => foundInText(one, bundle))
    const table = tableOf(wanted, found)
    console.log(table)
    mkdirSync(join(root, 'test-results'), { recursive: true })
    writeFileSync(join(root, 'test-results/conformance-real.md'), `${table}\n`)
    expect(faultsOf(wanted, found)).toEqual([])
    expect(wanted.length).toBeGreaterThan(50)
  })
})

test('the demo does the main job on the bundled documents and leaves a dossier that verifies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-demo-'))
  const out = join(folder, 'dossier')
  const demo = spawnSync(process.execPath, ['scripts/demo.mjs', out], { cwd: root, encoding: 'utf8' })
  expect(demo.stderr + demo.stdout).toContain('dossier.html')
  expect(demo.status).toBe(0)
  expect(existsSync(join(out, 'data/dossier.html'))).toBe(true)
  const verify = spawnSync('npm', ['run', '--silent', 'verify', '--', out], { cwd: root, encoding: 'utf8' })
  expect(verify.stdout).not.toContain('FAIL')
  expect(verify.status).toBe(0)
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

test('a table of a spreadsheet program does as well as CSV, and its rows are counted as it counts them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-xlsx-'))
  const rows = [
    ['Document', 'Page', 'Quote', 'Claim', 'Relation'],
    ['sample-foia-letter.pdf', '1', 'produced 61 pages that are responsive to your request', 'C02', 'supports'],
    ['sample-foia-letter.pdf', 'iv', 'words', 'C02', 'supports'],
  ]
  const table = writeXlsx('Evidence', rows)
  writeFileSync(join(folder, 'evidence.xlsx'), table.ok ? table.value : '')
  const run = spawnSync(
    process.execPath,
    [
      'scripts/dossier.mjs',
      '--documents',
      'resources/samples/sample-foia-letter.pdf',
      '--evidence',
      join(folder, 'evidence.xlsx'),
      '--out',
      join(folder, 'out'),
      '--formats',
      'csv',
    ],
    { cwd: root, encoding: 'utf8' },
  )
  expect(JSON.parse(run.stdout)).toMatchObject({
    evidence: { in: 2, exact: 1, refused: [{ row: 3, reason: expect.stringContaining('counted from 1') }] },
  })
  expect(run.status).toBe(3)
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

test('a row that quotes words under a failed redaction is refused with the reason, and the dossier is written with the others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-held-'))
  writeFileSync(join(folder, 'release.pdf'), await redactedPdf())
  writeFileSync(
    join(folder, 'evidence.csv'),
    `document,page,quote,claim,relation\nrelease.pdf,1,The contract was signed by ${HIDDEN.dark} for the office.,C02,supports\nrelease.pdf,2,are cited here.,C02,supports\n`,
  )
  const run = spawnSync(
    process.execPath,
    [
      'scripts/dossier.mjs',
      '--documents',
      join(folder, 'release.pdf'),
      '--evidence',
      join(folder, 'evidence.csv'),
      '--out',
      join(folder, 'out'),
      '--formats',
      'csv',
    ],
    { cwd: root, encoding: 'utf8' },
  )
  expect(JSON.parse(run.stdout)).toMatchObject({
    evidence: { in: 2, exact: 1, refused: [{ row: 2, reason: expect.stringContaining('held back') }] },
  })
  expect(run.stdout + run.stderr).not.toContain(HIDDEN.dark)
  expect(run.status).toBe(3)
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

test('a folder that is not there, a table without its columns and an unknown option are refused in words, with status 1', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['scripts/dossier.mjs', ...args], { cwd: root, encoding: 'utf8' })
  const nowhere = run('--documents', '/nowhere/at/all', '--evidence', 'README.md', '--out', join(tmpdir(), 'vouch-never'))
  expect(nowhere.status).toBe(1)
  expect(nowhere.stderr).toContain('/nowhere/at/all')
  expect(nowhere.stdout).toBe('')
  const columns = run('--documents', 'resources/samples', '--evidence', 'README.md', '--out', join(tmpdir(), 'vouch-never'))
  expect(columns.status).toBe(1)
  expect(columns.stderr).toContain('lacks the column')
  expect(run('--document', 'x').status).toBe(1)
})
