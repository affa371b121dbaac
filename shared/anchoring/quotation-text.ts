import type { TextRange } from '../annotations/segment'
import { HYPHEN, UNKNOWN_SIGN, foldText } from './fold'
import { printedAccents, withAccentsJoined } from './printed-accents'

/** A word broken at the end of a line: first half, hyphen, white space with a line break, second half. */
const BROKEN_WORD = /([\p{L}\p{N}\p{M}]+)[-\u2010\u2011\u00ad][^\S\n\r]*[\n\r]\s*(?=([\p{L}\p{N}\p{M}]+))/gu

/** First halves that English compounds are commonly made with. */
const FIRST_HALVES = new Set(
  (
    'ad all anti audio bi case child co civil community cost cross cyber data day decision drug e employee end equal ex face fact fast fee first fiscal five four free full fund ' +
    'government hand hard health high home human ice in industry job labor large law life local long low market mid military mission multi near ' +
    'no non off on one open out over part peer per policy post pre privacy pro public quasi rapid real rights risk safety second security self semi short ' +
    'side single site six small so state sub tax ten third three time top twenty two under up user vice vendor war water web well wide work world year zero'
  ).split(' '),
)
/** Second halves that are rarely the tail of one unbroken word. */
const SECOND_HALVES = new Set(
  (
    'agency aware based bearing border born bound building by built call centered centric class compliance component controlled core cost country created date day dependent ' +
    'depth driven edge effective enabled enforcement face facing focused free friendly funded general grade grained half hand head held hour house impact impacting income intensive ' +
    'known language law led level like line linked long looking made making managed market minded minute month neutral of off old on only open oriented ' +
    'owned party person place point powered president prone proof purpose quality quarter range rate ready reaching related resident rich risk round run scale seeking sensitive service ' +
    'setting sharing side sized source specific standing step style term test text the third time to track type up use used user value wide work worker world year years'
  ).split(' '),
)
/** Second halves before which a whole word stands, whichever it is. */
const AFTER_ANY_WORD = new Set(
  'accessible approved based captioned centric controlled driven enabled facing focused founded funded generated hosted impacting issued made operated optimized oriented owned protected protecting related relevant requiring resistant sensitive sharing specific sponsored supported wide'.split(
    ' ',
  ),
)
/** First halves of words that are written as one: both halves are words, and yet it is no compound with a hyphen. */
const CLOSED_FIRST_HALVES = new Set(
  'after any back data down every fore hand hard here house land man out over some soft there through under when where with work'.split(
    ' ',
  ),
)
const SOFT_HYPHEN = '\u00ad'
const CONTROL = /\p{Cc}/u
const CONTROLS = /\p{Cc}/gu
const NUMBER_WORD = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i

/** Whether a word stands in a text by itself: no part of another word, of a compound or of a word broken at a line end. */
const hasWord = (text: string, word: string): boolean =>
  new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}]|[-\\u2010\\u2011\\u00ad]\\s{0,4})${word}(?![\\p{L}\\p{N}\\p{M}]|\\s?[-\\u2010\\u2011\\u00ad])`,
    'u',
  ).test(text)

/** Whether two halves parted at a line end are a compound that keeps its hyphen, judged by the halves and the rest of the text. */
function isCompound(first: string, second: string, rest: string): boolean {
  if (/^\p{Lu}{2,}$/u.test(first)) return !/^\p{Lu}/u.test(second)
  if (/\d$/.test(first) || /^[\d\p{Lu}]/u.test(second)) return true
  if (rest.includes(`${first}-${second}`) || rest.includes(`${first}\u2010${second}`)) return true
  if (hasWord(rest, first + second)) return false
  if (NUMBER_WORD.test(first) || /^\p{Lu}$/u.test(first)) return true
  const [before, after] = [first.toLowerCase(), second.toLowerCase()]
  if (CLOSED_FIRST_HALVES.has(before)) return false
  if (FIRST_HALVES.has(before) && SECOND_HALVES.has(after)) return true
  if (AFTER_ANY_WORD.has(after)) return first.length >= 4 || hasWord(rest, first)
  return first.length >= 4 && second.length >= 5 && hasWord(rest, first) && hasWord(rest, second)
}

/** The characters of several ranges as they are read one after another: ranges that do not touch stand on lines of their own. */
export const textOfRanges = (text: string, ranges: readonly TextRange[]): string =>
  ranges.map((range, at) => (at > 0 && ranges[at - 1]?.end !== range.start ? '\n' : '') + text.slice(range.start, range.end)).join('')

/**
 * The quotation that is kept: the page's own words, white space folded to single spaces, words broken at line ends made whole.
 * The hyphen of a broken word stays where `searched` (the words that were looked for) has it, or where the halves look like a compound.
 * Accents that are characters of their own are joined to their letters where `searched` has them so: they may be meant for apostrophes.
 * Control characters, which nobody can see, become U+FFFD unless `searched` has such.
 * @param passage the passage's characters, lines ending in `\n`
 * @param rest text around it, in which the same word may stand unbroken
 */
export function quotationText(passage: string, rest: string, searched?: string): string {
  const wanted = searched === undefined ? null : foldText(searched)
  const own = wanted === null ? null : foldText(passage)
  const searchedHasIt = (offset: number): boolean => {
    if (wanted === null || own === null || wanted.folded !== own.folded) return false
    const unit = own.starts.findIndex((start) => start >= offset)
    return unit !== -1 && wanted.joins[unit] === HYPHEN
  }
  const whole = passage.replace(BROKEN_WORD, (match: string, first: string, second: string, offset: number) =>
    searchedHasIt(offset + match.length) || isCompound(first, second, rest) ? `${first}-` : first,
  )
  const joined = searched !== undefined && printedAccents(searched).length === 0 ? withAccentsJoined(whole) : whole
  const spaced = joined.replaceAll(SOFT_HYPHEN, '').replace(/\s+/g, ' ').trim()
  return CONTROL.test(searched ?? '') ? spaced : spaced.replace(CONTROLS, UNKNOWN_SIGN)
}
