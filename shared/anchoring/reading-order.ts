import type { TextRange } from '../annotations/segment'
import type { PageText, TextRun } from '../documents/page'

/** A page's text in an order read off the geometry; `origins[i]` is the offset in the page's text of its i-th unit, -1 for put-in white space. */
export type ReorderedText = { readonly text: string; readonly origins: Int32Array }

/** A run turned so that its direction points right: u along it, v across it and downwards, points. */
type Piece = { readonly run: TextRun; readonly u0: number; readonly u1: number; readonly v: number; readonly height: number }
type Line = { pieces: Piece[]; v: number; height: number }
/** Neighbouring pieces of one line with no wide gap between them. */
type Cell = {
  readonly pieces: readonly Piece[]
  readonly u0: number
  readonly u1: number
  readonly top: number
  readonly bottom: number
  readonly line: number
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function turned(run: TextRun): Piece {
  const [, , x, y, advance, height, angle] = run
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const along = x * cos + y * sin
  return { run, u0: along, u1: along + advance, v: x * sin - y * cos, height: Math.max(height, 1) }
}

/** Bold imitated by printing twice: the same characters a hair's breadth away are one piece. */
function withoutDoubles(pieces: readonly Piece[], text: string): Piece[] {
  const seen = new Map<string, Piece[]>()
  return pieces.filter((piece) => {
    const key = text.slice(piece.run[0], piece.run[1]).trim()
    const same = seen.get(key)
    const slack = 0.2 * piece.height
    if (same === undefined) seen.set(key, [piece])
    else if (same.some((other) => Math.abs(other.u0 - piece.u0) < slack && Math.abs(other.v - piece.v) < slack)) return false
    else same.push(piece)
    return true
  })
}

/** Initials set over several lines belong to the line of their top. */
function lowered(piece: Piece, text: string, usual: number): Piece {
  const initial = piece.height > 1.8 * usual && text.slice(piece.run[0], piece.run[1]).trim().length <= 2
  return initial ? { ...piece, v: piece.v - 0.72 * (piece.height - usual), height: usual } : piece
}

/** How far two pieces stand over each other along the line, points; negative where they stand apart. */
const overlap = (a: Piece, b: Piece): number => Math.min(a.u1, b.u1) - Math.max(a.u0, b.u0)

/** Lines by baseline. Raised and lowered small print joins its line; what overprints a line stands on one of its own. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = []
  for (const piece of pieces.toSorted((a, b) => b.height - a.height || a.v - b.v || a.u0 - b.u0)) {
    let best: Line | null = null
    for (const line of lines) {
      const away = Math.abs(line.v - piece.v)
      if (away > 0.45 * Math.max(line.height, piece.height) || (best !== null && away >= Math.abs(best.v - piece.v))) continue
      if (away > 0.1 * piece.height && piece.height > 0.85 * line.height && away > 0.25 * piece.height) continue
      if (line.pieces.some((other) => overlap(other, piece) > 0.5 * Math.min(other.u1 - other.u0, piece.u1 - piece.u0))) continue
      best = line
    }
    if (best === null) lines.push({ pieces: [piece], v: piece.v, height: piece.height })
    else best.pieces.push(piece)
  }
  for (const line of lines) line.pieces.sort((a, b) => a.u0 - b.u0)
  return lines.sort((a, b) => a.v - b.v)
}

/** Whether most characters of the pieces run right to left. */
const isRightToLeft = (pieces: readonly Piece[]): boolean =>
  pieces.reduce((sum, { run }) => sum + (run[1] - run[0]) * (run[7] === 1 ? 1 : -1), 0) > 0

function cellsOf(lines: readonly Line[]): Cell[] {
  return lines.flatMap((line, at) => {
    const groups: Piece[][] = []
    let reach = Number.NEGATIVE_INFINITY
    for (const piece of line.pieces) {
      const last = groups.at(-1)
      if (last === undefined || piece.u0 - reach > 0.6 * line.height) groups.push([piece])
      else last.push(piece)
      reach = Math.max(reach, piece.u1)
    }
    return groups.map((group) => ({
      pieces: isRightToLeft(group) ? group.toReversed() : group,
      u0: Math.min(...group.map((piece) => piece.u0)),
      u1: Math.max(...group.map((piece) => piece.u1)),
      top: line.v - 0.8 * line.height,
      bottom: line.v + 0.15 * line.height,
      line: at,
    }))
  })
}

/** Numbers of lines in the margin are such from so many on, if this share of them count on by one. */
const LEAST_NUMBERS = 5
const COUNTING_ON = 0.8

/** Lines without the numbers that count them in the margin, as on pleadings, transcripts and bills; null where none do. The numbers follow as lines of their own. */
function withoutLineNumbers(lines: readonly Line[], text: string): readonly Line[] | null {
  const numbers = lines.flatMap((line) => {
    const [piece] = line.pieces
    const printed = piece === undefined || line.pieces.length < 2 ? '' : text.slice(piece.run[0], piece.run[1]).trim()
    return piece !== undefined && /^\d{1,4}$/.test(printed) ? [{ line, piece, value: Number(printed) }] : []
  })
  const aligned = (a: Piece, b: Piece): boolean => Math.min(Math.abs(a.u0 - b.u0), Math.abs(a.u1 - b.u1)) < a.height
  const steps = numbers.filter(({ piece, value }, at) => {
    const before = numbers[at - 1]
    return before !== undefined && value === before.value + 1 && aligned(piece, before.piece)
  })
  if (numbers.length < LEAST_NUMBERS || steps.length < COUNTING_ON * (numbers.length - 1)) return null
  const counted = new Map(numbers.map(({ line, piece }) => [line, piece]))
  return [
    ...lines.map((line) => (counted.has(line) ? { ...line, pieces: line.pieces.slice(1) } : line)),
    ...numbers.map(({ line, piece }) => ({ ...line, pieces: [piece] })),
  ]
}

/** The widest empty stripe in a projection of the cells: where it lies and how wide it is, points. */
function widestGap(spans: readonly (readonly [number, number])[]): { readonly at: number; readonly width: number } {
  let best = { at: 0, width: 0 }
  let reach = Number.POSITIVE_INFINITY
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (from - reach > best.width) best = { at: (from + reach) / 2, width: from - reach }
    reach = reach === Number.POSITIVE_INFINITY ? to : Math.max(reach, to)
  }
  return best
}

