import type { Annotation } from '@shared/annotations/annotation'
import type { Claim } from '@shared/claims/claim'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import type { DocumentId } from '@shared/documents/document'
import type { SearchNote } from '@shared/searches/search-note'
import { readPageReadings, type TextStores } from '../../documents/page-readings'
import { EXAMINED } from '../../redactions/page-findings'
import type { StepRow } from '../../storage/derived-database'
import type { CustodyRow } from '../../storage/database'
import { entriesOfMark, entryOfClaim, entryOfLink, entryOfNote } from './entries-of-record'
import type { Entry, SearchIndex } from './search-index'

/** Pages read, indexed and committed together; between two such steps the index answers questions. */
const PAGES_A_STEP = 100
const RECORDS_A_STEP = 500
const ENTRIES_A_READ = 200

/**
 * The tables whose records are searched, and those that decide what the text in force on a document's pages is. The custody log holds
 * every change of both, so the index follows it: what has changed since the entry that it has reached is read again.
 */
const TEXT_TABLES = new Set(['recognitions', 'textCorrections', 'textChoices', 'proposalDecisions'])
const RECORD_TABLES = new Set(['annotations', 'evidenceLinks', 'claims', 'searchNotes'])

export type KeepParts = {
  readonly stores: TextStores
  readonly index: SearchIndex
  /** Told how many of the pages that are to be indexed are, and how many documents wait to be examined before they may be. */
  readonly progress: (done: number, of: number, waiting: number) => void
}

/** Brings the index up to the library as it is now. Can be stopped and called again at any point: it goes on where it was. */
export async function keepIndex({ stores, index, progress }: KeepParts): Promise<void> {
  const { db } = stores
  const reached = await reachedEntry(stores, index)
  const latest = (await db.custody.orderBy('seq').last())?.seq ?? 0
  const changes = reached === null ? null : await changesSince(stores, reached)

  const steps = new Map((await stores.derived.steps.where('step').equals(EXAMINED.step).toArray()).map((step) => [step.documentId, step]))
  const known = index.documents()
  const documents = (await db.all('documents')).filter(({ status }) => status === 'ready')
  // What lies under a failed redaction is only known once a document was examined, in the form of now: until then none of its words are found.
  const examined = documents.filter(({ id }) => steps.get(id)?.form === EXAMINED.form)
  const there = new Set(examined.map(({ id }) => id))
  const gone = [...known.keys()].filter((id) => !there.has(id))
  for (const id of gone) index.together(() => index.removeDocument(id))

  if (changes === null) await indexAllRecords(stores, index)
  else indexRecords(index, changes.records)

  const waiting = documents.length - examined.length
  const due = examined.filter(({ id }) => {
    const indexed = known.get(id)
    // A row without an entry belongs to a document whose indexing was begun and not ended.
    return (
      indexed === undefined ||
      indexed.asOf === 0 ||
      indexed.asOf < (changes?.texts.get(id) ?? 0) ||
      indexed.examined !== wordsOf(steps.get(id))
    )
  })
  const of = due.reduce((pages, { pageCount }) => pages + pageCount, 0)
  let done = 0
  progress(done, of, waiting)
  for (const { id, pageCount } of due) {
    const silent = await indexPages(stores, index, id, pageCount, (pages) => progress(done + pages, of, waiting))
    done += pageCount
    index.together(() => index.putDocument(id, { asOf: latest, examined: wordsOf(steps.get(id)), pages: pageCount, silent }))
  }
  const last = await db.custody.get(latest)
  index.together(() => {
    index.set('reached', String(latest))
    index.set('hash', last?.entry.hash ?? '')
  })
}

const wordsOf = (step: StepRow | undefined): string => (step === undefined ? '' : `${step.form} ${step.at}`)

/** The custody entry that the index has reached; null where it has reached none of this library's, so that all is to be read again. */
async function reachedEntry({ db }: TextStores, index: SearchIndex): Promise<number | null> {
  const reached = Number(index.get('reached') ?? 0)
  if (reached === 0) return null
  const entry = await db.custody.get(reached)
  if (entry?.entry.hash === index.get('hash')) return reached
  for (const id of index.documents().keys()) index.together(() => index.removeDocument(id))
  return null
}

type Changes = {
  /** Documents whose text in force may have changed, with the latest entry that did it. */
  readonly texts: ReadonlyMap<DocumentId, number>
  /** Searched records as they are now; null for one that was removed. */
  readonly records: ReadonlyMap<string, { readonly table: string; readonly after: unknown }>
}

async function changesSince({ db }: TextStores, reached: number): Promise<Changes> {
  const texts = new Map<DocumentId, number>()
  const records = new Map<string, { readonly table: string; readonly after: unknown }>()
  for (let from = reached; ;) {
    const lines: readonly CustodyRow[] = await db.custody.where('seq').above(from).limit(ENTRIES_A_READ).toArray()
    for (const { seq, rows } of lines) {
      for (const { table, id, before, after } of rows) {
        if (table === 'documents') {
          const [was, is] = [before, after] as readonly ({ readonly textSha256: string | null } | null)[]
          if (was?.textSha256 !== is?.textSha256) texts.set(id as DocumentId, seq)
        } else if (TEXT_TABLES.has(table)) texts.set(((after ?? before) as { readonly documentId: DocumentId }).documentId, seq)
        else if (RECORD_TABLES.has(table)) records.set(id, { table, after })
      }
    }
    from = lines.at(-1)?.seq ?? from
    if (lines.length < ENTRIES_A_READ) return { texts, records }
  }
}

/** Indexes a document's pages anew; resolves with the number of its pages without words. */
async function indexPages(
  stores: TextStores,
  index: SearchIndex,
  documentId: DocumentId,
  pageCount: number,
  told: (pages: number) => void,
): Promise<number> {
  let silent = 0
  for (let from = 0; from < pageCount; from += PAGES_A_STEP) {
    const readings = await readPageReadings(stores, documentId, from, from + PAGES_A_STEP - 1)
    index.together(() => {
      if (from === 0) index.removePages(documentId)
      for (const { index: page, text, origin } of readings.values()) {
        if (text.trim() === '') silent += 1
        else index.add({ kind: 'page', documentId, page, recordId: null, origin, text })
      }
    })
    told(Math.min(pageCount, from + PAGES_A_STEP))
  }
  return silent
}

function entriesOf(table: string, record: unknown): readonly Entry[] {
  switch (table) {
    case 'annotations':
      return entriesOfMark(record as Annotation)
    case 'evidenceLinks':
      return [entryOfLink(record as EvidenceLink)]
    case 'claims':
      return [entryOfClaim(record as Claim)]
    default:
      return [entryOfNote(record as SearchNote)]
  }
}

function indexRecords(index: SearchIndex, records: Changes['records']): void {
  if (records.size === 0) return
  index.together(() => {
    for (const [id, { table, after }] of records) {
      index.removeRecord(id)
      if (after !== null) for (const entry of entriesOf(table, after)) index.add(entry)
    }
  })
}

async function indexAllRecords({ db }: TextStores, index: SearchIndex): Promise<void> {
  index.together(() => index.removeKinds(['quotation', 'comment', 'link-note', 'search-note', 'claim']))
  for (const table of ['annotations', 'evidenceLinks', 'claims', 'searchNotes'] as const) {
    const records = await db.all(table)
    for (let from = 0; from < records.length; from += RECORDS_A_STEP) {
      index.together(() => {
        for (const record of records.slice(from, from + RECORDS_A_STEP)) for (const entry of entriesOf(table, record)) index.add(entry)
      })
    }
  }
}
