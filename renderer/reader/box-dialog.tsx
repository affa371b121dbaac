import { type AnnotationId } from '@shared/annotations/annotation'
import { newId } from '@shared/units/ids'
import type { Document } from '@shared/documents/document'
import type { Page } from '@shared/documents/page'
import type { PageReading } from '@shared/documents/page-reading'
import type { PdfRect } from '@shared/units/geometry'
import { useState } from 'react'
import { markPassage } from '../annotations/commands/mark-passage'
import { CodesField } from '../annotations/codes-field'
import { codesIn } from '../annotations/exemption-codes'
import dialogs from '../annotations/dialogs.module.css'
import { useRun } from '../annotations/use-run'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { Segmented } from '../ui/segmented'
import { segmentOfBox, wordsInBox, wordsToBeginWith } from './passages'

type BoxDialogProps = {
  readonly document: Document
  readonly page: Page
  readonly text: PageReading | null
  readonly area: PdfRect
  readonly onClose: () => void
  /** The box was marked; with words it can be linked. */
  readonly onMarked: (id: AnnotationId, canBeLinked: boolean) => void
}

/** Says what a drawn box holds: words to cite, or what was withheld and why. */
export function BoxDialog({ document, page, text, area, onClose, onMarked }: BoxDialogProps) {
  const run = useRun()
  const [kind, setKind] = useState<'area' | 'redaction'>('area')
  const [words, setWords] = useState(() => (text === null ? '' : wordsToBeginWith(text, area)))
  const [codes, setCodes] = useState('')
  const [comment, setComment] = useState('')
  const fromPage = text !== null && words !== '' && words === wordsInBox(text, area)
  const mark = async (): Promise<void> => {
    const id = newId('annotation')
    const segment = segmentOfBox(document, page, text, area, words)
    const done = await run(markPassage, {
      id,
      documentId: document.id,
      kind,
      segments: [segment],
      comment: comment.trim(),
      exemptionCodes: kind === 'redaction' ? codesIn(codes) : [],
      link: null,
    })
    if (done) onMarked(id, segment.quote !== '')
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Mark this box"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => void mark()}>
            {words.trim() === '' ? 'Mark without words' : 'Mark and choose a claim'}
          </Button>
        </>
      }
    >
      <div className={dialogs.fields}>
        <TextField
          label="What it says"
          multiline
          serif
          rows={4}
          value={words}
          onChange={setWords}
          hint={
            fromPage
              ? 'Read from the text of the page. What you change here counts as typed by hand.'
              : 'Type it word for word. A box without words can be marked, but no claim can cite it.'
          }
        />
        <Segmented
          label="Kind of box"
          value={kind}
          options={[
            { value: 'area', label: 'Area' },
            { value: 'redaction', label: 'Redaction' },
          ]}
          onChange={setKind}
        />
        {kind === 'redaction' ? <CodesField value={codes} onChange={setCodes} /> : null}
        <TextField label="Comment" multiline rows={2} value={comment} onChange={setComment} />
      </div>
    </Dialog>
  )
}
