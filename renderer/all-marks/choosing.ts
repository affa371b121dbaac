/** What is chosen in a list, and from where a range extends. */
export type Chosen<Id extends string> = { readonly ids: ReadonlySet<Id>; readonly last: Id | null }
/** How a row was asked for: alone, up to it (Shift), or besides the others (Ctrl). */
export type Choosing = 'one' | 'range' | 'toggle'

/** What is chosen after a row was asked for. A range begins where the last single row was chosen. */
export function chosenAfter<Id extends string>(before: Chosen<Id>, ids: readonly Id[], id: Id, how: Choosing): Chosen<Id> {
  if (how === 'toggle') {
    const after = new Set(before.ids)
    if (!after.delete(id)) after.add(id)
    return { ids: after, last: id }
  }
  const from = before.last === null ? -1 : ids.indexOf(before.last)
  if (how === 'one' || from === -1) return { ids: new Set([id]), last: id }
  const to = ids.indexOf(id)
  return { ids: new Set(ids.slice(Math.min(from, to), Math.max(from, to) + 1)), last: before.last }
}
