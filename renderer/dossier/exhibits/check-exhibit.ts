import type { Segment } from '@shared/annotations/segment'
import { type DocumentId, isTable } from '@shared/documents/document'
import type { ExtractedPage } from '@shared/documents/page'
import type { Recognition } from '@shared/documents/recognition'
import type { PassagePicture, SegmentBlackout, SegmentCheck } from '@shared/dossier/snapshot'
import { redactionsInPassage } from '@shared/redactions/redactions-in-passage'
import { sha256OfBytes } from '@shared/units/hashes'
import { pageIndex } from '@shared/units/pages'
import type { Workbench } from '../../workbench/workbench'
import { checkSegment, type ReadFresh } from './check-segment'
import { checkTable } from './check-table'
import { FILE_TROUBLE, type FileState } from './exhibit-files'
import { ExhibitLost, type ExhibitReader, type ExhibitReaders } from './exhibit-readers'
import { findElsewhereIn } from './find-elsewhere'
import { withoutHeld } from '../held-words'
import { NO_FINDINGS, type PassageFindings, passagesIn, type PlacedSegment, unreadPassages } from './passage-findings'
import { passagePicture } from './passage-picture'
import type { ReadRecords } from '../read-records'
import { seenInPicture } from './seen-in-picture'

type Exhibit = {
  readonly id: DocumentId
  readonly name: string
  readonly state: FileState
  /** Whether pictures of its passages may go out. */
  readonly pictured: boolean
}
type Read = Pick<ReadRecords, 'records' | 'redactions'>

/** Reads the marked pages of a document again from its stored bytes: whether each passage stands there, what is withheld in it, and its picture. */
export async function checkExhibit(
  workbench: Workbench,
  readers: ExhibitReaders,
  read: Read,
  exhibit: Exhibit,
  signal: AbortSignal | undefined,
): Promise<PassageFindings> {
  const { id, state } = exhibit
  const passages = passagesIn(read.records, id)
  const unread = (why: string): PassageFindings => ({ ...NO_FINDINGS, checks: unreadPassages(passages, why) })
  if (passages.length === 0) return NO_FINDINGS
  if (state !== 'whole') return unread(FILE_TROUBLE[state])
  const document = read.records.documents.find((each) => each.id === id)
  if (document !== undefined && isTable(document)) return { ...NO_FINDINGS, checks: await checkTable(workbench.db, document, passages) }
  const blob = (await workbench.db.files.get(id))?.blob
  if (blob === undefined) return unread(FILE_TROUBLE.missing)
  const opened = await readers.open(blob, exhibit.name, workbench.documents.passwordOf(id))
  if (!opened.ok) return unread(`The document could not be opened: ${opened.problem.what}`)
  try {
    return await checkPages(workbench, opened.value, read, exhibit, passages, signal)
  } finally {
    await opened.value.close()
  }
}

async function checkPages(
  workbench: Workbench,
  reader: ExhibitReader,
  { records, redactions }: Read,
  { id, pictured }: Exhibit,
  passages: readonly PlacedSegment[],
  signal: AbortSignal | undefined,
): Promise<PassageFindings> {
  const checks: SegmentCheck[] = []
  const blackouts: SegmentBlackout[] = []
  const pictures: PassageFindings['pictures'][number][] = []
  try {
    const fresh = freshPages(workbench, reader, id)
    const elsewhere = findElsewhereIn(workbench, id)
    const marks = [...records.annotations, ...redactions].filter(({ kind, documentId }) => kind === 'redaction' && documentId === id)
    const seeing = byPage(await workbench.db.where('recognitions', 'documentId', id))
    const recognitions = byPage(records.recognitions.filter(({ documentId }) => documentId === id))
    for (const { annotationId, segment, at } of passages) {
      if (signal?.aborted) break
      const checked = await checkSegment(segment, reader.pageCount, fresh, elsewhere, (index) => recognitions.get(index))
      const place = { annotationId, segment: at }
      const words = checked.found ?? segment
      const seen = seenInPicture(words, checked, seeing.get(words.pageIndex))
      checks.push({ ...place, ...checked, ...(seen === null ? {} : { seen }) })
      const redacted = marks.some((mark) => mark.segments.some(({ pageIndex: index }) => index === words.pageIndex))
      const recognised = recognitions.get(segment.pageIndex)?.text
      const text = !redacted ? undefined : segment.textOrigin === 'ocr' ? recognised : (await fresh(words.pageIndex))?.text
      const others = marks.filter((mark) => mark.id !== annotationId)
      if (text !== undefined) blackouts.push(...redactionsInPassage(words, text, others).map((redaction) => ({ ...place, ...redaction })))
      const picture = pictured ? await pictureOf(reader, words, place) : null
      if (picture !== null) pictures.push(picture)
    }
  } catch (thrown) {
    if (!(thrown instanceof ExhibitLost)) throw thrown
    checks.push(...unreadPassages(passages.slice(checks.length), `The document could not be read: ${thrown.message}.`))
  }
  return { checks, blackouts, pictures }
}

/** Pages of a document read from its bytes, each once, without what is held back on them. */
function freshPages(workbench: Workbench, reader: ExhibitReader, id: DocumentId): ReadFresh {
  const pages = new Map<number, Promise<ExtractedPage>>()
  return async (index) => {
    if (index >= reader.pageCount) return undefined
    const page = pages.get(index) ?? reader.extract(pageIndex(index)).then((read) => withoutHeld(workbench, reader, id, read))
    pages.set(index, page)
    return page
  }
}

const byPage = (recognitions: readonly Recognition[]): ReadonlyMap<number, Recognition> =>
  new Map(recognitions.map((recognition) => [Number(recognition.pageIndex), recognition]))

async function pictureOf(
  reader: ExhibitReader,
  segment: Segment,
  place: Pick<PassagePicture, 'annotationId' | 'segment'>,
): Promise<PassageFindings['pictures'][number] | null> {
  if (segment.pageIndex >= reader.pageCount) return null
  const drawn = await passagePicture(reader, segment)
  if (drawn === null) return null
  const { bytes, width, height, area } = drawn
  return { picture: { ...place, sha256: sha256OfBytes(bytes), width, height, area }, bytes }
}
