// Import of a folder of real documents (hash, read, store, journal) against pdftotext one by one on the same files.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFiles, median, openWorkbench } from './workbench.mjs'

const CORPUS = join(import.meta.dirname, '../../../shared/corpus')
const REPETITIONS = 3

export async function benchImport(executablePath) {
  if (!existsSync(CORPUS)) return [{ what: 'import', value: 'skipped: no folder of real documents beside the project' }]
  if (spawnSync('pdftotext', ['-v']).error) return [{ what: 'import', value: 'skipped: pdftotext is not installed' }]
  const files = readdirSync(CORPUS).filter((name) => name.endsWith('.pdf')).sort().map((name) => join(CORPUS, name))
  for (const file of files) readFileSync(file)

  const ours = []
  const theirs = []
  let pages = 0
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    const started = performance.now()
    for (const file of files) spawnSync('pdftotext', [file, '-'], { maxBuffer: 2 ** 28 })
    theirs.push(performance.now() - started)
    const workbench = await openWorkbench({ executablePath })
    ours.push(await importFiles(workbench.page, files))
    pages = await workbench.page.evaluate(() => new Promise((found) => {
      const opening = indexedDB.open('vouch')
      opening.onsuccess = () => {
        const count = opening.result.transaction('pageTexts').objectStore('pageTexts').count()
        count.onsuccess = () => { opening.result.close(); found(count.result - 5) }
      }
    }))
    await workbench.close()
    workbench.remove()
  }
  const ratio = median(ours.map((ms, at) => theirs[at] / ms))
  return [
    { what: `import of ${files.length} files, ${pages} pages with their text`, value: `${(pages / (median(ours) / 1000)).toFixed(0)} pages/s` },
    { what: 'pdftotext one by one on the same files', value: `${(pages / (median(theirs) / 1000)).toFixed(0)} pages/s` },
    { what: 'import against pdftotext (paired, median of 3)', value: `${ratio.toFixed(2)}x`, aim: 'at least 0.5x', met: ratio >= 0.5 },
  ]
}
