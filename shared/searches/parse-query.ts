import { type Outcome, ok, type Problem, problem, trouble } from '../errors/outcome'
import { foldText, HYPHEN } from '../anchoring/fold'
import type { Phrase, QueryTree } from './query-tree'
import { termsOf } from './terms'

/** A bad query: the sentence, and the characters of it that are meant (UTF-16 units, end exclusive). */
export type QueryProblem = Problem & { readonly start: number; readonly end: number }

const LONGEST = 1000
const MOST_TERMS = 64
/** Hyphens of one phrase that are tried both with and without: each doubles the phrases asked for. */
const MOST_HYPHENS = 3
const LEAST_PREFIX = 2
const OPENING = '"“„«'
const CLOSING = '"”“»'

type Token = {
  readonly kind: '(' | ')' | 'AND' | 'OR' | 'NOT' | '-' | 'words'
  readonly text: string
  readonly prefix: boolean
  readonly start: number
  readonly end: number
}
type Parsed<Value> = Outcome<Value, QueryProblem>

const wrong = (start: number, end: number, what: string, remedy: string): { readonly ok: false; readonly problem: QueryProblem } =>
  trouble({ ...problem('bad-query', what, remedy), start, end })

/**
 * Reads the words of a search. Words side by side must all stand in a text; `"…"` is a phrase, a star at a word's end leaves its end
 * open, `OR`, `AND` and `NOT` are written in capitals, `-word` is NOT, parentheses group. Null for a query without words.
 */
export function parseQuery(words: string): Parsed<QueryTree | null> {
  if (words.length > LONGEST)
    return wrong(
      LONGEST,
      words.length,
      `The search is longer than ${LONGEST} characters.`,
      'Look for a part of it: a distinctive phrase finds the rest.',
    )
  const tokens = tokensOf(words)
  if (!tokens.ok) return tokens
  if (tokens.value.length === 0) return ok(null)
  const reader = { tokens: tokens.value, at: 0, end: words.length }
  const tree = readOr(reader)
  if (!tree.ok) return tree
  const left = reader.tokens[reader.at]
  if (left !== undefined) return wrong(left.start, left.end, 'This parenthesis closes nothing.', 'Remove it, or open one before.')
  if (tree.value === null)
    return wrong(
      0,
      words.length,
      'The search holds no letter and no digit.',
      'Search compares words and numbers; punctuation alone cannot be found.',
    )
  const terms = countTerms(tree.value)
  if (terms > MOST_TERMS)
    return wrong(
      0,
      words.length,
      `The search asks for ${terms} words; ${MOST_TERMS} are the most.`,
      'Look for a shorter piece of the passage.',
    )
  return ok(tree.value)
}

function tokensOf(words: string): Parsed<readonly Token[]> {
  const tokens: Token[] = []
  let at = 0
  while (at < words.length) {
    const character = words.charAt(at)
    const one = (kind: Token['kind'], length: number): void => {
      tokens.push({ kind, text: words.slice(at, at + length), prefix: false, start: at, end: at + length })
      at += length
    }
    if (/\s/u.test(character)) at += 1
    else if (character === '(' || character === ')') one(character, 1)
    else if (character === '-' && /[^\s)*-]/u.test(words.charAt(at + 1)) && !/\S/u.test(words.charAt(at - 1).replace('(', ''))) one('-', 1)
    else if (OPENING.includes(character)) {
      const close = closingOf(words, at)
      if (close === -1)
        return wrong(
          at,
          words.length,
          'The quotation mark opens a phrase that is never closed.',
          'Close it with another quotation mark, or remove it.',
        )
      const inside = words.slice(at + 1, close)
      const starred = words.charAt(close + 1) === '*'
      const text = inside.replace(/\*\s*$/u, '')
      if (text.includes('*'))
        return wrong(at, close + 1, 'A star inside a phrase stands for nothing.', 'Put it at the end of the last word: "task ord*".')
      tokens.push({ kind: 'words', text, prefix: starred || text !== inside, start: at, end: close + 1 + Number(starred) })
      at = close + 1 + Number(starred)
    } else {
      const end = wordEnd(words, at)
      const text = words.slice(at, end)
      if (text === 'AND' || text === 'OR' || text === 'NOT') {
        one(text, text.length)
        continue
      }
      const bare = text.endsWith('*') ? text.slice(0, -1) : text
      if (bare.includes('*'))
        return wrong(
          at,
          end,
          `The star in “${text}” does not stand at the end.`,
          'A star leaves the end of a word open (procur*); a beginning or a middle cannot be left open.',
        )
      if (bare === '') return wrong(at, end, 'The star stands alone.', 'Put it right behind the beginning of a word: procur*.')
      tokens.push({ kind: 'words', text: bare, prefix: bare !== text, start: at, end })
      at = end
    }
  }
  return ok(tokens)
}

function closingOf(words: string, open: number): number {
  for (let at = open + 1; at < words.length; at += 1) if (CLOSING.includes(words.charAt(at))) return at
  return -1
}

/** Where a word ends: at white space, a quotation mark, or a parenthesis that it did not open itself, so that `552(b)(7)` stays whole. */
function wordEnd(words: string, start: number): number {
  let depth = 0
  let at = start
  for (; at < words.length; at += 1) {
    const character = words.charAt(at)
    if (/\s/u.test(character) || (OPENING + CLOSING).includes(character)) break
    if (character === '(') depth += 1
    if (character === ')') {
      if (depth === 0) break
      depth -= 1
    }
  }
  return at
}

type Reader = { readonly tokens: readonly Token[]; at: number; readonly end: number }

