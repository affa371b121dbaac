import type { DocumentId } from '@shared/documents/document'
import { findIdentifiers } from '@shared/identifiers/find-identifiers'
import { pageIndex } from '@shared/units/pages'
import { timestampOf } from '@shared/units/time'
import { type IdentifierRow, identifierRows } from '../identifiers/identifier-rows'
import { readFindings } from '../redactions/page-findings'
import { proposalRows, proposalsRow, type ProposalsRow } from '../redactions/page-proposals'
import { readPageReadings, type TextStores } from './page-readings'
import { formOfText, formsOfTexts } from './text-form'

/** The step's name in `derived.steps`. */
export const READ_THROUGH = 'read-through'
/** Raised when other things are looked for. */
const FORM = 2
/** Pages read in one go: enough to fetch them together, few enough to keep their texts out of memory. */
const AT_ONCE = 8

/** Whether what is kept of a document's text is that of its text in force; not before the document was examined. */
export async function isReadThrough(stores: TextStores, id: DocumentId): Promise<boolean> {
  const form = await formOfText(stores, id, FORM)
  return form !== null && (await stores.derived.steps.get([id, READ_THROUGH]))?.form === form
}

/** How many documents that can be read were never read through: nothing is known yet of what stands in them. */
export async function countUnread({ db, derived }: TextStores): Promise<number> {
  const [documents, read] = await Promise.all([db.all('documents'), derived.steps.where('step').equals(READ_THROUGH).primaryKeys()])
  const done = new Set(read.map(([id]) => id))
  return documents.filter(({ id, status }) => status === 'ready' && !done.has(id)).length
}

/** The documents whose text in force was not read through yet, of those that were examined. */
export async function notReadThrough(stores: TextStores): Promise<ReadonlySet<DocumentId>> {
  const [forms, steps] = await Promise.all([formsOfTexts(stores, FORM), stores.derived.steps.where('step').equals(READ_THROUGH).toArray()])
  const done = new Map(steps.map((row) => [row.documentId, row.form]))
  return new Set([...forms].flatMap(([id, form]) => (done.get(id) === form ? [] : [id])))
}

/** Reads the text in force of a document once, and keeps its identifiers and the redactions to propose in place of those kept before. */
export async function readThrough(stores: TextStores, id: DocumentId, pageCount: number): Promise<void> {
  const form = await formOfText(stores, id, FORM)
  if (form === null) return
  const identifiers: IdentifierRow[] = []
  const proposals: ProposalsRow[] = []
  for (let from = 0; from < pageCount; from += AT_ONCE) {
    const to = from + AT_ONCE - 1
    const [readings, findings, pages] = await Promise.all([
      readPageReadings(stores, id, from, to),
      readFindings(stores.derived, id, from, to),
      stores.db.pages.where('[documentId+index]').between([id, from], [id, to], true, true).toArray(),
    ])
    const seen = new Map(findings.map((row) => [row.index, row]))
    for (const [index, { text }] of readings)
      identifiers.push(...findIdentifiers(text).map((found) => ({ ...found, index: pageIndex(index), documentId: id })))
    for (const page of pages) {
      const row = seen.get(page.index)
      if (row !== undefined) proposals.push(...proposalsRow(row, page, readings.get(page.index) ?? { text: '', runs: [] }))
    }
  }
  const { derived } = stores
  await derived.transaction('rw', identifierRows(derived), proposalRows(derived), derived.steps, async () => {
    for (const rows of [identifierRows(derived), proposalRows(derived)]) await rows.where('documentId').equals(id).delete()
    await identifierRows(derived).bulkAdd(identifiers)
    await proposalRows(derived).bulkPut(proposals)
    await derived.steps.put({ documentId: id, step: READ_THROUGH, form, at: timestampOf(Date.now()) })
  })
}
