/**
 * Whether the text layer of a page can be what is printed there, judged by the text alone. Nothing here knows a language: words are
 * doubted for what no Latin script does (no vowels, spaces nowhere, punctuation of programs inside prose), so that French or German
 * is not taken for rubbish, and pages of figures are left alone. It notices, and never decides: the researcher is asked.
 */
export const TEXT_DOUBTS = ['unmapped', 'shifted', 'no-spaces', 'spaced-out', 'substituted'] as const
export type TextDoubtKind = (typeof TEXT_DOUBTS)[number]
export type TextDoubt = {
  readonly kind: TextDoubtKind
  /** Share of the page's characters or words that it concerns, 0 to 1. */
  readonly share: number
  /** Up to five pieces of the text that show it. */
  readonly examples: readonly string[]
}

/** Words below which a page says too little to be judged by its words. */
const ENOUGH_WORDS = 30
/** Share of characters without a meaning (private use, replacement, control) from which a text layer is doubted, and least number. */
const UNMAPPED_SHARE = 0.01
const UNMAPPED_LEAST = 8
/** Share of long words without a vowel, or with six consonants in a row, from which letters seem shifted. English pages stay below 0.05. */
const SHIFTED_SHARE = 0.25
/**
 * Share of each letter, in hundredths, in English prose (R. E. Lewand, Cryptological Mathematics, 2000), and the likeness below which letters can
 * hardly be those of any European language: these come to 0.8 and more, shifted letters to 0.7 and less.
 */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const ENGLISH = [
  8.2, 1.5, 2.8, 4.3, 12.7, 2.2, 2, 6.1, 7, 0.15, 0.77, 4, 2.4, 6.7, 7.5, 1.9, 0.095, 6, 6.3, 9.1, 2.8, 0.98, 2.4, 0.15, 2, 0.074,
]
const LEAST_LIKENESS = 0.75
/** Letters from which a word counts as several words without spaces; no language prints many such words. */
const LONGEST_WORD = 28
/** Letters of scripts that part words by spaces, one after another; a capital after a small letter begins a word of a program's name. */
const STRETCH =
  /(?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}])[\p{L}\p{M}])+/gu
const NAME_PART = /(?<=\p{Ll})(?=\p{Lu})/u
const NO_SPACES_SHARE = 0.15
/** Share of single letters among the words from which letters seem to be set apart. */
const SPACED_OUT_SHARE = 0.5
/**
 * Characters that touch letters in programs and not in prose, as broken character maps put them for quotation marks, dashes and accents: a
 * backslash and a straight mark around words, a brace, a bar or an accent between letters.
 */
