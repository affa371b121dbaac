import type { AnalysisId } from '@shared/analyses/analysis'
import type { ClaimId } from '@shared/claims/claim'
import { type ReactNode, useEffect, useState } from 'react'
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels'
import { keepSizes } from '../preferences/keep-sizes'
import { readPreference } from '../preferences/preferences'
import { useWorkbench } from '../workbench/workbench'
import { ClaimList } from './claim-list'
import styles from './claims-beside.module.css'

const GROUP = 'claims'

type ClaimsBesideProps = {
  readonly analysisId: AnalysisId
  readonly selected: ClaimId | null
  readonly onSelect: (id: ClaimId) => void
  readonly children: ReactNode
}

/** A screen of an analysis: the claims at the left, whatever is looked at beside them. The width of the list is remembered. */
export function ClaimsBeside({ analysisId, selected, onSelect, children }: ClaimsBesideProps) {
  const { db } = useWorkbench()
  const [layout, setLayout] = useState<Layout | 'first' | null>(null)
  useEffect(() => {
    void readPreference(db, 'panelSizes').then((sizes) => setLayout(sizes[GROUP] ?? 'first'))
  }, [db])
  if (layout === null) return null
  return (
    <Group
      orientation="horizontal"
      className={styles.group}
      {...(layout === 'first' ? {} : { defaultLayout: layout })}
      onLayoutChanged={(sizes, { isUserInteraction }) => (isUserInteraction ? void keepSizes(db, GROUP, sizes) : undefined)}
    >
      <Panel
        id="list"
        defaultSize="290px"
        minSize="220px"
        maxSize="460px"
        groupResizeBehavior="preserve-pixel-size"
        className={styles.list}
      >
        <ClaimList analysisId={analysisId} selected={selected} onSelect={onSelect} />
      </Panel>
      <Separator className={styles.separator} aria-label="Width of the list of claims" />
      <Panel id="page" minSize="360px">
        <div className={styles.page}>{children}</div>
      </Panel>
    </Group>
  )
}
