// Recognising the corpus's scanned pages: how right the text is, and pages a minute beside Debian's tesseract on the same pictures.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import search from 'approx-string-match'
import { createServer } from 'vite'
import { slantedPdf } from '../lib/slanted-pdf.mjs'

const root = join(import.meta.dirname, '../..')
const CORPUS = join(root, '../shared/corpus')
const folderOf = (name) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
const ENGLISH = join(folderOf('@tesseract.js-data/eng'), '4.0.0_best_int/eng.traineddata.gz')

/** Degrees by which the same pages are fed crooked, either way. */
const SLANTS = [3, -3]
/** Slanted pages by the address that they are served under. */
const slanted = new Map()

/** Serves pdf.js's data, what recognises text, and the corpus, where the workbench has them. */
const data = {
  name: 'bench-data',
  configureServer(server) {
    const serve = (at, place) =>
      server.middlewares.use(at, (request, response, next) => {
        const file = place(decodeURIComponent((request.url ?? '').split('?')[0].replace(/^\/+/, '')))
        if (file instanceof Uint8Array) return response.end(Buffer.from(file))
        if (file === null || !existsSync(file) || !statSync(file).isFile()) return next()
        response.setHeader('Content-Type', file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream')
        response.end(readFileSync(file))
      })
    serve('/pdfjs/', (name) => join(folderOf('pdfjs-dist'), name))
    serve('/corpus/', (name) => join(CORPUS, name))
    serve('/slanted/', (name) => slanted.get(name) ?? null)
    serve('/recognition/', (name) =>
      name === 'worker.min.js'
        ? join(folderOf('tesseract.js'), 'dist', name)
        : name === 'eng.traineddata.gz'
          ? ENGLISH
          : name.startsWith('tesseract-core-')
            ? join(folderOf('tesseract.js-core'), name)
            : null,
    )
  },
}

/** Quotations that stand on scanned pages, as the manifest states them. */
function quotationsOnScans() {
  const { files } = JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8'))
  return files.flatMap(({ file, quotations }) =>
    (quotations ?? [])
      .filter(({ match, watchFor }) => match === 'NOT in text layer' && /image only/.test(watchFor))
      .map(({ page, text }) => ({ file, page, quote: text })),
  )
}

/** As anchoring folds: compatibility forms and white space away, one kind of quotation mark, no hyphens. */
const fold = (text) =>
  text
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\p{Pd}|\u00ad/gu, '')
    .replace(/\s+/g, '')
    .toLowerCase()

/** Characters wrong in the likest stretch of the page: insertions, deletions, exchanges. */
function errorsIn(page, quotation) {
  const matches = search(fold(page), fold(quotation), Math.ceil(fold(quotation).length / 2))
  return matches.length === 0 ? fold(quotation).length : Math.min(...matches.map((match) => match.errors))
}