const anyOf = (kind: 'and' | 'or', parts: readonly QueryTree[]): QueryTree | null =>
  parts.length > 1 ? { kind, parts } : (parts[0] ?? null)

function readOr(reader: Reader): Parsed<QueryTree | null> {
  const parts: QueryTree[] = []
  for (;;) {
    const part = readAnd(reader)
    if (!part.ok) return part
    if (part.value !== null) parts.push(part.value)
    const next = reader.tokens[reader.at]
    if (next?.kind !== 'OR') return ok(anyOf('or', parts))
    const before = reader.tokens[reader.at - 1]
    if (before === undefined || before.kind === '(')
      return wrong(
        next.start,
        next.end,
        'Nothing stands before this OR.',
        'Write a word on either side of it; to look for the word itself, write "or".',
      )
    reader.at += 1
    const after = reader.tokens[reader.at]
    if (after === undefined || after.kind === ')' || after.kind === 'OR')
      return wrong(
        next.start,
        next.end,
        'Nothing stands after this OR.',
        'Write a word on either side of it; to look for the word itself, write "or".',
      )
  }
}

function readAnd(reader: Reader): Parsed<QueryTree | null> {
  const wanted: QueryTree[] = []
  const unwanted: QueryTree[] = []
  const first = reader.tokens[reader.at]
  for (;;) {
    const token = reader.tokens[reader.at]
    if (token === undefined || token.kind === ')' || token.kind === 'OR') break
    if (token.kind === 'AND') {
      const [before, after] = [reader.tokens[reader.at - 1], reader.tokens[reader.at + 1]]
      if (
        before === undefined ||
        before.kind === '(' ||
        before.kind === 'OR' ||
        after === undefined ||
        after.kind === ')' ||
        after.kind === 'OR' ||
        after.kind === 'AND'
      ) {
        return wrong(
          token.start,
          token.end,
          'Something is missing beside this AND.',
          'Write a word on either side of it; to look for the word itself, write "and".',
        )
      }
      reader.at += 1
      continue
    }
    const negated = token.kind === 'NOT' || token.kind === '-'
    if (negated) reader.at += 1
    const item = readItem(reader, token)
    if (!item.ok) return item
    if (item.value === null) continue
    if (negated) unwanted.push(item.value)
    else wanted.push(item.value)
  }
  const [yes, no] = [anyOf('and', wanted), anyOf('or', unwanted)]
  if (no === null) return ok(yes)
  if (yes === null) {
    const last = reader.tokens[reader.at - 1]
    return wrong(
      first?.start ?? 0,
      last?.end ?? reader.end,
      'The search only says what must not be there.',
      'Add a word that is to be found.',
    )
  }
  return ok({ kind: 'not', yes, no })
}

function readItem(reader: Reader, before: Token): Parsed<QueryTree | null> {
  const token = reader.tokens[reader.at]
  if (
    token === undefined ||
    token.kind === ')' ||
    token.kind === 'AND' ||
    token.kind === 'OR' ||
    token.kind === 'NOT' ||
    token.kind === '-'
  ) {
    return wrong(
      before.start,
      before.end,
      `Nothing stands after this ${before.kind === '-' ? 'minus' : before.kind}.`,
      'Write a word after it; to look for the word itself, write "not".',
    )
  }
  reader.at += 1
  if (token.kind === 'words') {
    const phrases = phrasesOf(token.text, token.prefix)
    if (token.prefix && phrases.some(({ terms }) => (terms.at(-1) ?? '').length < LEAST_PREFIX))
      return wrong(
        token.start,
        token.end,
        'One letter and a star would find nearly everything.',
        `Write at least ${LEAST_PREFIX} letters before the star.`,
      )
    return ok(phrases.length === 0 ? null : { kind: 'leaf', phrases })
  }
  const inside = readOr(reader)
  if (!inside.ok) return inside
  if (reader.tokens[reader.at]?.kind !== ')')
    return wrong(token.start, token.end, 'This parenthesis is never closed.', 'Close it, or remove it.')
  reader.at += 1
  return inside
}

/**
 * The phrases that words stand for. A hyphen parts two terms; as the same word may be broken at a line's end in a document, where its
 * hyphen can't be told from the one of a broken word, the two terms are asked for as one as well.
 */
function phrasesOf(text: string, prefix: boolean): readonly Phrase[] {
  const { line } = termsOf(text)
  if (line.length === 0) return []
  const { starts, joins } = foldText(text)
  const hyphenated = line.map((term, at) => {
    const before = line[at - 1]
    const unit = starts.indexOf(term.start)
    return before !== undefined && unit > 0 && joins[unit] === HYPHEN && /^\S$/u.test(text.slice(before.end, term.start))
  })
  let variants: string[][] = [[]]
  let hyphens = 0
  for (const [at, term] of line.entries()) {
    const open = hyphenated[at] === true && hyphens < MOST_HYPHENS
    if (open) hyphens += 1
    variants = variants.flatMap((terms) => {
      const apart = [...terms, term.text]
      const last = terms.at(-1)
      return open && last !== undefined ? [apart, [...terms.slice(0, -1), last + term.text]] : [apart]
    })
  }
  return variants.map((terms) => ({ terms, prefix }))
}

function countTerms(tree: QueryTree): number {
  if (tree.kind === 'leaf') return Math.max(...tree.phrases.map((phrase) => phrase.terms.length))
  if (tree.kind === 'not') return countTerms(tree.yes) + countTerms(tree.no)
  return tree.parts.reduce((sum, part) => sum + countTerms(part), 0)
}
