import type { DocumentVersion } from '@shared/documents/document-version'
import type { ReadablePage } from '@shared/documents/page-reading'
import { type ComparedPage, comparePages, onlyPage, type PageChange } from '@shared/versions/compare-pages'
import { matchPages, orderedPairs, type PagePair } from '@shared/versions/match-pages'
import type { PdfRect } from '@shared/units/geometry'
import type { ChangeWords, ComparedWords, PictureHashes } from './version-jobs'

/** A document as it is compared: its pages with the text in force, boxes over withheld places, hashes of pictures without words. */
export type ComparedDocument = {
  readonly pages: ReadonlyMap<number, ReadablePage>
  readonly boxes: ReadonlyMap<number, readonly PdfRect[]>
  readonly pictures: PictureHashes
}

/** Characters of a change that are shown at most. */
const MOST_WORDS = 4000

/** Which page answers to which: matched, or as the researcher settled it (`hand` where that differs from what was matched). */
export function pairsOf(earlier: ComparedDocument, later: ComparedDocument, settled: DocumentVersion['pages'] | null): readonly PagePair[] {
  const list = (side: ComparedDocument) =>
    Array.from({ length: side.pages.size }, (_, at) => ({
      text: side.pages.get(at)?.text.text ?? '',
      picture: side.pictures.get(at) ?? null,
    }))
  const matched = matchPages(list(earlier), list(later))
  if (settled === null) return matched
  const reasons = new Map(matched.map((pair) => [`${pair.earlier}:${pair.later}`, pair.why]))
  const known = settled.map((pair): PagePair => ({ ...pair, why: reasons.get(`${pair.earlier}:${pair.later}`) ?? 'hand' }))
  return orderedPairs(known, earlier.pages.size, later.pages.size)
}

/** What changed on a pair of pages, with the words. */
export function compareOne(pair: PagePair, earlier: ComparedDocument, later: ComparedDocument): ComparedWords {
  const [before, after] = [pageAt(earlier, pair.earlier), pageAt(later, pair.later)]
  const changes =
    before !== null && after !== null
      ? comparePages(before, after)
      : before !== null
        ? onlyPage(before, 'earlier')
        : after !== null
          ? onlyPage(after, 'later')
          : []
  return { pair, changes, words: changes.map((change) => wordsOf(change, before, after)) }
}

function pageAt({ pages, boxes }: ComparedDocument, index: number | null): ComparedPage | null {
  const text = index === null ? undefined : pages.get(index)?.text
  return text === undefined || index === null ? null : { text, boxes: boxes.get(index) ?? [] }
}

function wordsOf({ earlier, later }: PageChange, before: ComparedPage | null, after: ComparedPage | null): ChangeWords {
  const cut = (page: ComparedPage | null, range: PageChange['earlier']): string =>
    page === null || range === null ? '' : page.text.text.slice(range.start, range.end).replace(/\s+/g, ' ').slice(0, MOST_WORDS)
  return { earlier: cut(before, earlier), later: cut(after, later) }
}
