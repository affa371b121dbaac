import type { DocumentId } from '@shared/documents/document'
import { type KeyboardEvent, useMemo } from 'react'
import { shortcutFor } from '../app/shortcuts'
import { useCurrentAnalysis } from '../app/use-current-analysis'
import { asksForNewTab } from '../reader/tabs-store'
import { useAll } from '../storage/live'
import { classes } from '../ui/classes'
import { cellStyles, RowTable, SortHead, TABLE_HEAD, TableRow } from '../ui/row-table'
import { useRowWalk } from '../ui/use-row-walk'
import { DisclosureBadge, ReadabilityBadge } from './document-badges'
import type { DialogKind } from './document-dialogs'
import styles from './document-table.module.css'
import type { LibraryRow, Order, SortKey } from './library-rows'
import { dayWords, sizeWords } from './words'

const COLUMNS: readonly { readonly key: SortKey; readonly name: string; readonly end?: boolean }[] = [
  { key: 'name', name: 'Name' },
  { key: 'pages', name: 'Pages', end: true },
  { key: 'readability', name: 'Text' },
  { key: 'marks', name: 'Marks', end: true },
  { key: 'claims', name: 'Bears on' },
  { key: 'disclosure', name: 'Came out' },
  { key: 'imported', name: 'Imported' },
  { key: 'bytes', name: 'Size', end: true },
]

/** Height of a row in CSS pixels. */
const ROW = 34
const { cell, cover, end, faint, mono } = cellStyles

type Props = {
  readonly rows: readonly LibraryRow[]
  readonly order: Order
  readonly onOrder: (order: Order) => void
  readonly selected: DocumentId | null
  readonly onSelect: (id: DocumentId | null) => void
  readonly onOpen: (row: LibraryRow) => void
  /** Opens a document in a new tab of the reader, behind what is shown. */
  readonly onOpenInTab: (row: LibraryRow) => void
  readonly onAsk: (kind: DialogKind, row: LibraryRow) => void
}

/** The documents as a table that draws only the rows in sight. Arrows walk, Enter opens; the chosen one shows its details beside. */
export function DocumentTable({ rows, order, onOrder, selected, onSelect, onOpen, onOpenInTab, onAsk }: Props) {
  const numbers = useClaimNumbers()
  const ids = useMemo(() => rows.map((row) => row.document.id), [rows])
  const rowOf = (id: DocumentId): LibraryRow | undefined => rows[ids.indexOf(id)]
  const withRow =
    (act: (row: LibraryRow) => void) =>
    (id: DocumentId): void => {
      const row = rowOf(id)
      if (row !== undefined) act(row)
    }
  const {
    scroller,
    drawn,
    reachable,
    onKey: walk,
  } = useRowWalk({
    ids,
    chosen: selected,
    onChoose: onSelect,
    onOpen: withRow(onOpen),
    onDelete: withRow((row) => onAsk('remove', row)),
    height: ROW,
    head: TABLE_HEAD,
  })
  const onKey = (index: number, row: LibraryRow, event: KeyboardEvent): void => {
    const id = shortcutFor(event.nativeEvent, 'lists')
    if (id === 'open-row-in-tab') onOpenInTab(row)
    else if (id === 'rename-row') onAsk('rename', row)
    else return walk(index, event)
    event.preventDefault()
  }

  return (
    <RowTable
      scroller={scroller}
      label="Documents"
      count={rows.length}
      height={ROW}
      columns={styles.columns}
      head={COLUMNS.map((column) => (
        <SortHead
          key={column.key}
          name={column.name}
          className={column.key === 'imported' || column.key === 'bytes' ? styles.rare : undefined}
          end={column.end}
          sorted={order.by !== column.key ? 'none' : order.down ? 'descending' : 'ascending'}
          onSort={() => onOrder({ by: column.key, down: order.by === column.key ? !order.down : column.end === true })}
        />
      ))}
    >
      {drawn.map((index) => {
        const row = rows[index]
        return row === undefined ? null : (
          <Row
            key={row.document.id}
            row={row}
            index={index}
            selected={row.document.id === selected}
            reachable={index === reachable}
            numbers={row.claims.flatMap((claim) => numbers.get(claim) ?? []).sort()}
            onSelect={() => onSelect(row.document.id)}
            onOpen={() => onOpen(row)}
            onOpenInTab={() => onOpenInTab(row)}
            onKey={(event) => onKey(index, row, event)}
          />
        )
      })}
    </RowTable>
  )
}

/** Numbers of the claims of the analysis at hand, by id. */
function useClaimNumbers(): ReadonlyMap<string, string> {
  const analysis = useCurrentAnalysis()
  const claims = useAll('claims')
  return new Map(claims?.filter((claim) => claim.analysisId === analysis?.id).map((claim) => [claim.id, claim.number]))
}

/** How many claim numbers a row names before it only counts. */
const NAMED = 3

type RowProps = {
  readonly row: LibraryRow
  readonly index: number
  readonly selected: boolean
  /** Whether Tab leads to this row; from there arrows walk. */
  readonly reachable: boolean
  readonly numbers: readonly string[]
  readonly onSelect: () => void
  readonly onOpen: () => void
  readonly onOpenInTab: () => void
  readonly onKey: (event: KeyboardEvent) => void
}

function Row({ row, index, selected, reachable, numbers, onSelect, onOpen, onOpenInTab, onKey }: RowProps) {
  const { document } = row
  const elsewhere = row.claims.length - numbers.length
  return (
    <TableRow index={index} height={ROW} chosen={selected} aria-current={selected ? 'true' : undefined}>
      <td className={cell}>
        <button
          type="button"
          data-row={document.id}
          className={classes(cover, styles.name)}
          title={document.name}
          tabIndex={reachable ? 0 : -1}
          onClick={(event) => (asksForNewTab(event) ? onOpenInTab() : onSelect())}
          onAuxClick={(event) => (event.button === 1 ? onOpenInTab() : undefined)}
          onDoubleClick={onOpen}
          onKeyDown={onKey}
        >
          {document.name}
        </button>
      </td>
      <td className={classes(cell, end, mono)}>{document.pageCount > 0 ? document.pageCount.toLocaleString('en') : '–'}</td>
      <td className={cell}>
        <ReadabilityBadge row={row} />
      </td>
      <td className={classes(cell, end, mono)}>{row.marks > 0 ? row.marks.toLocaleString('en') : '–'}</td>
      <td className={classes(cell, mono)}>
        {numbers.slice(0, NAMED).join(' ')}
        {numbers.length > NAMED ? ` +${numbers.length - NAMED}` : ''}
        {elsewhere > 0 ? (
          <span className={classes(faint, styles.elsewhere)}>{`${numbers.length > 0 ? ' ' : ''}${elsewhere} in other analyses`}</span>
        ) : null}
        {row.claims.length === 0 ? '–' : null}
      </td>
      <td className={cell}>
        <DisclosureBadge disclosure={row.disclosure} />
      </td>
      <td className={classes(cell, faint, styles.rare)}>{dayWords(document.importedAt)}</td>
      <td className={classes(cell, end, mono, styles.rare)}>{sizeWords(document.bytes)}</td>
    </TableRow>
  )
}
