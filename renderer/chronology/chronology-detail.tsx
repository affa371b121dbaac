import type { AnalysisId } from '@shared/analyses/analysis'
import { type ChronologyLine, purchaseName } from '@shared/chronology/derived-events'
import { missingWords, whenWords } from '@shared/chronology/order-lines'
import { momentWords } from '@shared/dossier/words'
import type { Purchase } from '@shared/purchases/purchase'
import { CalendarPlus, Coins, FileText, Pencil, Trash2 } from 'lucide-react'
import { PassageLines } from '../annotations/passage-line'
import { usePassages } from '../annotations/use-passages'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { Button } from '../ui/button'
import { Acts, Facts, SideBody, SidePanel } from '../ui/side-panel'
import styles from './chronology.module.css'

type Props = {
  readonly analysisId: AnalysisId
  readonly line: ChronologyLine
  readonly purchase: Purchase | undefined
  readonly onEdit: () => void
  /** Makes an event of its own of one that is derived from a purchase. */
  readonly onKeep: () => void
  readonly onDelete: () => void
  readonly onClose: () => void
}

/** One line of the chronology with what it rests on. A derived one is changed where it comes from. */
export function ChronologyDetail({ analysisId, line, purchase, onEdit, onKeep, onDelete, onClose }: Props) {
  const passages = usePassages(line.annotationIds)
  const { origin } = line
  const missing = missingWords(line.date)
  return (
    <SidePanel label="The chosen event" title={origin.from === 'event' ? 'Event' : 'Derived event'} onClose={onClose}>
      <SideBody>
        <h3 className={styles.name}>{line.title}</h3>
        <Facts>
          <dt>When</dt>
          <dd>
            {whenWords(line.date, line.until)}
            {missing === '' ? '' : ` (${missing})`}
          </dd>
          <dt>Kind</dt>
          <dd>{line.kind}</dd>
          {purchase === undefined ? null : (
            <>
              <dt>Purchase</dt>
              <dd>{purchaseName(purchase)}</dd>
            </>
          )}
          {line.note === '' ? null : (
            <>
              <dt>Note</dt>
              <dd>{line.note}</dd>
            </>
          )}
          {origin.from === 'event' ? (
            <>
              <dt>Written by</dt>
              <dd>
                {origin.event.author}, {momentWords(origin.event.createdAt)}
              </dd>
            </>
          ) : null}
        </Facts>
        {origin.from === 'event' ? null : (
          <p className={styles.hint}>
            {origin.from === 'purchase'
              ? 'This follows from a date of the purchase and changes with it.'
              : 'This follows from how the document came out, as it is recorded in the library.'}
          </p>
        )}
        <Acts>
          {origin.from === 'event' ? (
            <>
              <Button icon={Pencil} onClick={onEdit}>
                Change…
              </Button>
              <Button icon={Trash2} kind="danger" onClick={onDelete}>
                Remove
              </Button>
            </>
          ) : null}
          {purchase === undefined ? null : (
            <Button icon={Coins} onClick={() => navigate(routes.purchases(analysisId, purchase.id))}>
              Open in the ledger
            </Button>
          )}
          {origin.from === 'purchase' && line.id.endsWith(':date') ? (
            <Button icon={CalendarPlus} onClick={onKeep}>
              Write it down as an event…
            </Button>
          ) : null}
          {origin.from === 'document' ? (
            <Button icon={FileText} onClick={() => navigate(routes.document(origin.documentId, { panel: 'document' }))}>
              Open the document
            </Button>
          ) : null}
        </Acts>
        {line.annotationIds.length === 0 ? (
          origin.from === 'event' ? (
            <p className={styles.bare}>◌ It rests on no passage: it was entered by hand.</p>
          ) : null
        ) : (
          <PassageLines ids={line.annotationIds} passages={passages} />
        )}
      </SideBody>
    </SidePanel>
  )
}
