// Memory of the browser and the launcher while a bundle with 2 GB of exhibits is written as one zip, above what they take with the dossier open.
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { randomFillSync } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { dossierAddress, libraryByJob, LIBRARY_PORT } from './library-by-job.mjs'
import { memoryOf, pssOf, watchMemory } from './process-memory.mjs'
import { openWorkbench } from './workbench.mjs'

const DOCUMENTS = Number(process.env.VOUCH_BENCH_EXHIBITS ?? 64)
const BYTES = 32 * 1024 * 1024
const PIECE = 4 * 1024 * 1024
const AIM = 300

/** A PDF of one page with a line of text, and a stream that nothing shows, of bytes that no packing makes smaller. */
async function largePdf(path, number) {
  const out = createWriteStream(path)
  const places = []
  let at = 0
  const put = async (bytes) => {
    at += Buffer.byteLength(bytes)
    if (!out.write(bytes)) await new Promise((drained) => out.once('drain', drained))
  }
  const object = async (text) => {
    places.push(at)
    await put(`${places.length} 0 obj\n${text}\nendobj\n`)
  }
  const words = `BT /F1 12 Tf 72 700 Td (Exhibit number ${number} says what it says.) Tj ET`
  await put('%PDF-1.7\n')
  await object('<< /Type /Catalog /Pages 2 0 R >>')
  await object('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')
  await object(
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
  )
  await object(`<< /Length ${words.length} >>\nstream\n${words}\nendstream`)
  places.push(at)
  await put(`5 0 obj\n<< /Length ${BYTES} >>\nstream\n`)
  for (let done = 0; done < BYTES; done += PIECE) await put(randomFillSync(Buffer.allocUnsafe(PIECE)))
  await put('\nendstream\nendobj\n')
  const table = at
  await put(
    `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
  )
  out.end()
  await finished(out)
}

export async function benchZipMemory(executablePath) {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-bench-'))
  const documents = join(folder, 'documents')
  mkdirSync(documents)
  const rows = []
  for (let number = 1; number <= DOCUMENTS; number += 1) {
    await largePdf(join(documents, `exhibit-${number}.pdf`), number)
    rows.push({ document: `exhibit-${number}.pdf`, page: 1, quote: `Exhibit number ${number} says what it says.`, claim: 'C01' })
  }
  await libraryByJob(folder, documents, rows)
  const workbench = await openWorkbench({ executablePath, folder, port: LIBRARY_PORT })
  const { page } = workbench
  const profile = join(folder, 'profile')
  await page.evaluate(
    (to) => {
      location.hash = to
    },
    await dossierAddress(page),
  )
  const open = page.getByRole('button', { name: 'Export…' })
  await open.waitFor({ timeout: 600_000 })
  // The documents that were read are closed after a while; idle is what is left then.
  await page.waitForTimeout(40_000)
  const idle = { browser: memoryOf(profile), launcher: pssOf(workbench.launcher) }
  await open.click()
  const dialog = page.getByRole('dialog', { name: 'Export the dossier' })
  await dialog.getByRole('radio', { name: /zip/ }).check()
  let launcher = 0
  const looking = setInterval(() => {
    launcher = Math.max(launcher, pssOf(workbench.launcher))
  }, 250)
  const watching = watchMemory(profile, 250)
  const started = performance.now()
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await dialog.getByText('Written to').waitFor({ timeout: 1_200_000 })
  const took = performance.now() - started
  const peak = watching.stop()
  clearInterval(looking)
  const [name] = readdirSync(join(workbench.vault, 'exports')).filter((each) => each.endsWith('.zip'))
  const zip = join(workbench.vault, 'exports', name)
  const gigabytes = (statSync(zip).size / 1e9).toFixed(2)
  const checked = spawnSync('unzip', ['-tq', zip], { encoding: 'utf8' })
  await workbench.close()
  workbench.remove()
  const above = peak.total - idle.browser + Math.max(0, launcher - idle.launcher)
  const mib = (value) => `${value.toFixed(0)} MiB`
  return [
    { what: `zip of ${gigabytes} GB written in`, value: `${(took / 1000).toFixed(1)} s` },
    { what: 'browser and launcher, the dossier open', value: mib(idle.browser + idle.launcher) },
    { what: `the zip, tested by unzip`, value: checked.error ? 'not installed' : checked.status === 0 ? 'whole' : 'BROKEN' },
    { what: 'browser and launcher, at most above that while zipping', value: mib(above), aim: `under ${AIM} MiB`, met: above < AIM },
  ]
}
