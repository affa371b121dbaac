// The list of all marks: 10,000 of them beside 100, in one run. Time from a letter typed until the list is narrowed, and main-thread time a frame while it scrolls.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appendToJournal, recordsIn } from './journal.mjs'
import { longPdf } from './long-pdf.mjs'
import { documentId, importFiles, median, openWorkbench } from './workbench.mjs'

const PAGES = 100
const FEW = 1
const MANY = 100
const REPETITIONS = 7
const FRAMES = 120
const STEP = 300

async function withMarks(executablePath, perPage) {
  let workbench = await openWorkbench({ executablePath })
  const file = join(workbench.folder, 'hundred.pdf')
  writeFileSync(file, await longPdf(PAGES))
  await importFiles(workbench.page, [file])
  const id = await documentId(workbench.page, 'hundred.pdf')
  await workbench.close()
  await appendToJournal(workbench.vault, 'marks-journal.ts', ({ lineWithMarks }, before) => ({
    lines: [lineWithMarks(before.at(-1), id, recordsIn(before, 'claims'), PAGES, perPage)],
  }))
  workbench = await openWorkbench({ executablePath, folder: workbench.folder, port: workbench.port })
  const { page, context } = workbench
  await page.evaluate(() => {
    location.hash = '/marks'
  })
  await page.locator('table[aria-label="Marks"] tbody tr').first().waitFor({ timeout: 60_000 })
  await page.waitForTimeout(1500)

  // From the change of the field to the first frame in which the table has another number of rows.
  const filters = []
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    const words = repetition % 2 === 0 ? 'page 7' : ''
    const took = await page.evaluate(
      (value) =>
        new Promise((done) => {
          const table = document.querySelector('table[aria-label="Marks"]')
          const before = table.getAttribute('aria-rowcount')
          const field = document.querySelector('input[type="search"][placeholder^="Words in"]')
          const start = performance.now()
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value)
          field.dispatchEvent(new Event('input', { bubbles: true }))
          const look = () =>
            table.getAttribute('aria-rowcount') === before ? requestAnimationFrame(look) : done(performance.now() - start)
          requestAnimationFrame(look)
        }),
      words,
    )
    if (repetition > 0) filters.push(took)
  }

  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const busy = async () => (await session.send('Performance.getMetrics')).metrics.find((metric) => metric.name === 'TaskDuration').value
  const costs = []
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    const before = await busy()
    await page.evaluate(
      ([frames, step]) =>
        new Promise((done) => {
          const scroller = document.querySelector('table[aria-label="Marks"]').parentElement
          scroller.scrollTop = 0
          let frame = 0
          const next = () => {
            scroller.scrollTop = (scroller.scrollTop + step) % Math.max(1, scroller.scrollHeight - scroller.clientHeight)
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
  await workbench.close()
  workbench.remove()
  return { filter: median(filters), scroll: median(costs) }
}

export async function benchMarksList(executablePath) {
  const few = await withMarks(executablePath, FEW)
  const many = await withMarks(executablePath, MANY)
  return [
    { what: `narrowing the list of ${PAGES * FEW} marks by words`, value: `${few.filter.toFixed(1)} ms` },
    { what: `the same with ${(PAGES * MANY).toLocaleString('en-US')} marks`, value: `${many.filter.toFixed(1)} ms` },
    { what: `main-thread time a frame while ${PAGES * FEW} marks scroll by`, value: `${few.scroll.toFixed(2)} ms` },
    { what: `the same with ${(PAGES * MANY).toLocaleString('en-US')} marks`, value: `${many.scroll.toFixed(2)} ms` },
  ]
}
