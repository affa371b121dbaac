/** Words shorter than this have too many neighbours to be sought by likeness. */
const SHORTEST = 4
const LONG = 8
const MOST = 24

/** How many letters may differ: one in short words, two in long ones; none where likeness is not sought. */
export const differencesAllowed = (word: string): number => (word.length < SHORTEST ? 0 : word.length < LONG ? 1 : 2)

/**
 * The words of a vocabulary that differ from one by a letter or two (left out, put in, changed, or two neighbours exchanged), nearest first, then the
 * commonest. The distance is Damerau's (Communications of the ACM, 1964) in its restricted form.
 */
export function nearWords(word: string, vocabulary: Iterable<readonly [term: string, count: number]>): readonly string[] {
  const allowed = differencesAllowed(word)
  if (allowed === 0) return []
  const near: { readonly term: string; readonly count: number; readonly distance: number }[] = []
  for (const [term, count] of vocabulary) {
    if (Math.abs(term.length - word.length) > allowed || term === word) continue
    const distance = distanceWithin(word, term, allowed)
    if (distance <= allowed) near.push({ term, count, distance })
  }
  return near
    .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.term < b.term ? -1 : 1))
    .slice(0, MOST)
    .map(({ term }) => term)
}

/** The distance of two words, or a number above `limit` as soon as it is sure to be. */
function distanceWithin(a: string, b: string, limit: number): number {
  let [older, before, now]: [number[], number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at), []]
  for (let i = 1; i <= a.length; i += 1) {
    now = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((before[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1)
      now.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    ;[older, before] = [before, now]
  }
  return before[b.length] ?? limit + 1
}
