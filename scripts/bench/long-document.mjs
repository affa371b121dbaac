// A document of 1,000 pages in a workbench, beside a page with a bare PDFViewer that opens the same file.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { serveFolders } from './file-server.mjs'
import { longPdf } from './long-pdf.mjs'
import { BROWSER_ARGS, documentId, importFiles, openWorkbench } from './workbench.mjs'

export async function longDocument(executablePath) {
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
  return {
    workbench,
    id,
    address: `/library/${id}?page=1`,
    /** Milliseconds in which a bare PDFViewer shows the first page, in a page made anew. */
    async openBare() {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await page.goto(`${server.url}/bench/bare-viewer.html`)
      await page.waitForFunction(() => window.ready)
      const took = await page.evaluate(() => window.openBare('/files/long.pdf'))
      await page.close()
      return took
    },
    /** The window of the workbench made anew, because a document stays open for a while after it was left. */
    async anew() {
      await workbench.page.goto(`http://127.0.0.1:${workbench.port}/#/settings`)
      await workbench.page.reload()
      await workbench.page.getByText('Saved twice').waitFor()
      await workbench.page.waitForTimeout(2000)
    },
    async close() {
      await browser.close()
      server.close()
      await workbench.close()
      workbench.remove()
    },
  }
}
