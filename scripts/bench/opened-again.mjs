// A readable page of a 1,000-page document that was opened before: the workbench, already running, against a page with a bare PDFViewer.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { serveFolders } from './file-server.mjs'
import { longPdf } from './long-pdf.mjs'
import { BROWSER_ARGS, documentId, importFiles, keptPictures, median, openWorkbench } from './workbench.mjs'

const REPETITIONS = 7

export async function benchOpenedAgain(executablePath) {
  const workbench = await openWorkbench({ executablePath })
  const file = join(workbench.folder, 'long.pdf')
  writeFileSync(file, await longPdf(1000))
  await importFiles(workbench.page, [file])
  const id = await documentId(workbench.page, 'long.pdf')
  const server = await serveFolders({
    'pdfjs-dist': join(import.meta.dirname, '../../node_modules/pdfjs-dist'),
    bench: import.meta.dirname,
    files: workbench.folder,
  })
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })

  // Opened once, and read for a moment.
  await workbench.page.evaluate((target) => {
    location.hash = target
  }, `/library/${id}?page=1`)
  await workbench.page.locator('[data-drawn] canvas').first().waitFor({ timeout: 60_000 })
  for (let waited = 0; waited < 60 && (await keptPictures(workbench.page, id, 'readable')) === 0; waited += 1)
    await workbench.page.waitForTimeout(500)

  const readable = []
  const sharp = []
  const bare = []
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${server.url}/bench/bare-viewer.html`)
    await page.waitForFunction(() => window.ready)
    const bareMs = await page.evaluate(() => window.openBare('/files/long.pdf'))
    await page.close()

    // In a window made anew, because a document stays open for a while after it was left; the clock runs in the page. Readable: at least 500
    // pixels across, from a kept picture or drawn.
    await workbench.page.goto(`http://127.0.0.1:${workbench.port}/#/settings`)
    await workbench.page.reload()
    await workbench.page.getByText('Saved twice').waitFor()
    await workbench.page.waitForTimeout(2000)
    const ours = await workbench.page.evaluate(
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
      `/library/${id}?page=1`,
    )
    // The first pair warms both up and is not counted.
    if (repetition > 0) {
      readable.push(ours.readable)
      sharp.push(ours.sharp)
      bare.push(bareMs)
    }
  }
  await browser.close()
  server.close()
  await workbench.close()
  workbench.remove()
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
