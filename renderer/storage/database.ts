import type { JournalLine } from '@shared/custody/journal-line'
import type { Annotation, AnnotationId } from '@shared/annotations/annotation'
import type { DocumentId } from '@shared/documents/document'
import type { Page, PageText } from '@shared/documents/page'
import { marksOfPurchase } from '@shared/purchases/figures'
import type { Purchase } from '@shared/purchases/purchase'
import { type RecordOf, RECORD_TABLES, type RecordTable } from '@shared/storage/records'
import type { PageIndex } from '@shared/units/pages'
import { Dexie, type Table, type Transaction } from 'dexie'
import { withLongEntries } from './long-entries'

/** The bytes of a document. A Blob, so that a slice can be read without loading the rest. */
export type FileRow = { readonly id: DocumentId; readonly blob: Blob }
/** A page's place, size and kind. */
export type PageRow = Page & { readonly documentId: DocumentId }
/** A page's extracted text. */
export type PageTextRow = PageText & { readonly documentId: DocumentId; readonly index: PageIndex }
/** A purchase with all marks that it or its figures rest on, for the index; the store takes `markIds` off again when it reads. */
type PurchaseRow = Purchase & { readonly markIds: readonly AnnotationId[] }
/** A custody entry with its rows, numbered by `seq`; `recordIds` finds the history of a record. */
export type CustodyRow = JournalLine & { readonly seq: number; readonly recordIds: readonly string[] }
/** What is not part of the research: theme, name, sizes of panels, last place. Not in the custody log. */
export type PreferenceRow = { readonly key: string; readonly value: unknown }
/** A file on its way in, so that an interrupted import goes on. */
export type ImportRow = {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly documentId: DocumentId | null
  readonly queuedAt: string
}

