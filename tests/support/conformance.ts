import { boundsOf, type Quad } from '../../shared/units/geometry'

export type Rect = readonly [left: number, bottom: number, right: number, top: number]
/** A passage that is looked for: `lost` is what must not be found, `rects` where it was drawn, null where nobody knows. */
export type Expected = {
  readonly file: string
  readonly feature: string
  readonly page: number
  readonly quote: string
  readonly state: 'exact' | 'lost'
  readonly rects: readonly Rect[] | null
}
/** The mark that it became, with the states of its segments and of their checks. */
export type Found = {
  readonly quote: string
  readonly states: readonly string[]
  readonly pages: readonly number[]
  readonly quads: readonly Quad[]
}

type Mark = {
  readonly id: string
  readonly documentId: string
  readonly segments: readonly {
    readonly quote: string
    readonly state: string
    readonly textOrigin: string
    readonly pageIndex: number
    readonly quads: readonly Quad[]
  }[]
}
/** What is read of a bundle's `data/vouch.json`. */
export type BundledMarks = {
  readonly records: {
    readonly documents: readonly { readonly id: string; readonly name: string }[]
    readonly annotations: readonly Mark[]
    readonly evidenceLinks: readonly { readonly note: string; readonly annotationId: string }[]
  }
  readonly checks: readonly { readonly annotationId: string; readonly state: string }[]
}

export function foundAs(mark: Mark, { checks }: BundledMarks): Found {
  const states = [
    ...mark.segments.map(({ state }) => state),
    ...checks.filter(({ annotationId }) => annotationId === mark.id).map(({ state }) => state),
  ]
  return {
    quote: mark.segments.map(({ quote }) => quote).join(' '),
    states,
    pages: mark.segments.map(({ pageIndex }) => pageIndex + 1),
    quads: mark.segments[0]?.quads ?? [],
  }
}

/** Edges may differ by this share of the height of the text, or by half a point where that is less. */
const TOLERANCE = 0.25

const WORST = ['lost', 'approximate', 'moved', 'exact'] as const
const stateOf = ({ states }: Found): (typeof WORST)[number] => WORST.find((state) => states.includes(state)) ?? 'lost'

/** Whether the quads cover just the expected rectangles: each quad belongs to the one it overlaps most. */
function stands(quads: readonly Quad[], rects: readonly Rect[]): boolean {
  const covered = new Map<Rect, Quad[]>()
  for (const quad of quads) {
    const box = boundsOf([quad])
    if (box === null) return false
    const share = ([left, bottom, right, top]: Rect): number =>
      Math.max(0, Math.min(right, box.right) - Math.max(left, box.left)) *
      Math.max(0, Math.min(top, box.top) - Math.max(bottom, box.bottom))
    const best = rects.toSorted((a, b) => share(b) - share(a))[0]
    if (best === undefined || share(best) === 0) return false
    covered.set(best, [...(covered.get(best) ?? []), quad])
  }
  return rects.every((rect) => {
    const box = boundsOf(covered.get(rect) ?? [])
    const slack = Math.max(0.5, TOLERANCE * Math.min(rect[3] - rect[1], rect[2] - rect[0]))
    return (
      box !== null &&
      [box.left - rect[0], box.bottom - rect[1], box.right - rect[2], box.top - rect[3]].every((off) => Math.abs(off) <= slack)
    )
  })
}

/** One line a document: how its passages were found, and whether they stand where they were drawn. */
export function tableOf(wanted: readonly Expected[], found: readonly Found[]): string {
  const rows = [...new Set(wanted.map(({ file }) => file))].map((file) => {
    const own = wanted.flatMap((one, at) => (one.file === file ? [{ one, got: found[at] }] : []))
    const count = (state: string): number => own.filter(({ got }) => got !== undefined && stateOf(got) === state).length
    const drawn = own.filter(({ one }) => one.rects !== null)
    const fits = drawn.filter(({ one, got }) => one.rects !== null && got !== undefined && stands(got.quads, one.rects))
    return [
      file,
      own[0]?.one.feature ?? '',
      own.length,
      count('exact'),
      count('moved'),
      count('approximate'),
      count('lost'),
      own.filter(({ one }) => one.state === 'lost').length,
      drawn.length === 0 ? '–' : `${fits.length} of ${drawn.length}`,
    ]
  })
  const total = (column: number): number => rows.reduce((sum, row) => sum + Number(row[column]), 0)
  const all = [
    ['document', 'feature', 'passages', 'exact', 'moved', 'approximate', 'lost', 'lost by design', 'geometry'],
    ['---', '---', ...Array.from({ length: 7 }, () => '---:')],
    ...rows,
    ['**all**', '', ...[2, 3, 4, 5, 6, 7].map(total), ''],
  ]
  return all.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** What was found otherwise than it has to be, each as a line. */
export function faultsOf(wanted: readonly Expected[], found: readonly Found[]): readonly string[] {
  return wanted.flatMap(({ file, page, quote, state, rects }, at) => {
    const got = found[at]
    if (got === undefined) return [`${file} p. ${page}: not asked`]
    // Words that are not in the text may be offered as a likeness, and are never found.
    const fine =
      state === 'exact' ? stateOf(got) === 'exact' && got.pages[0] === page : stateOf(got) === 'lost' || stateOf(got) === 'approximate'
    return [
      ...(fine ? [] : [`${file} p. ${page}: ${stateOf(got)}, not ${state}: ${quote}`]),
      ...(rects !== null && !stands(got.quads, rects) ? [`${file} p. ${page}: stands elsewhere than drawn: ${quote}`] : []),
    ]
  })
}
