import type { Annotation } from '@shared/annotations/annotation'
import type { DocumentId } from '@shared/documents/document'
import type { DocumentRedactions } from '@shared/redactions/redaction-log'
import { groupedBy } from '@shared/units/grouped-by'
import type { TextStores } from '../documents/page-readings'
import { READ_THROUGH } from '../documents/read-through'
import type { PageRow } from '../storage/database'
import { rowsInPieces } from '../storage/rows-in-pieces'
import { proposalRows } from './page-proposals'

export type WithheldInLibrary = {
  readonly documents: readonly (DocumentRedactions & {
    readonly document: { readonly id: DocumentId; readonly name: string }
    readonly pageCount: number
  })[]
  /** Documents that nobody has looked through yet: what is withheld in them is not counted. */
  readonly waiting: number
}

/** Pages fetched at once; a page may have dozens of proposals. */
const PAGES_AT_ONCE = 100

const NO_MARKS: readonly Annotation[] = []

/** Something small of every table that `readWithheld` reads. */
export const whatIsWithheld = ({ db, derived }: TextStores): Promise<readonly number[]> =>
  Promise.all([
    db.rows('documents').count(),
    db.rows('proposalDecisions').count(),
    db.annotations.count(),
    proposalRows(derived).count(),
    derived.steps.where('step').equals(READ_THROUGH).count(),
  ])

/** The redactions of all documents, read table by table in one go; of the pages only those on which one stands. */
export async function readWithheld({ db, derived }: TextStores): Promise<WithheldInLibrary> {
  const [documents, rows, decisions, annotations, read] = await Promise.all([
    db.all('documents'),
    rowsInPieces(proposalRows(derived), PAGES_AT_ONCE),
    db.all('proposalDecisions'),
    db.all('annotations'),
    derived.steps.where('step').equals(READ_THROUGH).primaryKeys(),
  ])
  const decided = new Set(
    decisions.filter(({ kind }) => kind === 'redaction').map(({ documentId, pageIndex, key }) => `${documentId} ${pageIndex} ${key}`),
  )
  const byDocument = groupedBy(rows, ({ documentId }) => documentId)
  const marks = groupedBy(
    annotations.filter(({ kind }) => kind === 'redaction'),
    ({ documentId }) => documentId,
  )
  // Pages on which something is proposed say themselves what is needed of them; the others are fetched.
  const known = new Set(rows.map(({ documentId, index }) => `${documentId} ${index}`))
  const marked = new Map(
    [...marks.values()]
      .flat()
      .flatMap(({ segments }) =>
        segments.map(({ documentId, pageIndex }): [string, [string, number]] => [`${documentId} ${pageIndex}`, [documentId, pageIndex]]),
      ),
  )
  const others = await db.pages.bulkGet([...marked].flatMap(([key, place]) => (known.has(key) ? [] : [place])))
  const rest = groupedBy(
    others.filter((page): page is PageRow => page !== undefined),
    ({ documentId }) => documentId,
  )
  const done = new Set(read.map(([id]) => id))
  const ready = documents.filter(({ status }) => status === 'ready')
  return {
    documents: ready.map(({ id, name, pageCount }) => {
      const own = byDocument.get(id) ?? []
      return {
        document: { id, name },
        pageCount,
        pages: [...own, ...(rest.get(id) ?? [])].sort((a, b) => a.index - b.index),
        proposals: own.flatMap(({ proposals }) => proposals.filter(({ pageIndex, key }) => !decided.has(`${id} ${pageIndex} ${key}`))),
        marks: marks.get(id) ?? NO_MARKS,
      }
    }),
    waiting: ready.filter(({ id }) => !done.has(id)).length,
  }
}
