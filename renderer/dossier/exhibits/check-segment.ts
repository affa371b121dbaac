import { anchorSegment } from '@shared/anchoring/anchor-annotation'
import { onlySignsDiffer } from '@shared/anchoring/nameless-signs'
import type { Segment, TableCell } from '@shared/annotations/segment'
import { canonicalJson } from '@shared/custody/canonical-json'
import type { ExtractedPage } from '@shared/documents/page'
import { HELD_BACK } from '@shared/documents/page-reading'
import type { Recognition } from '@shared/documents/recognition'
import type { SegmentCheck } from '@shared/dossier/snapshot'
import { cellHolds, cellWords } from '@shared/tables/cells'
import { rowOfPage } from '@shared/tables/table-pages'
import { pageNumberOf } from '@shared/units/pages'

export type CheckedSegment = Pick<SegmentCheck, 'state' | 'why' | 'found'>

/** Reads a page from the stored bytes, by index from 0. */
export type ReadFresh = (index: number) => Promise<ExtractedPage | undefined>
/** Says on which other page the stored text has the words, so that only that page is read from the bytes. */
export type FindElsewhere = (segment: Segment) => Promise<number | null>

/** The stored recognition of a page, by index from 0. */
export type FindRecognition = (index: number) => Recognition | undefined

/** A segment whose document cannot be read at all. */
export const unreadSegment = (why: string): CheckedSegment => ({ state: 'lost', why, found: null })

/**
 * Anchors a segment again in text read from the stored bytes just now. Segments that no program can read (typed words, areas without
 * words) come out as approximate: they are to be compared by eye. Recognised words are looked for in the stored recognition of
 * their page, and never in the embedded text.
 */
export async function checkSegment(
  stored: Segment,
  pageCount: number,
  read: ReadFresh,
  elsewhere: FindElsewhere,
  recognitionOf: FindRecognition,
): Promise<CheckedSegment> {
  if (stored.cell !== undefined) return checkCell(stored, stored.cell, await read(stored.pageIndex))
  if (stored.quote.trim() === '') return { state: 'approximate', why: 'A marked area without words.', found: null }
  if (stored.textOrigin === 'typed')
    return { state: 'approximate', why: 'The words were typed from the picture by the researcher.', found: null }
  if (stored.quote.includes(HELD_BACK))
    return { state: 'approximate', why: 'Words in it lie under a redaction and are held back.', found: null }
  // Ranges that hold nothing make the anchoring look for the words instead of leaving the segment as it is.
  const segment: Segment = stored.ranges.length === 0 ? { ...stored, ranges: [{ start: 0, end: 0 }] } : stored
  if (stored.textOrigin === 'ocr') return checkRecognised(stored, segment, recognitionOf(stored.pageIndex))
  const own = await read(segment.pageIndex)
  const here = anchorIn(segment, pageCount, own)
  if (here.state === 'exact' || here.state === 'moved') return verified(stored, here)
  const other = await elsewhere(segment)
  const there = other === null || other === segment.pageIndex ? null : anchorIn(segment, pageCount, await read(other))
  if (there?.state === 'moved') return verified(stored, there)
  return here.state === 'approximate'
    ? {
        state: 'approximate',
        why:
          own !== undefined && onlySignsDiffer(own.text, segment)
            ? signsMissing(stored)
            : `A likeness of these words stands on file page ${pageNumberOf(stored.pageIndex)}, not the words themselves.`,
        found: null,
      }
    : { state: 'lost', why: `These words do not stand in the text of file page ${pageNumberOf(stored.pageIndex)}.`, found: null }
}

const signsMissing = ({ pageIndex }: Segment): string =>
  `Among these words file page ${pageNumberOf(pageIndex)} prints a sign whose meaning its text layer does not give, and the quotation does not have it.`

/** A row or a cell: its words stand there in the file, or they do not. */
function checkCell(stored: Segment, cell: TableCell, row: ExtractedPage | undefined): CheckedSegment {
  const place = row === undefined ? null : rowOfPage(row.page)
  if (row === undefined || place?.row !== cell.row || place.sheet !== cell.sheet)
    return { state: 'lost', why: `The file has no ${cellWords({ ...cell, column: null })}.`, found: null }
  return cellHolds(row.text.text, cell.column, stored.quote)
    ? { state: 'exact', why: '', found: null }
    : { state: 'lost', why: `These words do not stand in ${cellWords(cell)}.`, found: null }
}

function checkRecognised(stored: Segment, segment: Segment, recognition: Recognition | undefined): CheckedSegment {
  const page = `file page ${pageNumberOf(stored.pageIndex)}`
  if (recognition === undefined)
    return { state: 'lost', why: `The recognised text of ${page}, in which these words stood, is no longer in the library.`, found: null }
  const here = anchorSegment(segment, (index) => (index === segment.pageIndex ? recognition.text : undefined), segment.pageIndex + 1)
  if (here.state === 'exact' || here.state === 'moved') return verified(stored, here)
  return here.state === 'approximate'
    ? {
        state: 'approximate',
        why: `A likeness of these words stands in the recognised text of ${page}, not the words themselves.`,
        found: null,
      }
    : { state: 'lost', why: `These words do not stand in the recognised text of ${page}.`, found: null }
}

const anchorIn = (segment: Segment, pageCount: number, page: ExtractedPage | undefined): Segment =>
  anchorSegment(
    segment,
    (index) => (index === page?.page.index ? page.text : undefined),
    pageCount,
    (index) => (index === page?.page.index ? page.page : undefined),
  )

function verified(stored: Segment, anchored: Segment): CheckedSegment {
  const state = anchored.state
  if (state === 'exact') return { state, why: '', found: null }
  const same = canonicalJson({ ...anchored, state: stored.state }) === canonicalJson(stored)
  const why =
    anchored.pageIndex === stored.pageIndex
      ? 'Found on its page after folding white space and Unicode, or at another place on it.'
      : `Found on file page ${pageNumberOf(anchored.pageIndex)}; it was marked on file page ${pageNumberOf(stored.pageIndex)}.`
  return { state, why, found: same ? null : anchored }
}
