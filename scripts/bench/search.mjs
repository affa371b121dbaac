// The search over many pages, ranked and with the first 20 snippets, beside native SQLite FTS5 with the same table and queries.
import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { createServer } from 'vite'
import { BROWSER_ARGS } from './workbench.mjs'

const root = join(import.meta.dirname, '../..')
const PAGES = Number(process.env.VOUCH_BENCH_PAGES ?? 100_000)
const PAGE_LENGTH = 3000
const VOCABULARY = 50_000
const QUERIES = 30
const ROUNDS = 3
/** Words asked for stand between these ranks of the vocabulary, evenly over the logarithm: from words on every page to words on a few. */
const RAREST = 20_000

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function chance(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function vocabulary(random) {
  const syllables = 'ta re ni con pro ment al er in de sti lo gra ve mo cu per sa ti on ing est ble ous ex un'.split(' ')
  const words = new Set()
  while (words.size < VOCABULARY) {
    const length = 1 + Math.floor(random() * 4)
    words.add(
      Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join('') +
        (random() < 0.5 ? String.fromCharCode(97 + Math.floor(random() * 26)) : ''),
    )
  }
  return [...words]
}

async function writePages(file, words, random) {
  const sums = []
  let sum = 0
  for (let rank = 1; rank <= words.length; rank += 1) sums.push((sum += 1 / rank))
  const pick = () => {
    const wanted = random() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle] < wanted) low = middle + 1
      else high = middle
    }
    return words[low]
  }
  const out = createWriteStream(file)
  const phrases = []
  for (let page = 0; page < PAGES; page += 1) {
    const parts = []
    for (let length = 0; length < PAGE_LENGTH;) {
      const word = pick()
      parts.push(word)
      length += word.length + 1
    }
    if (page % Math.floor(PAGES / QUERIES) === 7) {
      const at = Math.floor(random() * (parts.length - 3))
      phrases.push(`"${parts.slice(at, at + 2 + Math.floor(random() * 2)).join(' ')}"`)
    }
    if (!out.write(`${parts.join(' ')}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return phrases.slice(0, QUERIES)
}

const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? 0

export async function benchSearch(executablePath) {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-bench-search-'))
  const random = chance(42)
  const words = vocabulary(random)
  const file = join(folder, 'pages.txt')
  const phrases = await writePages(file, words, random)
  const ofRank = () => words[Math.floor(RAREST ** random())]
  const terms = Array.from({ length: QUERIES }, ofRank)
  const prefixes = Array.from(
    { length: QUERIES },
    () =>
      `${ofRank()
        .slice(0, 3 + Math.floor(random() * 3))
        .padEnd(2, 'a')}*`,
  )
  const queries = [...terms, ...phrases, ...prefixes]
  writeFileSync(join(folder, 'queries.json'), JSON.stringify(queries))

  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'shared') } },
    optimizeDeps: { entries: ['scripts/bench/search.html'], exclude: ['@sqlite.org/sqlite-wasm'] },
    worker: { format: 'es' },
    server: { host: '127.0.0.1', port: 0, hmr: false },
    plugins: [
      {
        name: 'pages',
        configureServer: (vite) =>
          void vite.middlewares.use('/pages.txt', (_request, response) => void createReadStream(file).pipe(response)),
      },
    ],
  })
  await server.listen()
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), { executablePath, args: BROWSER_ARGS })
  let ours
  try {
    const page = await context.newPage()
    await page.goto(`${server.resolvedUrls.local[0]}scripts/bench/search.html`)
    await page.waitForFunction(() => 'measureSearch' in window)
    ours = await page.evaluate((measuring) => window.measureSearch(measuring), { pages: '/pages.txt', queries, rounds: ROUNDS })
  } finally {
    await context.close()
    await server.close()
  }
  const run = spawnSync(
    'python3',
    [join(root, 'scripts/bench/search-native.py'), file, join(folder, 'queries.json'), folder, String(ROUNDS)],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  if (run.status !== 0) throw new Error(`native SQLite could not be measured: ${run.stderr}`)
  const native = JSON.parse(run.stdout)
  const differing = queries.filter((_, at) => ours.totals[at] !== native.totals[at])

  const figures = [
    {
      what: `${PAGES.toLocaleString('en')} pages indexed (SQLite in WebAssembly, ${ours.lies})`,
      value: `${(ours.build / 1000).toFixed(1)} s, ${(ours.bytes / 1e6).toFixed(0)} MB`,
    },
  ]
  const folding = native.build + native.fold
  figures.push({
    what: `the same in native SQLite ${native.version}`,
    value: `${(folding / 1000).toFixed(1)} s, ${(native.bytes / 1e6).toFixed(0)} MB`,
  })
  figures.push({
    what: 'index built, ours against native',
    value: `${(ours.build / folding).toFixed(2)}x`,
    aim: 'at most 1.3x',
    met: ours.build / folding <= 1.3,
  })
  for (const [kind, from] of [
    ['term', 0],
    ['phrase', QUERIES],
    ['prefix', 2 * QUERIES],
  ]) {
    const [mine, theirs] = [ours, native].map(({ times }) => times.slice(from, from + QUERIES).flat())
    const pages = ours.totals.slice(from, from + QUERIES).reduce((sum, total) => sum + total, 0) / QUERIES
    figures.push({
      what: `${kind}, ranked with 20 snippets (${Math.round(pages).toLocaleString('en')} pages each), p50 / p95`,
      value: `${quantile(mine, 0.5).toFixed(1)} / ${quantile(mine, 0.95).toFixed(1)} ms`,
      aim: 'p95 at most 50 ms',
      met: quantile(mine, 0.95) <= 50,
    })
    figures.push({
      what: 'the same in native SQLite',
      value: `${quantile(theirs, 0.5).toFixed(1)} / ${quantile(theirs, 0.95).toFixed(1)} ms`,
    })
    const ratio = quantile(mine, 0.95) / quantile(theirs, 0.95)
    figures.push({ what: 'p95, ours against native', value: `${ratio.toFixed(2)}x`, aim: 'at most 2x', met: ratio <= 2 })
  }
  figures.push({
    what: 'queries whose number of pages differs from native',
    value: `${differing.length} of ${queries.length}`,
    aim: 'none',
    met: differing.length === 0,
  })
  return figures
}
