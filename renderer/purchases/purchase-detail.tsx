import { whenWords } from '@shared/chronology/order-lines'
import { momentWords } from '@shared/dossier/words'
import { dateWords } from '@shared/units/date-span'
import { moneyWords, rangeWords } from '@shared/purchases/amount'
import { conflictingFigures, isOf, marksOfPurchase, standingOf, type Unit, unitsOf } from '@shared/purchases/figures'
import { type Figure, type Purchase, STAGE_WORDS } from '@shared/purchases/purchase'
import { numberWords } from '@shared/purchases/purchase-number'
import { Highlighter, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ChoosePassageDialog } from '../annotations/choose-passage-dialog'
import { PassageLine, PassageLines } from '../annotations/passage-line'
import { type Passage, usePassages } from '../annotations/use-passages'
import { useRun } from '../annotations/use-run'
import { Button, IconButton } from '../ui/button'
import { Acts, Facts, SideBody, SidePanel } from '../ui/side-panel'
import { linkPassageToPurchase } from './commands/link-passage'
import { removeFigure } from './commands/remove-figure'
import { removePurchases } from './commands/remove-purchases'
import { FigureDialog } from './figure-dialog'
import styles from './purchases.module.css'

type Props = { readonly purchase: Purchase; readonly onEdit: () => void; readonly onClose: () => void }

/** One purchase with its amounts, each beside the passage that gives it, and all that is known of it. */
export function PurchaseDetail({ purchase, onEdit, onClose }: Props) {
  const run = useRun()
  const passages = usePassages(marksOfPurchase(purchase))
  const [figure, setFigure] = useState<Figure | 'new' | null>(null)
  const [choosing, setChoosing] = useState(false)
  const number = numberWords(purchase.identifier)
  const { from, until } = purchase
  return (
    <SidePanel label="The chosen purchase" title="Purchase" onClose={onClose}>
      <SideBody>
        <div>
          <h3 className={styles.name}>{purchase.product === '' ? 'Product not known' : purchase.product}</h3>
          <p>{purchase.vendor === '' ? 'Vendor not known' : purchase.vendor}</p>
        </div>
        <Facts>
          <dt>Number</dt>
          <dd>
            {purchase.identifier === '' ? 'not known' : <span className={styles.mono}>{purchase.identifier}</span>}
            {number === '' ? null : <span className={styles.hint}> {number}</span>}
          </dd>
          <dt>Agency</dt>
          <dd>{purchase.agency === '' ? 'not known' : purchase.agency}</dd>
          <dt>Stage</dt>
          <dd>{STAGE_WORDS[purchase.stage]}</dd>
          <dt>Date</dt>
          <dd>{purchase.date === null ? 'not known' : dateWords(purchase.date)}</dd>
          {from === null && until === null ? null : (
            <>
              <dt>Performance</dt>
              <dd>
                {from === null
                  ? until === null
                    ? ''
                    : `until ${dateWords(until)}`
                  : until === null
                    ? `from ${dateWords(from)}`
                    : whenWords(from, until)}
              </dd>
            </>
          )}
          {purchase.note === '' ? null : (
            <>
              <dt>Note</dt>
              <dd>{purchase.note}</dd>
            </>
          )}
          <dt>Written by</dt>
          <dd>
            {purchase.author}, {momentWords(purchase.createdAt)}
          </dd>
        </Facts>
        <Acts>
          <Button icon={Pencil} onClick={onEdit}>
            Change…
          </Button>
          <Button icon={Trash2} kind="danger" onClick={() => void run(removePurchases, { ids: [purchase.id] })}>
            Remove
          </Button>
        </Acts>
        <h4 className={styles.part}>Amounts</h4>
        {unitsOf([purchase]).map((unit) => (
          <FiguresOfUnit key={`${unit.kind} ${unit.currency}`} purchase={purchase} unit={unit} passages={passages} onEdit={setFigure} />
        ))}
        {purchase.figures.length === 0 ? <p className={styles.hint}>No amount is known.</p> : null}
        <Acts>
          <Button icon={Plus} onClick={() => setFigure('new')}>
            Add an amount…
          </Button>
        </Acts>
        <h4 className={styles.part}>Passages that show it</h4>
        <PassageLines
          ids={purchase.annotationIds}
          passages={passages}
          onUnlink={(id) => void run(linkPassageToPurchase, { purchaseId: purchase.id, annotationId: id, mark: null, linked: false })}
        />
        {purchase.annotationIds.length === 0 ? <p className={styles.bare}>None: it was entered by hand.</p> : null}
        <Acts>
          <Button icon={Highlighter} onClick={() => setChoosing(true)}>
            Link a passage…
          </Button>
        </Acts>
      </SideBody>
      {figure === null ? null : (
        <FigureDialog purchase={purchase} figure={figure === 'new' ? null : figure} onClose={() => setFigure(null)} />
      )}
      {choosing ? (
        <ChoosePassageDialog
          title="A passage that shows the purchase"
          chosen={null}
          onChoose={(id) => {
            setChoosing(false)
            void run(linkPassageToPurchase, { purchaseId: purchase.id, annotationId: id, mark: null, linked: true })
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </SidePanel>
  )
}

type FiguresProps = {
  readonly purchase: Purchase
  readonly unit: Unit
  readonly passages: ReadonlyMap<string, Passage> | undefined
  readonly onEdit: (figure: Figure) => void
}

/** The amounts of one kind and currency, side by side, with what stands of them. */
function FiguresOfUnit({ purchase, unit, passages, onEdit }: FiguresProps) {
  const run = useRun()
  const standing = standingOf(purchase, unit)
  const conflicts = new Set(conflictingFigures(purchase))
  const figures = purchase.figures.filter((figure) => isOf(figure, unit))
  return (
    <section className={styles.unit} aria-label={`${unit.kind} in ${unit.currency}`}>
      <p className={styles.unitHead}>
        <b>{unit.kind}</b> {standing === null ? '' : rangeWords(standing, unit.currency)}
      </p>
      {figures.some((figure) => conflicts.has(figure)) ? (
        <p className={styles.conflict}>
          ≠ Sources give different amounts for a time that may be the same. Both stand; totals show the range.
        </p>
      ) : null}
      <ul className={styles.figures}>
        {figures.map((figure) => {
          const passage = figure.annotationId === null ? undefined : passages?.get(figure.annotationId)
          return (
            <li key={figure.id} className={styles.figure}>
              <p className={styles.figureHead}>
                <span className={styles.mono}>{figure.printed}</span>
                <span className={styles.hint}>
                  {moneyWords(figure.cents, figure.currency)}
                  {figure.date === null ? '' : `, as of ${dateWords(figure.date)}`}
                  {standing !== null && !standing.figures.includes(figure) ? '; a later amount stands' : ''}
                </span>
                <span className={styles.figureButtons}>
                  <IconButton
                    label={`Change the amount ${figure.printed}`}
                    icon={Pencil}
                    className={styles.small}
                    onClick={() => onEdit(figure)}
                  />
                  <IconButton
                    label={`Remove the amount ${figure.printed}`}
                    icon={Trash2}
                    className={styles.small}
                    onClick={() => void run(removeFigure, { purchaseId: purchase.id, figureId: figure.id })}
                  />
                </span>
              </p>
              {figure.note === '' ? null : <p className={styles.hint}>{figure.note}</p>}
              {figure.annotationId === null ? (
                <p className={styles.bare}>◌ rests on no passage</p>
              ) : passage === undefined ? null : (
                <PassageLine passage={passage} />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
