import type { PageText, TextRun } from '@shared/documents/page'

/** A gap this many times the usual one parts paragraphs. */
const WIDE = 1.35
/** An indent of this many font heights begins a paragraph. */
const INDENT = 0.9

type Line = { readonly start: number; readonly along: number; readonly across: number; readonly run: TextRun }
const known = new WeakMap<PageText, readonly number[]>()

/** Offsets at which paragraphs begin on a page: after a wide gap, at an indent, where size or direction of the print changes, or where a new column begins. */
export function paragraphStarts(page: PageText | null): readonly number[] {
  if (page === null) return []
  const before = known.get(page)
  if (before !== undefined) return before
  const lines = linesOf(page)
  const gaps = lines.slice(1).flatMap((line, at) => {
    const gap = gapBefore(lines[at], line)
    return gap > 0 ? [gap] : []
  })
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const starts = lines.filter((line, at) => begins(lines[at - 1], line, usual)).map((line) => line.start)
  known.set(page, starts)
  return starts
}

/** How far a line stands below the one before it, points; negative where it stands above. */
const gapBefore = (before: Line | undefined, line: Line): number => (before === undefined ? 0 : before.across - line.across)

function begins(before: Line | undefined, line: Line, usual: number): boolean {
  if (before === undefined) return true
  const gap = gapBefore(before, line)
  if (before.run[6] !== line.run[6] || gap < 0) return true
  const size = line.run[5]
  if (Math.abs(before.run[5] - size) > 0.25 * size) return true
  return (
    gap > WIDE * usual ||
    (gap > 0.3 * size && line.run[7] === 0 && line.along - before.along > INDENT * size && line.along - before.along < 6 * size)
  )
}

/** The first run of each line, with its place in its own direction. */
function linesOf({ text, runs }: PageText): readonly Line[] {
  const lines: Line[] = []
  let end = -1
  for (const run of runs) {
    if (end === -1 || text.slice(end, run[0]).includes('\n')) {
      const [cos, sin] = [Math.cos((run[6] * Math.PI) / 180), Math.sin((run[6] * Math.PI) / 180)]
      lines.push({ start: run[0], along: run[2] * cos + run[3] * sin, across: run[3] * cos - run[2] * sin, run })
    }
    end = run[1]
  }
  return lines
}
