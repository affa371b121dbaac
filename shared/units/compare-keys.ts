/** The order of two keys of several parts, for `sort`: the first part in which they differ decides; texts by their code units. */
export function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? 0
    if (left < right) return -1
    if (left > right) return 1
  }
  return 0
}
