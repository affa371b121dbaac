import { AMOUNT_KINDS, type AmountKind, type Purchase, type PurchaseId, STAGE_WORDS } from '@shared/purchases/purchase'
import { conflictingFigures } from '@shared/purchases/figures'
import { type KeyboardEvent, useMemo } from 'react'
import { classes } from '../ui/classes'
import { cellStyles, RowTable, SortHead, TABLE_HEAD, TableRow } from '../ui/row-table'
import { useRowWalk } from '../ui/use-row-walk'
import { amountWords, type PurchaseOrder, type PurchaseSort } from './purchase-rows'
import styles from './purchase-table.module.css'

const COLUMNS: readonly { readonly by: PurchaseSort; readonly name: string }[] = [
  { by: 'vendor', name: 'Vendor' },
  { by: 'product', name: 'Product' },
  { by: 'identifier', name: 'Number' },
  { by: 'agency', name: 'Agency' },
  { by: 'stage', name: 'Stage' },
  { by: 'date', name: 'Date' },
  { by: 'obligated', name: 'Obligated' },
  { by: 'current', name: 'Current' },
  { by: 'potential', name: 'Potential' },
]
/** Height of a row in CSS pixels. */
const ROW = 36
const { cell, cover, end, faint, mono } = cellStyles

type Props = {
  readonly purchases: readonly Purchase[]
  readonly order: PurchaseOrder
  readonly onOrder: (order: PurchaseOrder) => void
  readonly chosen: PurchaseId | null
  readonly onChoose: (id: PurchaseId | null) => void
  readonly onOpen: (id: PurchaseId) => void
  readonly onDelete: (id: PurchaseId) => void
}

/** The ledger as a table that draws only the rows in sight. */
export function PurchaseTable({ purchases, order, onOrder, chosen, onChoose, onOpen, onDelete }: Props) {
  const ids = useMemo(() => purchases.map((purchase) => purchase.id), [purchases])
  const { scroller, drawn, reachable, onKey } = useRowWalk({ ids, chosen, onChoose, onOpen, onDelete, height: ROW, head: TABLE_HEAD })
  return (
    <RowTable
      scroller={scroller}
      label="Purchases"
      count={purchases.length}
      height={ROW}
      columns={styles.columns}
      head={COLUMNS.map(({ by, name }) => (
        <SortHead
          key={by}
          name={name}
          end={isAmount(by)}
          className={by === 'identifier' || by === 'agency' ? styles.rare : undefined}
          sorted={order.by !== by ? 'none' : order.down ? 'descending' : 'ascending'}
          onSort={() => onOrder({ by, down: order.by === by ? !order.down : isAmount(by) })}
        />
      ))}
    >
      {drawn.map((index) => {
        const purchase = purchases[index]
        return purchase === undefined ? null : (
          <Row
            key={purchase.id}
            purchase={purchase}
            index={index}
            chosen={purchase.id === chosen}
            reachable={index === reachable}
            onChoose={onChoose}
            onOpen={onOpen}
            onKey={(event) => onKey(index, event)}
          />
        )
      })}
    </RowTable>
  )
}

const isAmount = (by: PurchaseSort): by is AmountKind => (AMOUNT_KINDS as readonly string[]).includes(by)

type RowProps = {
  readonly purchase: Purchase
  readonly index: number
  readonly chosen: boolean
  /** Whether Tab leads to this row; from there arrows walk. */
  readonly reachable: boolean
  readonly onChoose: (id: PurchaseId) => void
  readonly onOpen: (id: PurchaseId) => void
  readonly onKey: (event: KeyboardEvent) => void
}

function Row({ purchase, index, chosen, reachable, onChoose, onOpen, onKey }: RowProps) {
  const { id, vendor, product, identifier, agency, stage, date } = purchase
  const conflicts = new Set(conflictingFigures(purchase).map((figure) => figure.kind))
  return (
    <TableRow index={index} height={ROW} chosen={chosen}>
      <td className={cell}>
        <button
          type="button"
          data-row={id}
          className={cover}
          aria-current={chosen}
          tabIndex={reachable ? 0 : -1}
          title={vendor}
          onClick={() => onChoose(id)}
          onDoubleClick={() => onOpen(id)}
          onKeyDown={onKey}
        >
          {vendor === '' ? <span className={faint}>not known</span> : vendor}
        </button>
      </td>
      <td className={cell} title={product}>
        {product}
      </td>
      <td className={classes(cell, mono, styles.rare)} title={identifier}>
        {identifier}
      </td>
      <td className={classes(cell, faint, styles.rare)} title={agency}>
        {agency}
      </td>
      <td className={classes(cell, faint)}>{STAGE_WORDS[stage]}</td>
      <td className={classes(cell, mono)}>{date ?? '–'}</td>
      {AMOUNT_KINDS.map((kind) => {
        const words = amountWords(purchase, kind)
        const bare = purchase.figures.some((figure) => figure.kind === kind && figure.annotationId === null)
        return (
          <td
            key={kind}
            className={classes(cell, mono, end, styles.amount)}
            title={[words, conflicts.has(kind) && 'sources give different amounts', bare && 'an amount without a passage']
              .filter(Boolean)
              .join('; ')}
          >
            {conflicts.has(kind) ? (
              <>
                <span className={styles.sign} aria-hidden>
                  ≠
                </span>
                <span className={styles.said}>sources give different amounts: </span>
              </>
            ) : null}
            {bare ? (
              <>
                <span className={styles.sign} aria-hidden>
                  ◌
                </span>
                <span className={styles.said}>an amount without a passage: </span>
              </>
            ) : null}
            {words === '' ? '–' : words}
          </td>
        )
      })}
    </TableRow>
  )
}
