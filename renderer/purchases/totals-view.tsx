import { counted } from '@shared/dossier/words'
import { rangeWords } from '@shared/purchases/amount'
import { purchaseName } from '@shared/chronology/derived-events'
import { type Unit, unitsOf } from '@shared/purchases/figures'
import type { Purchase, PurchaseId } from '@shared/purchases/purchase'
import { type Total, TOTALS_BY, TOTALS_BY_WORDS, type TotalsBy, totalOf, totalsBy } from '@shared/purchases/totals'
import { useMemo, useState } from 'react'
import { WithSide } from '../app/with-side'
import { classes } from '../ui/classes'
import { SelectField } from '../ui/field'
import { cellStyles, RowTable, TABLE_HEAD, TableRow } from '../ui/row-table'
import { Segmented } from '../ui/segmented'
import { SidePanel } from '../ui/side-panel'
import { useRowWalk } from '../ui/use-row-walk'
import styles from './purchases.module.css'
import table from './totals-table.module.css'
import { TotalsChart } from './totals-chart'

/** Height of a row in CSS pixels. */
const ROW = 32
const { cell } = cellStyles
const figure = classes(cell, cellStyles.end)
const figureInRow = classes(figure, cellStyles.mono)

/** What purchases add up to, one kind of amount in one currency at a time, with every row that a sum adds. */
export function TotalsView({ purchases, onOpen }: { readonly purchases: readonly Purchase[]; readonly onOpen: (id: PurchaseId) => void }) {
  const [by, setBy] = useState<TotalsBy>('vendor')
  const [wanted, setWanted] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const units = useMemo(() => unitsOf(purchases), [purchases])
  const unit = units.find((one) => keyOf(one) === wanted) ?? units[0]
  const whole = useMemo(() => (unit === undefined ? null : totalOf(purchases, unit)), [purchases, unit])
  const totals = useMemo(() => (unit === undefined ? [] : totalsBy(purchases, by, unit)), [purchases, by, unit])
  if (unit === undefined || whole === null)
    return <p className={styles.nothing}>None of these purchases has an amount, so there is nothing to add.</p>
  const group = totals.find((total) => rowKey(total) === chosen)
  return (
    <WithSide
      group="totals"
      side={group === undefined ? null : <RowsOfTotal total={group} unit={unit} onOpen={onOpen} onClose={() => setChosen(null)} />}
    >
      <div className={styles.totalsMain}>
        <div className={styles.totalsHead}>
          <Segmented
            label="Put together by"
            value={by}
            options={TOTALS_BY.map((value) => ({ value, label: `by ${TOTALS_BY_WORDS[value]}` }))}
            onChange={setBy}
          />
          <SelectField
            label="Kind of amount"
            hideLabel
            value={keyOf(unit)}
            options={units.map((one) => ({ value: keyOf(one), label: `${one.kind}, ${one.currency}` }))}
            onChange={setWanted}
          />
          <p className={styles.sum}>
            <b>{rangeWords(whole, unit.currency)}</b> {unit.kind}, from {counted(whole.rows.length, 'purchase')}. {gapWords(whole, unit)}
          </p>
        </div>
        <TotalsChart totals={totals} unit={unit} />
        <TotalsTable totals={totals} unit={unit} by={by} chosen={chosen} onChoose={setChosen} />
      </div>
    </WithSide>
  )
}

const keyOf = ({ kind, currency }: Unit): string => `${kind} ${currency}`
const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
const rowKey = ({ key }: Total): string => `group ${key}`

/** What is not in a sum, and where it is a range. */
function gapWords({ rows, without }: Total, { kind, currency }: Unit): string {
  const ranges = rows.filter((row) => row.low !== row.high).length
  return [
    without.length === 0
      ? ''
      : `${counted(without.length, 'purchase has', 'purchases have')} no ${kind} amount in ${currency} and ${without.length === 1 ? 'is' : 'are'} not in it.`,
    ranges === 0 ? '' : `${counted(ranges, 'has', 'have')} conflicting amounts, so the sum is a range.`,
  ]
    .filter(Boolean)
    .join(' ')
}

type TableProps = {
  readonly totals: readonly Total[]
  readonly unit: Unit
  readonly by: TotalsBy
  readonly chosen: string | null
  readonly onChoose: (key: string | null) => void
}

