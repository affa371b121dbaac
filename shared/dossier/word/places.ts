import type { Block, DossierDocument } from '../document/blocks'

/** A place that links lead to: its bookmark's name and number. */
export type Bookmark = { readonly name: string; readonly number: number }

/**
 * Bookmarks for all places of a document, by their ids. Word allows letters, digits and low lines in a name, 40 of them at most, and
 * takes upper and lower case for the same.
 */
export function bookmarksOf(document: DossierDocument): ReadonlyMap<string, Bookmark> {
  const bookmarks = new Map<string, Bookmark>()
  const taken = new Set<string>()
  const add = (id: string | null): void => {
    if (id === null || bookmarks.has(id)) return
    const number = bookmarks.size + 1
    const plain = `p_${id.replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, 30)
    const name = taken.has(plain.toLowerCase()) ? `${plain}_${number}` : plain
    taken.add(name.toLowerCase())
    bookmarks.set(id, { name, number })
  }
  const visit = (block: Block): void => {
    if (block.kind === 'part') {
      add(block.id)
      block.blocks.forEach(visit)
    } else if (block.kind === 'list') block.items.forEach(({ id }) => add(id))
    else if (block.kind === 'table') block.groups.forEach(({ rows }) => rows.forEach(({ id }) => add(id)))
  }
  document.front.forEach(visit)
  document.parts.forEach(visit)
  return bookmarks
}
