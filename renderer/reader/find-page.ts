import type { Page } from '@shared/documents/page'

/**
 * The page that a person means: its label (upper or lower case alike) or its place in the file, from 1; `#3` is the place.
 * @returns the page's index, from 0; null where there is none
 */
export function findPage(pages: readonly Pick<Page, 'label'>[], typed: string): number | null {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return null
  const place = /^#?(\d+)$/.exec(wanted)
  const byLabel = wanted.startsWith('#') ? -1 : pages.findIndex((page) => page.label?.toLowerCase() === wanted)
  if (byLabel !== -1) return byLabel
  const index = Number(place?.[1] ?? 0) - 1
  return index >= 0 && index < pages.length ? index : null
}
