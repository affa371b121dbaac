import type { PageTexts } from './page-texts'
import { comparePlaces, lineAt, passageBetween, type TextPassage, type TextPlace, wholeWords, wordAt } from './text-place'

/** The word or the line that was clicked twice or thrice; null for a single click. @param clicks how many there were */
export function clickedPassage(texts: PageTexts, { page, offset }: TextPlace, clicks: number): TextPassage | null {
  const text = texts.peek(page)?.text ?? ''
  const around = clicks === 2 ? wordAt(text, offset) : clicks >= 3 ? lineAt(text, offset) : null
  return around === null ? null : { from: { page, offset: around.start }, to: { page, offset: around.end } }
}

/**
 * What a drag selects that has come to a place.
 * @param anchor from where it extends: a place, or a word or line that stays in it whole
 * @param exact whether single characters are taken, and not whole words
 */
export function draggedPassage(
  texts: PageTexts,
  anchor: TextPassage,
  place: TextPlace,
  exact: boolean,
): { readonly passage: TextPassage | null; readonly backwards: boolean } {
  const backwards = comparePlaces(place, anchor.from) < 0
  const passage = backwards
    ? passageBetween(place, anchor.to)
    : passageBetween(anchor.from, comparePlaces(place, anchor.to) > 0 ? place : anchor.to)
  return {
    passage: passage === null || exact ? passage : wholeWords(passage, (page) => texts.peek(page)?.text ?? ''),
    backwards,
  }
}
