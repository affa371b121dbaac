/**
 * Relative advance widths of Latin text, in thousandths of the font size: about those of Times and Helvetica taken together
 * (from the metrics that Adobe published for the standard PDF fonts), Times weighing more because most public records are set
 * in it. They only share out a run's known length among its characters, so a font that is wider or narrower throughout comes
 * out right all the same.
 */
const CLASSES: readonly (readonly [characters: string, width: number])[] = [
  [',.ijl\u00b7', 250],
  [' /:;\\t\u00a0', 275],
  ["'`!I[]f|\u2018\u2019\u00a1", 300],
  ['()-r\u2010\u2011\u00ad', 320],
  ['"\u201c\u201d\u00b0*', 410],
  ['Jsc^z', 440],
  ['?aekvxy', 470],
  ['#$0123456789_bdghnopqu\u2013\u00a7\u00b6\ufb01\ufb02', 500],
  ['+<=>F~LPS\ufb00', 560],
  ['TZE', 600],
  ['BCRAKVXY', 670],
  ['DHNUGOQw&', 710],
  ['mM%\u2122\ufb03\ufb04', 810],
  ['W@\u2014\u2026', 930],
]
const WIDTHS: ReadonlyMap<string, number> = new Map(
  CLASSES.flatMap(([characters, width]) => Array.from(characters, (character) => [character, width] as const)),
)
const USUAL = 500
const FULL = 1000
const NOTHING = /^[\p{M}\p{Cf}\p{Cc}\p{Cs}]$/u
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60\u3000-\u303f]$/u

/** The relative width of one character (a whole code point); 0 for marks that stand on others. */
export function relativeWidth(character: string): number {
  const known = WIDTHS.get(character)
  if (known !== undefined) return known
  if (NOTHING.test(character)) return 0
  return WIDE.test(character) ? FULL : USUAL
}

/**
 * Where in a run each offset lies: shares of its length, from 0 to 1, one for each UTF-16 unit of the text and one for its end.
 * Units that don't begin a character share the end of their character.
 */
export function sharesOf(text: string): Float64Array {
  const shares = new Float64Array(text.length + 1)
  let sum = 0
  let at = 0
  for (const character of text) {
    sum += relativeWidth(character)
    for (let unit = 1; unit <= character.length; unit += 1) shares[at + unit] = sum
    at += character.length
  }
  if (sum === 0) return shares.map((_, index) => (text.length === 0 ? 0 : index / text.length))
  return shares.map((share) => share / sum)
}
