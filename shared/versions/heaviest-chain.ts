/** A possible pair of places in two lists, and how much speaks for it. */
export type Candidate = { readonly a: number; readonly b: number; readonly weight: number }

/**
 * The candidates of greatest weight in all whose places rise in both lists: which pairs keep their order. A heaviest increasing
 * subsequence, with a tree of running maxima (Fenwick 1994): candidates times the logarithm of places.
 */
export function heaviestChain(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = candidates.toSorted((x, y) => x.a - y.a || y.b - x.b)
  const size = sorted.reduce((most, { b }) => Math.max(most, b + 1), 0)
  /** For each node of the tree: the place in `sorted` of the best chain that ends at or before; -1 for none. */
  const tree = new Int32Array(size + 1).fill(-1)
  const total = new Float64Array(sorted.length)
  const before = new Int32Array(sorted.length).fill(-1)
  const better = (x: number, y: number): boolean => y === -1 || (x !== -1 && (total[x] ?? 0) > (total[y] ?? 0))
  let best = -1
  for (const [at, { b, weight }] of sorted.entries()) {
    let previous = -1
    for (let node = b; node > 0; node -= node & -node) if (better(tree[node] ?? -1, previous)) previous = tree[node] ?? -1
    before[at] = previous
    total[at] = weight + (previous === -1 ? 0 : (total[previous] ?? 0))
    for (let node = b + 1; node <= size; node += node & -node) if (better(at, tree[node] ?? -1)) tree[node] = at
    if (better(at, best)) best = at
  }
  const chain: Candidate[] = []
  for (let at = best; at !== -1; at = before[at] ?? -1) {
    const candidate = sorted[at]
    if (candidate !== undefined) chain.push(candidate)
  }
  return chain.reverse()
}
