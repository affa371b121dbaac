import { printedAccents } from './printed-accents'

/**
 * Folding: what two texts must have in common to count as the same words.
 *
 * Characters are compared after NFKC (Unicode Standard Annex 15), one grapheme cluster at a time, so that ligatures, compatibility
 * forms and decomposed accents agree, and accents printed as characters of their own. White space is dropped, quotation marks straightened. Hyphens and
 * dashes are lifted out of the characters and kept beside them: one that ends a line, or a soft one, may stand or fall; any other
 * must stand in both texts. Case matters.
 *
 * A control character in a text layer is a sign that is printed and whose meaning the layer does not give (decision 29). It folds to
 * U+FFFD: a quotation that has U+FFFD there names a sign without saying which, one that has a control character means that very one.
 */
export type FoldedText = {
  /** The characters that are compared, without white space and hyphens. */
  readonly folded: string
  /** For each UTF-16 unit of `folded`: where its cluster starts and ends (exclusive) in the text, in UTF-16 units. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** For each unit of `folded`, and once more for the end: the hyphen that stands before it. */
  readonly joins: Uint8Array
  /** The units of `folded` that are U+FFFD for a control character, each with that character. */
  readonly signs: ReadonlyMap<number, string>
}

/** Values of `joins`: no hyphen stands before the unit; one that need not belong to the word (soft, or at the end of a line); one that does. */
export const NO_HYPHEN = 0
export const MAYBE_HYPHEN = 1
export const HYPHEN = 2

const SPACE = /^\s$/u
const CONTROL = /^\p{Cc}$/u
/** What stands for a sign whose meaning is not known. */
export const UNKNOWN_SIGN = '\ufffd'
const QUOTATION_MARKS: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u2039': "'",
  '\u203a': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u2033': '"',
  '\u00ab': '"',
  '\u00bb': '"',
}
/** Hyphens that may have come from breaking a word at the end of a line. */
const BREAKING_HYPHENS = '-\u2010\u2011'
const DASHES = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212'
const SOFT_HYPHEN = '\u00ad'

/** In the compatible form; a letter without a dot is that letter once an accent stands over it. */
const compatible = (cluster: string): string =>
  (cluster.startsWith('\u0131') && cluster.length > 1 ? `i${cluster.slice(1)}` : cluster).normalize('NFKC')

const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Whether the hyphen at `offset` ends a line: a word before it, then nothing but white space up to a line break or the end. */
function endsLine(text: string, offset: number): boolean {
  if (offset === 0 || SPACE.test(text.charAt(offset - 1))) return false
  for (let at = offset + 1; at < text.length; at += 1) {
    const unit = text.charAt(at)
    if (unit === '\n' || unit === '\r') return true
    if (!SPACE.test(unit)) return false
  }
  return true
}

/** Folds a text. Linear in its length. */
export function foldText(text: string): FoldedText {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const joins: number[] = []
  const signs = new Map<number, string>()
  let hyphen = NO_HYPHEN

  const take = (unit: string, start: number, end: number): void => {
    parts.push(unit)
    starts.push(start)
    ends.push(end)
    joins.push(hyphen)
    hyphen = NO_HYPHEN
  }
  const takeSign = (character: string, start: number): void => {
    signs.set(parts.length, character)
    take(UNKNOWN_SIGN, start, start + 1)
  }
  const takeCluster = (cluster: string, start: number): void => {
    const end = start + cluster.length
    for (const character of compatible(cluster)) {
      if (SPACE.test(character)) continue
      if (CONTROL.test(character)) takeSign(character, start)
      else if (character === SOFT_HYPHEN) hyphen = Math.max(hyphen, MAYBE_HYPHEN)
      else if (DASHES.includes(character)) {
        const optional = BREAKING_HYPHENS.includes(character) && endsLine(text, start)
        hyphen = Math.max(hyphen, optional ? MAYBE_HYPHEN : HYPHEN)
      } else {
        const plain = QUOTATION_MARKS[character] ?? character
        for (let unit = 0; unit < plain.length; unit += 1) take(plain.charAt(unit), start, end)
      }
    }
  }

  const accents = printedAccents(text)
  let count = 0
  let accent = accents[0]
  let accented = accent?.start ?? text.length
  let at = 0
  while (at < text.length) {
    if (at === accented && accent !== undefined) {
      for (const character of compatible(accent.letter)) take(character, at, accent.end)
      at = accent.end
      count += 1
      accent = accents[count]
      accented = accent?.start ?? text.length
      continue
    }
    const code = text.charCodeAt(at)
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
    if (code < 0x80 && next < 0x300) {
      if (code > 0x20 && code !== 0x2d && code !== 0x7f) take(text.charAt(at), at, at + 1)
      else if (code !== 0x20) takeCluster(text.charAt(at), at)
      at += 1
      continue
    }
    let stop = at + 1
    while (stop < accented && text.charCodeAt(stop) >= 0x80) stop += 1
    for (const { segment, index } of clusters.segment(text.slice(at, stop))) takeCluster(segment, at + index)
    at = stop
  }
  joins.push(hyphen)
  return { folded: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), joins: Uint8Array.from(joins), signs }
}

