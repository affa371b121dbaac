import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { PageText } from '../documents/page'
import type { CustodyEntry } from '../custody/custody-entry'
import { COMPOSER, custodyHeadOf, type DossierSnapshot, picturePath, snapshotSchema } from '../dossier/snapshot'
import { ok, problem, trouble } from '../errors/outcome'
import { type Sha256, sha256OfBytes } from '../units/hashes'
import { pageIndex, pageLabel } from '../units/pages'
import { type BundleParts, writeBundle } from '../bundle/write-bundle'
import type { BundleFiles, OpenExhibit } from '../verification/bundle-files'
import { sealed } from '../verification/verifier-seal'
import {
  aClaim,
  aCustodyLog,
  aDisclosureEvent,
  aDocument,
  aLink,
  anAnalysis,
  anAnnotation,
  anAssessment,
  aRecognition,
  aSearchNote,
  aSource,
  putAll,
} from './builders'

/** Text of a page with no geometry, for tests that look for words only. */
const pageOf = (text: string): PageText => ({ text, runs: [] })

const CONTRACT = [
  'The ceiling shall not exceed $1,000,000.',
  'The contractor <b>shall</b> & must\ndeliver “monthly” infor-\nmation.',
  'The amount con-',
]
const LETTER = ['=We found no records | that *respond* to your [request].']

/** An exhibit of the tests: pages as JSON in place of a PDF, with the SHA-256 of those bytes. */
const fakeExhibit = (pages: readonly string[]): { readonly bytes: Uint8Array; readonly sha256: Sha256 } => {
  const bytes = utf8ToBytes(`%PDF-fake ${JSON.stringify(pages)}`)
  return { bytes, sha256: sha256OfBytes(bytes) }
}

const contract = fakeExhibit(CONTRACT)
const letter = fakeExhibit(LETTER)
const STORED = new Map([contract, letter].map(({ sha256, bytes }) => [sha256, bytes]))

/** A 1 × 1 PNG. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
)

/** A page that stands for `verify.html`. */
export const A_VERIFIER = sealed(
  `<!doctype html><meta name="vouch-verifier" content="0.1.0"><meta name="vouch-verifier-seal" content="${'0'.repeat(64)}"><title>Verify</title>`,
)

