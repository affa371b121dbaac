// A readable page of a 1,000-page document that was opened before: the workbench, already running, against a page with a bare PDFViewer.
import { longDocument } from './long-document.mjs'
import { keptPictures, median } from './workbench.mjs'

const REPETITIONS = 7

export async function benchOpenedAgain(executablePath) {
  const long = await longDocument(executablePath)
  const { page } = long.workbench

  // Opened once, and read for a moment.
  await page.evaluate((target) => {
    location.hash = target
  }, long.address)
  await page.locator('[data-drawn] canvas').first().waitFor({ timeout: 60_000 })
  for (let waited = 0; waited < 60 && (await keptPictures(page, long.id, 'readable')) === 0; waited += 1) await page.waitForTimeout(500)

  const readable = []
  const sharp = []
  const bare = []
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    const bareMs = await long.openBare()
    // The clock runs in the page. Readable: at least 500 pixels across, from a kept picture or drawn.
    await long.anew()
    const ours = await page.evaluate(
      (target) =>
        new Promise((done) => {
          const started = performance.now()
          let first = null
          const look = () => {
            const canvas = document.querySelector('[data-page-picture] canvas')
            if (first === null && canvas !== null && canvas.width >= 500) first = performance.now() - started
            if (document.querySelector('[data-drawn] canvas') === null) requestAnimationFrame(look)
            else done({ readable: first ?? performance.now() - started, sharp: performance.now() - started })
          }
          location.hash = target
          look()
        }),
      long.address,
    )
    // The first pair warms both up and is not counted.
    if (repetition > 0) {
      readable.push(ours.readable)
      sharp.push(ours.sharp)
      bare.push(bareMs)
    }
  }
  await long.close()
  const ratio = median(readable.map((ms, at) => ms / bare[at]))
  return [
    { what: 'readable page of a 1,000-page document opened before, workbench', value: `${median(readable).toFixed(0)} ms` },
    { what: 'the sharp page after it', value: `${median(sharp).toFixed(0)} ms` },
    { what: 'first page in a bare PDFViewer', value: `${median(bare).toFixed(0)} ms` },
    {
      what: `readable page against bare (paired, median of ${REPETITIONS})`,
      value: `${ratio.toFixed(2)}x`,
      aim: 'at most 0.5x',
      met: ratio <= 0.5,
    },
  ]
}
