import type { DocumentId } from '@shared/documents/document'
import { X } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import { keysOf } from '../app/shortcuts'
import { classes } from '../ui/classes'
import type { OpenTabs } from './open-tabs'
import styles from './reader-tabs.module.css'

type ReaderTabsProps = {
  readonly tabs: OpenTabs
  readonly shown: DocumentId
  readonly nameOf: (id: DocumentId) => string
  /** Id of the element that the tabs change. */
  readonly controls: string
  readonly onShow: (id: DocumentId) => void
  readonly onClose: (id: DocumentId) => void
}

/** The open documents as tabs. Arrows walk, Enter shows, Delete closes. */
export function ReaderTabs({ tabs, shown, nameOf, controls, onShow, onClose }: ReaderTabsProps) {
  const strip = useRef<HTMLDivElement>(null)
  const press = (event: KeyboardEvent<HTMLElement>, id: DocumentId): void => {
    const all = [...(strip.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])]
    const at = all.indexOf(event.currentTarget)
    const to = { ArrowRight: all[at + 1], ArrowLeft: all[at - 1], Home: all[0], End: all.at(-1) }[event.key]
    if (to !== undefined) to.focus()
    else if (event.key === 'Delete') onClose(id)
    else if (!['ArrowRight', 'ArrowLeft'].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const click = (event: MouseEvent, id: DocumentId): void => {
    const onCross = event.target instanceof Element && event.target.closest('[data-close]') !== null
    if (event.button === 1 || onCross) onClose(id)
    else if (event.button === 0) onShow(id)
  }
  return (
    <div ref={strip} className={styles.strip} role="tablist" aria-label="Open documents (Delete closes one)">
      {tabs.open.map(({ id }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === shown}
          aria-controls={controls}
          tabIndex={id === shown ? 0 : -1}
          title={nameOf(id)}
          className={classes(styles.tab, id === shown && styles.shown)}
          onKeyDown={(event) => press(event, id)}
          onClick={(event) => click(event, id)}
          onAuxClick={(event) => click(event, id)}
        >
          <span className={styles.name}>{nameOf(id)}</span>
          <span className={styles.close} data-close aria-hidden title={`Close (${keysOf('close-tab')})`}>
            <X size={13} strokeWidth={1.8} />
          </span>
        </button>
      ))}
    </div>
  )
}
