import type { EvidenceLink } from '@shared/claims/evidence-link'
import { useMemo, useState } from 'react'
import type { Mark } from '../annotations/marks'
import type { Over } from './reader-dialogs'

/** What opens a dialog or the palette for a mark. */
type ForMark = Readonly<Record<'edit' | 'link' | 'compare' | 'toPurchase' | 'toEvent', (mark: Mark) => void>> & {
  readonly editLink: (mark: Mark, link: EvidenceLink) => void
}

/** What is open over the pages: one thing at most. */
export function useOver(): {
  readonly over: Over | null
  readonly setOver: (over: Over | null) => void
  readonly forMark: ForMark
} {
  const [over, setOver] = useState<Over | null>(null)
  const forMark = useMemo<ForMark>(() => {
    const about = (kind: Exclude<Extract<Over, { readonly mark: unknown }>['kind'], 'edit-link'>) => (mark: Mark) =>
      setOver({ kind, mark: mark.annotation.id })
    return {
      edit: about('edit'),
      link: about('link'),
      compare: about('compare'),
      toPurchase: about('purchase'),
      toEvent: about('event'),
      editLink: (mark, link) => setOver({ kind: 'edit-link', mark: mark.annotation.id, link }),
    }
  }, [])
  return { over, setOver, forMark }
}
