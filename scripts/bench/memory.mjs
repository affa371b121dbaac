// Peak memory of the browser while the wheel goes through a whole 1,000-page document: the workbench, a bare PDFViewer, and Chromium's own viewer.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { withDisplay } from './display.mjs'
import { serveFolders } from './file-server.mjs'
import { longPdf } from './long-pdf.mjs'
import { memoryOf, watchMemory } from './process-memory.mjs'
import { BROWSER_ARGS, documentId, importFiles, median, openWorkbench } from './workbench.mjs'

const PAGES = 1000
const REPETITIONS = Number(process.env.VOUCH_BENCH_REPETITIONS ?? 3)
/** Turns of the wheel from the first page to the last, and ms between two. */
const TURNS = 1000
const PAUSE = 60
/** ms after the import until what follows it is done. */
const SETTLING = 100_000
const VIEW = { width: 1280, height: 800 }

/** Wheels through `height` pixels and gives the MiB at the start, at the peak and 15 s after the end. */
async function walk(page, profile, height) {
  await page.waitForTimeout(3000)
  const before = memoryOf(profile)
  const watching = watchMemory(profile)
  await page.mouse.move(VIEW.width / 2, VIEW.height / 2)
  const step = Math.ceil(height / TURNS)
  for (let turn = 0; turn < TURNS; turn += 1) {
    const due = performance.now() + PAUSE
    await page.mouse.wheel(0, step)
    await page.waitForTimeout(Math.max(0, due - performance.now()))
  }
  const peak = watching.stop()
  await page.waitForTimeout(15_000)
  return { before, peak: peak.total, kinds: peak.kinds, after: memoryOf(profile) }
}

const scrolled = (page, selector) =>
  page.evaluate((within) => {
    let column = document.querySelector(within)
    while (column !== null && !(column.scrollHeight > column.clientHeight + 1000 && /auto|scroll/.test(getComputedStyle(column).overflowY)))
      column = column.parentElement
    return {
      height: column?.scrollHeight ?? 0,
      share: column === null ? 0 : column.scrollTop / (column.scrollHeight - column.clientHeight),
    }
  }, selector)

async function inBrowser({ executablePath, folder, name, env }, work) {
  const profile = join(folder, `profile-${name}`)
  mkdirSync(profile, { recursive: true })
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: VIEW,
    args: BROWSER_ARGS,
    env,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
  })
  try {
    return await work(context.pages()[0] ?? (await context.newPage()), profile)
  } finally {
    await context.close()
  }
}

export async function benchMemory(executablePath, pictures = null) {
  return withDisplay(async (env) => {
    let workbench = await openWorkbench({ executablePath, env, headless: false })
    const { folder } = workbench
    const file = join(folder, 'long.pdf')
    writeFileSync(file, await longPdf(PAGES))
    await importFiles(workbench.page, [file])
    const id = await documentId(workbench.page, 'long.pdf')
    // The steps that follow an import, and the small pictures, are done before the walk.
    await workbench.page.waitForTimeout(SETTLING)
    await workbench.close()
    const server = await serveFolders({
      'pdfjs-dist': join(import.meta.dirname, '../../node_modules/pdfjs-dist'),
      bench: import.meta.dirname,
      files: folder,
    })

    const measured = { ours: [], bare: [], own: [] }
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      workbench = await openWorkbench({ executablePath, folder, port: workbench.port, env, headless: false })
      await workbench.page.evaluate((target) => {
        location.hash = target
      }, `/library/${id}?page=1`)
      await workbench.page.locator('[data-drawn] canvas').first().waitFor({ timeout: 60_000 })
      const { height } = await scrolled(workbench.page, '[data-drawn]')
      measured.ours.push(await walk(workbench.page, join(folder, 'profile'), height))
      if ((await scrolled(workbench.page, '[data-drawn]')).share < 0.95)
        throw new Error('the wheel did not reach the end of the workbench’s pages')
      await workbench.close()

      await inBrowser({ executablePath, folder, name: `bare-${repetition}`, env }, async (page, profile) => {
        await page.goto(`${server.url}/bench/bare-viewer.html`)
        await page.waitForFunction(() => window.ready)
        await page.evaluate(() => window.openBare('/files/long.pdf'))
        const { height } = await scrolled(page, '.page')
        measured.bare.push(await walk(page, profile, height))
        if ((await scrolled(page, '.page')).share < 0.95) throw new Error('the wheel did not reach the end of the bare viewer’s pages')
      })

      await inBrowser({ executablePath, folder, name: `own-${repetition}`, env }, async (page, profile) => {
        await page.goto(`${server.url}/files/long.pdf`)
        await page.waitForTimeout(3000)
        if (pictures !== null) await page.screenshot({ path: join(pictures, 'built-in-start.png') })
        // At its first zoom (100 %) a letter page is 1056 CSS pixels high, with 10 or so between two.
        measured.own.push(await walk(page, profile, PAGES * 1070))
        if (pictures !== null) await page.screenshot({ path: join(pictures, 'built-in-end.png') })
      })
    }
    server.close()
    workbench.remove()

    const value = (list, key) => `${median(list.map((one) => one[key])).toFixed(0)} MiB`
    const ratio = (of, to) => median(of.map((one, at) => one.peak / to[at].peak))
    const names = { ours: 'workbench', bare: 'bare PDFViewer', own: 'Chromium’s own viewer' }
    return [
      ...Object.entries(names).flatMap(([who, name]) => [
        { what: `${name}: after opening`, value: value(measured[who], 'before') },
        { what: `${name}: peak over ${PAGES} pages`, value: value(measured[who], 'peak') },
        { what: `${name}: 15 s later`, value: value(measured[who], 'after') },
      ]),
      {
        what: `bare PDFViewer against Chromium's own (paired, median of ${REPETITIONS})`,
        value: `${ratio(measured.bare, measured.own).toFixed(2)}x`,
      },
      {
        what: `workbench against Chromium's own (paired, median of ${REPETITIONS})`,
        value: `${ratio(measured.ours, measured.own).toFixed(2)}x`,
        aim: 'at most 1.2x',
        met: ratio(measured.ours, measured.own) <= 1.2,
      },
    ]
  })
}
