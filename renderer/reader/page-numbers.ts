import type { PageLabel, PageStamp } from '@shared/units/pages'

type Numbered = { readonly index: number; readonly count: number; readonly label: PageLabel | null; readonly stamp: PageStamp | null }

/** The three numbers of a page in words: its place in the file, what the document calls it, what is stamped on it; `short` is the last of them alone. */
export function pageNumbers({ index, count, label, stamp }: Numbered): {
  readonly place: string
  readonly others: string
  readonly short: string
  readonly all: string
} {
  const named = label === null || label === String(index + 1) ? '' : `label ${label}`
  const stamped = stamp === null ? '' : `stamp ${stamp}`
  const place = `${(index + 1).toLocaleString('en')} of ${count.toLocaleString('en')}`
  const others = [named, stamped].filter(Boolean).join(' · ')
  return {
    place,
    others,
    short: stamp ?? (named === '' ? '' : (label ?? '')),
    all: ['page', place, others === '' ? '' : `· ${others}`].filter(Boolean).join(' '),
  }
}
