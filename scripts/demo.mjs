// npm run demo [-- <folder>]: does the main job on the bundled documents, without a window, and leaves a dossier to open.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Papa from 'papaparse'
import { runJob } from './lib/job.mjs'
import { inRoot } from './lib/project.mjs'

const OUT = process.argv[2] === undefined ? inRoot('vouch-demo') : resolve(process.argv[2])
const COLUMNS = ['document', 'page', 'quote', 'claim', 'relation', 'note']

const samples = JSON.parse(readFileSync(inRoot('resources/samples/samples.json'), 'utf8'))
const INVENTORY = inRoot('resources/samples/federal-ai-inventory-2025-excerpt.xlsx')
/** The marks that quote text and bear on a claim, as rows of an evidence table; in a table its rows are the pages. */
const rows = samples.documents.flatMap(({ file, marks }) =>
  marks
    .filter(({ kind, quote, claim }) => kind === 'highlight' && quote && claim)
    .map((mark) =>
      COLUMNS.map((column) => (column === 'document' ? file : column === 'page' ? (mark.page ?? mark.row) : (mark[column] ?? ''))),
    ),
)
const scratch = mkdtempSync(join(tmpdir(), 'vouch-demo-'))
try {
  const evidence = join(scratch, 'evidence.csv')
  writeFileSync(evidence, `${Papa.unparse([COLUMNS, ...rows])}\n`)
  const status = await runJob({
    kind: 'dossier',
    documents: [inRoot('resources/samples'), INVENTORY],
    evidence,
    out: OUT,
    analysis: null,
    formats: ['html', 'pdf', 'docx', 'md', 'csv', 'bag'],
    passwords: {},
    recognise: 'needed',
    audience: 'publication',
  })
  if (status === 0 || status === 3) {
    process.stderr.write(`
The dossier is in ${OUT}:
  data/dossier.html   to read, and as dossier.pdf and dossier.docx
  data/verify.html    checks it, in any browser, with no network
  npm run verify -- ${OUT}   checks it here
`)
  }
  process.exitCode = status
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
