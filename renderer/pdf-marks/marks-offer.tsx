import type { DocumentId } from '@shared/documents/document'
import { newId } from '@shared/units/ids'
import { useLiveQuery } from 'dexie-react-hooks'
import { useAct } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { useWorkbench } from '../workbench/workbench'
import { dismissPdfMarks } from './commands/dismiss-pdf-marks'
import { takeOverPdfMarks } from './commands/take-over-pdf-marks'
import styles from './file-marks.module.css'
import { beyondWords, inputOfMarks, keptMarks, offeredMarks } from './marks-in-file'

/** Offers the marks that stand in a document that was just imported; nothing where there are none. */
export function MarksOffer({ documentId, name }: { readonly documentId: DocumentId; readonly name: string }) {
  const workbench = useWorkbench()
  const { db, derived } = workbench
  const act = useAct()
  const kept = useLiveQuery(() => keptMarks(derived, documentId), [derived, documentId])
  const open = useLiveQuery(
    async () =>
      kept === undefined || kept === null
        ? []
        : offeredMarks(
            kept.marks,
            await db.where('annotations', 'documentId', documentId),
            await db.where('proposalDecisions', 'documentId', documentId),
          ),
    [db, documentId, kept],
  )
  if (open === undefined || open.length === 0) return null
  const take = async (): Promise<void> => {
    const document = await db.get('documents', documentId)
    if (document === undefined) return
    const input = await inputOfMarks(workbench, document, open)
    await act(takeOverPdfMarks, input, `Took over ${input.marks.length} ${input.marks.length === 1 ? 'mark' : 'marks'}.`)
  }
  const leave = async (): Promise<void> => {
    const marks = open.flatMap(([first]) =>
      first === undefined ? [] : [{ id: newId('decision'), page: first.pageIndex, reference: first.reference }],
    )
    await act(dismissPdfMarks, { documentId, marks }, 'Left in the file; they are not offered again.')
  }
  return (
    <p className={styles.offer}>
      <span>
        {open.length === 1 ? 'A mark stands' : `${open.length} marks stand`} in <b>{name}</b>, made in another program.{' '}
        {beyondWords(kept?.beyond ?? 0)}
      </span>
      <Button onClick={() => void take()}>Take {open.length === 1 ? 'it' : 'them'} over</Button>
      <Button kind="quiet" onClick={() => void leave()}>
        Leave {open.length === 1 ? 'it' : 'them'} in the file
      </Button>
    </p>
  )
}
