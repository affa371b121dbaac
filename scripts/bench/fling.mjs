// Flinging through 1,000 pages at 1,000 px a frame: in how many frames the page in the middle of the view has a picture.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { serveFolders } from './file-server.mjs'
import { longPdf } from './long-pdf.mjs'
import { BROWSER_ARGS, documentId, importFiles, keptPictures, median, openWorkbench } from './workbench.mjs'

const PAGES = 1000
const REPETITIONS = 3
const STEP = 1000
const FRAMES = 500
const LATE = 17.5

/**
 * Scrolls by STEP in each frame and looks at once, by geometry, whether the page that this frame paints in the middle of the view has a
 * picture: a canvas of some size that is not hidden.
 */
const fling = (page, selector) =>
  page.evaluate(
    ([within, step, frames, late]) =>
      new Promise((done) => {
        let column = document.querySelector(within)
        while (
          column !== null &&
          !(column.scrollHeight > column.clientHeight + 1000 && /auto|scroll/.test(getComputedStyle(column).overflowY))
        )
          column = column.parentElement
        column.scrollTop = 0
        const frame = column.getBoundingClientRect()
        const middle = frame.top + frame.height / 2
        let [shown, counted, lates, before] = [0, 0, 0, 0]
        const began = performance.now()
        const pictured = () => {
          for (const canvas of column.querySelectorAll('canvas')) {
            const box = canvas.getBoundingClientRect()
            if (
              canvas.width > 0 &&
              box.height > 100 &&
              box.top - 30 <= middle &&
              box.bottom + 30 >= middle &&
              getComputedStyle(canvas).visibility !== 'hidden'
            )
              return true
          }
          return false
        }
        const next = (now) => {
          if (before > 0 && now - before > late) lates += 1
          before = now
          column.scrollTop += step
          // The first frames still show where the fling began.
          if (counted >= 5 && pictured()) shown += 1
          counted += 1
          if (counted < frames) requestAnimationFrame(next)
          else
            done({
              shown: (shown / (counted - 5)) * 100,
              late: (lates / (counted - 1)) * 100,
              fps: (counted * 1000) / (performance.now() - began),
            })
        }
        setTimeout(() => requestAnimationFrame(next), 500)
      }),
    [selector, STEP, FRAMES, LATE],
  )

export async function benchFling(executablePath) {
  const workbench = await openWorkbench({ executablePath })
  const file = join(workbench.folder, 'long.pdf')
  writeFileSync(file, await longPdf(PAGES))
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
  const fresh = []
  const open = async () => {
    await workbench.page.goto(`http://127.0.0.1:${workbench.port}/#/settings`)
    await workbench.page.reload()
    await workbench.page.getByText('Saved twice').waitFor()
    await workbench.page.evaluate((target) => {
      location.hash = target
    }, `/library/${id}?page=1`)
    await workbench.page.locator('[data-drawn] canvas').first().waitFor({ timeout: 60_000 })
    await workbench.page.waitForTimeout(1000)
  }
  await open()
  fresh.push(await fling(workbench.page, '[data-page-picture]'))
  // The thumbnails are made while the workbench rests.
  const deadline = Date.now() + 600_000
  while ((await keptPictures(workbench.page, id)) < PAGES && Date.now() < deadline) await workbench.page.waitForTimeout(1000)
  const kept = await keptPictures(workbench.page, id)
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    await open()
    ours.push(await fling(workbench.page, '[data-page-picture]'))
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${server.url}/bench/bare-viewer.html`)
    await page.waitForFunction(() => window.ready)
    await page.evaluate(() => window.openBare('/files/long.pdf'))
    await page.waitForTimeout(1000)
    bare.push(await fling(page, '.page'))
    await page.close()
  }
  await browser.close()
  server.close()
  await workbench.close()
  workbench.remove()
  const share = (list) => median(list.map((one) => one.shown))
  const lines = (name, list) => [
    { what: `${name}: frames with the middle page shown (n=${list.length})`, value: `${share(list).toFixed(0)} %` },
    {
      what: `${name}: frames a second; late frames`,
      value: `${median(list.map((one) => one.fps)).toFixed(0)}; ${median(list.map((one) => one.late)).toFixed(0)} %`,
    },
  ]
  return [
    ...lines('bare PDFViewer', bare),
    ...lines('workbench at the first opening, no thumbnails yet', fresh),
    ...lines(`workbench, ${kept} of ${PAGES} thumbnails kept`, ours),
    {
      what: 'workbench, thumbnails kept: middle page shown',
      value: `${share(ours).toFixed(0)} %`,
      aim: 'at least 80 %',
      met: share(ours) >= 80,
    },
  ]
}
