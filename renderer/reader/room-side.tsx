import { Panel, Separator } from 'react-resizable-panels'
import styles from './reader.module.css'
import type { SidePanel } from './side-panels'

/** Width of each side, CSS pixels: the one at the right holds forms. */
const WIDTHS = { left: { defaultSize: '290px', minSize: '200px' }, right: { defaultSize: '316px', minSize: '220px' } } as const

type RoomSideProps = {
  readonly side: SidePanel['side']
  /** Takes the element into which the document in front draws its panels. */
  readonly host: (element: HTMLElement | null) => void
}

/** A side of the room, with the bar that sets its width towards the pages. */
export function RoomSide({ side, host }: RoomSideProps) {
  const bar = <Separator className={styles.separator ?? ''} aria-label={`Width of the ${side} side`} />
  return (
    <>
      {side === 'right' ? bar : null}
      <Panel id={side} {...WIDTHS[side]} maxSize="40%" groupResizeBehavior="preserve-pixel-size" className={styles.side ?? ''}>
        <div ref={host} className={styles.side} />
      </Panel>
      {side === 'left' ? bar : null}
    </>
  )
}
