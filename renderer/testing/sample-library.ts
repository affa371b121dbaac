import { type Document, documentSchema } from '@shared/documents/document'
import type { ExtractedPage } from '@shared/documents/page'
import { type Outcome, ok } from '@shared/errors/outcome'
import { type Source, sourceSchema } from '@shared/sources/source'
import { defineCommand } from '@shared/storage/command'
import { type Change, put, remove } from '@shared/storage/records'
import { textFileOf } from '@shared/storage/text-file'
import { sha256OfBytes, sha256OfText } from '@shared/units/hashes'
import { pageIndex, pageLabel } from '@shared/units/pages'
import { z } from 'zod'
import type { Database } from '../storage/database'
import { putPages } from '../storage/document-texts'
import type { Library } from '../storage/open-library'
import type { MemoryDesktop } from './memory-desktop'

/** A record with a short name, for tests in which only its presence and title matter. */
export const sampleSource = (name: string, title: string | null = null): Source =>
  sourceSchema.parse({
    id: `source_${name}`,
    analysisId: 'analysis_a',
    number: 1,
    title,
    author: null,
    publisher: null,
    date: null,
    url: null,
    known: '',
    toFind: '',
    channels: [],
    channelConfidence: null,
    documentIds: [],
  })

/** Writes a sample record; a title of null removes it. */
export const setTitle = defineCommand({
  name: 'set-title',
  label: 'Set a title',
  input: z.object({ name: z.string().regex(/^[a-z0-9]+$/), title: z.string().nullable() }),
  async decide({ name, title }) {
    const source = sampleSource(name, title)
    return ok({ changes: [title === null ? remove('sources', source.id) : put('sources', source)], summary: `Set ${name} to ${title}` })
  },
})

/** Asks for whatever changes it is given, also bad ones. */
export const makeChanges = defineCommand({
  name: 'make-changes',
  label: 'Make changes',
  input: z.custom<readonly Change[]>(),
  decide: async (changes) => ok({ changes, summary: 'Made changes' }),
})

const addSampleDocument = defineCommand({
  name: 'add-document',
  label: 'Import a document',
  input: z.custom<Document>(),
  decide: async (document) => ok({ changes: [put('documents', document)], summary: `Imported “${document.name}”` }),
})

/** Brings a document of one page into both copies as import does: bytes, pages and text, then the record. */
export async function importSample(
  library: Pick<Library, 'db' | 'run'>,
  desktop: MemoryDesktop,
  name: string,
  text: string,
): Promise<Document> {
  const bytes = new TextEncoder().encode(`%PDF- ${text}`)
  const id = sha256OfBytes(bytes)
  const pages = samplePages(text)
  const file = textFileOf(pages)
  const document = documentSchema.parse({
    id,
    name,
    bytes: bytes.length,
    status: 'ready',
    trouble: null,
    pageCount: 1,
    pagesWithText: 1,
    pagesImageOnly: 0,
    outline: [],
    metadata: {},
    encrypted: false,
    copyingDiscouraged: false,
    extractor: { name: 'sample', version: '1' },
    textSha256: sha256OfText(file),
    importedAt: '2026-01-01T00:00:00.000Z',
  })
  expectOk(await desktop.vault.adoptDocument(desktop.offer(name, bytes).token))
  await library.db.files.put({ id, blob: new Blob([bytes]) })
  await putPages(library.db, id, pages)
  expectOk(await desktop.vault.writeText(id, new TextEncoder().encode(file)))
  expectOk(await library.run(addSampleDocument, document))
  return document
}

const samplePages = (text: string): readonly ExtractedPage[] => [
  {
    page: { index: pageIndex(0), label: pageLabel('i'), box: [0, 0, 612, 792], rotation: 0, userUnit: 1, content: 'text' },
    text: { text, runs: [[0, text.length, 72, 700, 100, 12, 0, 0]] },
  },
]

/** The value of an outcome that must be good. */
export function expectOk<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.problem.kind}: ${outcome.problem.what}`)
  return outcome.value
}

/** The titles of all sample records, by name. */
export async function titles(db: Database): Promise<Readonly<Record<string, string | null>>> {
  return Object.fromEntries((await db.all('sources')).map((source) => [source.id.slice('source_'.length), source.title]))
}
