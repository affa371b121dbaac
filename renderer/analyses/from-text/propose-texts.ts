import { type ClaimUnit, type Proposal, proposeAnalysis, type SourceText } from '@shared/analyses/from-text/propose'
import type { DocumentId } from '@shared/documents/document'
import { readReadablePages, type TextStores } from '../../documents/page-readings'
import type { TextPiece } from '../../whole-texts/text-jobs'
import { textOfPages } from './read-pages'

// Done in a worker: reading all pages of a document, and dividing half a million characters, are each felt in the window.

/** The pages of each document as one text, in their order. */
export async function* textsOfDocuments(
  stores: TextStores,
  _about: null,
  ids: readonly DocumentId[],
): AsyncGenerator<TextPiece<SourceText>> {
  for (const [at, id] of ids.entries()) {
    const pages = await readReadablePages(stores, id)
    const inOrder = [...pages.values()].toSorted((a, b) => a.page.index - b.page.index)
    yield { answers: [textOfPages(inOrder.map(({ text }) => text))], done: at + 1 }
  }
}

/** What is proposed for each text. */
export async function* proposeAnalyses(
  _stores: TextStores,
  { unit }: { readonly unit: ClaimUnit },
  texts: readonly SourceText[],
): AsyncGenerator<TextPiece<Proposal>> {
  for (const [at, text] of texts.entries()) yield { answers: [proposeAnalysis(text, unit)], done: at + 1 }
}
