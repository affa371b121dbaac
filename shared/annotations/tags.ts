/** Tags as they are typed: with commas between them; white space folded, none twice (upper and lower case alike). */
export function tagsIn(typed: string): readonly string[] {
  return withoutDoubles(
    typed
      .split(',')
      .map((tag) => tag.replace(/\s+/g, ' ').trim())
      .filter((tag) => tag !== ''),
  )
}

const fold = (tag: string): string => tag.toLowerCase()

/** The tags, each once, in their order; the first spelling stays. */
export function withoutDoubles(tags: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return tags.filter((tag) => {
    const known = seen.has(fold(tag))
    seen.add(fold(tag))
    return !known
  })
}

/** Tags after some were put on and some taken off. */
export function retagged(tags: readonly string[], add: readonly string[], remove: readonly string[]): readonly string[] {
  const gone = new Set(remove.map(fold))
  return withoutDoubles([...tags.filter((tag) => !gone.has(fold(tag))), ...add])
}

/** Tags that complete what is typed after the last comma, most used first; none that stand there already. */
export function completionsOf(typed: string, known: ReadonlyMap<string, number>, most = 6): readonly string[] {
  const parts = typed.split(',')
  const begun = fold((parts.pop() ?? '').trim())
  const there = new Set(parts.map((tag) => fold(tag.trim())))
  return [...known]
    .filter(([tag]) => fold(tag).includes(begun) && fold(tag) !== begun && !there.has(fold(tag)))
    .toSorted(([a, x], [b, y]) => Number(fold(b).startsWith(begun)) - Number(fold(a).startsWith(begun)) || y - x || a.localeCompare(b))
    .slice(0, most)
    .map(([tag]) => tag)
}

/** What was typed, with a completion in place of its last tag. */
export const completed = (typed: string, tag: string): string =>
  [
    ...typed
      .split(',')
      .slice(0, -1)
      .map((part) => part.trim()),
    tag,
  ].join(', ') + ', '
