import { type DocumentId, documentIdSchema } from '@shared/documents/document'
import { list } from '@shared/units/strict-schema'
import { z } from 'zod'

/** The documents that are open as tabs, and the one beside them. Only what is shown keeps its PDF open. */
export const openTabsSchema = z
  .object({
    /** `at`: the query of the address at which it is to be shown first (`mark=…`); null once it was. */
    open: list(z.object({ id: documentIdSchema, at: z.string().nullable() }).readonly()),
    /** The tab that is shown, or was last. */
    current: documentIdSchema.nullable(),
    /** The document in the second column; null where there is none. It may be the same as the current one, at another place. */
    beside: documentIdSchema.nullable(),
  })
  .readonly()
export type OpenTabs = z.infer<typeof openTabsSchema>
export type OpenTab = OpenTabs['open'][number]

export const NO_TABS: OpenTabs = { open: [], current: null, beside: null }

const placeOf = (tabs: OpenTabs, id: DocumentId | null): number => tabs.open.findIndex((tab) => tab.id === id)

/** Shows a document: in its tab if it has one, else in the current tab, as a link does in a browser. */
export function shown(tabs: OpenTabs, id: DocumentId): OpenTabs {
  const tab: OpenTab = { id, at: null }
  const at = placeOf(tabs, id)
  const current = placeOf(tabs, tabs.current)
  const place = at >= 0 ? at : current
  return { ...tabs, current: id, open: place >= 0 ? tabs.open.with(place, tab) : [...tabs.open, tab] }
}

/** Adds a tab after the current one, without showing it; a document that is open already only learns where it is to be shown. */
export function added(tabs: OpenTabs, id: DocumentId, at: string | null): OpenTabs {
  const known = placeOf(tabs, id)
  if (known >= 0) return at === null ? tabs : { ...tabs, open: tabs.open.with(known, { id, at }) }
  const place = placeOf(tabs, tabs.current)
  return { ...tabs, current: tabs.current ?? id, open: tabs.open.toSpliced(place < 0 ? tabs.open.length : place + 1, 0, { id, at }) }
}

/** Closes a tab; the one after it is shown next, or the one before. The last one gives way to the document beside it. */
export function closed(tabs: OpenTabs, id: DocumentId): OpenTabs {
  const at = placeOf(tabs, id)
  if (at < 0) return tabs
  const open = tabs.open.toSpliced(at, 1)
  if (open.length === 0 && tabs.beside !== null && tabs.beside !== id)
    return { open: [{ id: tabs.beside, at: null }], current: tabs.beside, beside: null }
  const current = tabs.current === id ? ((open[at] ?? open.at(-1))?.id ?? null) : tabs.current
  return { open, current, beside: open.length === 0 ? null : tabs.beside }
}

/** The tab after (1) or before (-1) the current one, round the ends. */
export const neighbourOf = (tabs: OpenTabs, direction: 1 | -1): OpenTab | undefined =>
  tabs.open.at((placeOf(tabs, tabs.current) + direction) % Math.max(1, tabs.open.length))

/** Puts a document into the second column, or takes the column away (null). */
export const besideOf = (tabs: OpenTabs, id: DocumentId | null): OpenTabs => ({ ...tabs, beside: id })

/** Changes the two columns; nothing happens where there is only one. */
export function swapped(tabs: OpenTabs): OpenTabs {
  if (tabs.beside === null || tabs.current === null) return tabs
  return { ...shown(tabs, tabs.beside), beside: tabs.current }
}

/** Without documents that are no longer in the library. */
export function without(tabs: OpenTabs, exists: (id: DocumentId) => boolean): OpenTabs {
  const gone = tabs.open.filter((tab) => !exists(tab.id))
  if (gone.length === 0 && (tabs.beside === null || exists(tabs.beside))) return tabs
  const rest = gone.reduce((left, tab) => closed(left, tab.id), tabs)
  return rest.beside === null || exists(rest.beside) ? rest : { ...rest, beside: null }
}
