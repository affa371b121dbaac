import type { Page, PageText, TextRun } from '../documents/page'

/** An edge of a page as it is shown, that is after `/Rotate`. */
export type Edge = 'top' | 'bottom' | 'left' | 'right'

/** A line of print near an edge, or a part of one that stands apart from the rest. `start` is its offset in the page's text. */
export type EdgeLine = { readonly edge: Edge; readonly text: string; readonly start: number }

/** How far in from an edge a stamp may stand, as shares of the shown page; print along the sides has to run up or down. */
const BAND = 0.13
const SIDE_BAND = 0.1
/** A gap of so many font heights parts two things printed on one line. */
const APART = 1.5
/** Longer lines are running text. */
const LONGEST = 150

type Shape = Pick<Page, 'box' | 'rotation'>

/** The lines at the edges of a page, each whole and, where it has parts that stand apart, also part by part. */
export function edgeLines(page: Shape, { text, runs }: PageText): readonly EdgeLine[] {
  const found: EdgeLine[] = []
  for (const line of linesOf(text, runs)) {
    const [first] = line
    const edge = first === undefined ? null : edgeOf(page, first)
    if (edge === null) continue
    const parts = partsOf(line)
    for (const part of parts.length > 1 ? [line, ...parts] : parts) {
      const [start, end] = [part[0]?.[0] ?? 0, part.at(-1)?.[1] ?? 0]
      const words = text.slice(start, end)
      const trimmed = words.trim()
      if (trimmed !== '' && trimmed.length <= LONGEST) found.push({ edge, text: trimmed, start: start + words.indexOf(trimmed) })
    }
  }
  return found
}

/** The runs of each line of the page's text. */
function linesOf(text: string, runs: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const lines: TextRun[][] = []
  for (const run of runs) {
    const last = lines.at(-1)
    const before = last?.at(-1)
    if (last === undefined || before === undefined || before[6] !== run[6] || text.slice(before[0], run[0]).includes('\n'))
      lines.push([run])
    else last.push(run)
  }
  return lines
}

function partsOf(line: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const parts: TextRun[][] = []
  for (const run of line) {
    const before = parts.at(-1)?.at(-1)
    if (before === undefined || gapBetween(before, run) > APART * Math.max(before[5], run[5])) parts.push([run])
    else parts.at(-1)?.push(run)
  }
  return parts
}

/** Points from the end of one run to the start of the next, along the line. */
function gapBetween(a: TextRun, b: TextRun): number {
  const angle = (a[6] * Math.PI) / 180
  return Math.abs((b[2] - a[2]) * Math.cos(angle) + (b[3] - a[3]) * Math.sin(angle) - a[4])
}

function edgeOf({ box, rotation }: Shape, run: TextRun): Edge | null {
  const [u, v] = shownAt(box, rotation, run[2], run[3])
  const direction = (((run[6] - rotation) % 360) + 360) % 360
  const upright = direction < 45 || direction > 315 || (direction > 135 && direction < 225)
  if (!upright) return u < SIDE_BAND ? 'left' : u > 1 - SIDE_BAND ? 'right' : null
  return v < BAND ? 'top' : v > 1 - BAND ? 'bottom' : null
}

/** Where a point stands on the page as shown: shares of its width from the left and of its height from the top. */
function shownAt([x0, y0, x1, y1]: Page['box'], rotation: Page['rotation'], x: number, y: number): readonly [number, number] {
  const across = (x - x0) / (x1 - x0)
  const up = (y - y0) / (y1 - y0)
  switch (rotation) {
    case 0:
      return [across, 1 - up]
    case 90:
      return [up, across]
    case 180:
      return [1 - across, up]
    case 270:
      return [1 - up, 1 - across]
  }
}
