// First page of a 1,000-page document: the workbench, already open, against a page with a bare PDFViewer.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { serveFolders } from './file-server.mjs'
import { longPdf } from './long-pdf.mjs'
import { BROWSER_ARGS, documentId, importFiles, median, openWorkbench } from './workbench.mjs'

const REPETITIONS = 7

export async function benchFirstPage(executablePath) {
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

  const ours = []
  const bare = []
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${server.url}/bench/bare-viewer.html`)
    await page.waitForFunction(() => window.ready)
    const bareMs = await page.evaluate(() => window.openBare('/files/long.pdf'))
    await page.close()

    // In a window made anew, because a document stays open for a while after it was left; the clock runs in the page.
    await workbench.page.goto(`http://127.0.0.1:${workbench.port}/#/settings`)
    await workbench.page.reload()
    await workbench.page.getByText('Saved twice').waitFor()
    await workbench.page.waitForTimeout(2000)
    const oursMs = await workbench.page.evaluate(
      (target) =>
        new Promise((done) => {
          const started = performance.now()
          const look = () =>
            document.querySelector('[data-drawn] canvas') === null ? requestAnimationFrame(look) : done(performance.now() - started)
          location.hash = target
          look()
        }),
      `/library/${id}?page=1`,
    )
    // The first pair warms both up and is not counted.
    if (repetition > 0) {
      ours.push(oursMs)
      bare.push(bareMs)
    }
  }
  await browser.close()
  server.close()
  await workbench.close()
  workbench.remove()
  const ratio = median(ours.map((ms, at) => ms / bare[at]))
  return [
    { what: 'first page of a 1,000-page document, workbench', value: `${median(ours).toFixed(0)} ms` },
    { what: 'the same in a bare PDFViewer', value: `${median(bare).toFixed(0)} ms` },
    {
      what: `workbench against bare (paired, median of ${REPETITIONS})`,
      value: `${ratio.toFixed(2)}x`,
      aim: 'at most 1.1x',
      met: ratio <= 1.1,
    },
  ]
}
