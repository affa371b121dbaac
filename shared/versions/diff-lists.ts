/** A stretch in which two lists differ: places in each, ends exclusive. One of the two may be empty. */
export type Difference = { readonly a0: number; readonly a1: number; readonly b0: number; readonly b1: number }

/** Differences beyond this number are not told apart any further: what lies between is one. Bounds time and memory to millions of steps. */
const MOST_EDITS = 1600

/** Where two lists differ, by the shortest script of insertions and deletions (E. Myers, "An O(ND) difference algorithm", 1986). */
export function differences(a: readonly string[], b: readonly string[]): readonly Difference[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const [n, m] = [a.length - head - tail, b.length - head - tail]
  if (n === 0 && m === 0) return []
  if (n === 0 || m === 0) return [{ a0: head, a1: head + n, b0: head, b1: head + m }]
  const steps = stepsOf(a, b, head, n, m)
  return steps === null ? [{ a0: head, a1: head + n, b0: head, b1: head + m }] : gathered(steps, head, n, m)
}

/** The furthest reach of each diagonal, one array for each number of edits; null where there are too many. */
function stepsOf(a: readonly string[], b: readonly string[], head: number, n: number, m: number): readonly Int32Array[] | null {
  const steps: Int32Array[] = []
  let last = new Int32Array(0)
  for (let edits = 0; edits <= Math.min(MOST_EDITS, n + m); edits += 1) {
    // Diagonals -edits to edits, every second one used; `last` has those of one edit less.
    const reach = new Int32Array(2 * edits + 1)
    const before = (diagonal: number): number => last[diagonal + edits - 1] ?? -1
    steps.push(reach)
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && before(diagonal - 1) < before(diagonal + 1))
      let x = edits === 0 ? 0 : down ? before(diagonal + 1) : before(diagonal - 1) + 1
      let y = x - diagonal
      while (x < n && y < m && a[head + x] === b[head + y]) {
        x += 1
        y += 1
      }
      reach[diagonal + edits] = x
      if (x >= n && y >= m) return steps
    }
    last = reach
  }
  return null
}

/** Walks back from the end and joins single edits that touch. */
function gathered(steps: readonly Int32Array[], head: number, n: number, m: number): readonly Difference[] {
  const found: { a0: number; a1: number; b0: number; b1: number }[] = []
  let [x, y] = [n, m]
  for (let edits = steps.length - 1; edits > 0; edits -= 1) {
    const last = steps[edits - 1]
    const before = (diagonal: number): number => last?.[diagonal + edits - 1] ?? -1
    const diagonal = x - y
    const down = diagonal === -edits || (diagonal !== edits && before(diagonal - 1) < before(diagonal + 1))
    const from = down ? diagonal + 1 : diagonal - 1
    const [px, py] = [before(from), before(from) - from]
    const [ax, by] = down ? [px, py + 1] : [px + 1, py]
    const next = found.at(-1)
    if (next !== undefined && next.a0 === head + ax && next.b0 === head + by) [next.a0, next.b0] = [head + px, head + py]
    else found.push({ a0: head + px, a1: head + ax, b0: head + py, b1: head + by })
    ;[x, y] = [px, py]
  }
  return found.reverse()
}