function TotalsTable({ totals, unit, by, chosen, onChoose }: TableProps) {
  const ids = useMemo(() => totals.map(rowKey), [totals])
  const { scroller, drawn, reachable, onKey } = useRowWalk({ ids, chosen, onChoose, height: ROW, head: TABLE_HEAD })
  return (
    <RowTable
      scroller={scroller}
      label={`Totals by ${TOTALS_BY_WORDS[by]}`}
      count={totals.length}
      height={ROW}
      columns={table.columns}
      frame={table.frame}
      head={
        <>
          <th scope="col" className={cell}>
            {capitalised(TOTALS_BY_WORDS[by])}
          </th>
          {[`${capitalised(unit.kind)}, ${unit.currency}`, 'Purchases', 'No amount', 'Conflicting'].map((name) => (
            <th key={name} scope="col" className={figure}>
              {name}
            </th>
          ))}
        </>
      }
    >
      {drawn.map((index) => {
        const total = totals[index]
        if (total === undefined) return null
        const key = rowKey(total)
        return (
          <TableRow key={key} index={index} height={ROW} chosen={key === chosen}>
            <th scope="row" className={cell}>
              <button
                type="button"
                data-row={key}
                aria-current={key === chosen}
                tabIndex={index === reachable ? 0 : -1}
                className={cellStyles.cover}
                title={total.label}
                onClick={() => onChoose(key)}
                onKeyDown={(event) => onKey(index, event)}
              >
                {total.label}
              </button>
            </th>
            <td className={figureInRow}>{total.rows.length === 0 ? '–' : rangeWords(total, unit.currency)}</td>
            <td className={figureInRow}>{total.rows.length.toLocaleString('en-US')}</td>
            <td className={figureInRow}>{total.without.length === 0 ? '–' : total.without.length.toLocaleString('en-US')}</td>
            <td className={figureInRow}>{total.rows.filter((row) => row.low !== row.high).length || '–'}</td>
          </TableRow>
        )
      })}
    </RowTable>
  )
}

type RowsProps = { readonly total: Total; readonly unit: Unit; readonly onOpen: (id: PurchaseId) => void; readonly onClose: () => void }

/** Every purchase that a sum adds, with what it brings, and those that have no such amount. */
function RowsOfTotal({ total, unit, onOpen, onClose }: RowsProps) {
  const rows = useMemo(
    () => [
      ...total.rows.map((row) => ({
        purchase: row.purchase,
        words: rangeWords(row, unit.currency),
        bare: row.figures.some((figure) => figure.annotationId === null),
      })),
      ...total.without.map((purchase) => ({ purchase, words: 'no such amount', bare: false })),
    ],
    [total, unit],
  )
  const [at, setAt] = useState<PurchaseId | null>(null)
  const ids = useMemo(() => rows.map((row) => row.purchase.id), [rows])
  const { scroller, drawn, reachable, onKey } = useRowWalk({ ids, chosen: at, onChoose: setAt, onOpen, height: 48 })
  return (
    <SidePanel label={`Purchases of ${total.label}`} title={total.label} count={rows.length} onClose={onClose}>
      <p className={styles.sumOf}>
        <b>{total.rows.length === 0 ? 'Nothing to add.' : rangeWords(total, unit.currency)}</b> {gapWords(total, unit)}
      </p>
      <div ref={scroller} className={styles.rowsScroller}>
        <ul className={styles.rows} style={{ height: rows.length * 48 }}>
          {drawn.map((index) => {
            const row = rows[index]
            return row === undefined ? null : (
              <li key={row.purchase.id} className={styles.rowOf} style={{ transform: `translateY(${index * 48}px)` }}>
                <button
                  type="button"
                  data-row={row.purchase.id}
                  tabIndex={index === reachable ? 0 : -1}
                  className={styles.rowButton}
                  title="Open in the ledger"
                  onClick={() => onOpen(row.purchase.id)}
                  onKeyDown={(event) => onKey(index, event)}
                >
                  <span className={styles.rowName}>{purchaseName(row.purchase)}</span>
                  <span className={styles.rowWords}>
                    <span className={styles.mono}>{row.words}</span>{' '}
                    {[row.bare ? '◌ without a passage' : '', row.purchase.identifier].filter(Boolean).join(' · ')}
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </SidePanel>
  )
}
