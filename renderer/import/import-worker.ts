import type { ExtractedPage } from '@shared/documents/page'
import { messageOf, type Outcome, ok, trouble } from '@shared/errors/outcome'
import { textFileOf } from '@shared/storage/text-file'
import { readTable } from '@shared/tables/read-table'
import { TABLE_EXTRACTOR, type TableMedia } from '@shared/tables/table'
import { outlineOfTable, pagesOfTable } from '@shared/tables/table-pages'
import { type Sha256, sha256Schema } from '@shared/units/hashes'
import { openPdf } from '../pdf/open-pdf'
import { brokenPdf, readCancelled } from '../pdf/pdf-problems'
import type { PdfReader } from '../pdf/pdf-reader'
import { EXTRACTOR, insideWorkerEngine, type PdfEngine } from '../pdf/pdfjs'
import { Database } from '../storage/database'
import { addPages } from '../storage/document-texts'
import type { Extraction, FromWorker, ReadJob, StartMessage, ToWorker } from './extraction'
import { storageProblem } from './import-problems'
import { readPages } from './read-document'

// A dedicated worker that reads documents one after the other and puts their pages into the database, so that neither
// pdf.js nor the rows pass through the window's thread.

/** Pages written in one transaction; all of most documents, so that few transactions are flushed. */
const PAGES_A_TRANSACTION = 400
const ROWS_A_TRANSACTION = 5000
/** Least time between two words of progress, ms. */
const PROGRESS_EVERY = 80

type Context = { readonly db: Database; readonly engine: PdfEngine; readonly say: (message: FromWorker) => void }

async function readAndStore(context: Context, job: ReadJob, signal: AbortSignal): Promise<Outcome<Extraction>> {
  const { name, blob, media, password } = job
  if (media !== 'pdf') return storeTable(context, job, media, signal)
  const opened = await openPdf(blob, { name, password: password ?? undefined, signal, engine: context.engine, textOnly: true })
  if (!opened.ok) return opened
  try {
    return await storeAll(context, job, opened.value, signal)
  } finally {
    await opened.value.close()
  }
}

async function storeAll(
  { db, say }: Context,
  { documentId, name }: ReadJob,
  reader: PdfReader,
  signal: AbortSignal,
): Promise<Outcome<Extraction>> {
  const outline = reader.outline()
  const lines: string[] = []
  const writes: Promise<void>[] = []
  let batch: ExtractedPage[] = []
  let [pagesWithText, pagesImageOnly, told] = [0, 0, 0]
  const flush = (): void => {
    const pages = batch
    batch = []
    if (pages.length > 0) writes.push(addPages(db, documentId, pages))
  }
  say({ kind: 'progress', done: 0, of: reader.pageCount })
  await readPages(
    reader,
    (page) => {
      lines.push(textFileOf([page]))
      batch.push(page)
      if (page.page.content === 'text' || page.page.content === 'both') pagesWithText += 1
      if (page.page.content === 'image') pagesImageOnly += 1
      if (batch.length >= PAGES_A_TRANSACTION) flush()
      if (performance.now() - told < PROGRESS_EVERY && lines.length < reader.pageCount) return
      told = performance.now()
      say({ kind: 'progress', done: lines.length, of: reader.pageCount })
    },
    signal,
  )
  flush()
  const stored = await Promise.allSettled(writes)
  if (signal.aborted) return trouble(readCancelled(name))
  const failed = stored.find((write) => write.status === 'rejected')
  if (failed !== undefined) return trouble(storageProblem(name, failed.reason))
  const textFile = new TextEncoder().encode(lines.join(''))
  const { pageCount, metadata, encrypted, copyingDiscouraged } = reader
  return ok({
    pageCount,
    pagesWithText,
    pagesImageOnly,
    outline: await outline,
    metadata,
    encrypted,
    copyingDiscouraged,
    extractor: EXTRACTOR,
    textFile,
    textSha256: await digestOf(textFile),
  })
}

/** A table is read in one go; its rows are many and small, so more of them go into one transaction. */
async function storeTable(
  { db, say }: Context,
  { documentId, name, blob }: ReadJob,
  media: TableMedia,
  signal: AbortSignal,
): Promise<Outcome<Extraction>> {
  const read = await readTable(new Uint8Array(await blob.arrayBuffer()), media, name, (rows) =>
    say({ kind: 'progress', done: 0, of: rows }),
  )
  if (!read.ok) return read
  const table = read.value
  const pageCount = table.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const lines: string[] = []
  let batch: ExtractedPage[] = []
  let pagesWithText = 0
  const flush = async (): Promise<void> => {
    const pages = batch
    batch = []
    if (pages.length > 0) await addPages(db, documentId, pages)
    say({ kind: 'progress', done: lines.length, of: pageCount })
  }
  try {
    for (const page of pagesOfTable(table)) {
      lines.push(textFileOf([page]))
      batch.push(page)
      if (page.page.content === 'text') pagesWithText += 1
      if (batch.length < ROWS_A_TRANSACTION) continue
      await flush()
      // A message that cancels gets its turn.
      await new Promise((go) => setTimeout(go))
      if (signal.aborted) return trouble(readCancelled(name))
    }
    await flush()
  } catch (thrown) {
    return trouble(storageProblem(name, thrown))
  }
  const textFile = new TextEncoder().encode(lines.join(''))
  const facts = {
    pageCount,
    pagesWithText,
    pagesImageOnly: 0,
    outline: outlineOfTable(table),
    metadata: table.facts,
    encrypted: false,
    copyingDiscouraged: false,
  }
  return ok({ ...facts, extractor: TABLE_EXTRACTOR, textFile, textSha256: await digestOf(textFile) })
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<Sha256> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return sha256Schema.parse(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''))
}

async function serve({ base, database, port }: StartMessage): Promise<void> {
  const context: Context = {
    db: new Database(database),
    engine: await insideWorkerEngine(base),
    say: (message) =>
      port.postMessage(message, message.kind === 'done' && message.outcome.ok ? [message.outcome.value.textFile.buffer] : []),
  }
  let current = new AbortController()
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === 'cancel') {
      current.abort()
      return
    }
    const { job } = data
    current = new AbortController()
    readAndStore(context, job, current.signal)
      .catch((thrown: unknown): Outcome<Extraction> => trouble(brokenPdf(job.name, messageOf(thrown))))
      .then((outcome) => context.say({ kind: 'done', outcome }))
  })
  port.start()
}

self.addEventListener(
  'message',
  ({ data }: MessageEvent<StartMessage>) => {
    void serve(data)
  },
  { once: true },
)