/** A small analysis with three claims, two documents, and one passage of every kind of fate. */
export function dossierWorld(): {
  readonly parts: BundleParts
  readonly snapshot: DossierSnapshot
  readonly custody: readonly CustodyEntry[]
} {
  const analysis = anAnalysis({
    id: anAnalysis().id,
    title: 'Who bought what',
    sections: [
      { id: 's1', number: 1, label: 'Purchases' },
      { id: 's2', number: 2, label: 'Records' },
    ],
  })
  const bought = aClaim(analysis, { number: 'C01', order: 1, citedSources: [1] })
  const absent = aClaim(analysis, { number: 'C02', order: 2, kind: 'absence', sectionId: 's2', text: 'No list was published.' })
  const bare = aClaim(analysis, { number: 'C03', order: 3, sectionId: 's2', text: 'The list is complete.' })
  const document = aDocument({ id: contract.sha256, name: '../contract <1>.pdf', bytes: contract.bytes.length, pageCount: 3 })
  const reply = aDocument({ id: letter.sha256, name: 'letter.pdf', bytes: letter.bytes.length, pageCount: 1 })
  const ceiling = anAnnotation(document, {
    segments: [{ quote: 'shall not exceed $1,000,000.', ranges: [{ start: 12, end: 40 }], label: pageLabel('iv') }],
  })
  const marked = anAnnotation(document, {
    segments: [
      { quote: 'The contractor <b>shall</b> & must', pageIndex: pageIndex(1) },
      { quote: 'deliver “monthly” information.', pageIndex: pageIndex(1), ranges: [{ start: 35, end: 66 }] },
    ],
  })
  const none = anAnnotation(reply, { segments: [{ quote: '=We found no records | that *respond*', ranges: [{ start: 0, end: 37 }] }] })
  const lost = anAnnotation(reply, { segments: [{ quote: 'These words are not there' }] })
  const alike = anAnnotation(reply, {
    segments: [{ quote: 'We found no record that responds' }],
    confirmed: { by: 'Second reader', at: analysis.createdAt },
  })
  const typed = anAnnotation(document, {
    kind: 'area',
    segments: [{ quote: 'Typed by hand', textOrigin: 'typed', extractor: null, ranges: [] }],
  })
  const recognition = aRecognition(reply, { text: { text: 'Sent by fax on\n2 May, as read in the picture.\n', runs: [] } })
  const recognised = anAnnotation(reply, {
    segments: [{ quote: 'Sent by fax on 2 May', textOrigin: 'ocr', extractor: recognition.extractor, ranges: [{ start: 0, end: 20 }] }],
  })
  const annotations = [ceiling, marked, none, lost, alike, typed, recognised]
  const records = {
    analyses: [analysis],
    claims: [bought, absent, bare],
    assessments: [anAssessment(bought)],
    sources: [aSource(analysis, { number: 1, documentIds: [contract.sha256] })],
    documents: [document, reply],
    disclosureEvents: [aDisclosureEvent(reply)],
    annotations,
    evidenceLinks: [
      aLink(bought, ceiling, { note: 'See the <clause>.' }),
      aLink(bought, marked, { relation: 'qualifies' }),
      aLink(absent, none, { relation: 'context' }),
      aLink(absent, lost),
      aLink(absent, alike),
      aLink(bought, typed),
      aLink(absent, recognised),
    ],
    searchNotes: [aSearchNote(analysis, [absent])],
    recognitions: [recognition],
  }
  const custody = aCustodyLog(putAll(records))
  const head = custodyHeadOf(custody)
  if (head === null) throw new Error('the log is empty')
  const states = new Map([
    [lost.id, 'lost'],
    [alike.id, 'approximate'],
    [typed.id, 'approximate'],
  ])
  const snapshot = snapshotSchema.parse({
    format: 'vouch-dossier',
    composer: COMPOSER,
    vouch: '0.1.0',
    custody: head,
    records,
    checks: annotations.flatMap((annotation) =>
      annotation.segments.map((_, segment) => ({
        annotationId: annotation.id,
        segment,
        state: states.get(annotation.id) ?? 'exact',
        why: states.has(annotation.id) ? 'The words were not found.' : '',
        found: null,
      })),
    ),
    pictures: [ceiling, lost, recognised].map((annotation) => ({
      annotationId: annotation.id,
      segment: 0,
      sha256: sha256OfBytes(PNG),
      width: 1,
      height: 1,
      area: { left: 60, bottom: 690, right: 212, top: 722 },
    })),
    files: [document, reply].map(({ id }) => ({ documentId: id, state: 'whole' })),
  })
  const parts: BundleParts = {
    snapshot,
    custody,
    picture: (path) => (snapshot.pictures.some((picture) => picturePath(picture) === path) ? PNG : null),
    verifier: utf8ToBytes(A_VERIFIER),
  }
  return { parts, snapshot, custody }
}

/** Writes a bundle into memory: bytes by path. */
export async function bundleInMemory(parts: BundleParts): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  const written = await writeBundle(parts, {
    write: async (path, bytes) => {
      files.set(path, Uint8Array.from([...(files.get(path) ?? []), ...bytes]))
      return ok(null)
    },
    exhibit: async (path, { sha256, name }, { onWritten }) => {
      const bytes = STORED.get(sha256)
      if (bytes === undefined) return trouble(problem('exhibit-missing', `The stored file of “${name}” is missing.`, ''))
      files.set(path, Uint8Array.from(bytes))
      onWritten?.(bytes.length)
      return ok(null)
    },
  })
  if (!written.ok) throw new Error(written.problem.what)
  return files
}

/** A bundle in memory as the verification sees it. */
export const filesOf = (files: ReadonlyMap<string, Uint8Array>): BundleFiles => {
  const read = async (path: string): Promise<Uint8Array> => {
    const bytes = files.get(path)
    if (bytes === undefined) throw new Error(`${path} is not there`)
    return bytes
  }
  return {
    list: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length })),
    read,
    async *stream(path) {
      yield await read(path)
    },
  }
}

/** Opens the exhibits of the tests. */
export const openFake =
  (files: ReadonlyMap<string, Uint8Array>): OpenExhibit =>
  async (path) => {
    const text = new TextDecoder().decode(files.get(path))
    const pages = parsedPages(text.slice('%PDF-fake '.length))
    return pages === null
      ? { ok: false, problem: { kind: 'pdf-broken', what: `${path} cannot be read.`, remedy: '' } }
      : ok({ pageCount: pages.length, readPage: async (index) => pageOf(pages[index] ?? ''), close: async () => {} })
  }

function parsedPages(text: string): readonly string[] | null {
  try {
    return JSON.parse(text) as readonly string[]
  } catch {
    return null
  }
}
