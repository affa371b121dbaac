import type { DocumentId } from '@shared/documents/document'
import { useMemo, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { Preference } from '../preferences/preferences'
import { useWorkbench } from '../workbench/workbench'
import { DocumentPane } from './document-pane'
import { groupName, keepSizes } from './panel-sizes'
import styles from './reader.module.css'
import type { Frame } from './frame'
import { useSides } from './use-sides'

/** The room in which documents are read: their pages in the middle, panels at the left and at the right. */
export function ReaderRoom({ documentId, panelSizes }: { readonly documentId: DocumentId; readonly panelSizes: Preference<'panelSizes'> }) {
  const { db } = useWorkbench()
  const { sides, toggle, choose, open } = useSides()
  const [left, setLeft] = useState<HTMLElement | null>(null)
  const [right, setRight] = useState<HTMLElement | null>(null)
  const frame = useMemo<Frame | null>(() => (sides === null ? null : { sides, hosts: { left, right }, toggle, choose, open }), [sides, left, right, toggle, choose, open])
  if (sides === null || frame === null) return null
  const group = groupName({ left: sides.left.open, beside: false, right: sides.right.open })
  return (
    <Group
      className={styles.reader ?? ''}
      orientation="horizontal"
      defaultLayout={panelSizes[group]}
      onLayoutChanged={(sizes, { isUserInteraction }) => (isUserInteraction ? void keepSizes(db, group, sizes) : undefined)}
    >
      {sides.left.open ? (
        <>
          <Panel id="left" defaultSize="290px" minSize="200px" maxSize="40%" groupResizeBehavior="preserve-pixel-size" className={styles.side ?? ''}>
            <div ref={setLeft} className={styles.side} />
          </Panel>
          <Separator className={styles.separator ?? ''} aria-label="Width of the left side" />
        </>
      ) : null}
      <Panel id="pages" minSize="320px" className={styles.middle ?? ''}>
        <DocumentPane key={documentId} documentId={documentId} frame={frame} />
      </Panel>
      {sides.right.open ? (
        <>
          <Separator className={styles.separator ?? ''} aria-label="Width of the right side" />
          <Panel id="right" defaultSize="316px" minSize="220px" maxSize="40%" groupResizeBehavior="preserve-pixel-size" className={styles.side ?? ''}>
            <div ref={setRight} className={styles.side} />
          </Panel>
        </>
      ) : null}
    </Group>
  )
}
