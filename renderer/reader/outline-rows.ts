import type { OutlineItem } from '@shared/documents/document'

/** A line of the outline as it is shown. Its `path` names it: the places of its ancestors and its own, `0.3.1`. */
export type OutlineRow = {
  readonly path: string
  readonly item: OutlineItem
  /** From 1. */
  readonly level: number
  readonly place: number
  readonly siblings: number
}

/** The lines that can be seen: entries whose ancestors are all open, in the document's order. */
export function outlineRows(outline: readonly OutlineItem[], open: ReadonlySet<string>): readonly OutlineRow[] {
  const rows: OutlineRow[] = []
  const take = (items: readonly OutlineItem[], above: string, level: number): void => {
    items.forEach((item, at) => {
      const path = above === '' ? String(at) : `${above}.${at}`
      rows.push({ path, item, level, place: at + 1, siblings: items.length })
      if (open.has(path)) take(item.children, path, level + 1)
    })
  }
  take(outline, '', 1)
  return rows
}

/** The path of the section in which a page stands: the last entry that begins on the page or before it; null before the first. */
export function sectionOf(outline: readonly OutlineItem[], page: number): string | null {
  let best: { readonly path: string; readonly page: number } | null = null
  const look = (items: readonly OutlineItem[], above: string): void => {
    items.forEach((item, at) => {
      const path = above === '' ? String(at) : `${above}.${at}`
      if (item.pageIndex !== null && item.pageIndex <= page && (best === null || item.pageIndex >= best.page))
        best = { path, page: item.pageIndex }
      look(item.children, path)
    })
  }
  look(outline, '')
  const found = best as { readonly path: string } | null
  return found?.path ?? null
}

/** The row for a path, or for its nearest ancestor that can be seen. */
export function rowFor(rows: readonly OutlineRow[], path: string): OutlineRow | undefined {
  for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const row = rows.find((one) => one.path === at)
    if (row !== undefined) return row
  }
  return undefined
}
