import type { DocumentId } from '@shared/documents/document'
import { findIdentifiers } from '@shared/identifiers/find-identifiers'
import { sha256OfText } from '@shared/units/hashes'
import { pageIndex } from '@shared/units/pages'
import { timestampOf } from '@shared/units/time'
import { readPageReadings, type TextStores } from '../documents/page-readings'
import { EXAMINED } from '../redactions/page-findings'
import { type IdentifierRow, identifierRows } from './identifier-rows'

const STEP = 'identifiers'
/** Raised when other things are recognised. */
const FORM = 1
/** Pages looked at in one go, so that the window answers in between. */
const AT_ONCE = 8

/**
 * What the identifiers of a document depend on, as the form of the step: the patterns, the text in force on its pages, and what of it is held back. Null
 * while nobody has looked whether words of it have to be held back: nothing of it is listed before.
 */
async function formOfText({ db, derived }: TextStores, id: DocumentId): Promise<number | null> {
  const examined = await derived.steps.get([id, EXAMINED.step])
  if (examined === undefined) return null
  const [recognised, choices, decisions] = await Promise.all([
    db.rows('recognitions').where('documentId').equals(id).count(),
    db.where('textChoices', 'documentId', id),
    db.where('proposalDecisions', 'documentId', id),
  ])
  const held = decisions.filter(({ kind }) => kind === 'failed-redaction').map((decision) => `${decision.id} ${decision.verdict}`)
  const signature = [FORM, examined.form, examined.at, recognised, ...choices.map((choice) => choice.id), ...held].join(' ')
  return Number.parseInt(sha256OfText(signature).slice(0, 12), 16)
}

/** Whether the identifiers that are kept of a document are those of its text in force. */
export async function isRecognised(stores: TextStores, id: DocumentId): Promise<boolean> {
  const form = await formOfText(stores, id)
  return form === null || (await stores.derived.steps.get([id, STEP]))?.form === form
}

/** Recognises the identifiers of a document and keeps them in place of those kept before. */
export async function recogniseIdentifiers(stores: TextStores, id: DocumentId, pageCount: number): Promise<void> {
  const form = await formOfText(stores, id)
  if (form === null) return
  const rows: IdentifierRow[] = []
  for (let from = 0; from < pageCount; from += AT_ONCE) {
    for (const [index, { text }] of await readPageReadings(stores, id, from, from + AT_ONCE - 1)) rows.push(...findIdentifiers(text).map((found) => ({ ...found, index: pageIndex(index), documentId: id })))
    await new Promise((next) => setTimeout(next))
  }
  const { derived } = stores
  await derived.transaction('rw', identifierRows(derived), derived.steps, async () => {
    await identifierRows(derived).where('documentId').equals(id).delete()
    await identifierRows(derived).bulkAdd(rows)
    await derived.steps.put({ documentId: id, step: STEP, form, at: timestampOf(Date.now()) })
  })
}
