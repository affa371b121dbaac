// npm run bench [-- import first-page opened-again fling memory marks marks-list claims purchases dossier ocr zip-memory]: measures beside yardsticks, in one run. Judges nothing but the aims it prints.
import { createRequire } from 'node:module'
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { benchClaims } from './bench/claims.mjs'
import { benchDossier } from './bench/dossier.mjs'
import { benchFirstPage } from './bench/first-page.mjs'
import { benchFling } from './bench/fling.mjs'
import { benchImport } from './bench/import.mjs'
import { benchMarks } from './bench/marks.mjs'
import { benchMarksList } from './bench/marks-list.mjs'
import { benchMemory } from './bench/memory.mjs'
import { benchOpenedAgain } from './bench/opened-again.mjs'
import { benchOcr } from './bench/ocr.mjs'
import { benchPurchases } from './bench/purchases.mjs'
import { benchSearch } from './bench/search.mjs'
import { benchZipMemory } from './bench/zip-memory.mjs'
import { BROWSER_ARGS } from './bench/workbench.mjs'

const root = join(import.meta.dirname, '..')

async function browserPath() {
  if (process.env.VOUCH_BROWSER) return process.env.VOUCH_BROWSER
  for (const name of ['chromium', 'google-chrome', 'google-chrome-stable']) {
    const found = spawnSync('which', [name], { encoding: 'utf8' })
    if (found.status === 0) return found.stdout.trim()
  }
  const packaged = await import(pathToFileURL(createRequire(import.meta.url).resolve('@sparticuz/chromium')).href)
  return packaged.default.executablePath()
}

const executablePath = await browserPath()
const benches = {
  import: () => benchImport(executablePath),
  'first-page': () => benchFirstPage(executablePath),
  'opened-again': () => benchOpenedAgain(executablePath),
  fling: () => benchFling(executablePath),
  memory: () => benchMemory(executablePath),
  marks: () => benchMarks(executablePath),
  search: () => benchSearch(executablePath),
  'marks-list': () => benchMarksList(executablePath),
  claims: () => benchClaims(executablePath),
  purchases: () => benchPurchases(executablePath),
  dossier: () => benchDossier(executablePath),
  ocr: () => withBrowser(benchOcr),
  'zip-memory': () => benchZipMemory(executablePath),
}

async function withBrowser(bench) {
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS })
  try {
    return await bench(browser)
  } finally {
    await browser.close()
  }
}

spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' })
const wanted = process.argv.slice(2)
console.log(
  `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, ${spawnSync(executablePath, ['--version'], { encoding: 'utf8' }).stdout.trim()}\n`,
)
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const { what, value, aim, met } of await bench()) {
    console.log(`${name.padEnd(12)} ${what.padEnd(64)} ${value.padStart(14)}${aim ? `   aim: ${aim}, ${met ? 'met' : 'NOT met'}` : ''}`)
  }
}
process.exit(0)
