import { type Heading, lookedHeading, markedHeading, namesSources, underlineLevel } from './headings'
import { isBlank, type Line, linesOf, type Span } from './lines'

/** A piece of a text by its form. `markers` are signs within it that are no words: bullets, numbers of items, `>`. */
export type Block =
  | (Span & { readonly kind: 'heading'; readonly heading: Heading })
  | (Span & { readonly kind: 'text'; readonly markers: readonly Span[] })
  | (Span & { readonly kind: 'source'; readonly markers: readonly Span[]; readonly label: string | null })
  | (Span & { readonly kind: 'left-out'; readonly why: string })

/** A heading that the text's own format states by offset, as a Word style does. */
export type GivenHeading = Span & { readonly level: number }

const QUOTE = /^ {0,3}(?:>\s?)+/
const BULLET = /^\s*(?:[-*+•‣▪◦]|\(?\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{1,5})\))\s+(?=\S)/
const DASH = /^\s*[–—]\s+(?=\S)/
const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,40})\]:\s*(?=\S)/
const ADDRESS = /^ {0,3}\[([^\]^]{1,80})\]:\s+<?(?=\S+\s*(?:"[^"]*")?\s*$)/
const ENTRY = /^\s*(?:[-*+•]\s+)?(?:\[{1,2}\^?(?<square>\d{1,3})\]{1,2}[:.]?|(?<flat>\d{1,3})[.)])\s+(?=\S)/
const SQUARE = /^\s*\[\^?(\d{1,3})\][:.]?\s+(?=\S)/

/** The blocks of a text in their order: together they hold every word of it. */
export function blocksOf(text: string, given: readonly GivenHeading[] = []): readonly Block[] {
  const lines = linesOf(text)
  const blocks: Block[] = []
  const tail = startOfTail(lines)
  /** The level of the heading under which the list of sources stands; null outside it. */
  let sourcesUnder: number | null = null
  for (let at = skipFrontMatter(lines, blocks); at < lines.length;) {
    const line = lines[at]
    if (line === undefined) break
    if (isBlank(line)) {
      at += 1
      continue
    }
    const other = fenced(lines, at) ?? bareLine(line)
    if (other !== null) {
      blocks.push(other.block)
      at += other.lines
      continue
    }
    const head = headingAt(lines, at, given, sourcesUnder !== null)
    if (head !== null) {
      const last = lines[at + head.lines - 1] ?? line
      blocks.push({ kind: 'heading', start: line.start, end: last.end, heading: head.heading })
      if (namesSources(head.heading.label)) sourcesUnder = head.heading.level
      else if (sourcesUnder !== null && head.heading.level <= sourcesUnder) sourcesUnder = null
      at += head.lines
      continue
    }
    at = sourcesUnder !== null || (tail !== null && at >= tail) ? takeEntry(lines, at, blocks) : takeText(lines, at, blocks, given)
  }
  return blocks
}

