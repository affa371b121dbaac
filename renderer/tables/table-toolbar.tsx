import { ChevronDown, ChevronUp, FilterX, PanelLeft, PanelRight } from 'lucide-react'
import type { Ref } from 'react'
import { keysOf } from '../app/shortcuts'
import { ColumnsMenu } from '../reader/columns-menu'
import type { Frame } from '../reader/frame'
import reader from '../reader/reader.module.css'
import { IconButton } from '../ui/button'
import { VersionBadge } from '../versions/version-badge'
import type { Document } from '@shared/documents/document'
import styles from './table-reader.module.css'

type TableToolbarProps = {
  readonly document: Document
  readonly frame: Frame
  readonly place: string
  readonly onGoTo: () => void
  readonly words: string
  readonly onWords: (words: string) => void
  readonly narrowed: boolean
  readonly counts: string
  readonly onAll: () => void
  readonly finding: { readonly words: string; readonly at: number; readonly count: number; readonly looking: boolean }
  readonly onFind: (words: string) => void
  readonly onStep: (direction: 1 | -1) => void
  readonly findField: Ref<HTMLInputElement>
  /** Leaves a field for the cells. */
  readonly onLeave: () => void
}

/** The table's name, where one is in it, and the fields that narrow and find. */
export function TableToolbar({
  document,
  frame,
  place,
  onGoTo,
  words,
  onWords,
  narrowed,
  counts,
  onAll,
  finding,
  onFind,
  onStep,
  findField,
  onLeave,
}: TableToolbarProps) {
  return (
    <>
      <div className={reader.toolbar} role="toolbar" aria-label={frame.column === 'main' ? 'Reading' : 'Reading in the second column'}>
        {frame.column === 'main' ? (
          <IconButton
            label={frame.sides.left.open ? 'Hide the left side' : 'Show the left side'}
            icon={PanelLeft}
            pressed={frame.sides.left.open}
            onClick={() => frame.toggle('left')}
          />
        ) : null}
        <h1 className={reader.name} title={document.name}>
          {document.name}
        </h1>
        <VersionBadge documentId={document.id} />
        <div className={reader.group}>
          <button
            type="button"
            className={reader.pageNumber}
            title={`${place}: go to a row (${keysOf('go-to-page')})`}
            aria-label={`${place}: go to a row`}
            onClick={onGoTo}
          >
            {place}
          </button>
        </div>
        <div className={reader.group}>
          <ColumnsMenu documentId={document.id} frame={frame} />
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
      <div className={styles.bar}>
        <div className={styles.fields}>
          <input
            type="search"
            className={styles.field}
            aria-label="Only rows with these words"
            placeholder="Only rows with…"
            value={words}
            onChange={(event) => onWords(event.target.value)}
            onKeyDown={(event) => (event.key === 'Enter' || event.key === 'Escape' ? onLeave() : undefined)}
          />
          <output className={styles.counts}>{counts}</output>
          {narrowed ? <IconButton label="Show all rows in the order of the file" icon={FilterX} onClick={onAll} /> : null}
        </div>
        <div className={styles.fields}>
          <input
            ref={findField}
            type="search"
            className={styles.field}
            aria-label="Find in the table"
            placeholder="Find"
            title={`Find in the table (${keysOf('find')})`}
            value={finding.words}
            onChange={(event) => onFind(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1)
              else if (event.key === 'Escape') onLeave()
            }}
          />
          <output className={styles.counts}>
            {finding.words.trim() === ''
              ? ''
              : finding.looking
                ? 'looking…'
                : finding.count === 0
                  ? 'none'
                  : `${finding.at + 1} of ${finding.count.toLocaleString('en-US')}`}
          </output>
          <IconButton
            label="Previous hit"
            icon={ChevronUp}
            shortcut={keysOf('previous-hit')}
            disabled={finding.count === 0 && !finding.looking}
            onClick={() => onStep(-1)}
          />
          <IconButton
            label="Next hit"
            icon={ChevronDown}
            shortcut={keysOf('next-hit')}
            disabled={finding.count === 0 && !finding.looking}
            onClick={() => onStep(1)}
          />
        </div>
      </div>
    </>
  )
}
