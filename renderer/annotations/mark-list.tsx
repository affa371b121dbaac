import type { AnnotationId } from '@shared/annotations/annotation'
import type { Claim, ClaimId } from '@shared/claims/claim'
import { useEffect, useRef, useState } from 'react'
import { MarkCard, type MarkActions } from './mark-card'
import styles from './marks-panel.module.css'
import type { Mark } from './marks'

/** Cards in a group: groups away from the view are empty boxes, so a list of thousands stays light. */
const GROUP = 12
/** Height assumed for a card that was not drawn yet, CSS pixels. */
const CARD = 132

type Shared = { readonly selected: AnnotationId | null; readonly claims: ReadonlyMap<ClaimId, Claim>; readonly actions: MarkActions }

/** Marks in reading order. Only the cards near the view are in the page, however long the list. */
export function MarkCards({ marks, ...shared }: Shared & { readonly marks: readonly Mark[] }) {
  const box = useRef<HTMLDivElement>(null)
  const { selected } = shared
  const at = marks.findIndex((mark) => mark.annotation.id === selected)
  useEffect(() => {
    if (at !== -1) box.current?.querySelector(`[data-mark="${selected}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at, selected])
  const groups = Array.from({ length: Math.ceil(marks.length / GROUP) }, (_, at) => marks.slice(at * GROUP, (at + 1) * GROUP))
  return (
    <div ref={box} className={styles.scroll}>
      {groups.map((group, at) => (
        <Group key={group[0]?.annotation.id ?? at} marks={group} name={groups.length === 1 ? 'Marks' : `Marks ${at * GROUP + 1} to ${at * GROUP + group.length} of ${marks.length}`} {...shared} />
      ))}
    </div>
  )
}

function Group({ marks, name, selected, claims, actions }: Shared & { readonly marks: readonly Mark[]; readonly name: string }) {
  const list = useRef<HTMLUListElement>(null)
  const [near, setNear] = useState(false)
  const [height, setHeight] = useState(marks.length * CARD)
  const drawn = near || marks.some((mark) => mark.annotation.id === selected)
  useEffect(() => {
    const group = list.current
    if (group === null) return undefined
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0) setHeight(entry.boundingClientRect.height)
        setNear(entry.isIntersecting)
      },
      { root: group.parentElement, rootMargin: '600px' },
    )
    watch.observe(group)
    return () => watch.disconnect()
  }, [])
  return (
    <ul ref={list} aria-label={name} style={drawn ? undefined : { height }}>
      {drawn
        ? marks.map((mark) => (
            <li key={mark.annotation.id} data-mark={mark.annotation.id}>
              <MarkCard mark={mark} selected={mark.annotation.id === selected} claims={claims} actions={actions} />
            </li>
          ))
        : null}
    </ul>
  )
}