const OUT_OF_PLACE =
  /(?<=^|[\s(])\\(?=\p{L}[^\\"{}]{0,300}")|\p{L}[{}|]+(?=[\p{L}\s,.;:]|$)|(?<=^|[\s(])[{}]+(?=\p{L})|\p{L}[~^](?=\p{L})/gu
/** A path of a file system or an address, or a choice of several, in which such characters are at home. */
const PATH = /[\\/|~].*[\\/].*|:\\|\\\\|\|.*\||~.*~|[[({<].*\|/u
/** Braces that close are a program's: no character map puts both for what prose has. Share of the rarer one from which they are. */
const PAIRED_BRACES = 0.5
/** Least number on a page by itself, and in a document as a whole, from which they are no accident. */
const SUBSTITUTED_ON_PAGE = 3
const SUBSTITUTED_IN_DOCUMENT = 12
const SUBSTITUTED_SHARE = 0.002

/** A bullet or a box to tick of a symbol font stands alone; letters without a meaning stand together. */
const UNMAPPED = /(?<!\S)[\uf020-\uf0ff](?!\S)|([\p{Co}\p{Cc}\ufffd])/gu
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿ]/iu
const CONSONANTS = /[bcdfghjklmnpqrstvwxzçñß]{6}/iu
const LATIN_WORD = /(?<![\p{L}\p{N}])\p{Script=Latin}{4,}(?![\p{L}\p{N}])/gu

/** What speaks against the texts of a document's pages, page by page in their order; an empty list where nothing does. */
export function judgeTexts(texts: readonly string[]): readonly (readonly TextDoubt[])[] {
  const substitutions = texts.map(outOfPlace)
  const inAll = substitutions.reduce((sum, found) => sum + found.length, 0)
  const words = texts.reduce((sum, text) => sum + wordsOf(text).length, 0)
  const systematic = inAll >= SUBSTITUTED_IN_DOCUMENT && inAll / Math.max(1, words) >= SUBSTITUTED_SHARE
  return texts.map((text, at) => [
    ...judgeText(text),
    ...substituted(substitutions[at] ?? [], wordsOf(text).length, systematic ? 1 : SUBSTITUTED_ON_PAGE),
  ])
}

function judgeText(text: string): readonly TextDoubt[] {
  const ink = text.replace(/\s+/gu, '').length
  if (ink === 0) return []
  const words = wordsOf(text)
  const enough = words.length >= ENOUGH_WORDS || ink >= ENOUGH_WORDS * 6
  return [unmapped(text, ink), ...(enough ? [shifted(text), noSpaces(words), spacedOut(text, words.length)] : [])].filter(
    (doubt) => doubt !== null,
  )
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((token) => /\p{L}/u.test(token))

function unmapped(text: string, ink: number): TextDoubt | null {
  const found = Array.from(text.matchAll(UNMAPPED), ([, character]) => character ?? '').filter((character) => character.trim() !== '')
  if (found.length < UNMAPPED_LEAST || found.length / ink < UNMAPPED_SHARE) return null
  return {
    kind: 'unmapped',
    share: found.length / ink,
    examples: examplesOf(found.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)),
  }
}

/** Abbreviations are printed in capitals, so words of capitals alone say nothing here. */
function shifted(text: string): TextDoubt | null {
  // Each word once: a table repeats a few words many times.
  const words = [...new Set(text.match(LATIN_WORD) ?? [])].filter((word) => word !== word.toUpperCase())
  if (words.length < ENOUGH_WORDS) return null
  const odd = words.filter((word) => !VOWEL.test(word) || CONSONANTS.test(word))
  const share = odd.length / words.length
  return share < SHIFTED_SHARE && likeness(words.join('').toLowerCase()) >= LEAST_LIKENESS
    ? null
    : { kind: 'shifted', share: Math.max(share, SHIFTED_SHARE), examples: examplesOf(odd.length > 0 ? odd : words) }
}

/** Cosine between the letters of a text and those of English prose, 0 to 1. */
function likeness(letters: string): number {
  const counts = Array.from(LETTERS, (letter) => letters.split(letter).length - 1)
  const dot = counts.reduce((sum, count, at) => sum + count * (ENGLISH[at] ?? 0), 0)
  return dot / Math.max(1e-9, Math.hypot(...counts) * Math.hypot(...ENGLISH))
}

function noSpaces(tokens: readonly string[]): TextDoubt | null {
  const plain = tokens.filter((token) => !/[/@_]|www\.|\d{3}/u.test(token))
  const letters = plain.reduce((sum, token) => sum + token.length, 0)
  const long = plain.filter((token) =>
    token.match(STRETCH)?.some((stretch) => stretch.split(NAME_PART).some((part) => part.length > LONGEST_WORD)),
  )
  const share = long.reduce((sum, token) => sum + token.length, 0) / Math.max(1, letters)
  return share < NO_SPACES_SHARE ? null : { kind: 'no-spaces', share, examples: examplesOf(long.map((token) => `${token.slice(0, 40)}…`)) }
}

/** Four and more single letters in a row; a table of codes has them one by one. */
function spacedOut(text: string, words: number): TextDoubt | null {
  const runs = (text.match(/(?<!\S)(?:\p{L} ){3,}\p{L}(?!\S)/gu) ?? []).filter((run) => /\p{Ll}.*\p{Ll}/u.test(run))
  const share = runs.reduce((sum, run) => sum + (run.length + 1) / 2, 0) / Math.max(1, words)
  return share < SPACED_OUT_SHARE ? null : { kind: 'spaced-out', share, examples: examplesOf(runs.map((run) => run.slice(0, 40))) }
}

function outOfPlace(text: string): readonly string[] {
  const [opened, closed] = [text.split('{').length - 1, text.split('}').length - 1]
  const paired = closed > 0 && Math.min(opened, closed) >= PAIRED_BRACES * Math.max(opened, closed)
  return [...text.matchAll(OUT_OF_PLACE)].flatMap(({ 0: found, index }) => {
    if (paired && /[{}]/.test(found)) return []
    const from = text.slice(0, index).search(/\S+$/u)
    const token = /^\S+/u.exec(text.slice(from < 0 ? index : from))?.[0] ?? ''
    return PATH.test(token)
      ? []
      : [
          text
            .slice(Math.max(0, index - 8), index + 12)
            .replace(/\s+/gu, ' ')
            .trim(),
        ]
  })
}

function substituted(found: readonly string[], words: number, least: number): readonly TextDoubt[] {
  return found.length < least
    ? []
    : [{ kind: 'substituted', share: Math.min(1, found.length / Math.max(1, words)), examples: examplesOf(found) }]
}

const examplesOf = (found: readonly string[]): readonly string[] => [...new Set(found)].slice(0, 5)
