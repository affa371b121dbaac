import type { DocumentId } from '@shared/documents/document'
import type { Page } from '@shared/documents/page'
import { ChevronDown, ChevronLeft, ChevronRight, Minus, PanelLeft, PanelRight, Plus, SquareDashedMousePointer, StickyNote, RotateCw } from 'lucide-react'
import { keysOf } from '../app/shortcuts'
import { useWatched } from '../app/use-watched'
import { IconButton } from '../ui/button'
import { Menu } from '../ui/menu'
import { VersionBadge } from '../versions/version-badge'
import type { PageColumn } from './page-column'
import type { Tool } from './pointer-work'
import styles from './reader.module.css'
import type { Sides } from './use-sides'
import { percentOf, scaleOfPercent } from './zoom'

type ReaderToolbarProps = {
  readonly documentId: DocumentId
  readonly name: string
  readonly pages: readonly Page[]
  readonly column: PageColumn
  readonly tool: Tool
  readonly sides: Sides
  readonly onTool: (tool: Tool) => void
  readonly onSide: (side: 'left' | 'right') => void
  readonly onGoTo: () => void
  readonly onPageNote: () => void
  readonly onTurn: () => void
}

const PERCENTS = [50, 75, 100, 125, 150, 200, 400]

/** The document's name, the page, the zoom and the tools. */
export function ReaderToolbar({ documentId, name, pages, column, tool, sides, onTool, onSide, onGoTo, onPageNote, onTurn }: ReaderToolbarProps) {
  const { current, zoom, scale } = useWatched(column)
  const label = pages[current]?.label
  const percent = percentOf(scale)
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Reading">
      <IconButton label={sides.left.open ? 'Hide the left side' : 'Show the left side'} icon={PanelLeft} pressed={sides.left.open} onClick={() => onSide('left')} />
      <h1 className={styles.name} title={name}>
        {name}
      </h1>
      <VersionBadge documentId={documentId} />
      <div className={styles.group}>
        <IconButton label="Previous page" icon={ChevronLeft} shortcut={keysOf('previous-page')} disabled={current === 0} onClick={() => column.goTo({ page: current - 1, fraction: 0 })} />
        <button type="button" className={styles.pageNumber} title={`Go to page (${keysOf('go-to-page')})`} onClick={onGoTo}>
          <span className={styles.narrowHidden}>page </span>
          {current + 1} of {pages.length}
          {label === null || label === undefined ? null : <span className={styles.label}> · label {label}</span>}
        </button>
        <IconButton label="Next page" icon={ChevronRight} shortcut={keysOf('next-page')} disabled={current >= pages.length - 1} onClick={() => column.goTo({ page: current + 1, fraction: 0 })} />
      </div>
      <div className={styles.group}>
        <IconButton label="Smaller" icon={Minus} shortcut={keysOf('zoom-out')} onClick={() => column.step(-1)} />
        <Menu
          align="end"
          trigger={
            <button type="button" className={styles.zoom} aria-label={`Zoom, ${percent} percent`}>
              {percent}%
              <ChevronDown size={12} strokeWidth={1.6} aria-hidden />
            </button>
          }
          items={[
            { label: 'Fit the width', shortcut: keysOf('fit-width'), checked: zoom.kind === 'fit-width', onSelect: () => column.setZoom({ kind: 'fit-width' }) },
            { label: 'Fit the page', shortcut: keysOf('fit-page'), checked: zoom.kind === 'fit-page', onSelect: () => column.setZoom({ kind: 'fit-page' }) },
            'separator',
            ...PERCENTS.map((step) => ({
              label: `${step}%`,
              ...(step === 100 ? { shortcut: keysOf('zoom-reset') } : {}),
              checked: zoom.kind === 'scale' && percent === step,
              onSelect: () => column.setZoom({ kind: 'scale', scale: scaleOfPercent(step) }),
            })),
          ]}
        />
        <IconButton label="Larger" icon={Plus} shortcut={keysOf('zoom-in')} onClick={() => column.step(1)} />
      </div>
      <div className={styles.group}>
        <IconButton label="Draw a box" icon={SquareDashedMousePointer} shortcut={keysOf('box')} pressed={tool === 'box'} onClick={() => onTool(tool === 'box' ? 'text' : 'box')} />
        <IconButton label="Note on this page" icon={StickyNote} shortcut={keysOf('page-note')} onClick={onPageNote} />
        <IconButton label="Turn the pages" icon={RotateCw} onClick={onTurn} />
        <IconButton label={sides.right.open ? 'Hide the right side' : 'Show the right side'} icon={PanelRight} pressed={sides.right.open} onClick={() => onSide('right')} />
      </div>
    </div>
  )
}
