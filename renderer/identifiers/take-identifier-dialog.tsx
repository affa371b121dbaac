import type { Document, DocumentId } from '@shared/documents/document'
import type { IdentifierKind } from '@shared/identifiers/identifier'
import { useState } from 'react'
import { PassageToEventDialog } from '../chronology/passage-to-event-dialog'
import type { LedgerPassage } from '../purchases/ledger-passage'
import { PassageToLedgerDialog } from '../purchases/passage-to-ledger-dialog'
import { shortPlaceIn, useTableRows } from '../tables/use-table-rows'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SelectField } from '../ui/field'
import { useToast } from '../ui/toast'
import { throughTexts } from '../whole-texts/through-texts'
import { useWorkbench } from '../workbench/workbench'
import type { IdentifierGroup } from './grouped'
import type { IdentifierRow } from './identifier-rows'

/** Where an identifier can be taken: amounts and numbers of purchases to the ledger, dates to the chronology. */
export const goesTo = (kind: IdentifierKind): 'ledger' | 'chronology' | null =>
  kind === 'date'
    ? 'chronology'
    : ['piid', 'near-piid', 'legacy', 'award', 'solicitation', 'notice', 'modification', 'amount'].includes(kind)
      ? 'ledger'
      : null

type Props = { readonly group: IdentifierGroup; readonly documents: ReadonlyMap<DocumentId, Document>; readonly onClose: () => void }

/** Takes an identifier into the ledger or the chronology, with the sentence around it as the passage; asks for the place where it stands in several. */
export function TakeIdentifierDialog({ group, documents, onClose }: Props) {
  const workbench = useWorkbench()
  const toast = useToast()
  const tableRows = useTableRows(
    group.places.map(({ documentId, index }) => ({ documentId, page: index })),
    documents,
  )
  const placeOf = ({ documentId, index }: IdentifierRow): string =>
    `${documents.get(documentId)?.name ?? 'a document that was removed'}, ${shortPlaceIn(tableRows, documentId, index)}`
  const [at, setAt] = useState('0')
  const [passage, setPassage] = useState<LedgerPassage | null>(null)
  const take = async (): Promise<void> => {
    const row = group.places[Number(at)]
    if (row === undefined) return
    const [made] = (await throughTexts(workbench, 'identifier', null, [row])) ?? []
    if (made?.ok === true) setPassage(made.value)
    else if (made !== undefined) toast.show({ text: made.problem.what, problem: made.problem })
  }
  if (passage !== null)
    return goesTo(group.kind) === 'chronology' ? (
      <PassageToEventDialog passage={passage} onClose={onClose} />
    ) : (
      <PassageToLedgerDialog passage={passage} onClose={onClose} />
    )
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
      <SelectField
        label="Where it stands"
        value={at}
        options={group.places.map((row, index) => ({ value: String(index), label: placeOf(row) }))}
        onChange={setAt}
      />
    </Dialog>
  )
}
