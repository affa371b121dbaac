import type { DocumentId } from '@shared/documents/document'
import { READABLE_ORIGINS } from '@shared/documents/readable-origin'
import { termsOf, type TextTerms } from '@shared/searches/terms'
import type { Database, PreparedStatement } from '@sqlite.org/sqlite-wasm'
import { ENTRY_KINDS, type EntrySource } from './found'
import { standing } from './tiers'

/** Stands between the pieces of one broken word and the next, so that no phrase runs over; it is part of no term. */
const BARRIER = '█'

/** A text that is found as a whole: a page, or what a record says. */
export type Entry = EntrySource & { readonly text: string }
/** What the index knows of a document: up to which entry of the custody log, and in which state of its examination. */
export type IndexedDocument = {
  readonly no: number
  readonly asOf: number
  readonly examined: string
  readonly pages: number
  readonly silent: number
}

/** Writes the index. Calls between `together` and its end are one transaction. */
export type SearchIndex = {
  together(work: () => void): void
  get(key: string): string | null
  set(key: string, value: string): void
  documents(): ReadonlyMap<DocumentId, IndexedDocument>
  putDocument(id: DocumentId, known: Omit<IndexedDocument, 'no'>): void
  /** Removes the pages of a document; all its other entries stay. */
  removePages(id: DocumentId): void
  removeDocument(id: DocumentId): void
  add(entry: Entry): void
  /** Removes what was taken from a record. */
  removeRecord(recordId: string): void
  /** Removes what was taken from records of some kinds. */
  removeKinds(kinds: readonly EntrySource['kind'][]): void
}

/** The index in a database whose tables are there (`createTables`). */
export function searchIndexOf(db: Database): SearchIndex {
  const prepared = new Map<string, PreparedStatement>()
  const statement = (sql: string): PreparedStatement => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const made = db.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  const run = (sql: string, ...values: readonly (string | number | null)[]): void => {
    const prepared = statement(sql)
    if (values.length > 0) prepared.bind([...values])
    prepared.stepReset()
  }
  const numberOf = (id: DocumentId): number => {
    const known = db.selectValue('SELECT no FROM documents WHERE id = ?', id)
    if (known !== undefined) return Number(known)
    run("INSERT INTO documents(id, as_of, examined, pages, silent) VALUES (?, 0, '', 0, 0)", id)
    return Number(db.selectValue('SELECT no FROM documents WHERE id = ?', id))
  }
  let last: { readonly id: DocumentId; readonly no: number } | null = null
  const removeWhere = (condition: string, value: string | number): void => {
    const ids = db.selectValues(`SELECT id FROM entries WHERE ${condition}`, value).map(Number)
    for (const id of ids) {
      run('DELETE FROM found WHERE rowid = ?', id)
      run('DELETE FROM stands WHERE rowid = ?', id)
      run('DELETE FROM texts WHERE id = ?', id)
      run('DELETE FROM entries WHERE id = ?', id)
    }
  }
  return {
    together(work) {
      db.transaction(() => work())
    },
    get: (key) => (db.selectValue('SELECT value FROM meta WHERE key = ?', key) as string | undefined) ?? null,
    set: (key, value) => run('INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', key, value),
    documents: () =>
      new Map(
        db
          .selectArrays('SELECT id, no, as_of, examined, pages, silent FROM documents')
          .map(([id, no, asOf, examined, pages, silent]) => [
            String(id) as DocumentId,
            { no: Number(no), asOf: Number(asOf), examined: String(examined), pages: Number(pages), silent: Number(silent) },
          ]),
      ),
    putDocument(id, { asOf, examined, pages, silent }) {
      const no = numberOf(id)
      run('UPDATE documents SET as_of = ?, examined = ?, pages = ?, silent = ? WHERE no = ?', asOf, examined, pages, silent, no)
    },
    removePages: (id) => removeWhere(`kind = ${ENTRY_KINDS.indexOf('page')} AND document = ?`, numberOf(id)),
    removeDocument(id) {
      removeWhere('document = ?', numberOf(id))
      run('DELETE FROM documents WHERE id = ?', id)
      last = null
    },
    add({ text, kind, documentId, page, recordId, origin }) {
      const terms = termsOf(text)
      if (terms.line.length === 0) return
      if (documentId !== null && last?.id !== documentId) last = { id: documentId, no: numberOf(documentId) }
      const no = documentId === null ? null : (last?.no ?? null)
      run(
        'INSERT INTO entries(kind, document, page, record, origin) VALUES (?, ?, ?, ?, ?)',
        ENTRY_KINDS.indexOf(kind),
        no,
        page,
        recordId,
        origin === null ? null : READABLE_ORIGINS.indexOf(origin),
      )
      const id = Number(db.selectValue('SELECT last_insert_rowid()'))
      run('INSERT INTO texts(id, text) VALUES (?, ?)', id, text)
      run('INSERT INTO found(rowid, words, pieces) VALUES (?, ?, ?)', id, terms.line.map((term) => term.text).join(' '), piecesOf(terms))
      run('INSERT INTO stands(rowid, terms) VALUES (?, ?)', id, standing(terms))
    },
    removeRecord: (recordId) => removeWhere('record = ?', recordId),
    removeKinds(kinds) {
      for (const kind of kinds) removeWhere('kind = ?', ENTRY_KINDS.indexOf(kind))
    },
  }
}

/** The pieces of broken words, as a column of the index. */
const piecesOf = ({ pieces }: TextTerms): string => pieces.map((parts) => parts.map(({ text }) => text).join(' ')).join(` ${BARRIER} `)
