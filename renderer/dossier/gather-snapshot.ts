import type { AnalysisId } from '@shared/analyses/analysis'
import { findInDocument } from '@shared/anchoring/find-in-document'
import { anchorSegment } from '@shared/anchoring/anchor-annotation'
import type { AnnotationId } from '@shared/annotations/annotation'
import type { Segment } from '@shared/annotations/segment'
import type { CustodyEntry } from '@shared/custody/custody-entry'
import { type Document, type DocumentId, goesWithBundle, isTable, mediaOf } from '@shared/documents/document'
import type { ExtractedPage, PageText } from '@shared/documents/page'
import type { Recognition } from '@shared/documents/recognition'
import {
  COMPOSER,
  type DossierSnapshot,
  orderedSnapshot,
  type PassagePicture,
  picturePath,
  type SegmentBlackout,
  type SegmentCheck,
  type SnapshotRecords,
} from '@shared/dossier/snapshot'
import type { Audience } from '@shared/dossier/audience'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { redactionsInPassage } from '@shared/redactions/redactions-in-passage'
import type { OpenedBundle } from '@shared/exchange/opened-bundle'
import { stateLog } from '@shared/exchange/stated-log'
import { pagesOfTable } from '@shared/tables/table-pages'
import { sha256OfBytes } from '@shared/units/hashes'
import { pageIndex } from '@shared/units/pages'
import { readEmbeddedTexts } from '../documents/page-readings'
import type { Database } from '../storage/database'
import { digestOfBlob } from '../storage/document-bytes'
import type { Workbench } from '../workbench/workbench'
import { checkSegment, unreadSegment } from './check-segment'
import { readTableApart } from '../tables/read-table-apart'
import { type ExhibitReader, type ExhibitReaders, exhibitReaders, ExhibitLost } from './exhibits/exhibit-readers'
import { checkHeldWords, withoutHeld } from './held-words'
import { passagePicture } from './passage-picture'
import { type ReadRecords, readRecords } from './read-records'
import { whatGoesOut } from './what-goes-out'

