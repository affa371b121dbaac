import type { Annotation } from '@shared/annotations/annotation'
import type { DocumentId } from '@shared/documents/document'
import type { DocumentRedactions } from '@shared/redactions/redaction-log'
import type { RedactionProposal } from '@shared/redactions/propose-redactions'
import type { TextStores } from '../documents/page-readings'
import { READ_THROUGH } from '../documents/read-through'
import type { PageRow } from '../storage/database'
import { proposalRows } from './page-proposals'

export type WithheldInLibrary = {
  readonly documents: readonly (DocumentRedactions & { readonly document: { readonly id: DocumentId; readonly name: string }; readonly pageCount: number })[]
  /** Documents that nobody has looked through yet: what is withheld in them is not counted. */
  readonly waiting: number
}

const NONE: readonly RedactionProposal[] = []
const NO_MARKS: readonly Annotation[] = []

/** The redactions of all documents, read table by table in one go; of the pages only those on which one stands. */
export async function readWithheld({ db, derived }: TextStores): Promise<WithheldInLibrary> {
  const [documents, rows, decisions, annotations, read] = await Promise.all([
    db.all('documents'),
    proposalRows(derived).toArray(),
    db.all('proposalDecisions'),
    db.all('annotations'),
    derived.steps.where('step').equals(READ_THROUGH).primaryKeys(),
  ])
  const decided = new Set(decisions.filter(({ kind }) => kind === 'redaction').map(({ documentId, pageIndex, key }) => `${documentId} ${pageIndex} ${key}`))
  const open = Map.groupBy(
    rows.flatMap(({ documentId, proposals }) => proposals.filter(({ pageIndex, key }) => !decided.has(`${documentId} ${pageIndex} ${key}`)).map((proposal) => ({ documentId, proposal }))),
    ({ documentId }) => documentId,
  )
  const marks = Map.groupBy(
    annotations.filter(({ kind }) => kind === 'redaction'),
    ({ documentId }) => documentId,
  )
  const places = new Map<string, readonly [DocumentId, number]>()
  for (const { documentId, proposal } of [...open.values()].flat()) places.set(`${documentId} ${proposal.pageIndex}`, [documentId, proposal.pageIndex])
  for (const { documentId, pageIndex } of [...marks.values()].flat().flatMap(({ segments }) => segments)) places.set(`${documentId} ${pageIndex}`, [documentId, pageIndex])
  const pages = Map.groupBy((await db.pages.bulkGet([...places.values()].map(([id, index]): [string, number] => [id, index]))).filter((page): page is PageRow => page !== undefined), (page) => page.documentId)
  const done = new Set(read.map(([id]) => id))
  const ready = documents.filter(({ status }) => status === 'ready')
  return {
    documents: ready.map(({ id, name, pageCount }) => ({
      document: { id, name },
      pageCount,
      pages: (pages.get(id) ?? []).toSorted((a, b) => a.index - b.index),
      proposals: open.get(id)?.map(({ proposal }) => proposal) ?? NONE,
      marks: marks.get(id) ?? NO_MARKS,
    })),
    waiting: ready.filter(({ id }) => !done.has(id)).length,
  }
}
