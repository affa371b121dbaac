import type { TextRange } from '../annotations/segment'
import type { PageText } from '../documents/page'
import { cellsOf, type TextCell } from './text-cells'
import { normalCode } from './exemption-codes'

/**
 * Why a code counts as a label of a redaction.
 * - `alone`: nothing else stands in its cell or line
 * - `run`: several codes follow each other within other words
 * - `stamp`: it follows words such as RELEASE IN PART
 * - `unsure`: it counts only in or beside a box
 */
export type CodeStanding = 'alone' | 'run' | 'stamp' | 'unsure'

/** Codes that stand together on a page. */
export type FoundCodes = TextRange & {
  /** In one form, in the order of the page, each once: `(b)(7)(E)`, `(b)(5) DPP`. */
  readonly codes: readonly string[]
  readonly printed: string
  readonly standing: CodeStanding
}

type Token = { readonly start: number; readonly end: number; readonly code: string; readonly bare: boolean }

const OPEN = '[({\\[]'
const CLOSE = '[)}\\]]'
/**
 * `(b)(7)(E)` with the damage that scanners do to it: other brackets, `l` for `1` or for a bracket, blanks. The next code may follow without a
 * blank, and cut the bracket before it off, as in narrow cells.
 */
const PRINTED = new RegExp(
  `(?:(?<![\\w.${'\u2013'}-])|(?<=[1-9]\\)\\([A-Fa-f])(?=[bB]\\())${OPEN}? ?([bBjJkKdD]) ?(?:${CLOSE} ?${OPEN}?|${OPEN}) ?([1-9lI|!Ss]) ?(?:${CLOSE}|[lI|](?= ?${OPEN}))(?: ?${OPEN} ?([A-Fa-f]) ?(?:${CLOSE}|[lI1|](?![A-Za-z0-9])|(?=[bB]${OPEN})))?(?!(?![bBjJkKdD] ?${OPEN})[A-Za-z0-9]|${OPEN}[A-Za-z0-9]{1,3}${CLOSE}(?! ?${OPEN}[1-9]))`,
  'g',
)
/** `b7E`, `B6`, `b7C -1`. */
const BARE = /(?<![A-Za-z0-9.§(/-])([bBjJkK]) ?-?([1-9])([A-Fa-f])?(?: ?-\d{1,2})?(?![A-Za-z0-9(]|\.\d|-\d)/g
/** `(7)(C)` after another code of the same run. */
const SHORT = /^\s*[,;/]?\s*\((7)\) ?\(([A-F])\)/i
/** Between the codes of a run. */
const BETWEEN = /^[\s,;:/&.]*$/
const STATUTE = /^\s*[:;,-]?\s*\(?\s*(\d{1,2}\s*U\.?\s?S\.?\s?C\.?(?:\s*§+)?\s*[\dA-Za-z-]+(?:\([\w]{1,4}\))*)/
const CLASSIFIED = /^\s*[,;:/-]?\s*\(?\s*(1\.4)\s*\(?([a-hA-H])\)?/
const PRIVILEGE = /^\s*[,;:/-]?\s*\(?\s*(DPP|DP|AWP|WP|ACP|AC|PCP)\b\)?/
/** Words after which a code is a paragraph of some text, not a label. */
const CITING =
  /(?:§+|\b(?:U\.?\s?S\.?\s?C\.?|C\.?\s?F\.?\s?R\.?|FAR|DFARS|Stat\.|sections?|secs?\.?|(?:sub)?para(?:graph)?s?\.?|graphs?|subsections?|clauses?|exemptions?|exempt|rules?|articles?|parts?|under|pursuant to|citing|cited|see|see also|applied|and|or|through|to))[\s§]*[\d.,\u2013-]*[a-z]?(?:\([^\s)]{1,4}\))*\s*$/i
const STAMP =
  /\b(?:RELEASED? IN (?:PART|FULL)|DENIED IN (?:PART|FULL)|WITHHELD IN (?:PART|FULL)|DELETED PAGE|EXEMPTIONS? CLAIMED)\b[\s:(,-]*$/i

/**
 * The exemption codes on a page that label a redaction. Contracts and statutes are full of paragraphs named `(b)(1)`: a code
 * counts only if it stands alone in its cell or line, in a run of codes, or after a stamp's words; those that would count beside
 * a box alone come out as `unsure`.
 * @param text the text in force on the page
 */
export function findCodes(text: PageText): readonly FoundCodes[] {
  const tokens = tokensIn(text.text)
  if (tokens.length === 0) return []
  const cells = cellsOf(text)
  const listed = hasParagraphList(text.text, cells)
  return runsOf(text.text, tokens).map((run) => ({
    start: run.start,
    end: run.end,
    codes: run.codes,
    printed: text.text.slice(run.start, run.end),
    standing: standingOf(text.text, run, cells, listed),
  }))
}

function tokensIn(text: string): readonly Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(PRINTED)) {
    const code = normalCode(match[1] ?? '', match[2] ?? '', match[3])
    // `(b) l` and the like are words, not codes: the number must stand in a bracket of its own.
    if (code !== null && /[({[]/.test(match[0].slice(1)))
      found.push({ start: match.index, end: match.index + match[0].length, code, bare: false })
  }
  for (const match of text.matchAll(BARE)) {
    const code = normalCode(match[1] ?? '', match[2] ?? '', match[3])
    const [start, end] = [match.index, match.index + match[0].length]
    if (code !== null && !found.some((token) => token.start < end && start < token.end)) found.push({ start, end, code, bare: true })
  }
  return found.sort((a, b) => a.start - b.start)
}

type Run = TextRange & { readonly codes: readonly string[]; readonly bare: boolean; readonly count: number }

/** Codes that follow each other on one line, or stacked, with nothing but commas between them. */
function runsOf(text: string, tokens: readonly Token[]): readonly Run[] {
  const runs: { start: number; end: number; codes: string[]; bare: boolean; count: number }[] = []
  for (const token of tokens) {
    const { detail, end } = detailAfter(text, token)
    const code = detail === null ? token.code : `${token.code} ${detail}`
    const last = runs.at(-1)
    const between = text.slice(last?.end ?? 0, token.start)
    // Codes that begin anew on the next line label the next row of a table.
    const nextRow = between.includes('\n') && last?.codes.includes(code)
    if (last !== undefined && BETWEEN.test(between) && between.length < 6 && last.bare === token.bare && !nextRow) {
      last.end = end
      last.count += 1
      if (!last.codes.includes(code)) last.codes.push(code)
    } else runs.push({ start: token.start, end, codes: [code], bare: token.bare, count: 1 })
    const open = runs.at(-1)
    const short = SHORT.exec(text.slice(end))
    const brief = short === null ? null : normalCode('b', short[1] ?? '', short[2])
    if (open === undefined || short === null || brief === null) continue
    open.end = end + short[0].length
    open.count += 1
    if (!open.codes.includes(brief)) open.codes.push(brief)
  }
  return runs
}

/** What is printed behind a code to say more: the class of secret, the privilege, the statute. */
function detailAfter(text: string, { code, end }: Token): { readonly detail: string | null; readonly end: number } {
  const rest = text.slice(end, end + 60)
  const match =
    code === '(b)(1)' ? CLASSIFIED.exec(rest) : code === '(b)(5)' ? PRIVILEGE.exec(rest) : code === '(b)(3)' ? STATUTE.exec(rest) : null
  if (match === null) return { detail: null, end }
  const detail = code === '(b)(1)' ? `1.4(${(match[2] ?? '').toLowerCase()})` : (match[1] ?? '').replace(/\s+/g, ' ')
  return { detail, end: end + match[0].length }
}

function standingOf(text: string, run: Run, cells: readonly TextCell[], listed: boolean): CodeStanding {
  const before = text.slice(Math.max(0, run.start - 48), run.start)
  if (STAMP.test(before.slice(-40))) return 'stamp'
  if (CITING.test(before.replace(/\s+/g, ' '))) return 'unsure'
  const touched = cells.filter((cell) => cell.start < run.end && run.start < cell.end)
  const [first] = touched
  const around = touched
    .map(
      (cell) =>
        text.slice(cell.start, Math.min(cell.end, Math.max(cell.start, run.start))) +
        text.slice(Math.max(cell.start, Math.min(cell.end, run.end)), cell.end),
    )
    .join('')
  const alone = first !== undefined && BETWEEN.test(around.replace(/[\u2588\u25a0_[\]()*-]/g, ''))
  const many = run.codes.length > 1 && run.count > 1
  if (run.bare) return alone && (many || /\([A-F]\)$/.test(run.codes[0] ?? '')) ? 'alone' : 'unsure'
  if (alone) return many || !isListItem(first, cells, listed) ? 'alone' : 'unsure'
  return many && !/[\w)]$/.test(before) && !/^\s*[([][a-z0-9]{1,3}[)\]]/i.test(text.slice(run.end, run.end + 8)) ? 'run' : 'unsure'
}

/** A marker at the start of a line with its paragraph behind it, or among other markers of a list. */
const isListItem = (cell: TextCell, cells: readonly TextCell[], listed: boolean): boolean =>
  cell.first && (listed || cells.some((other) => other.line === cell.line && other !== cell))

/** Whether lines of the page begin with `(a)`, `(c)`: then `(b)(1)` at the start of a line is a paragraph too. */
const hasParagraphList = (text: string, cells: readonly TextCell[]): boolean =>
  cells.some((cell) => cell.first && /^\s*\((?:a|c|e|f|g)\)/.test(text.slice(cell.start, cell.end)))
