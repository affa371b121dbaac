/** Recognised words below this confidence (0 to 100), or shorter, are no witnesses. */
const SURE = 80
const LEAST_LETTERS = 3
/** Witnesses below which nothing can be said. */
const ENOUGH_WITNESSES = 12
/** Share of witnesses from which a text layer says what is printed. OCR itself errs in a few of a hundred words on a fair scan. */
const AGREES = 0.6

export type Comparison = {
  /** Share of the witnesses that stand in the embedded text, in their order, 0 to 1. */
  readonly share: number
  readonly witnesses: number
  readonly agrees: boolean
}

type Recognised = { readonly text: string; readonly words: readonly (readonly [start: number, end: number, confidence: number])[] }

/**
 * Compares the embedded text of a page with what was recognised in its picture: how many of the words that were surely recognised
 * stand in the embedded text in the same order (the longest common subsequence; J. W. Hunt and T. G. Szymanski, 1977). Null where
 * too little was recognised to say. Columns that are read in another order cost some agreement, so the bar is low.
 */
export function compareWithRecognised(embedded: string, recognised: Recognised): Comparison | null {
  const witnesses = recognised.words
    .filter(([, , confidence]) => confidence >= SURE)
    .flatMap(([start, end]) => plainWords(recognised.text.slice(start, end)))
    .filter((word) => word.length >= LEAST_LETTERS)
  if (witnesses.length < ENOUGH_WITNESSES) return null
  const share = commonInOrder(witnesses, plainWords(embedded)) / witnesses.length
  return { share, witnesses: witnesses.length, agrees: share >= AGREES }
}

const plainWords = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Length of the longest common subsequence, by the longest increasing run of places. */
function commonInOrder(words: readonly string[], others: readonly string[]): number {
  const places = new Map<string, number[]>()
  for (const [at, word] of others.entries()) places.set(word, [...(places.get(word) ?? []), at])
  const lasts: number[] = []
  for (const word of words) {
    for (const place of (places.get(word) ?? []).toReversed()) {
      let [low, high] = [0, lasts.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((lasts[middle] ?? 0) < place) low = middle + 1
        else high = middle
      }
      lasts[low] = place
    }
  }
  return lasts.length
}
