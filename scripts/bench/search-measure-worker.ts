import { parseQuery } from '@shared/searches/parse-query'
import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import { findEntries, rowsOf } from '../../renderer/search/engine/find'
import { openIndexFile } from '../../renderer/search/engine/index-file'
import { searchIndexOf } from '../../renderer/search/engine/search-index'

export type Measuring = { readonly pages: string; readonly queries: readonly string[]; readonly rounds: number }
/** Times in ms; a query's times stand round after round. `build` leaves out the fetching of the pages. */
export type Measured = {
  readonly build: number
  readonly bytes: number
  readonly lies: string
  readonly times: readonly (readonly number[])[]
  readonly totals: readonly number[]
}

/** Pages indexed in one transaction, as the workbench does. */
const PAGES_A_STEP = 100
const SHOWN = 20
const everything = { kinds: [], textOrigins: [], documents: null } as const

async function* lines(address: string): AsyncGenerator<readonly string[]> {
  const body = (await fetch(address)).body
  if (body === null) return
  let rest = ''
  let batch: string[] = []
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { value, done } = await reader.read()
    const parts = (rest + (value ?? '')).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      batch.push(part)
      if (batch.length === PAGES_A_STEP) {
        yield batch
        batch = []
      }
    }
    if (done) break
  }
  if (batch.length > 0) yield batch
}

async function measure({ pages, queries, rounds }: Measuring): Promise<Measured> {
  const sqlite = await sqlite3InitModule()
  const { db, lies } = await openIndexFile(sqlite)
  const index = searchIndexOf(db)
  let build = 0
  let page = 0
  for await (const batch of lines(pages)) {
    const began = performance.now()
    index.together(() => {
      for (const text of batch) {
        index.add({ kind: 'page', documentId: null, page, recordId: null, origin: 'embedded', text })
        page += 1
      }
    })
    build += performance.now() - began
  }
  const times: number[][] = queries.map(() => [])
  const totals: number[] = []
  // One uncounted round warms both caches.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, words] of queries.entries()) {
      const began = performance.now()
      const parsed = parseQuery(words)
      if (!parsed.ok || parsed.value === null) throw new Error(words)
      const { total, ids } = findEntries(db, parsed.value, everything, 'best', SHOWN)
      rowsOf(db, ids, parsed.value)
      if (round > 0) times[at]?.push(performance.now() - began)
      else totals.push(total)
    }
  }
  return {
    build,
    bytes: Number(db.selectValue('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size')),
    lies,
    times,
    totals,
  }
}

self.addEventListener(
  'message',
  ({ data: { measuring, port } }: MessageEvent<{ readonly measuring: Measuring; readonly port: MessagePort }>) => {
    const say = (measured: Measured): void => port.postMessage(measured)
    void measure(measuring).then(say)
  },
  { once: true },
)
