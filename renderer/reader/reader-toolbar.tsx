import type { DocumentId } from '@shared/documents/document'
import type { Page } from '@shared/documents/page'
import { stampOf } from '@shared/stamps/stamp-of'
import type { StampRule } from '@shared/stamps/stamp-rule'
import { ArrowLeft, ChevronLeft, ChevronRight, PanelLeft, PanelRight, SquareDashedMousePointer, StickyNote } from 'lucide-react'
import { keysOf } from '../app/shortcuts'
import { useWatched } from '../app/use-watched'
import { IconButton } from '../ui/button'
import { VersionBadge } from '../versions/version-badge'
import { ColumnsMenu } from './columns-menu'
import type { Frame } from './frame'
import type { PageColumn } from './page-column'
import { pageNumbers } from './page-numbers'
import type { Tool } from './pointer-work'
import styles from './reader.module.css'
import type { Jumping } from './use-jumps'
import { type ViewChoices, ViewMenu, ZoomTools } from './view-menu'

type ReaderToolbarProps = {
  readonly documentId: DocumentId
  readonly name: string
  readonly pages: readonly Page[]
  readonly stamps: readonly StampRule[]
  readonly column: PageColumn
  readonly jumping: Jumping
  readonly tool: Tool
  readonly frame: Frame
  readonly view: ViewChoices
  readonly onTool: (tool: Tool) => void
  readonly onGoTo: () => void
  readonly onPageNote: () => void
}

/** The document's name, the page with its numbers, the zoom, the view and the tools. */
export function ReaderToolbar({
  documentId,
  name,
  pages,
  stamps,
  column,
  jumping,
  tool,
  frame,
  view,
  onTool,
  onGoTo,
  onPageNote,
}: ReaderToolbarProps) {
  const { current } = useWatched(column)
  const cameFrom = useWatched(jumping).back.at(-1)
  const label = pages[current]?.label ?? null
  const stamp = stampOf(stamps, current)
  const numbers = pageNumbers({ index: current, count: pages.length, label, stamp })
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={frame.column === 'main' ? 'Reading' : 'Reading in the second column'}>
      {frame.column === 'main' ? (
        <IconButton
          label={frame.sides.left.open ? 'Hide the left side' : 'Show the left side'}
          icon={PanelLeft}
          pressed={frame.sides.left.open}
          onClick={() => frame.toggle('left')}
        />
      ) : null}
      <h1 className={styles.name} title={name}>
        {name}
      </h1>
      <VersionBadge documentId={documentId} />
      <div className={styles.group}>
        {cameFrom === undefined ? null : (
          <IconButton
            label={`Back to page ${cameFrom.page + 1}`}
            icon={ArrowLeft}
            shortcut={keysOf('back')}
            onClick={() => jumping.step(-1)}
          />
        )}
        <IconButton
          label="Previous page"
          icon={ChevronLeft}
          shortcut={keysOf('previous-page')}
          disabled={current === 0}
          onClick={() => column.goTo({ page: current - 1, fraction: 0 })}
        />
        <button
          type="button"
          className={styles.pageNumber}
          title={`${numbers.all}: go to page (${keysOf('go-to-page')})`}
          aria-label={`${numbers.all}: go to page`}
          onClick={onGoTo}
        >
          {numbers.place}
          {numbers.others === '' ? null : (
            <>
              <span className={styles.label}> · {numbers.others}</span>
              <span className={styles.short}>{numbers.short}</span>
            </>
          )}
        </button>
        <IconButton
          label="Next page"
          icon={ChevronRight}
          shortcut={keysOf('next-page')}
          disabled={current >= pages.length - 1}
          onClick={() => column.goTo({ page: current + 1, fraction: 0 })}
        />
      </div>
      <ZoomTools column={column} />
      <div className={styles.group}>
        <IconButton
          label="Draw a box"
          icon={SquareDashedMousePointer}
          shortcut={keysOf('box')}
          pressed={tool === 'box'}
          onClick={() => onTool(tool === 'box' ? 'text' : 'box')}
        />
        <IconButton label="Note on this page" icon={StickyNote} shortcut={keysOf('page-note')} onClick={onPageNote} />
        <ViewMenu view={view} />
        <ColumnsMenu documentId={documentId} frame={frame} />
        {frame.column === 'main' && frame.split ? null : (
          <IconButton
            label={frame.sides.right.open ? 'Hide the right side' : 'Show the right side'}
            icon={PanelRight}
            pressed={frame.sides.right.open}
            onClick={() => frame.toggle('right')}
          />
        )}
      </div>
    </div>
  )
}
