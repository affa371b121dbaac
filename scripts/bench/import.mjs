// Import of a folder of real documents (hash, read, store, journal) against pdftotext one by one on the same files.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { chromium } from 'playwright-core'
import { serveFolders } from './file-server.mjs'
import { BROWSER_ARGS, importFiles, median, openWorkbench } from './workbench.mjs'

const CORPUS = join(import.meta.dirname, '../../../shared/corpus')
const REPETITIONS = 3

/** Pages whose text the library holds. */
const countPages = (page) =>
  page.evaluate(
    () =>
      new Promise((found) => {
        const opening = indexedDB.open('vouch')
        opening.onsuccess = () => {
          const count = opening.result.transaction('pageTexts').objectStore('pageTexts').count()
          count.onsuccess = () => {
            opening.result.close()
            found(count.result)
          }
        }
      }),
  )

export async function benchImport(executablePath) {
  if (!existsSync(CORPUS)) return [{ what: 'import', value: 'skipped: no folder of real documents beside the project' }]
  if (spawnSync('pdftotext', ['-v']).error) return [{ what: 'import', value: 'skipped: pdftotext is not installed' }]
  const files = readdirSync(CORPUS)
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(CORPUS, name))
  for (const file of files) readFileSync(file)

  const server = await serveFolders({
    'pdfjs-dist': join(import.meta.dirname, '../../node_modules/pdfjs-dist'),
    bench: import.meta.dirname,
    files: CORPUS,
  })
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })

  const ours = []
  const theirs = []
  const bare = []
  let pages = 0
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    const started = performance.now()
    for (const file of files) spawnSync('pdftotext', [file, '-'], { maxBuffer: 2 ** 28 })
    theirs.push(performance.now() - started)
    const yardstick = await browser.newPage()
    await yardstick.goto(`${server.url}/bench/bare-text.html`)
    await yardstick.waitForFunction(() => window.ready)
    bare.push(
      (
        await yardstick.evaluate(
          (urls) => window.readAll(urls),
          files.map((file) => `/files/${basename(file)}`),
        )
      ).ms,
    )
    await yardstick.close()
    const workbench = await openWorkbench({ executablePath })
    // The samples of a first start come in first.
    await workbench.page.waitForTimeout(5000)
    const before = await countPages(workbench.page)
    ours.push(await importFiles(workbench.page, files))
    pages = (await countPages(workbench.page)) - before
    await workbench.close()
    workbench.remove()
  }
  await browser.close()
  server.close()
  const ratio = median(ours.map((ms, at) => theirs[at] / ms))
  return [
    {
      what: `import of ${files.length} files, ${pages} pages with their text`,
      value: `${(pages / (median(ours) / 1000)).toFixed(0)} pages/s`,
    },
    { what: 'pdftotext one by one on the same files', value: `${(pages / (median(theirs) / 1000)).toFixed(0)} pages/s` },
    {
      what: 'bare pdf.js on the same files: two new workers, nothing stored',
      value: `${(pages / (median(bare) / 1000)).toFixed(0)} pages/s`,
    },
    { what: 'import against bare pdf.js (paired, median of 3)', value: `${median(ours.map((ms, at) => bare[at] / ms)).toFixed(2)}x` },
    { what: 'import against pdftotext (paired, median of 3)', value: `${ratio.toFixed(2)}x`, aim: 'at least 0.5x', met: ratio >= 0.5 },
  ]
}
