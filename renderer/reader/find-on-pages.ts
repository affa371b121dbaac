import type { DocumentId } from '@shared/documents/document'
import { findInText, type FindOptions, foldForFinding, needleOf } from '@shared/finding/find-in-text'
import { readPageReading, type TextStores } from '../documents/page-readings'

/** A place where words stand: page index from 0, offsets (UTF-16) in the text in force on it. */
export type FoundPlace = { readonly page: number; readonly start: number; readonly end: number }

/** Places that are told at once. */
const AT_ONCE = 1000

/** Finds words on pages of a document; made for a worker, as a page may hold a million letters. Pages are gone through in the order given. */
export async function* findOnPages(
  stores: TextStores,
  about: { readonly documentId: DocumentId; readonly query: string; readonly options: FindOptions; readonly most: number },
  pages: readonly number[],
): AsyncGenerator<{ readonly answers: readonly FoundPlace[]; readonly done: number }> {
  const needle = needleOf(about.query, about.options)
  let room = about.most
  for (const [done, page] of pages.entries()) {
    const text = needle === null || room === 0 ? '' : ((await readPageReading(stores, about.documentId, page))?.text ?? '')
    const found = needle === null ? [] : findInText(text, foldForFinding(text, needle.options), needle).slice(0, room)
    room -= found.length
    for (let from = 0; from === 0 || from < found.length; from += AT_ONCE)
      yield { answers: found.slice(from, from + AT_ONCE).map((range) => ({ page, ...range })), done: done + 1 }
  }
}
