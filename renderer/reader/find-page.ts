import type { Page } from '@shared/documents/page'
import { pagesByStamp } from '@shared/stamps/pages-by-stamp'
import type { StampRule } from '@shared/stamps/stamp-rule'

/**
 * The page that a person means: its label (upper or lower case alike), its stamp, or its place in the file, from 1; `#3` is always the
 * place. A stamp that several pages carry means the first of them after `from`.
 * @returns the page's index, from 0; null where there is none
 */
export function findPage(pages: readonly Pick<Page, 'label'>[], stamps: readonly StampRule[], typed: string, from = -1): number | null {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return null
  const place = /^#?(\d+)$/.exec(wanted)
  if (!wanted.startsWith('#')) {
    const byLabel = pages.findIndex((page) => page.label?.toLowerCase() === wanted)
    if (byLabel !== -1) return byLabel
    const stamped = pagesByStamp(stamps, wanted).filter((page) => page < pages.length)
    // A bare number that is a place in the file is taken as one, unless a stamp says exactly that.
    const whole = place === null || Number(wanted) < 1 || Number(wanted) > pages.length
    if (whole && stamped.length > 0) return stamped.find((page) => page > from) ?? stamped[0] ?? null
  }
  const index = Number(place?.[1] ?? 0) - 1
  return index >= 0 && index < pages.length ? index : null
}
