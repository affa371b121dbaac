// 1,000 citations over 100 documents: from the dossier's address to the dossier, every quotation read again from the stored bytes and drawn, beside pdftotext on the same pages.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dossierAddress, libraryByJob, LIBRARY_PORT } from './library-by-job.mjs'
import { longPdf } from './long-pdf.mjs'
import { median, openWorkbench } from './workbench.mjs'

const DOCUMENTS = 100
const PAGES = 20
/** Every second page is cited once. */
const STEP = 2
/** VOUCH_BENCH_REPETITIONS asks for fewer or more, where the machine is quiet for a short time only. */
const REPETITIONS = Number(process.env.VOUCH_BENCH_REPETITIONS ?? 3)
const AIM = 2

const textOf = (file, first, last) =>
  spawnSync('pdftotext', ['-f', String(first), '-l', String(last), '-layout', file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout

/** Milliseconds that pdftotext takes for the cited pages, a call a page, as they do not lie beside each other; and for the documents whole. */
function yardsticks(files, pages) {
  const started = performance.now()
  for (const file of files) for (const page of pages) spawnSync('pdftotext', ['-f', String(page), '-l', String(page), file, '-'])
  const between = performance.now()
  for (const file of files) spawnSync('pdftotext', [file, '-'], { maxBuffer: 2 ** 26 })
  return { pages: between - started, whole: performance.now() - between }
}

export async function benchDossier(executablePath) {
  if (spawnSync('pdftotext', ['-v']).error) return [{ what: 'dossier', value: 'skipped: pdftotext is not installed' }]
  const folder = mkdtempSync(join(tmpdir(), 'vouch-bench-'))
  const documents = join(folder, 'documents')
  mkdirSync(documents)
  const pages = Array.from({ length: PAGES / STEP }, (_, at) => at * STEP + 2)
  const files = []
  const rows = []
  for (let number = 1; number <= DOCUMENTS; number += 1) {
    const name = `document-${String(number).padStart(3, '0')}.pdf`
    const file = join(documents, name)
    writeFileSync(file, await longPdf(PAGES, number))
    files.push(file)
    const texts = textOf(file, 1, PAGES).split('\f')
    for (const page of pages)
      rows.push({
        document: name,
        page,
        quote: texts[page - 1]
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')[12 + (number % 9)],
        claim: `C${String((rows.length % 40) + 1).padStart(2, '0')}`,
      })
  }
  await libraryByJob(folder, documents, rows)
  const ours = []
  const theirs = []
  // The first round lets the documents be examined and is not counted.
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    const yardstick = yardsticks(files, pages)
    const workbench = await openWorkbench({ executablePath, folder, port: LIBRARY_PORT })
    const { page } = workbench
    const address = await dossierAddress(page)
    await page.waitForTimeout(5000)
    const started = performance.now()
    await page.evaluate((to) => {
      location.hash = to
    }, address)
    await page.getByRole('button', { name: 'Export…' }).waitFor({ timeout: 600_000 })
    const took = performance.now() - started
    const verified = await page
      .getByRole('row', { name: /^quotation verified/ })
      .first()
      .innerText()
    if (!verified.includes(String(rows.length))) throw new Error(`not every quotation was verified: ${verified}`)
    await workbench.close()
    if (repetition === 0) continue
    ours.push(took)
    theirs.push(yardstick)
  }
  const seconds = (times) => `${(median(times) / 1000).toFixed(2)} s`
  const [ratio, wholeRatio] = ['pages', 'whole'].map((what) => median(ours.map((took, at) => took / theirs[at][what])))
  const cited = `${rows.length.toLocaleString('en-US')} citations, ${DOCUMENTS} documents`
  return [
    { what: 'pdftotext, the cited pages one by one', value: seconds(theirs.map((each) => each.pages)) },
    { what: 'pdftotext, the documents whole', value: seconds(theirs.map((each) => each.whole)) },
    { what: `the dossier composed, with its pictures: ${cited}`, value: seconds(ours) },
    {
      what: `against pdftotext on the cited pages (paired, median of ${REPETITIONS})`,
      value: `${ratio.toFixed(2)}x`,
      aim: `at most ${AIM}x`,
      met: ratio <= AIM,
    },
    // A process for each page starts a thousand times; read whole, a document gives all its pages at once, cited or not.
    { what: `against pdftotext on the documents whole (paired, median of ${REPETITIONS})`, value: `${wholeRatio.toFixed(2)}x` },
  ]
}
