import type { TextRange } from '../annotations/segment'
import type { Extractor } from './document'
import { isBesideRecognised } from './needs-recognition'
import type { Page, PageText } from './page'
import type { ReadableOrigin } from './readable-origin'
import type { Recognition } from './recognition'
import type { TextChoice } from './text-choice'
import type { PageStamp } from '../units/pages'

/** Stands in for every character that is held back. Runs and offsets stay what they were. */
export const HELD_BACK = '█'

/**
 * The text of a page that is in force: what the reader shows, what search finds and what can be quoted. Never the page's stored
 * text itself where words of it are held back.
 */
export type PageReading = PageText & {
  readonly index: number
  readonly origin: ReadableOrigin
  readonly extractor: Extractor | null
  /** Ranges whose characters are held back (shown as `HELD_BACK`): text under a failed redaction, until the researcher decides. */
  readonly held: readonly TextRange[]
  /** Words with the confidence of the recognition; empty for embedded text. */
  readonly words: Recognition['words']
}

/** A page with the text in force on it and its stamp: all that a mark on it is made of. */
export type ReadablePage = {
  readonly page: Page
  readonly text: PageReading
  readonly stamp: PageStamp | null
  /** For a row of a table: what its columns are called. */
  readonly headings?: readonly string[] | undefined
}

/** What is known of a page's texts, of which one is in force. */
export type ReadingParts = {
  readonly index: number
  readonly embedded: PageText
  readonly extractor: Extractor | null
  readonly recognition: Recognition | null
  /** All choices of the document. */
  readonly choices: readonly TextChoice[]
  /** Ranges of the embedded text that are held back. */
  readonly held: readonly TextRange[]
  /** Which text is wanted where both exist and the researcher chose none. */
  readonly prefer?: ReadableOrigin | null
}

/** The text in force on a page: the researcher's choice; without one the embedded text, or the recognised one where no more than a stamp is embedded. */
export function readingOf({ index, embedded, extractor, recognition, choices, held, prefer = null }: ReadingParts): PageReading {
  if (
    recognition !== null &&
    (choiceFor(index, choices) ?? prefer ?? (isBesideRecognised(embedded.text, recognition.text.text) ? 'ocr' : 'embedded')) === 'ocr'
  ) {
    return {
      index,
      origin: 'ocr',
      text: recognition.text.text,
      runs: recognition.text.runs,
      extractor: recognition.extractor,
      held: [],
      words: recognition.words,
    }
  }
  return { index, origin: 'embedded', text: withHeld(embedded.text, held), runs: embedded.runs, extractor, held, words: [] }
}

/** What the researcher chose for a page; null where nothing was chosen. */
function choiceFor(index: number, choices: readonly TextChoice[]): ReadableOrigin | null {
  const [latest] = choices.filter((choice) => choice.from <= index && index <= choice.to).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return latest?.use ?? null
}

/** The text with every character of the ranges held back; white space stays, so that words and lines keep their places. */
export function withHeld(text: string, held: readonly TextRange[]): string {
  let shown = text
  for (const { start, end } of held) shown = shown.slice(0, start) + shown.slice(start, end).replace(/\S/g, HELD_BACK) + shown.slice(end)
  return shown
}