/** @param {import('playwright-core').Browser} browser */
export async function benchOcr(browser) {
  if (!existsSync(CORPUS)) return [{ what: 'recognising text', value: 'skipped: no folder of real documents beside the project' }]
  const quotations = quotationsOnScans()
  const jobs = [
    ...new Map(quotations.map(({ file, page }) => [`${file}:${page}`, { url: `/corpus/${file}`, page, picture: true }])).values(),
  ]
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [data],
    worker: { format: 'es' },
    resolve: { alias: { '@shared': join(root, 'shared') } },
    optimizeDeps: { entries: ['scripts/bench/ocr-worker.ts'] },
    server: { host: '127.0.0.1', port: 0, hmr: false },
  })
  await server.listen()
  const page = await browser.newPage()
  const folder = mkdtempSync(join(tmpdir(), 'vouch-ocr-'))
  try {
    await page.goto(`${server.resolvedUrls.local[0]}scripts/bench/ocr.html`)
    await page.waitForFunction(() => 'recognise' in window)
    const recognise = (list, workers) => page.evaluate(([list, workers]) => window.recognise(list, workers), [list, workers])
    const { pages } = await recognise(jobs, 1)
    const bare = jobs.map((job) => ({ ...job, picture: false }))
    const one = await recognise(bare, 1)
    const two = await recognise(bare, 2)
    const crooked = []
    for (const slant of SLANTS) {
      for (const { url, page } of jobs) {
        const name = `${slant}/${page}-${url.replace('/corpus/', '')}`
        slanted.set(name, await slantedPdf(readFileSync(join(CORPUS, url.replace('/corpus/', ''))), slant, [page]))
        crooked.push({ of: `${url}:${page}`, job: { url: `/slanted/${name}`, page: 1, picture: false } })
      }
    }
    const { pages: straightened } = await recognise(
      crooked.map(({ job }) => job),
      2,
    )
    const texts = new Map(pages.map((result) => [`${result.url}:${result.page}`, result.text]))
    const scored = quotations.map(({ file, page, quote }) => ({
      file,
      page,
      quote,
      length: fold(quote).length,
      errors: errorsIn(texts.get(`/corpus/${file}:${page}`) ?? '', quote),
    }))
    if (process.env.VOUCH_BENCH_VERBOSE) {
      for (const result of pages)
        console.log(
          `${result.url} p. ${result.page}: ${result.runs} words, ${result.confidence} sure, turned ${result.turned}, ${result.ms.toFixed(0)} ms`,
        )
      for (const { errors, file, quote } of scored) console.log(`${errors} wrong: ${file} ${quote}`)
    }
    const ofCrooked = quotations.flatMap(({ file, page, quote }) =>
      crooked
        .filter(({ of }) => of === `/corpus/${file}:${page}`)
        .map(({ job }) => ({
          length: fold(quote).length,
          errors: errorsIn(straightened.find(({ url }) => url === job.url)?.text ?? '', quote),
        })),
    )
    const length = scored.reduce((sum, each) => sum + each.length, 0)
    const errors = scored.reduce((sum, each) => sum + each.errors, 0)
    const perMinute = (ms) => `${((jobs.length / ms) * 60_000).toFixed(1)} pages/min`
    const results = [
      {
        what: `characters wrong in ${scored.length} known quotations on ${jobs.length} scanned pages`,
        value: `${((errors / length) * 100).toFixed(2)} %`,
      },
      {
        what: 'quotations whose words are found as they stand, after folding',
        value: `${scored.filter((each) => each.errors === 0).length} of ${scored.length}`,
      },
      {
        what: `characters wrong in them where the sheets lay ${SLANTS.join(' and ')} degrees crooked`,
        value: `${((ofCrooked.reduce((sum, each) => sum + each.errors, 0) / ofCrooked.reduce((sum, each) => sum + each.length, 0)) * 100).toFixed(2)} %`,
      },
      { what: 'one worker: drawn and recognised', value: perMinute(one.ms) },
      { what: 'two workers', value: perMinute(two.ms) },
    ]
    const native = measureNative(pages, folder)
    if (native === null) return [...results, { what: 'the tesseract program', value: 'not installed (apt-get install tesseract-ocr)' }]
    const nativeErrors = quotations.reduce(
      (sum, { file, page, quote }) => sum + errorsIn(native.texts.get(`/corpus/${file}:${page}`) ?? '', quote),
      0,
    )
    return [
      ...results,
      { what: `${native.version}, one thread, same pictures and language data, not drawn`, value: perMinute(native.ms) },
      { what: 'characters wrong in the same quotations by that program', value: `${((nativeErrors / length) * 100).toFixed(2)} %` },
      { what: 'one worker against that program', value: `${(native.ms / one.ms).toFixed(2)}x` },
    ]
  } finally {
    await page.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function measureNative(pages, folder) {
  const asked = spawnSync('tesseract', ['--version'], { encoding: 'utf8' })
  if (asked.error) return null
  writeFileSync(join(folder, 'eng.traineddata'), gunzipSync(readFileSync(ENGLISH)))
  const files = pages.map((result, at) => {
    const file = join(folder, `${at}.pgm`)
    writeFileSync(file, Buffer.from(result.picture, 'base64'))
    return { key: `${result.url}:${result.page}`, file }
  })
  const texts = new Map()
  const from = performance.now()
  for (const { key, file } of files)
    texts.set(
      key,
      spawnSync('tesseract', [file, '-', '--tessdata-dir', folder, '--dpi', '300', '--oem', '1'], {
        encoding: 'utf8',
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      }).stdout,
    )
  return { ms: performance.now() - from, texts, version: asked.stdout.split('\n')[0] ?? 'tesseract' }
}
