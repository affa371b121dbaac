import type { ScrollPlace } from './page-layout'

/**
 * The places of a document that were left by a jump: a link, the outline, a hit, a page asked for. Scrolling leaves none. A run of
 * jumps of one kind (from hit to hit, from mark to mark) counts as one jump as long as nothing else moved the view between them.
 */
export type Jumps = {
  /** The latest last. */
  readonly back: readonly ScrollPlace[]
  readonly forward: readonly ScrollPlace[]
  /** The kind of the last jump and where it led. */
  readonly run: { readonly kind: string; readonly landed: ScrollPlace } | null
}

export const NO_JUMPS: Jumps = { back: [], forward: [], run: null }

/** Places remembered at most. */
const KEPT = 100
/** Shares of a page's height that count as the same place. */
const SAME = 0.02

const samePlace = (a: ScrollPlace, b: ScrollPlace): boolean => a.page === b.page && Math.abs(a.fraction - b.fraction) < SAME

/** After a jump from one place to another. */
export function jumped({ back, forward, run }: Jumps, kind: string, from: ScrollPlace, to: ScrollPlace): Jumps {
  if (samePlace(from, to)) return { back, forward, run: { kind, landed: to } }
  const goesOn = run !== null && run.kind === kind && samePlace(run.landed, from) && back.length > 0
  return { back: goesOn ? back : [...back, from].slice(-KEPT), forward: [], run: { kind, landed: to } }
}

/** One step back (-1) or forward (1) from here; null where there is none. */
export function stepped(
  { back, forward }: Jumps,
  direction: 1 | -1,
  here: ScrollPlace,
): { readonly jumps: Jumps; readonly to: ScrollPlace } | null {
  const to = (direction === -1 ? back : forward).at(-1)
  if (to === undefined) return null
  return {
    to,
    jumps:
      direction === -1
        ? { back: back.slice(0, -1), forward: [...forward, here], run: null }
        : { back: [...back, here], forward: forward.slice(0, -1), run: null },
  }
}
