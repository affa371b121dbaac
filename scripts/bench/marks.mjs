// 5,000 marks in one document against none: main-thread time for each frame while scrolling.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appendToJournal, recordsIn } from './journal.mjs'
import { longPdf } from './long-pdf.mjs'
import { documentId, importFiles, median, openWorkbench } from './workbench.mjs'

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

  await appendToJournal(workbench.vault, 'marks-journal.ts', ({ lineWithMarks }, before) => ({
    lines: [lineWithMarks(before.at(-1), id, recordsIn(before, 'claims'), PAGES, PER_PAGE)],
  }))
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
