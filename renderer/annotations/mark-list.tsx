import type { AnnotationId } from '@shared/annotations/annotation'
import type { Claim, ClaimId } from '@shared/claims/claim'
import { useEffect, useRef } from 'react'
import { NearGroups } from '../ui/near-groups'
import { MarkCard, type MarkActions } from './mark-card'
import styles from './marks-panel.module.css'
import type { Mark } from './marks'

/** Cards in a group. */
const GROUP = 12
/** Height assumed for a card that was not drawn yet, CSS pixels. */
const CARD = 132

type MarkCardsProps = {
  readonly marks: readonly Mark[]
  readonly selected: AnnotationId | null
  readonly claims: ReadonlyMap<ClaimId, Claim>
  readonly actions: MarkActions
}

/** Marks in reading order. Only the cards near the view are in the page, however long the list. */
export function MarkCards({ marks, selected, claims, actions }: MarkCardsProps) {
  const box = useRef<HTMLDivElement>(null)
  const at = marks.findIndex((mark) => mark.annotation.id === selected)
  useEffect(() => {
    if (at !== -1) box.current?.querySelector(`[data-mark="${selected}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at, selected])
  return (
    <div ref={box} className={styles.scroll}>
      <NearGroups label="Marks" items={marks} size={GROUP} height={CARD} always={(mark) => mark.annotation.id === selected}>
        {(mark) => (
          <li key={mark.annotation.id} data-mark={mark.annotation.id}>
            <MarkCard mark={mark} selected={mark.annotation.id === selected} claims={claims} actions={actions} />
          </li>
        )}
      </NearGroups>
    </div>
  )
}
