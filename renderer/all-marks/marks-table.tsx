import { ANNOTATION_KIND_WORDS, type AnnotationId, firstSegment } from '@shared/annotations/annotation'
import { shortPlaceOf } from '@shared/annotations/place-words'
import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react'
import { dayWords } from '../analyses/editing/date-words'
import { AnchorStateSign } from '../ui/anchor-state'
import { classes } from '../ui/classes'
import { RelationSign } from '../ui/relation-sign'
import { cellStyles, RowTable, SortHead, TABLE_HEAD, TableRow } from '../ui/row-table'
import { useRowWalk } from '../ui/use-row-walk'
import { type Chosen, type Choosing, chosenAfter } from './choosing'
import { authorOf, type MarkOrder, type MarkRow, type MarkSort } from './mark-rows'
import styles from './marks-table.module.css'

const COLUMNS: readonly { readonly by: MarkSort; readonly name: string }[] = [
  { by: 'quote', name: 'Quotation' },
  { by: 'place', name: 'Document and page' },
  { by: 'kind', name: 'Kind' },
  { by: 'claims', name: 'Bears on' },
  { by: 'state', name: 'State' },
  { by: 'author', name: 'Author' },
  { by: 'date', name: 'Marked' },
]

/** Height of a row in CSS pixels. */
const ROW = 36
const { cell, cover, faint, mono } = cellStyles

type Props = {
  readonly rows: readonly MarkRow[]
  readonly order: MarkOrder
  readonly onOrder: (order: MarkOrder) => void
  readonly chosen: Chosen<AnnotationId>
  readonly onChosen: (chosen: Chosen<AnnotationId>) => void
  readonly onOpen: (row: MarkRow) => void
  readonly onDelete: (ids: readonly AnnotationId[]) => void
}

/** Marks as a table that draws only the rows in sight. Arrows walk, Shift and Ctrl choose several, Ctrl A all, Enter opens. */
export function MarksTable({ rows, order, onOrder, chosen, onChosen, onOpen, onDelete }: Props) {
  const ids = useMemo(() => rows.map((row) => row.id), [rows])
  /** The row that has the focus, or would get it. */
  const [focused, setFocused] = useState<AnnotationId | null>(null)
  const choose = (id: AnnotationId, how: Choosing): void => {
    setFocused(id)
    onChosen(chosenAfter(chosen, ids, id, how))
  }
  const at = focused !== null && ids.includes(focused) ? focused : chosen.last
  const onOpenRow = (id: AnnotationId): void => {
    const row = rows[ids.indexOf(id)]
    if (row !== undefined) onOpen(row)
  }
  const {
    scroller,
    drawn,
    reachable,
    onKey: walk,
  } = useRowWalk({
    ids,
    chosen: at,
    onChoose: (id, extend) => (id === null ? undefined : choose(id, extend ? 'range' : 'one')),
    onOpen: onOpenRow,
    height: ROW,
    head: TABLE_HEAD,
  })
  const onKey = (row: MarkRow, index: number, event: KeyboardEvent): void => {
    if (event.key === ' ') choose(row.id, event.ctrlKey || chosen.ids.size > 1 ? 'toggle' : 'one')
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) onChosen({ ids: new Set(ids), last: row.id })
    else if (event.key === 'Delete') onDelete(chosen.ids.size > 0 ? ids.filter((id) => chosen.ids.has(id)) : [row.id])
    else if (event.key === 'Escape') {
      if (chosen.ids.size === 0) return
      onChosen({ ids: new Set(), last: null })
    } else return walk(index, event)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <RowTable
      scroller={scroller}
      label="Marks"
      count={rows.length}
      height={ROW}
      columns={styles.columns}
      head={
        <>
          <th scope="col" className={classes(cell, styles.box)}>
            <input
              type="checkbox"
              aria-label={`Choose all ${rows.length} marks shown`}
              checked={rows.length > 0 && rows.every((row) => chosen.ids.has(row.id))}
              onChange={(event) =>
                onChosen(event.target.checked ? { ids: new Set(ids), last: ids[0] ?? null } : { ids: new Set(), last: null })
              }
            />
          </th>
          {COLUMNS.map(({ by, name }) => (
            <SortHead
              key={by}
              name={name}
              className={by === 'kind' || by === 'author' ? styles.rare : undefined}
              sorted={order.by !== by ? 'none' : order.down ? 'descending' : 'ascending'}
              onSort={() => onOrder({ by, down: order.by === by && !order.down })}
            />
          ))}
        </>
      }
    >
      {drawn.map((index) => {
        const row = rows[index]
        return row === undefined ? null : (
          <Row
            key={row.id}
            row={row}
            index={index}
            chosen={chosen.ids.has(row.id)}
            reachable={index === reachable}
            onClick={(event) => choose(row.id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'one')}
            onToggle={() => choose(row.id, 'toggle')}
            onOpen={() => onOpen(row)}
            onKey={(event) => onKey(row, index, event)}
          />
        )
      })}
    </RowTable>
  )
}

type RowProps = {
  readonly row: MarkRow
  readonly index: number
  readonly chosen: boolean
  /** Whether Tab leads to this row; from there arrows walk. */
  readonly reachable: boolean
  readonly onClick: (event: MouseEvent) => void
  readonly onToggle: () => void
  readonly onOpen: () => void
  readonly onKey: (event: KeyboardEvent) => void
}

function Row({ row, index, chosen, reachable, onClick, onToggle, onOpen, onKey }: RowProps) {
  const { annotation, links } = row
  const words =
    row.quote !== ''
      ? row.quote
      : annotation.comment !== ''
        ? annotation.comment
        : `${ANNOTATION_KIND_WORDS[annotation.kind]} without words`
  return (
    <TableRow index={index} height={ROW} chosen={chosen}>
      <td className={classes(cell, styles.box)}>
        <input
          type="checkbox"
          className={styles.check}
          tabIndex={-1}
          aria-label={`Choose: ${words.slice(0, 60)}`}
          checked={chosen}
          onChange={onToggle}
        />
      </td>
      <td className={cell}>
        <button
          type="button"
          data-row={row.id}
          className={classes(cover, styles.quote)}
          title={words}
          dir="auto"
          aria-current={chosen}
          tabIndex={reachable ? 0 : -1}
          onClick={onClick}
          onDoubleClick={onOpen}
          onKeyDown={onKey}
        >
          {words}
        </button>
      </td>
      <td className={cell} title={row.document?.name}>
        <span className={mono}>{shortPlaceOf(firstSegment(row.annotation))}</span> {row.document?.name ?? 'removed document'}
      </td>
      <td className={classes(cell, faint, styles.rare)}>{ANNOTATION_KIND_WORDS[annotation.kind]}</td>
      <td className={classes(cell, mono)}>
        {links.length === 0
          ? '–'
          : [...new Set(links.map((link) => link.relation))].map((relation) => <RelationSign key={relation} relation={relation} />)}{' '}
        {row.claims.join(' ')}
      </td>
      <td className={cell}>
        {annotation.kind === 'page-note' ? <span className={faint}>by its page</span> : <AnchorStateSign state={row.state} />}
      </td>
      <td className={classes(cell, faint, styles.rare)}>{authorOf(annotation)}</td>
      <td className={classes(cell, faint)}>{dayWords(annotation.createdAt)}</td>
    </TableRow>
  )
}
