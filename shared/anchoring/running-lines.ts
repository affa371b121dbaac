import type { TextRange } from '../annotations/segment'
import type { PageText, TextRun } from '../documents/page'

/** Lines at either edge of a page among which running heads, feet and page numbers are looked for. */
const AT_EDGE = 4
/** Pages before and after that are compared; two, because heads of left and right pages often take turns. */
const NEIGHBOURS = [-2, -1, 1, 2] as const
/** Points by which a running line may stand higher or lower on another page. */
const SLACK = 6

/** A printed line: where it stands in the text, how high, and what it says with its numbers left open. */
type EdgeLine = { readonly ranges: readonly TextRange[]; readonly height: number; readonly says: string }

const known = new WeakMap<PageText, readonly EdgeLine[]>()

/**
 * Ranges of a page's text that are a running head, a running foot or the page's number: lines at its upper or lower edge that stand at
 * the same height on a page nearby and say the same there, whatever number they give. No part of a passage that runs over a page break.
 * @param textOf the text of a page by index from 0; null where it is not at hand: then it is not compared
 */
export function runningLines(textOf: (index: number) => PageText | null, index: number): readonly TextRange[] {
  const own = textOf(index)
  if (own === null) return []
  const nearby = NEIGHBOURS.flatMap((away) => (index + away < 0 ? [] : (textOf(index + away) ?? []))).flatMap(edgeLines)
  return edgeLines(own)
    .filter((line) => nearby.some((other) => other.says === line.says && Math.abs(other.height - line.height) <= SLACK))
    .flatMap((line) => line.ranges)
}

/** What is left of a range when others are taken out of it. */
export const withoutRanges = (range: TextRange, others: readonly TextRange[]): readonly TextRange[] =>
  others.reduce<readonly TextRange[]>(
    (left, gone) =>
      left.flatMap((piece) =>
        gone.end <= piece.start || gone.start >= piece.end
          ? [piece]
          : [
              { start: piece.start, end: gone.start },
              { start: gone.end, end: piece.end },
            ].filter(({ start, end }) => start < end),
      ),
    [range],
  )

function edgeLines(page: PageText): readonly EdgeLine[] {
  const before = known.get(page)
  if (before !== undefined) return before
  const lines = printedLines(page)
  const edge = lines.length <= 2 * AT_EDGE ? lines : [...lines.slice(0, AT_EDGE), ...lines.slice(-AT_EDGE)]
  known.set(page, edge)
  return edge
}

/** The lines of the page in the direction in which most of it is printed, from the top. */
function printedLines({ text, runs }: PageText): readonly EdgeLine[] {
  const angle = commonAngle(runs)
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const lines: { runs: TextRun[]; height: number }[] = []
  const placed = runs.filter((run) => run[6] === angle).map((run) => ({ run, height: run[3] * cos - run[2] * sin }))
  for (const { run, height } of placed.toSorted((a, b) => b.height - a.height)) {
    const line = lines.at(-1)
    if (line !== undefined && line.height - height < 0.4 * run[5]) line.runs.push(run)
    else lines.push({ runs: [run], height })
  }
  return lines.map((line) => {
    const inOrder = line.runs.toSorted((a, b) => a[0] - b[0])
    const ranges = inOrder.map(([start, end]) => ({ start, end }))
    return { ranges, height: line.height, says: masked(ranges.map(({ start, end }) => text.slice(start, end)).join(' ')) }
  })
}

const commonAngle = (runs: readonly TextRun[]): number => {
  const lengths = new Map<number, number>()
  for (const run of runs) lengths.set(run[6], (lengths.get(run[6]) ?? 0) + run[1] - run[0])
  return [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Numbers, roman ones too where they stand alone, count for the same; so do case and white space. */
function masked(words: string): string {
  const plain = words.replace(/\s+/g, '').toLowerCase().replace(/\d+/g, '#')
  return /^[-–—.(]*[ivxlc]+[-–—.)]*$/.test(plain) ? plain.replace(/[ivxlc]+/, '#') : plain
}
