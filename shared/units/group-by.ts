/** Items by a key, in their order. (`Map.groupBy` is younger than the oldest Node that Vouch is built with.) */
export function groupBy<Key, Item>(items: Iterable<Item>, key: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}
