// Makes a library with cited passages by `npm run dossier`, to be opened by the workbench afterwards.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
/** The port to which a kept library's database belongs (scripts/lib/job.mjs). */
export const LIBRARY_PORT = 47822

const csvCell = (text) => `"${String(text).replaceAll('"', '""')}"`

/**
 * @param {string} folder becomes the library
 * @param {string} documents folder of PDFs
 * @param {readonly { document: string, page: number, quote: string, claim: string }[]} rows
 */
export async function libraryByJob(folder, documents, rows) {
  const evidence = join(documents, 'evidence.csv')
  writeFileSync(
    evidence,
    `document,page,quote,claim,relation\r\n${rows.map(({ document, page, quote, claim }) => [document, page, csvCell(quote), claim, 'supports'].join(',')).join('\r\n')}\r\n`,
  )
  const job = spawn(
    process.execPath,
    [
      join(root, 'scripts/dossier.mjs'),
      '--documents',
      documents,
      '--evidence',
      evidence,
      '--out',
      join(folder, 'first'),
      '--formats',
      'csv',
      '--library',
      folder,
      '--ocr',
      'none',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, VOUCH_HOST: 'browser' } },
  )
  let [printed, said] = ['', '']
  job.stdout.on('data', (chunk) => (printed += chunk))
  job.stderr.on('data', (chunk) => (said += chunk))
  const status = await new Promise((done) => job.once('exit', done))
  if (status !== 0) throw new Error(`the job ended with status ${status}: ${printed}${said.slice(-2000)}`)
}

/** The address of the dossier of the analysis into which the job put the evidence. */
export const dossierAddress = (page) =>
  page.evaluate(
    () =>
      new Promise((found, fail) => {
        const opening = indexedDB.open('vouch')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const links = opening.result.transaction('evidenceLinks').objectStore('evidenceLinks').getAll()
          links.onsuccess = () => {
            opening.result.close()
            found(`/analyses/${links.result.at(-1).analysisId}/dossier`)
          }
        }
      }),
  )
