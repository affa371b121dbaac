import type { Segment, TextRange } from '@shared/annotations/segment'
import type { DocumentId } from '@shared/documents/document'
import type { ExtractedPage } from '@shared/documents/page'
import { withHeld } from '@shared/documents/page-reading'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { findFailedRedactions } from '@shared/redactions/failed-redactions'
import { groupedBy } from '@shared/units/grouped-by'
import { pageIndex, pageNumberOf } from '@shared/units/pages'
import type { PdfReader } from '../pdf/pdf-reader'
import { freedBy, heldRangesOf } from '../redactions/held-ranges'
import type { Workbench } from '../workbench/workbench'

type Stores = Pick<Workbench, 'db' | 'derived'>
/** How far from a passage its stored context reaches, characters of the page's text. */
const CONTEXT = 200

/** A page read from the bytes just now, with what is held back of it left out. */
export async function withoutHeld(
  stores: Stores,
  reader: Pick<PdfReader, 'painted'>,
  documentId: DocumentId,
  page: ExtractedPage,
): Promise<ExtractedPage> {
  const { index } = page.page
  const held = (await heldRangesOf(stores, documentId, index, index)).get(index) ?? []
  if (held.length === 0) return page
  const stored = await stores.db.pageTexts.get([documentId, index])
  // Read by another version, the words may stand at other offsets: they are then looked for anew.
  const ranges = stored?.text === page.text.text ? held : await heldIn(stores, reader, documentId, page)
  return { ...page, text: { ...page.text, text: withHeld(page.text.text, ranges) } }
}

async function heldIn(
  { db }: Stores,
  reader: Pick<PdfReader, 'painted'>,
  documentId: DocumentId,
  { page, text }: ExtractedPage,
): Promise<readonly TextRange[]> {
  const freed = freedBy(await db.where('proposalDecisions', 'documentId', documentId))
  const failed = findFailedRedactions(text, await reader.painted(pageIndex(page.index)))
  return failed.filter(({ key }) => !freed.has(`${page.index}:${key}`)).flatMap(({ ranges }) => ranges)
}

/**
 * Whether passages of marks that would go out hold words that are held back, in their quotation or its context: marks made before the words
 * were found to lie under a redaction. Problem: `held-words`.
 */
export async function checkHeldWords(stores: Stores, passages: readonly Segment[]): Promise<Outcome<null>> {
  const leaking: Segment[] = []
  for (const [documentId, segments] of groupedBy(passages, (segment) => segment.documentId)) {
    const indexes = segments.map((segment) => Number(segment.pageIndex))
    const heldOn = await heldRangesOf(stores, documentId, Math.min(...indexes), Math.max(...indexes))
    for (const segment of segments) {
      const held = heldOn.get(segment.pageIndex) ?? []
      if (held.length === 0) continue
      const text = (await stores.db.pageTexts.get([documentId, segment.pageIndex]))?.text ?? ''
      if (holdsWords(segment, text, held)) leaking.push(segment)
    }
  }
  if (leaking.length === 0) return ok(null)
  const pages = [...new Set(leaking.map((segment) => pageNumberOf(segment.pageIndex)))].sort((a, b) => a - b)
  return trouble(
    problem(
      'held-words',
      `${leaking.length === 1 ? 'One mark repeats' : `${leaking.length} marks repeat`} words that lie under a redaction and are held back (file page ${pages.join(', ')}).`,
      'Decide about these words in the Redactions panel of the document, or delete the marks and make them again; nothing was written.',
    ),
  )
}

/** Whether a stored segment, near words that are held back, repeats one of them. */
function holdsWords(segment: Segment, text: string, held: readonly TextRange[]): boolean {
  const own = ` ${segment.quote} ${segment.prefix} ${segment.suffix} `
  const [from, to] = [(segment.ranges[0]?.start ?? 0) - CONTEXT, (segment.ranges.at(-1)?.end ?? text.length) + CONTEXT]
  const near = held.filter(({ start, end }) => segment.ranges.length === 0 || (start < to && end > from))
  return near.some(({ start, end }) =>
    text
      .slice(start, end)
      .split(/\s+/)
      .some((word) => /[\p{L}\p{N}]{2}/u.test(word) && own.includes(word)),
  )
}