function skipFrontMatter(lines: readonly Line[], blocks: Block[]): number {
  if (lines[0]?.text.replace(/^\ufeff/, '').trim() !== '---') return 0
  const close = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line.text))
  const last = lines[close]
  if (last === undefined || !lines.slice(1, close).every((line) => /^(?:[\w-]+:|\s|-\s|#|$)/.test(line.text))) return 0
  blocks.push({ kind: 'left-out', start: 0, end: last.end, why: 'front matter of the file' })
  return close + 1
}

type Taken = { readonly block: Block; readonly lines: number }

function fenced(lines: readonly Line[], at: number): Taken | null {
  const line = lines[at]
  const fence = /^ {0,3}(```+|~~~+)/.exec(line?.text ?? '')?.[1]
  if (line === undefined || fence === undefined) return null
  const close = lines.findIndex((other, index) => index > at && other.text.trim().startsWith(fence))
  const last = lines[close]
  return last === undefined
    ? null
    : { block: { kind: 'left-out', start: line.start, end: last.end, why: 'a block of code' }, lines: close - at + 1 }
}

/** A line that holds no sentence: a rule, a row of a table, a picture, a comment, the address of a link. */
function bareLine(line: Line): Taken | null {
  const text = line.text.trim()
  const address = ADDRESS.exec(line.text)
  const why = /^(?:[-*_=]\s*){3,}$/.test(text)
    ? 'a rule'
    : /^\|.*\|$/.test(text)
      ? 'a row of a table'
      : /^!\[[^\]]*\]\([^)]*\)$/.test(text)
        ? 'a picture'
        : /^<!--.*-->$/.test(text) || /^(?:<\/?[a-z][^<>]*>)+$/i.test(text)
          ? 'markup'
          : address !== null && !/^\d{1,3}$/.test(address[1] ?? '')
            ? 'the address of a link'
            : !/[\p{L}\p{N}]/u.test(text)
              ? 'no words'
              : /^(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?$/i.test(text)
                ? 'a number by itself'
                : null
  return why === null ? null : { block: { kind: 'left-out', start: line.start, end: line.end, why }, lines: 1 }
}

function headingAt(
  lines: readonly Line[],
  at: number,
  given: readonly GivenHeading[],
  amongSources: boolean,
): { readonly heading: Heading; readonly lines: number } | null {
  const line = lines[at]
  if (line === undefined) return null
  const stated = given.find((each) => each.start < line.end && each.end > line.start)
  if (stated !== undefined) {
    let count = 1
    while ((lines[at + count]?.start ?? Number.MAX_SAFE_INTEGER) < stated.end) count += 1
    const label = lines
      .slice(at, at + count)
      .map((each) => each.text.trim())
      .join(' ')
    return { heading: { level: stated.level, label, marked: true }, lines: count }
  }
  const marked = markedHeading(line)
  if (marked !== null) return { heading: marked, lines: 1 }
  const level = underlineLevel(lines[at + 1])
  if (level !== null && isBlank(lines[at - 1]) && !BULLET.test(line.text) && !QUOTE.test(line.text))
    return { heading: { level, label: line.text.trim(), marked: true }, lines: 2 }
  if (namesSources(line.text.replace(/^\s*(?:\*\*|__)|(?:\*\*|__)\s*:?\s*$/g, '')) && isBlank(lines[at - 1]))
    return { heading: lookedHeading(lines, at) ?? { level: 1, label: line.text.trim(), marked: false }, lines: 1 }
  const looked = lookedHeading(lines, at)
  // Titles in a list of sources look like headings often enough.
  return looked === null || (amongSources && (/^\s*(?:\d|\*\*|__)/.test(line.text) || looked.level > 1))
    ? null
    : { heading: looked, lines: 1 }
}

/** A paragraph or an item of a list, with the lines that go on. */
function takeText(lines: readonly Line[], at: number, blocks: Block[], given: readonly GivenHeading[]): number {
  const first = lines[at]
  if (first === undefined) return at + 1
  const footnote = DEFINITION.exec(first.text) ?? ADDRESS.exec(first.text)
  const markers: Span[] = []
  const item = footnote ?? markerOf(first, true)
  if (item !== null) markers.push({ start: first.start, end: first.start + item[0].length })
  let next = at + 1
  for (; next < lines.length; next += 1) {
    const line = lines[next]
    if (
      line === undefined ||
      isBlank(line) ||
      markedHeading(line) !== null ||
      bareLine(line) !== null ||
      fenced(lines, next) !== null ||
      DEFINITION.test(line.text)
    )
      break
    if (given.some((each) => each.start < line.end && each.end > line.start)) break
    const quote = QUOTE.exec(line.text)
    if (footnote === null && begins(line, { quoted: QUOTE.test(first.text), inList: item !== null })) break
    if (quote !== null) markers.push({ start: line.start, end: line.start + quote[0].length })
  }
  const end = lines[next - 1]?.end ?? first.end
  if (footnote === null) blocks.push({ kind: 'text', start: first.start, end, markers })
  else blocks.push({ kind: 'source', start: first.start, end, markers, label: footnote[1] ?? null })
  return next
}

/** Whether a line right below another begins something of its own: a quotation, an item. A number in running text begins none, unless it is 1. */
function begins(line: Line, { quoted, inList }: { readonly quoted: boolean; readonly inList: boolean }): boolean {
  if (QUOTE.test(line.text)) return !quoted
  return markerOf(line, inList) !== null && (inList || !/^\s*\(?\d/.test(line.text) || /^\s*\(?1[.)]/.test(line.text))
}

function markerOf(line: Line, inList: boolean): RegExpExecArray | null {
  return QUOTE.exec(line.text) ?? BULLET.exec(line.text) ?? (inList ? DASH.exec(line.text) : null)
}

/** One entry of a list of sources, with its label where it has one. */
function takeEntry(lines: readonly Line[], at: number, blocks: Block[]): number {
  const first = lines[at]
  if (first === undefined) return at + 1
  const labelled = DEFINITION.exec(first.text) ?? ENTRY.exec(first.text) ?? ADDRESS.exec(first.text)
  const marker = labelled ?? BULLET.exec(first.text)
  let next = at + 1
  for (; next < lines.length; next += 1) {
    const line = lines[next]
    if (
      line === undefined ||
      isBlank(line) ||
      markedHeading(line) !== null ||
      [DEFINITION, ENTRY, ADDRESS].some((form) => form.test(line.text)) ||
      /^[-*+•]\s/.test(line.text)
    )
      break
    // Entries without labels, one a line: a line that ends like an entry is one.
    if (marker === null && /[.)\]/]\s*$|https?:\S+\s*$/.test(lines[next - 1]?.text ?? '') && /^[\p{Lu}\p{N}"“‘]|^https?:/u.test(line.text))
      break
  }
  const label = labelled?.groups?.['square'] ?? labelled?.groups?.['flat'] ?? labelled?.[1] ?? null
  blocks.push({
    kind: 'source',
    start: first.start,
    end: lines[next - 1]?.end ?? first.end,
    markers: marker === null ? [] : [{ start: first.start, end: first.start + marker[0].length }],
    label,
  })
  return next
}

/** The line from which the text holds nothing but a list `[1] …`, `[2] …` without a heading; null where it does not end in one. */
function startOfTail(lines: readonly Line[]): number | null {
  let start: number | null = null
  let last = Number.MAX_SAFE_INTEGER
  let count = 0
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]
    if (line === undefined || isBlank(line)) continue
    const number = Number(SQUARE.exec(line.text)?.[1])
    if (Number.isNaN(number)) {
      // A line that goes on belongs to the entry above it; a paragraph of its own ends the list.
      if (!isBlank(lines[at - 1]) && !/^#{1,6}\s/.test(line.text)) continue
      break
    }
    if (number >= last) break
    ;[start, last, count] = [at, number, count + 1]
  }
  return count >= 2 && last === 1 ? start : null
}
