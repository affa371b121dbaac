// 5,000 marks in one document against none: main-thread time for each frame while scrolling.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'
import { longPdf } from './long-pdf.mjs'
import { documentId, importFiles, median, openWorkbench } from './workbench.mjs'

const root = join(import.meta.dirname, '../..')
const PAGES = 100
const PER_PAGE = 50
const REPETITIONS = 5
const FRAMES = 200
const STEP = 200

/** Milliseconds of main-thread work a frame while the pages scroll by 200 px a frame. */
async function scrollCost(workbench, id) {
  const { page, context } = workbench
  await page.evaluate((target) => {
    location.hash = target
  }, `/library/${id}?page=1`)
  await page.locator('[data-drawn] canvas').first().waitFor({ timeout: 60_000 })
  await page.waitForTimeout(1500)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const busy = async () => (await session.send('Performance.getMetrics')).metrics.find((metric) => metric.name === 'TaskDuration').value
  const costs = []
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    const before = await busy()
    await page.evaluate(
      ([frames, step]) =>
        new Promise((done) => {
          let column = document.querySelector('[data-drawn]')
          while (
            column !== null &&
            !(column.scrollHeight > column.clientHeight + 1000 && /auto|scroll/.test(getComputedStyle(column).overflowY))
          )
            column = column.parentElement
          column.scrollTop = 0
          let frame = 0
          const next = () => {
            column.scrollTop += step
            frame += 1
            if (frame < frames) requestAnimationFrame(next)
            else done(undefined)
          }
          requestAnimationFrame(next)
        }),
      [FRAMES, STEP],
    )
    const after = await busy()
    if (repetition > 0) costs.push(((after - before) * 1000) / FRAMES)
  }
  await session.detach()
  return median(costs)
}

export async function benchMarks(executablePath) {
  let workbench = await openWorkbench({ executablePath })
  const file = join(workbench.folder, 'hundred.pdf')
  writeFileSync(file, await longPdf(PAGES))
  await importFiles(workbench.page, [file])
  const id = await documentId(workbench.page, 'hundred.pdf')
  const none = await scrollCost(workbench, id)
  await workbench.close()

  // The marks come in as a line of the journal that the database does not have yet; the next start takes it in.
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'shared') } },
    optimizeDeps: { entries: ['scripts/bench/annotations.html'] },
    server: { middlewareMode: true, hmr: false, ws: false },
  })
  const { lineWithMarks } = await server.ssrLoadModule('/scripts/bench/marks-journal.ts')
  const journal = join(workbench.vault, 'journal.jsonl')
  const lines = readFileSync(journal, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const claims = lines
    .flatMap((line) => line.rows)
    .filter((row) => row.table === 'claims' && row.after !== null)
    .map((row) => row.after)
  appendFileSync(journal, `${JSON.stringify(lineWithMarks(lines.at(-1), id, claims, PAGES, PER_PAGE))}\n`)
  await server.close()

  workbench = await openWorkbench({ executablePath, folder: workbench.folder, port: workbench.port })
  const many = await scrollCost(workbench, id)
  await workbench.close()
  workbench.remove()
  const ratio = many / none
  return [
    { what: 'main-thread time a frame while scrolling, no marks', value: `${none.toFixed(2)} ms` },
    { what: `the same with ${PAGES * PER_PAGE} marks of three lines`, value: `${many.toFixed(2)} ms` },
    { what: 'marks against none', value: `${ratio.toFixed(2)}x`, aim: 'at most 1.2x', met: ratio <= 1.2 },
  ]
}
