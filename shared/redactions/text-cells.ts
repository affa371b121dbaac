import type { TextRange } from '../annotations/segment'
import type { PageText, TextRun } from '../documents/page'

/** Words of one line that stand close together: a cell of a table, or a whole line of print. */
export type TextCell = TextRange & {
  /** Number of its line on the page, in the order of the text. */
  readonly line: number
  /** Whether it begins its line. */
  readonly first: boolean
}

/** A gap wider than this many font heights parts two cells. */
const GAP = 1.1

/** The cells of a page's text, by the places of its runs. */
export function cellsOf({ text, runs }: PageText): readonly TextCell[] {
  const cells: { start: number; end: number; line: number; first: boolean }[] = []
  let before: TextRun | null = null
  let line = 0
  for (const run of runs) {
    const last = cells.at(-1)
    const [along, across] = before === null ? [0, Number.POSITIVE_INFINITY] : stepBetween(before, run)
    const height = Math.max(1, Math.min(run[5], before?.[5] ?? run[5]))
    const sameLine = before !== null && before[6] === run[6] && Math.abs(across) < 0.6 * height && along > -0.5 * height
    if (!sameLine) line += 1
    if (last !== undefined && sameLine && along < GAP * height && !text.slice(last.end, run[0]).includes('\n')) last.end = run[1]
    else cells.push({ start: run[0], end: run[1], line, first: !sameLine })
    before = run
  }
  return cells
}

/** How far a run begins from the end of the one before: along and across the writing direction, points. */
function stepBetween(before: TextRun, run: TextRun): readonly [along: number, across: number] {
  const angle = (before[6] * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [dx, dy] = [run[2] - before[2], run[3] - before[3]]
  return [dx * cos + dy * sin - before[4], dy * cos - dx * sin]
}
