import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { keepSizes } from '../preferences/keep-sizes'
import { usePreference } from '../preferences/preferences'
import { useWorkbench } from '../workbench/workbench'
import styles from './with-side.module.css'

type WithSideProps = {
  /** Under which the width is remembered. */
  readonly group: string
  /** What is known of the chosen thing; null while nothing is chosen. */
  readonly side: ReactNode | null
  readonly children: ReactNode
}

/** A list with what is known of the chosen thing at its right, as wide as the researcher made it. */
export function WithSide({ group, side, children }: WithSideProps) {
  const { db } = useWorkbench()
  const [sizes] = usePreference('panelSizes')
  const width = sizes[group]?.['side']
  return (
    <Group
      orientation="horizontal"
      className={styles.group ?? ''}
      onLayoutChanged={(now, { isUserInteraction }) => (isUserInteraction ? void keepSizes(db, group, now) : undefined)}
    >
      <Panel id="list" minSize="420px" className={styles.panel ?? ''}>
        {children}
      </Panel>
      {side === null ? null : (
        <>
          <Separator className={styles.separator ?? ''} aria-label="Width of the details" />
          <Panel
            id="side"
            defaultSize={width === undefined ? '340px' : `${width}%`}
            minSize="260px"
            maxSize="50%"
            groupResizeBehavior="preserve-pixel-size"
            className={styles.panel ?? ''}
          >
            {side}
          </Panel>
        </>
      )}
    </Group>
  )
}
