import { findDates } from '@shared/identifiers/find-dates'
import { useCurrentAnalysis } from '../app/use-current-analysis'
import type { LedgerPassage } from '../purchases/ledger-passage'
import { useRecords } from '../storage/live'
import { EventDialog } from './event-dialog'

/** Characters of a passage that become the title of an event, to be said better. */
const LONGEST = 120

/** Makes a passage an event: with the date that stands in it, where one does. */
export function PassageToEventDialog({ passage, onClose }: { readonly passage: LedgerPassage; readonly onClose: () => void }) {
  const analysis = useCurrentAnalysis()
  const purchases = useRecords('purchases', 'analysisId', analysis?.id ?? null)
  if (analysis === null || purchases === undefined) return null
  const [date] = findDates(passage.pointedAt ?? passage.quote)
  const words = passage.quote.replace(/\s+/g, ' ').trim()
  const title = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
  return (
    <EventDialog
      analysisId={analysis.id}
      purchases={purchases}
      event={null}
      start={{
        kind: 'statement',
        date: date?.value ?? '',
        title,
        annotationIds: [passage.annotationId],
        purchaseId: null,
        mark: passage.mark,
        words,
      }}
      onClose={onClose}
    />
  )
}
