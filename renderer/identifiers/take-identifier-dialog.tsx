import { makeSegment, partsOfPage } from '@shared/anchoring/make-segment'
import type { Document, DocumentId } from '@shared/documents/document'
import { HELD_BACK } from '@shared/documents/page-reading'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { IdentifierKind } from '@shared/identifiers/identifier'
import { sentencesAround } from '@shared/searches/sentence-around'
import { newId } from '@shared/units/ids'
import { useState } from 'react'
import { PassageToEventDialog } from '../chronology/passage-to-event-dialog'
import { readReadablePages, type TextStores } from '../documents/page-readings'
import type { LedgerPassage } from '../purchases/ledger-passage'
import { PassageToLedgerDialog } from '../purchases/passage-to-ledger-dialog'
import { shortPlaceIn, useTableRows } from '../tables/use-table-rows'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SelectField } from '../ui/field'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import type { IdentifierGroup } from './grouped'
import type { IdentifierRow } from './identifier-rows'

/** Where an identifier can be taken: amounts and numbers of purchases to the ledger, dates to the chronology. */
export const goesTo = (kind: IdentifierKind): 'ledger' | 'chronology' | null => (kind === 'date' ? 'chronology' : ['piid', 'near-piid', 'legacy', 'award', 'solicitation', 'notice', 'modification', 'amount'].includes(kind) ? 'ledger' : null)

type Props = { readonly group: IdentifierGroup; readonly documents: ReadonlyMap<DocumentId, Document>; readonly onClose: () => void }

/** Takes an identifier into the ledger or the chronology, with the sentence around it as the passage; asks for the place where it stands in several. */
export function TakeIdentifierDialog({ group, documents, onClose }: Props) {
  const workbench = useWorkbench()
  const toast = useToast()
  const tableRows = useTableRows(group.places.map(({ documentId, index }) => ({ documentId, page: index })), documents)
  const placeOf = ({ documentId, index }: IdentifierRow): string => `${documents.get(documentId)?.name ?? 'a document that was removed'}, ${shortPlaceIn(tableRows, documentId, index)}`
  const [at, setAt] = useState('0')
  const [passage, setPassage] = useState<LedgerPassage | null>(null)
  const take = async (): Promise<void> => {
    const row = group.places[Number(at)]
    if (row === undefined) return
    const made = await passageAround(workbench, row)
    if (made.ok) setPassage(made.value)
    else toast.show({ text: made.problem.what, problem: made.problem })
  }
  if (passage !== null) return goesTo(group.kind) === 'chronology' ? <PassageToEventDialog passage={passage} onClose={onClose} /> : <PassageToLedgerDialog passage={passage} onClose={onClose} />
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${group.printed} into the ${goesTo(group.kind) === 'chronology' ? 'chronology' : 'ledger of purchases'}`}
      description="The sentence around it is marked and becomes the passage that shows it."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => void take()}>
            Go on
          </Button>
        </>
      }
    >
      <SelectField label="Where it stands" value={at} options={group.places.map((row, index) => ({ value: String(index), label: placeOf(row) }))} onChange={setAt} />
    </Dialog>
  )
}

/** The sentence around an identifier, as a passage that is yet to be marked. */
async function passageAround(stores: TextStores, row: IdentifierRow): Promise<Outcome<LedgerPassage>> {
  const page = (await readReadablePages(stores, row.documentId)).get(row.index)
  const gone = trouble(problem('identifier-moved', 'The text of the page is no longer the one in which this was recognised.', 'Wait until it has been looked through again.'))
  if (page === undefined || page.text.text.slice(row.start, row.end) !== row.printed) return gone
  const [sentence] = sentencesAround(page.text.text, [{ start: row.start, end: row.end }])
  // What is held back is not quoted: then the identifier stands alone.
  const range = sentence === undefined || page.text.text.slice(sentence.start, sentence.end).includes(HELD_BACK) ? { start: row.start, end: row.end } : sentence
  const segment = makeSegment({ ...partsOfPage(page), documentId: row.documentId, ranges: [range] })
  const annotationId = newId('annotation')
  return ok({ annotationId, mark: { id: annotationId, documentId: row.documentId, segments: [segment] }, quote: segment.quote, pointedAt: row.printed })
}
