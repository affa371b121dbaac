import { makeSegment, partsOfPage } from '@shared/anchoring/make-segment'
import { HELD_BACK, type ReadablePage } from '@shared/documents/page-reading'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { sentencesAround } from '@shared/searches/sentence-around'
import { newId } from '@shared/units/ids'
import { readReadablePages, type TextStores } from '../documents/page-readings'
import type { LedgerPassage } from '../purchases/ledger-passage'
import type { TextPiece } from '../whole-texts/text-jobs'
import type { IdentifierRow } from './identifier-rows'

/** The sentence around each identifier, as a passage that is yet to be marked. Problem: `identifier-moved`. */
export async function* passagesOfIdentifiers(
  stores: TextStores,
  _about: null,
  rows: readonly IdentifierRow[],
): AsyncGenerator<TextPiece<Outcome<LedgerPassage>>> {
  for (const [at, row] of rows.entries())
    yield { answers: [passageAround(row, (await readReadablePages(stores, row.documentId)).get(row.index))], done: at + 1 }
}

function passageAround(row: IdentifierRow, page: ReadablePage | undefined): Outcome<LedgerPassage> {
  if (page === undefined || page.text.text.slice(row.start, row.end) !== row.printed) {
    return trouble(
      problem(
        'identifier-moved',
        'The text of the page is no longer the one in which this was recognised.',
        'Wait until it has been looked through again.',
      ),
    )
  }
  const [sentence] = sentencesAround(page.text.text, [{ start: row.start, end: row.end }])
  // What is held back is not quoted: then the identifier stands alone.
  const range =
    sentence === undefined || page.text.text.slice(sentence.start, sentence.end).includes(HELD_BACK)
      ? { start: row.start, end: row.end }
      : sentence
  const segment = makeSegment({ ...partsOfPage(page), documentId: row.documentId, ranges: [range] })
  const annotationId = newId('annotation')
  return ok({
    annotationId,
    mark: { id: annotationId, documentId: row.documentId, segments: [segment] },
    quote: segment.quote,
    pointedAt: row.printed,
  })
}
