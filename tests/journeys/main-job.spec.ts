import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { writeXlsx } from '../../shared/tables/write-xlsx'
import { HIDDEN, redactedPdf } from '../support/redacted-pdf'
import { CORPUS } from '../support/vouch'

const root = join(import.meta.dirname, '../..')
const OUTSIDER = join(root, '../shared/acceptance/main_job.py')
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

test('an outsider’s checks accept the main job on 38 real documents, and refuse it when tampered with', () => {
  test.skip(!existsSync(OUTSIDER) || !existsSync(CORPUS), 'the checks or the real documents are not beside the project')
  test.skip(!hasPoppler, 'pdftotext is not installed')
  const run = spawnSync('python3', [OUTSIDER, root, CORPUS, join(CORPUS, 'evidence.csv')], { encoding: 'utf8' })
  console.log(run.stdout + run.stderr)
  expect(run.status).toBe(0)
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
  const rows = [['Document', 'Page', 'Quote', 'Claim', 'Relation'], ['sample-foia-letter.pdf', '1', 'produced 61 pages that are responsive to your request', 'C02', 'supports'], ['sample-foia-letter.pdf', 'iv', 'words', 'C02', 'supports']]
  const table = writeXlsx('Evidence', rows)
  writeFileSync(join(folder, 'evidence.xlsx'), table.ok ? table.value : '')
  const run = spawnSync(process.execPath, ['scripts/dossier.mjs', '--documents', 'resources/samples/sample-foia-letter.pdf', '--evidence', join(folder, 'evidence.xlsx'), '--out', join(folder, 'out'), '--formats', 'csv'], { cwd: root, encoding: 'utf8' })
  expect(JSON.parse(run.stdout)).toMatchObject({ evidence: { in: 2, exact: 1, refused: [{ row: 3, reason: expect.stringContaining('counted from 1') }] } })
  expect(run.status).toBe(3)
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

test('a row that quotes words under a failed redaction is refused with the reason, and the dossier is written with the others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-held-'))
  writeFileSync(join(folder, 'release.pdf'), await redactedPdf())
  writeFileSync(join(folder, 'evidence.csv'), `document,page,quote,claim,relation\nrelease.pdf,1,The contract was signed by ${HIDDEN.dark} for the office.,C02,supports\nrelease.pdf,2,are cited here.,C02,supports\n`)
  const run = spawnSync(process.execPath, ['scripts/dossier.mjs', '--documents', join(folder, 'release.pdf'), '--evidence', join(folder, 'evidence.csv'), '--out', join(folder, 'out'), '--formats', 'csv'], { cwd: root, encoding: 'utf8' })
  expect(JSON.parse(run.stdout)).toMatchObject({ evidence: { in: 2, exact: 1, refused: [{ row: 2, reason: expect.stringContaining('held back') }] } })
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