type Version = {
  readonly version: number
  readonly stores: Readonly<Record<string, string>>
  /** What is done to the rows of the version before. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>
}

/** The indexes of every version. Adding a version: append an entry, never change an old one; see docs/formats.md. */
const VERSIONS: readonly Version[] = [
  {
    version: 1,
    stores: {
      analyses: 'id',
      claims: 'id, analysisId',
      assessments: 'id, analysisId, claimId',
      sources: 'id, analysisId',
      documents: 'id, name',
      disclosureEvents: 'id, documentId',
      annotations: 'id, documentId, *pageKeys',
      evidenceLinks: 'id, analysisId, claimId, annotationId',
      searchNotes: 'id, analysisId, *claimIds',
      files: 'id',
      pages: '[documentId+index], documentId',
      pageTexts: '[documentId+index], documentId',
      custody: 'seq, *recordIds',
      imports: 'id',
      preferences: 'key',
    },
  },
  {
    version: 2,
    stores: {
      recognitions: 'id, documentId, [documentId+pageIndex]',
      textCorrections: 'id, documentId, [documentId+pageIndex]',
      textChoices: 'id, documentId',
      stampRules: 'id, documentId',
      documentVersions: 'id, earlierId, laterId',
      proposalDecisions: 'id, documentId, [documentId+pageIndex]',
      savedSearches: 'id',
    },
  },
  {
    version: 3,
    stores: {
      sources: 'id, analysisId, *documentIds',
      searchNotes: 'id, analysisId, *claimIds, annotationId',
      tensions: 'id, analysisId, *claimIds',
      checks: 'id, analysisId, claimId',
      parityMatrices: 'id, analysisId',
      parityCells: 'id, analysisId, matrixId, *annotationIds, *searchNoteIds',
      purchases: 'id, analysisId, *markIds',
      chronologyEvents: 'id, analysisId, purchaseId, *annotationIds',
    },
  },
  {
    version: 4,
    stores: {
      openedBundles: 'id, analysisId',
    },
  },
  {
    version: 5,
    stores: {
      annotations: 'id, documentId',
    },
    // The pages that a mark touches stood in its row for an index that nothing asked.
    upgrade: (transaction) =>
      transaction
        .table<{ pageKeys?: unknown }>('annotations')
        .toCollection()
        .modify((row) => void delete row.pageKeys),
  },
]

/** Records fetched at once: some milliseconds of the thread that asks. */
const AT_ONCE = 1000

/** The library's database. Only `commit.ts` writes to the record tables and to `custody`. */
export class Database extends Dexie {
  declare readonly files: Table<FileRow, string>
  declare readonly pages: Table<PageRow, [string, number]>
  declare readonly pageTexts: Table<PageTextRow, [string, number]>
  declare readonly annotations: Table<Annotation, string>
  declare readonly custody: Table<CustodyRow, number>
  declare readonly imports: Table<ImportRow, string>
  declare readonly preferences: Table<PreferenceRow, string>

  /** @param upTo opens as an older version did, for the tests of upgrades. */
  constructor(name = 'vouch', upTo = Number.POSITIVE_INFINITY) {
    // What live queries give is never changed: without this, Dexie copies all of it, a page's text too, for everyone that asks.
    super(name, { chromeTransactionDurability: 'strict', cache: 'immutable' })
    for (const { version, stores, upgrade } of VERSIONS) {
      if (version > upTo) continue
      const indexed = this.version(version).stores(stores)
      if (upgrade !== undefined) indexed.upgrade(upgrade)
    }
    withLongEntries(this)
  }

  /** A record table as it is stored. */
  rows(table: RecordTable): Table<unknown, string> {
    return this.table(table)
  }

  async get<Name extends RecordTable>(table: Name, id: string): Promise<RecordOf<Name> | undefined> {
    const row: unknown = await this.rows(table).get(id)
    return row === undefined ? undefined : recordOfRow(table, row)
  }

  /** Records by their ids, in the order of these; very many are fetched in pieces. */
  async getMany<Name extends RecordTable>(table: Name, ids: readonly string[]): Promise<readonly (RecordOf<Name> | undefined)[]> {
    const records: (RecordOf<Name> | undefined)[] = []
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const rows = await this.rows(table).bulkGet(ids.slice(from, from + AT_ONCE))
      records.push(...rows.map((row) => (row === undefined ? undefined : recordOfRow(table, row))))
    }
    return records
  }

  /** The number of the last custody entry; 0 where there is none. The entry itself, which may hold thousands of records, is not fetched. */
  async lastSeq(): Promise<number> {
    const [last = 0] = await this.custody.orderBy('seq').reverse().limit(1).primaryKeys()
    return last
  }

  /** The records whose indexed field has the value, in the order of their ids. Very many are fetched in pieces: taking them over at once is felt. */
  async where<Name extends RecordTable>(table: Name, field: string, value: string): Promise<readonly RecordOf<Name>[]> {
    const rows = this.rows(table)
    const wanted = rows.where(field).equals(value)
    const first = await wanted.clone().limit(AT_ONCE).toArray()
    if (first.length < AT_ONCE) return first.map((row) => recordOfRow(table, row))
    const [own, all] = await Promise.all([wanted.clone().count(), rows.count()])
    // Going through the whole table in pieces costs less than asking for most of its records one by one.
    if (own > all / 2) return (await this.all(table)).filter((record) => isIn(Reflect.get(record, field), value))
    const records = first.map((row) => recordOfRow(table, row))
    const keys = (await wanted.primaryKeys()).slice(AT_ONCE)
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const more = await rows.bulkGet(keys.slice(from, from + AT_ONCE))
      records.push(...more.flatMap((row) => (row === undefined ? [] : [recordOfRow(table, row)])))
    }
    return records
  }

  /** All records of a table, in the order of their ids, fetched in pieces. */
  async all<Name extends RecordTable>(table: Name): Promise<readonly RecordOf<Name>[]> {
    const records: RecordOf<Name>[] = []
    for (let last = ''; ; last = records.at(-1)?.id ?? last) {
      const rows = await this.rows(table).where(':id').above(last).limit(AT_ONCE).toArray()
      records.push(...rows.map((row) => recordOfRow(table, row)))
      if (rows.length < AT_ONCE) return records
    }
  }
}

/** Whether an indexed field has a value; a field of several values has each of them. */
const isIn = (held: unknown, value: string): boolean => held === value || (Array.isArray(held) && held.includes(value))

/** The tables that a command's transaction covers. */
export const COMMITTED_TABLES = [...RECORD_TABLES, 'custody'] as const

/** A record as it is stored: purchases get the index of the marks they rest on. */
export function rowOfRecord(table: RecordTable, value: unknown): unknown {
  if (table !== 'purchases') return value
  const purchase = value as Purchase
  return { ...purchase, markIds: marksOfPurchase(purchase) } satisfies PurchaseRow
}

/** The record that a row holds. Rows were validated when they were written, so they are not parsed again. */
export function recordOfRow<Name extends RecordTable>(table: Name, row: unknown): RecordOf<Name> {
  if (table !== 'purchases') return row as RecordOf<Name>
  const { markIds: _index, ...purchase } = row as PurchaseRow
  return purchase as RecordOf<Name>
}