const known = new WeakMap<{ readonly text: string }, FoldedText>()
/** The folding of a text that is held in an object, made once for as long as the object lives. */
export function foldingOf(held: { readonly text: string }): FoldedText {
  const before = known.get(held)
  if (before !== undefined) return before
  const made = foldText(held.text)
  known.set(held, made)
  return made
}

/** Whether two hyphens may stand for each other: one that may stand or fall agrees with any. */
export const joinsAgree = (a: number, b: number): boolean => a === b || a === MAYBE_HYPHEN || b === MAYBE_HYPHEN

/** Whether the control characters of `needle` from `from` over `length` units are those of `hay` at `at`. */
export function signsAgree(hay: FoldedText, at: number, needle: FoldedText, from: number, length: number): boolean {
  for (const [unit, sign] of needle.signs)
    if (unit >= from && unit < from + length && hay.signs.get(at + unit - from) !== sign) return false
  return true
}

/** Whether `needle` stands in `hay` at this unit, hyphens included. Hyphens outside of it are asked for only where the needle has them. */
function standsAt(hay: FoldedText, needle: FoldedText, at: number): boolean {
  const length = needle.folded.length
  for (let unit = 1; unit < length; unit += 1) {
    if (!joinsAgree(hay.joins[at + unit] ?? NO_HYPHEN, needle.joins[unit] ?? NO_HYPHEN)) return false
  }
  const before = needle.joins[0] !== HYPHEN || hay.joins[at] !== NO_HYPHEN
  const after = needle.joins[length] !== HYPHEN || hay.joins[at + length] !== NO_HYPHEN
  return before && after && signsAgree(hay, at, needle, 0, length)
}

/** Every unit of `hay.folded` at which `needle` stands, overlapping places included; none for a needle without characters. */
export function placesOf(hay: FoldedText, needle: FoldedText): number[] {
  const places: number[] = []
  if (needle.folded === '') return places
  for (let at = hay.folded.indexOf(needle.folded); at !== -1; at = hay.folded.indexOf(needle.folded, at + 1)) {
    if (standsAt(hay, needle, at)) places.push(at)
  }
  return places
}

/** Whether a text is the words of a quotation: all of one is all of the other. */
export function sameWords(text: FoldedText, quotation: FoldedText): boolean {
  if (text.folded !== quotation.folded || !signsAgree(text, 0, quotation, 0, quotation.folded.length)) return false
  if (text.folded === '') return text.joins[0] !== NO_HYPHEN && quotation.joins[0] !== NO_HYPHEN
  return text.joins.every((join, unit) => joinsAgree(join, quotation.joins[unit] ?? NO_HYPHEN))
}

/** The range of the text (UTF-16 units) that `length` units of its folding from `at` stand for, with a hyphen at either end where asked. */
export function rangeOfPlace(
  text: string,
  hay: FoldedText,
  at: number,
  needle: FoldedText,
): { readonly start: number; readonly end: number } {
  const length = needle.folded.length
  let start = hay.starts[at] ?? 0
  let end = hay.ends[at + length - 1] ?? start
  if (needle.joins[0] === HYPHEN) while (start > 0 && !(DASHES + SOFT_HYPHEN).includes(text.charAt(start))) start -= 1
  if (needle.joins[length] === HYPHEN) {
    while (end < text.length && !(DASHES + SOFT_HYPHEN).includes(text.charAt(end))) end += 1
    end = Math.min(text.length, end + 1)
  }
  return { start, end }
}