/**
 * Orders cells by recursive cutting along empty stripes (the X-Y cut of Nagy and Seth, 1984).
 * @param columnsFirst cut between columns before bands; otherwise bands come first where they stand clearly apart
 */
function cut(cells: readonly Cell[], usual: number, columnsFirst: boolean): Cell[] {
  if (new Set(cells.map((cell) => cell.line)).size <= 1) return cells.toSorted((a, b) => a.u0 - b.u0)
  const across = widestGap(cells.map((cell) => [cell.u0, cell.u1]))
  const down = widestGap(cells.map((cell) => [cell.top, cell.bottom]))
  const halves = (isFirst: (cell: Cell) => boolean): Cell[] => [
    ...cut(cells.filter(isFirst), usual, columnsFirst),
    ...cut(
      cells.filter((cell) => !isFirst(cell)),
      usual,
      columnsFirst,
    ),
  ]
  const byColumns = across.width > 0.6 * usual
  const byBands = down.width > 0
  if (byColumns && (columnsFirst || down.width < 0.5 * usual)) return halves((cell) => cell.u1 <= across.at)
  if (byBands) return halves((cell) => cell.bottom <= down.at)
  if (byColumns) return halves((cell) => cell.u1 <= across.at)
  return cells.toSorted((a, b) => a.line - b.line || a.u0 - b.u0)
}

function assemble(cells: readonly Cell[], text: string): { text: string; origins: number[] } {
  let out = ''
  const origins: number[] = []
  const gap = (between: string): void => {
    out += between
    for (let unit = 0; unit < between.length; unit += 1) origins.push(-1)
  }
  let previous: Cell | null = null
  for (const cell of cells) {
    if (previous !== null) gap(previous.line === cell.line ? ' ' : '\n')
    let last: Piece | null = null
    for (const piece of cell.pieces) {
      if (last !== null && (-overlap(piece, last) > 0.15 * Math.min(piece.height, last.height) || /\s/.test(text.charAt(last.run[1]))))
        gap(' ')
      for (let offset = piece.run[0]; offset < piece.run[1]; offset += 1) origins.push(offset)
      out += text.slice(piece.run[0], piece.run[1])
      last = piece
    }
    previous = cell
  }
  return { text: out, origins }
}

const orders = new WeakMap<PageText, readonly ReorderedText[]>()

/**
 * Orders in which a page may be read, from its geometry: by columns, by bands, and straight across in lines, with and without numbers that
 * count the lines. The order in which a PDF draws its text often is another. Text of each writing direction stands together, the most common first.
 */
export function readingOrders(page: PageText): readonly ReorderedText[] {
  const known = orders.get(page)
  if (known !== undefined) return known
  const directions = new Map<number, Piece[]>()
  for (const run of page.runs) {
    const direction = Math.round(run[6])
    const pieces = directions.get(direction)
    if (pieces === undefined) directions.set(direction, [turned(run)])
    else pieces.push(turned(run))
  }
  const groups = [...directions.values()]
    .sort((a, b) => b.length - a.length)
    .map((pieces) => {
      const usual = median(pieces.map((piece) => piece.height))
      const lines = linesOf(withoutDoubles(pieces, page.text).map((piece) => lowered(piece, page.text, usual)))
      const unnumbered = withoutLineNumbers(lines, page.text)
      return { usual, cells: cellsOf(lines), unnumbered: unnumbered && cellsOf(unnumbered) }
    })
  const made = [
    groups.flatMap(({ cells, usual }) => cut(cells, usual, true)),
    groups.flatMap(({ cells, usual }) => cut(cells, usual, false)),
    groups.flatMap(({ cells }) => cells),
    ...(groups.some(({ unnumbered }) => unnumbered !== null) ? [groups.flatMap(({ cells, unnumbered }) => unnumbered ?? cells)] : []),
  ].map((cells) => {
    const { text, origins } = assemble(cells, page.text)
    return { text, origins: Int32Array.from(origins) }
  })
  orders.set(page, made)
  return made
}

/** The ranges of the page's own text that a range of a reordered text stands for, in reading order. */
export function rangesOfReordered(page: PageText, order: ReorderedText, start: number, end: number): TextRange[] {
  const ranges: { start: number; end: number }[] = []
  for (let unit = start; unit < end; unit += 1) {
    const origin = order.origins[unit] ?? -1
    if (origin === -1) continue
    const last = ranges.at(-1)
    if (last !== undefined && origin >= last.end && page.text.slice(last.end, origin).trim() === '') last.end = origin + 1
    else ranges.push({ start: origin, end: origin + 1 })
  }
  return ranges
}
