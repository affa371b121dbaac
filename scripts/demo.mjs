// npm run demo: does the main job on the bundled documents, without a window, and leaves a dossier to open.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { runJob } from './lib/job.mjs'
import { inRoot } from './lib/project.mjs'

const OUT = inRoot('vouch-demo')
const COLUMNS = ['document', 'page', 'quote', 'claim', 'relation', 'note']

const samples = JSON.parse(readFileSync(inRoot('resources/samples/samples.json'), 'utf8'))
const rows = samples.marks.map((mark) => COLUMNS.map((column) => mark[column] ?? ''))
const scratch = mkdtempSync(join(tmpdir(), 'vouch-demo-'))
try {
  const evidence = join(scratch, 'evidence.csv')
  writeFileSync(evidence, `${Papa.unparse([COLUMNS, ...rows])}\n`)
  const status = await runJob({ kind: 'dossier', documents: [inRoot('resources/samples')], evidence, out: OUT, analysis: null, formats: ['html', 'md', 'csv', 'bag'], passwords: {} })
  if (status === 0 || status === 3) {
    process.stderr.write(`
The dossier is in ${OUT}:
  data/dossier.html   to read
  data/verify.html    checks it, in any browser, with no network
  npm run verify -- vouch-demo   checks it here
`)
  }
  process.exitCode = status
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
