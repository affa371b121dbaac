import 'fake-indexeddb/auto'
import type { Command } from '@shared/storage/command'
import { aClaim, aDisclosureEvent, aDocument, aLink, anAnalysis, anAnnotation, aSource } from '@shared/testing/builders'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commit } from '../../storage/commit'
import { Database, rowOfRecord } from '../../storage/database'
import { addDocument } from './add-document'
import { putDisclosureEvent } from './put-disclosure-event'
import { removeDisclosureEvent } from './remove-disclosure-event'
import { removeDocument } from './remove-document'
import { renameDocument } from './rename-document'
import { setHandling } from './set-handling'

const NAME = 'document-commands-test'
let db: Database
beforeEach(() => {
  db = new Database(NAME)
})
afterEach(async () => {
  db.close()
  await Dexie.delete(NAME)
})

const run = async <Input>(command: Command<Input>, input: Input): Promise<string> => {
  const done = await commit(db, command, input, { actor: 'Researcher', now: () => Date.UTC(2026, 10, 22) })
  return done.ok ? 'done' : done.problem.kind
}

test('a document is added once, with the time of the command', async () => {
  const document = aDocument()
  expect(await run(addDocument, document)).toBe('done')
  expect(await db.get('documents', document.id)).toEqual({ ...document, importedAt: '2026-11-22T00:00:00.000Z' })
  expect(await run(addDocument, document)).toBe('document-exists')
})

test('a document gets another name, but never an empty one', async () => {
  const document = aDocument()
  await run(addDocument, document)
  expect(await run(renameDocument, { id: document.id, name: '  Interim release ' })).toBe('done')
  expect((await db.get('documents', document.id))?.name).toBe('Interim release')
  expect(await run(renameDocument, { id: document.id, name: ' ' })).toBe('invalid-input')
})

test('a document is kept out of bundles only with a reason, and let in again', async () => {
  const document = aDocument()
  await run(addDocument, document)
  expect(await run(setHandling, { id: document.id, bundle: false, reason: ' ' })).toBe('handling-without-reason')
  expect(await run(setHandling, { id: document.id, bundle: false, reason: 'It was leaked.' })).toBe('done')
  expect(await db.get('documents', document.id)).toMatchObject({ handling: 'do-not-bundle', handlingReason: 'It was leaked.' })
  expect(await run(setHandling, { id: document.id, bundle: true, reason: '' })).toBe('done')
  expect(await db.get('documents', document.id)).not.toHaveProperty('handling')
})

test('a document with marks is removed only together with them and their links', async () => {
  const [document, analysis] = [aDocument(), anAnalysis()]
  const claim = aClaim(analysis)
  const mark = anAnnotation(document)
  const link = aLink(claim, mark)
  await run(addDocument, document)
  await run(putDisclosureEvent, aDisclosureEvent(document))
  await db.rows('annotations').put(rowOfRecord('annotations', mark))
  await db.rows('evidenceLinks').put(link)
  const source = aSource(analysis, { documentIds: [document.id] })
  await db.rows('sources').put(source)
  expect(await run(removeDocument, { id: document.id, withMarks: false })).toBe('document-has-marks')
  expect(await run(removeDocument, { id: document.id, withMarks: true })).toBe('done')
  expect((await db.get('sources', source.id))?.documentIds).toEqual([])
  for (const table of ['documents', 'annotations', 'evidenceLinks', 'disclosureEvents'] as const) expect(await db.all(table)).toEqual([])
})

test('how a document came out is recorded, changed and removed', async () => {
  const document = aDocument()
  const event = aDisclosureEvent(document)
  expect(await run(putDisclosureEvent, event)).toBe('document-missing')
  await run(addDocument, document)
  expect(await run(putDisclosureEvent, event)).toBe('done')
  expect(await run(putDisclosureEvent, { ...event, note: 'By post.' })).toBe('done')
  expect((await db.get('disclosureEvents', event.id))?.note).toBe('By post.')
  expect(await run(removeDisclosureEvent, { id: event.id })).toBe('done')
  expect(await run(removeDisclosureEvent, { id: event.id })).toBe('event-missing')
})
