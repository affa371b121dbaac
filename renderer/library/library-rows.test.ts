import { disclosureEventSchema, type DisclosureEvent } from '@shared/documents/disclosure-event'
import { documentSchema, type Document } from '@shared/documents/document'
import { sha256OfText } from '@shared/units/hashes'
import { newId } from '@shared/units/ids'
import { expect, test } from 'vitest'
import { disclosureOf } from '@shared/documents/disclosure-standing'
import { arrange, type LibraryRow, readabilityOf } from './library-rows'

const documentOf = (name: string, changes: Partial<Document> = {}): Document => ({
  ...documentSchema.parse({
    id: sha256OfText(name),
    name,
    bytes: 1000,
    status: 'ready',
    trouble: null,
    pageCount: 4,
    pagesWithText: 4,
    pagesImageOnly: 0,
    outline: [],
    metadata: {},
    encrypted: false,
    copyingDiscouraged: false,
    extractor: null,
    textSha256: null,
    importedAt: '2026-11-22T12:00:00.000Z',
  }),
  ...changes,
})
const rowOf = (name: string, changes: Partial<LibraryRow> = {}): LibraryRow => ({
  document: documentOf(name),
  readability: 'text',
  recognised: 0,
  otherwise: 0,
  marks: 0,
  claims: [],
  disclosure: 'not recorded',
  ...changes,
})
const eventOf = (author: string, trigger: string): DisclosureEvent =>
  disclosureEventSchema.parse({
    id: newId('disclosure'),
    documentId: sha256OfText('x'),
    author,
    trigger,
    date: null,
    obtainedBy: '',
    reference: '',
    note: '',
  })

test('a document without events has no disclosure recorded', () => {
  expect(disclosureOf([])).toBe('not recorded')
})

test('a release on request is discovered, and the agency’s own release makes it disclosed', () => {
  const foia = eventOf('agency', 'on-request')
  expect(disclosureOf([foia])).toBe('discovered')
  expect(disclosureOf([foia, eventOf('agency', 'required')])).toBe('disclosed')
})

test.each([
  ['text', {}],
  ['part text', { pagesWithText: 1, pagesImageOnly: 3 }],
  ['picture', { pagesWithText: 0, pagesImageOnly: 4 }],
  ['empty', { pagesWithText: 0 }],
  ['needs password', { status: 'needs-password' }],
  ['unreadable', { status: 'unreadable' }],
] as const)('a document is called %s by its pages and its state', (word, changes) => {
  expect(readabilityOf(documentOf('a', changes))).toBe(word)
})

test('names sort as people count', () => {
  const rows = ['part 10', 'part 9', 'Part 1'].map((name) => rowOf(name))
  expect(arrange(rows, '', 'all', { by: 'name', down: false }).map((row) => row.document.name)).toEqual(['Part 1', 'part 9', 'part 10'])
})

test('equal lines keep the order of their names whichever way they are sorted', () => {
  const rows = [rowOf('b', { marks: 2 }), rowOf('a', { marks: 2 }), rowOf('c', { marks: 5 })]
  expect(arrange(rows, '', 'all', { by: 'marks', down: true }).map((row) => row.document.name)).toEqual(['c', 'a', 'b'])
})

test('the filter takes words of the name in any order, and the beginning of a hash', () => {
  const rows = [rowOf('FOIA letter 4'), rowOf('Contract')]
  expect(arrange(rows, 'letter foia', 'all', { by: 'name', down: false })).toHaveLength(1)
  expect(arrange(rows, sha256OfText('Contract').slice(0, 8), 'all', { by: 'name', down: false }).map((row) => row.document.name)).toEqual([
    'Contract',
  ])
})
