import type { DocumentId } from '@shared/documents/document'
import { Dexie, type Table } from 'dexie'

/**
 * What can be computed again from the documents and the records: pictures of pages, what was seen on them, identifiers. It is no
 * copy of anything: when its form changes, or when it is damaged, it is emptied and filled again. Never the only place of
 * anything that a researcher made.
 *
 * The forms of the rows belong to the folders that compute them; this file only says which tables there are.
 */
const FORM = 3
const STORES = {
  /** What stands on a page apart from its text, as `renderer/redactions` looked at it. */
  pageFindings: '[documentId+index], documentId',
  /** Redactions to propose, as boxes and the text in force gave them; only pages with any. */
  pageProposals: '[documentId+index], documentId',
  /** Marks, attachments, forms and links that a PDF brings along, one row a document. */
  documentParts: 'documentId',
  /** Identifiers recognised in the text in force. */
  identifiers: '++id, documentId, [documentId+index], [kind+value]',
  /** How far a page's embedded text can be believed. */
  textQuality: '[documentId+index], documentId',
  /** Where the present version of pdf.js reads other words than the stored text of a page has. */
  readingDifferences: '[documentId+index], documentId',
  /** Small and readable pictures of pages, those of one size beside each other, so that many are read at once. */
  pagePictures: '[documentId+size+index], documentId, [usedAt+bytes]',
  /** Which step was done for which document: `[documentId+step]`, with the version of the step. */
  steps: '[documentId+step], step',
} as const
export type DerivedTable = keyof typeof STORES

/** That a step of looking at a document is done, and in which form of that step. */
export type StepRow = { readonly documentId: DocumentId; readonly step: string; readonly form: number; readonly at: string }

/** The database of what can be computed again; opened by `openDerivedDatabase`. */
export class DerivedDatabase extends Dexie {
  declare readonly steps: Table<StepRow, [string, string]>

  constructor(name = 'vouch-derived') {
    super(name, { cache: 'immutable' })
    this.version(FORM).stores(STORES)
  }

  /** A table, with the form of its rows as the folder that fills it declares it. */
  rows<Row, Key>(table: DerivedTable): Table<Row, Key> {
    return this.table(table)
  }

  /** Documents of which anything was computed. */
  async documentIds(): Promise<readonly DocumentId[]> {
    const indexed = Object.entries(STORES).filter(([, indexes]) => /(^|, )documentId(,|$)/.test(indexes))
    const keys = await Promise.all(indexed.map(([table]) => this.table(table).orderBy('documentId').uniqueKeys()))
    return [...new Set(keys.flat())] as DocumentId[]
  }

  /** Removes all that was computed of a document. */
  async forget(documentId: DocumentId): Promise<void> {
    await this.transaction('rw', Object.keys(STORES), async () => {
      for (const table of Object.keys(STORES)) {
        const own = this.table(table)
        if (table === 'documentParts') await own.delete(documentId)
        else if (table === 'steps')
          await own.where('[documentId+step]').between([documentId, Dexie.minKey], [documentId, Dexie.maxKey]).delete()
        else await own.where('documentId').equals(documentId).delete()
      }
    })
  }
}

/** Opens it; one that can't be opened (a later form, damage) is deleted and begun anew, as nothing in it is the only copy. */
export async function openDerivedDatabase(name = 'vouch-derived'): Promise<DerivedDatabase> {
  const db = new DerivedDatabase(name)
  try {
    await db.open()
    return db
  } catch (thrown) {
    if (!(thrown instanceof Dexie.DexieError) && !(thrown instanceof Error)) throw thrown
    db.close()
    await Dexie.delete(name)
    const again = new DerivedDatabase(name)
    await again.open()
    return again
  }
}