export type GatherProgress = { readonly words: string; readonly done: number; readonly of: number }
export type GatherOptions = {
  readonly onProgress?: ((progress: GatherProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** For publication unless said otherwise. */ readonly audience?: Audience | undefined
}

/** A snapshot with what it does not hold itself: the logs, and the bytes of its pictures by path. */
export type Gathered = {
  readonly snapshot: DossierSnapshot
  readonly custody: readonly CustodyEntry[]
  readonly keptLogs: readonly (readonly CustodyEntry[])[]
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** Whether it is still what an opened bundle said, so that it goes out as it came in. */
  readonly asOpened: boolean
  /** How far this library's own log had come. */
  readonly seen: number
  /** How many working records stay here, as they were made on documents that are kept out, or repeat words under a redaction. */
  readonly stays: number
}

type FileState = DossierSnapshot['files'][number]['state']
type Found = {
  readonly checks: SegmentCheck[]
  readonly blackouts: SegmentBlackout[]
  readonly pictures: PassagePicture[]
  readonly bytes: Map<string, Uint8Array>
}

/** Exhibits that are read at a time, each in a worker of its own: while one waits for its stored bytes, another is read and drawn. */
const AT_ONCE = 3

const CANCELLED = problem('cancelled', 'Composing the dossier was cancelled.', 'Nothing was changed; start again when you like.')

/**
 * Gathers an analysis for its dossier: reads the records at one moment, hashes the stored bytes of every exhibit, reads each
 * marked page from those bytes again, and draws the pictures. Problems: `no-analysis`, `cancelled`, `held-words`.
 */
export async function gatherSnapshot(
  workbench: Workbench,
  analysisId: AnalysisId,
  options: GatherOptions = {},
): Promise<Outcome<Gathered>> {
  const { db } = workbench
  const audience = options.audience ?? 'publication'
  const read = await readRecords(db, analysisId, audience)
  if (!read.ok) return read
  const { records: stored, custody: own, opened, exhibits } = read.value
  const unexamined = await examine(workbench, read.value)
  const safe = await checkHeldWords(
    workbench,
    stored.annotations.flatMap(({ segments }) => segments),
  )
  if (!safe.ok) return safe
  // Of a document whose bytes stay here, neither whole pages of text nor pictures go out: only the words that are cited.
  const keptOut = new Set<DocumentId>(stored.documents.flatMap((document) => (goesWithBundle(document) ? [] : [document.id])))
  const out = await whatGoesOut(workbench, read.value, unexamined)
  const { redactions } = out.beside
  const { records, custody, head, keptLogs, bundle } = stateLog(
    { ...out.records, recognitions: stored.recognitions.filter(({ documentId }) => !keptOut.has(documentId)) },
    out.beside,
    own,
    opened,
  )
  const setAside = bundle === null ? read.value.setAside : (bundle.told.setAside ?? [])
  const files = new Map<DocumentId, FileState>()
  const found: Found = { checks: [], blackouts: [], pictures: [], bytes: new Map() }
  const readers = exhibitReaders()
  const cancel = (): void => readers.end()
  options.signal?.addEventListener('abort', cancel)
  let next = 0
  let done = 0
  const readSome = async (): Promise<void> => {
    for (let id = exhibits[next++]; id !== undefined && options.signal?.aborted !== true; id = exhibits[next++]) {
      options.onProgress?.({
        words: `Reading exhibit ${next} of ${exhibits.length} again: ${nameOf(read.value, id)}`,
        done,
        of: exhibits.length,
      })
      const state = await stateOfFile(db, id)
      const told = state === 'missing' && bundle !== null ? toldBy(bundle, records, id, keptOut.has(id)) : null
      files.set(id, told?.state ?? state)
      if (told === null)
        await checkDocument(
          workbench,
          readers,
          { ...read.value, redactions },
          { id, state, pictured: !keptOut.has(id) },
          found,
          options.signal,
        )
      else {
        found.checks.push(...told.checks)
        found.blackouts.push(...told.blackouts)
      }
      done += 1
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, readSome))
  } finally {
    options.signal?.removeEventListener('abort', cancel)
    readers.end()
  }
  if (options.signal?.aborted) return trouble(CANCELLED)
  options.onProgress?.({ words: 'Composing the dossier', done: exhibits.length, of: exhibits.length })
  const { version } = await workbench.desktop.app.info()
  const snapshot = orderedSnapshot({
    format: 'vouch-dossier',
    composer: COMPOSER,
    vouch: version,
    custody: head,
    ...(keptLogs.length === 0 ? {} : { keptLogs: keptLogs.map((log) => log.head) }),
    records,
    checks: found.checks,
    pictures: found.pictures,
    files: [...files].map(([documentId, state]) => ({ documentId, state })),
    ...out.beside,
    ...(out.beside.working === undefined || setAside.length === 0 ? {} : { setAside }),
    blackouts: found.blackouts,
    ...(bundle?.told.packer === undefined ? {} : { packer: bundle.told.packer }),
  })
  return ok({
    snapshot,
    custody,
    keptLogs: keptLogs.map((log) => log.entries),
    pictures: found.bytes,
    asOpened: bundle !== null,
    seen: own.length,
    stays: out.stays,
  })
}

/**
 * What lies under a failed redaction is known only once its page was looked at, and goes out in no form. For publication only marks go out, so their
 * pages are looked at; corrections and working records are compared with what is held back anywhere in their document.
 * @returns the documents of which that could not be known
 */
async function examine(
  { db, examination }: Workbench,
  { records, redactions, working, exhibits }: ReadRecords,
): Promise<ReadonlySet<DocumentId>> {
  const unexamined = new Set<DocumentId>()
  const corrected = new Set<DocumentId>(records.textCorrections.map(({ documentId }) => documentId))
  const segments = [...records.annotations, ...redactions].flatMap((mark) => mark.segments)
  for (const id of working === null ? exhibits : records.documents.map((document) => document.id)) {
    if (working === null && !corrected.has(id))
      await examination.examinePages(
        id,
        segments.flatMap((segment) => (segment.documentId === id ? [Number(segment.pageIndex)] : [])),
      )
    else if (!(await examination.whenExamined(id)) && (await db.files.where('id').equals(id).count()) > 0) unexamined.add(id)
  }
  return unexamined
}

/**
 * What an unchanged bundle says of a document that it could not bring: its passages were read where its bytes are, and can't be read here. A
 * document that should have come along and did not is missing, and the dossier says so.
 */
function toldBy(
  { withoutBytes, told }: OpenedBundle,
  { annotations }: SnapshotRecords,
  id: DocumentId,
  isKeptOut: boolean,
): { readonly state: FileState; readonly checks: readonly SegmentCheck[]; readonly blackouts: readonly SegmentBlackout[] } | null {
  const file = withoutBytes.includes(id) ? told.files.find(({ documentId }) => documentId === id) : undefined
  if (file === undefined || (file.state === 'whole' && !isKeptOut)) return null
  const within = new Set(annotations.flatMap((annotation) => (annotation.documentId === id ? [annotation.id] : [])))
  const ofDocument = ({ annotationId }: { readonly annotationId: AnnotationId }): boolean => within.has(annotationId)
  return { state: file.state, checks: told.checks.filter(ofDocument), blackouts: (told.blackouts ?? []).filter(ofDocument) }
}

const nameOf = ({ records }: ReadRecords, id: DocumentId): string => records.documents.find((document) => document.id === id)?.name ?? id

async function stateOfFile(db: Database, id: DocumentId): Promise<FileState> {
  const row = await db.files.get(id)
  if (row === undefined) return 'missing'
  const digest = await digestOfBlob(row.blob)
  return digest === null ? 'missing' : digest === id ? 'whole' : 'damaged'
}

const FILE_TROUBLE: Readonly<Record<Exclude<FileState, 'whole'>, string>> = {
  damaged: 'The stored file is damaged: its bytes no longer have the SHA-256 that names it.',
  missing: 'The stored file is missing.',
}

async function checkDocument(
  workbench: Workbench,
  readers: ExhibitReaders,
  read: ReadRecords,
  { id, state, pictured }: { readonly id: DocumentId; readonly state: FileState; readonly pictured: boolean },
  found: Found,
  signal: AbortSignal | undefined,
): Promise<void> {
  const segments = read.records.annotations
    .flatMap((annotation) => annotation.segments.map((segment, at) => ({ annotationId: annotation.id, segment, at })))
    .filter(({ segment }) => segment.documentId === id)
  if (segments.length === 0) return
  const giveUp = (why: string): void => {
    for (const { annotationId, at } of segments) found.checks.push({ annotationId, segment: at, ...unreadSegment(why) })
  }
  if (state !== 'whole') return giveUp(FILE_TROUBLE[state])
  const document = read.records.documents.find((each) => each.id === id)
  if (document !== undefined && isTable(document)) return checkTable(workbench, document, segments, found, giveUp)
  const blob = (await workbench.db.files.get(id))?.blob
  if (blob === undefined) return giveUp(FILE_TROUBLE.missing)
  const opened = await readers.open(blob, nameOf(read, id), workbench.documents.passwordOf(id))
  if (!opened.ok) return giveUp(`The document could not be opened: ${opened.problem.what}`)
  const reader = opened.value
  let judged = 0
  try {
    const pages = new Map<number, Promise<ExtractedPage>>()
    const fresh = async (index: number): Promise<ExtractedPage | undefined> => {
      if (index >= reader.pageCount) return undefined
      const page = pages.get(index) ?? reader.extract(pageIndex(index)).then((read) => withoutHeld(workbench, reader, id, read))
      pages.set(index, page)
      return page
    }
    const elsewhere = elsewhereIn(workbench, id)
    const marks = [...read.records.annotations, ...read.redactions].filter(
      ({ kind, documentId }) => kind === 'redaction' && documentId === id,
    )
    const seeing = new Map(
      (await workbench.db.where('recognitions', 'documentId', id)).map((recognition) => [Number(recognition.pageIndex), recognition]),
    )
    const recognitions = new Map(
      read.records.recognitions
        .filter((recognition) => recognition.documentId === id)
        .map((recognition) => [Number(recognition.pageIndex), recognition]),
    )
    for (const { annotationId, segment, at } of segments) {
      if (signal?.aborted) return
      const checked = await checkSegment(segment, reader.pageCount, fresh, elsewhere, (index) => recognitions.get(index))
      const place = { annotationId, segment: at }
      const words = checked.found ?? segment
      const recognition = recognitions.get(segment.pageIndex)
      const seen = seenIn(words, checked, seeing.get(words.pageIndex))
      found.checks.push({ ...place, ...checked, ...(seen === null ? {} : { seen }) })
      judged += 1
      const redacted = marks.some((mark) => mark.segments.some(({ pageIndex: index }) => index === words.pageIndex))
      const text = !redacted ? undefined : segment.textOrigin === 'ocr' ? recognition?.text : (await fresh(words.pageIndex))?.text
      if (text !== undefined)
        found.blackouts.push(
          ...redactionsInPassage(
            words,
            text,
            marks.filter((mark) => mark.id !== annotationId),
          ).map((redaction) => ({ ...place, ...redaction })),
        )
      if (pictured) await addPicture(reader, words, place, found)
    }
  } catch (thrown) {
    if (!(thrown instanceof ExhibitLost)) throw thrown
    for (const { annotationId, at } of segments.slice(judged))
      found.checks.push({ annotationId, segment: at, ...unreadSegment(`The document could not be read: ${thrown.message}.`) })
  } finally {
    await reader.close()
  }
}

type PlacedSegment = { readonly annotationId: AnnotationId; readonly segment: Segment; readonly at: number }

/** A table is read again whole, in a worker; a row has no picture. */
async function checkTable(
  { db }: Workbench,
  document: Document,
  segments: readonly PlacedSegment[],
  found: Found,
  giveUp: (why: string) => void,
): Promise<void> {
  const media = mediaOf(document)
  const blob = (await db.files.get(document.id))?.blob
  if (media === 'pdf' || blob === undefined) return giveUp(FILE_TROUBLE.missing)
  const table = await readTableApart(blob, media, document.name)
  if (!table.ok) return giveUp(`The document could not be opened: ${table.problem.what}`)
  const pages = [...pagesOfTable(table.value)]
  for (const { annotationId, segment, at } of segments) {
    const checked = await checkSegment(
      segment,
      pages.length,
      async (index) => pages[index],
      async () => null,
      () => undefined,
    )
    found.checks.push({ annotationId, segment: at, ...checked })
  }
}

/** Looks through the stored text for the one other page that has the words; the bytes of that page are then read. What is held back on pages that have them is left out before one is chosen. */
function elsewhereIn(
  workbench: Pick<Workbench, 'db' | 'derived' | 'examination'>,
  id: DocumentId,
): (segment: Segment) => Promise<number | null> {
  let texts: Promise<Map<number, PageText>> | null = null
  const looked = new Set<number>()
  return async (segment) => {
    texts ??= readEmbeddedTexts(workbench, id).then((read) => new Map(read))
    const known = await texts
    for (;;) {
      const { pageIndex: on, passage, candidates } = findInDocument((index) => known.get(index), known.size, segment, segment.pageIndex)
      const others = [on, ...candidates.map((candidate) => candidate.pageIndex)].filter(
        (index) => index !== segment.pageIndex && !looked.has(index),
      )
      if (others.length === 0) return passage.how === 'moved' ? on : null
      await workbench.examination.examinePages(id, others)
      for (const index of others) {
        looked.add(index)
        for (const [page, text] of await readEmbeddedTexts(workbench, id, index, index)) known.set(page, text)
      }
    }
  }
}

/**
 * Whether the words of a verified quotation were also found by a program that recognised the picture of their page; null where none has looked,
 * and for words that were recognised themselves.
 */
function seenIn(
  segment: Segment,
  { state }: Pick<SegmentCheck, 'state'>,
  recognition: Recognition | undefined,
): 'agrees' | 'differs' | null {
  if (recognition === undefined || segment.textOrigin !== 'embedded' || (state !== 'exact' && state !== 'moved')) return null
  const seen = anchorSegment(
    { ...segment, ranges: [{ start: 0, end: 0 }] },
    (index) => (index === segment.pageIndex ? recognition.text : undefined),
    segment.pageIndex + 1,
  )
  return seen.state === 'exact' || seen.state === 'moved' ? 'agrees' : 'differs'
}

async function addPicture(
  reader: ExhibitReader,
  segment: Segment,
  place: Pick<PassagePicture, 'annotationId' | 'segment'>,
  found: Found,
): Promise<void> {
  if (segment.pageIndex >= reader.pageCount) return
  const picture = await passagePicture(reader, segment)
  if (picture === null) return
  found.bytes.set(picturePath(place), picture.bytes)
  found.pictures.push({ ...place, sha256: sha256OfBytes(picture.bytes), width: picture.width, height: picture.height, area: picture.area })
}
