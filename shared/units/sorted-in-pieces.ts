/** Items sorted, or merged, between two rests: some milliseconds with a costly comparison. */
const PIECE = 500

/**
 * A stable sort for lists that are too long to be sorted on end on a thread that others need.
 * @param rest awaited between the pieces, as `resting` gives it
 */
export async function sortedInPieces<Item extends number | object>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  rest: () => Promise<void> | undefined,
): Promise<readonly Item[]> {
  let runs: (readonly Item[])[] = []
  for (let from = 0; from < items.length; from += PIECE) {
    runs.push(items.slice(from, from + PIECE).sort(compare))
    await rest()
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = []
    for (let at = 0; at < runs.length; at += 2) merged.push(await mergedInPieces(runs[at] ?? [], runs[at + 1] ?? [], compare, rest))
    runs = merged
  }
  return runs[0] ?? []
}

async function mergedInPieces<Item extends number | object>(
  left: readonly Item[],
  right: readonly Item[],
  compare: (a: Item, b: Item) => number,
  rest: () => Promise<void> | undefined,
): Promise<readonly Item[]> {
  const merged: Item[] = []
  let [l, r] = [0, 0]
  for (;;) {
    const a: Item | undefined = left[l]
    const b: Item | undefined = right[r]
    if (b === undefined) return [...merged, ...left.slice(l)]
    if (a === undefined) return [...merged, ...right.slice(r)]
    const isLeft = compare(a, b) <= 0
    merged.push(isLeft ? a : b)
    if (isLeft) l += 1
    else r += 1
    if (merged.length % PIECE === 0) await rest()
  }
}
