import { describePassage } from '@shared/anchoring/describe-passage'
import type { PageTexts } from './page-texts'
import type { TextPassage } from './text-place'

/** What copying a selected passage puts on the clipboard: the words as a quotation has them, page after page. */
export const copiedText = (passage: TextPassage, texts: PageTexts): string => quotedPieces(passage, texts).join('\n')

/** The words that marking a selected passage will quote, in their logical order, gaps shown by an ellipsis. */
export const quotedText = (passage: TextPassage, texts: PageTexts): string => quotedPieces(passage, texts).join(' … ')

function quotedPieces(passage: TextPassage, texts: PageTexts): readonly string[] {
  const pieces: string[] = []
  for (let page = passage.from.page; page <= passage.to.page; page += 1) {
    const text = texts.peek(page)
    if (text !== null) for (const range of texts.ranges(passage, page)) pieces.push(describePassage(text.text, [range]).quote)
  }
  return pieces
}
