import { Tabs } from 'radix-ui'
import { memo, useEffect, useRef } from 'react'
import { Tooltip } from '../ui/tooltip'
import { type Reading, ReadingContext } from './reading'
import { SIDE_PANELS, type SidePanel } from './side-panels'
import styles from './side.module.css'

type SideProps = {
  readonly side: SidePanel['side']
  readonly reading: Reading
  /** Id of the panel that is shown. */
  readonly panel: string
  readonly onPanel: (id: string) => void
  /** Not 0 when the panel is to take the focus. */
  readonly focus: number
  readonly onFocused: (side: SidePanel['side']) => void
}

/** One side of the reader: its panels as tabs, one of them shown. */
export const Side = memo(function Side({ side, reading, panel, onPanel, focus, onFocused }: SideProps) {
  const panels = SIDE_PANELS.filter((one) => one.side === side)
  const shown = panels.find((one) => one.id === panel) ?? panels[0]
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focus === 0) return
    const first = content.current?.querySelector<HTMLElement>(
      'input, [role="tree"] [tabindex="0"], [role="listbox"], button:not([tabindex="-1"]), [tabindex="0"]',
    )
    ;(first ?? content.current)?.focus()
    onFocused(side)
  }, [focus, onFocused, side])
  if (shown === undefined) return null
  return (
    <ReadingContext value={reading}>
      <Tabs.Root className={styles.side} value={shown.id} onValueChange={onPanel} activationMode="manual">
        <Tabs.List className={styles.tabs} aria-label={side === 'left' ? 'Left side' : 'Right side'}>
          {panels.map(({ id, title, icon: Icon }) => (
            <Tooltip key={id} label={title}>
              <Tabs.Trigger value={id} className={styles.tab} aria-label={title}>
                <Icon size={16} strokeWidth={1.6} aria-hidden />
                {id === shown.id ? <span className={styles.title}>{title}</span> : null}
              </Tabs.Trigger>
            </Tooltip>
          ))}
        </Tabs.List>
        <Tabs.Content ref={content} value={shown.id} className={styles.content}>
          <shown.component />
        </Tabs.Content>
      </Tabs.Root>
    </ReadingContext>
  )
})
