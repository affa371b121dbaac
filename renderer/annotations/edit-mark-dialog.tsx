import { ANNOTATION_KIND_WORDS, type AnnotationKind, quotationOf } from '@shared/annotations/annotation'
import { kindsFor } from '@shared/annotations/kinds'
import { tagsIn } from '@shared/annotations/tags'
import { momentWords } from '../analyses/editing/date-words'
import { useState } from 'react'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { Segmented } from '../ui/segmented'
import { editAnnotation } from './commands/edit-annotation'
import styles from './dialogs.module.css'
import { CodesField } from './codes-field'
import { codesIn } from './exemption-codes'
import type { Mark } from './marks'
import { SegmentList } from './segment-list'
import { TagField } from './tag-field'
import { useRun } from './use-run'

/** Changes what the researcher decided about a mark: kind, passages and their order, comment, tags. The words of a document are never changed. */
export function EditMarkDialog({ mark: { annotation }, onClose }: { readonly mark: Mark; readonly onClose: () => void }) {
  const run = useRun()
  const { segments, pdfOrigin } = annotation
  const isTyped = annotation.kind !== 'page-note' && segments.length === 1 && segments[0]?.textOrigin === 'typed'
  const kinds = kindsFor(annotation)
  const [kind, setKind] = useState<AnnotationKind>(annotation.kind)
  const [comment, setComment] = useState(annotation.comment)
  const [tags, setTags] = useState(annotation.tags.join(', '))
  const [codes, setCodes] = useState(annotation.exemptionCodes.join(', '))
  const [typed, setTyped] = useState(quotationOf(annotation))
  const [order, setOrder] = useState<readonly number[]>(() => segments.map((_, at) => at))
  const reordered = order.length !== segments.length || order.some((from, at) => from !== at)
  const save = async (): Promise<void> => {
    const done = await run(editAnnotation, {
      id: annotation.id,
      kind,
      comment: comment.trim(),
      tags: tagsIn(tags),
      ...(kind === 'redaction' ? { exemptionCodes: codesIn(codes) } : {}),
      ...(isTyped ? { typed } : {}),
      ...(reordered ? { order } : {}),
    })
    if (done) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={annotation.kind === 'page-note' ? 'Note on this page' : 'Edit the mark'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {isTyped ? (
          <TextField
            label="What it says"
            multiline
            serif
            value={typed}
            onChange={setTyped}
            hint="Word for word. Without words the box cannot be cited."
          />
        ) : segments.length > 1 ? (
          <SegmentList segments={segments} order={order} onOrder={setOrder} />
        ) : annotation.kind === 'page-note' ? null : (
          <blockquote className={styles.quote} dir="auto">
            {quotationOf(annotation)}
          </blockquote>
        )}
        {kinds.length > 1 ? (
          <Segmented
            label="Kind of mark"
            value={kind}
            options={kinds.map((value) => ({ value, label: ANNOTATION_KIND_WORDS[value] }))}
            onChange={setKind}
          />
        ) : null}
        {kind === 'redaction' ? <CodesField value={codes} onChange={setCodes} /> : null}
        <TextField label={annotation.kind === 'page-note' ? 'Note' : 'Comment'} multiline value={comment} onChange={setComment} />
        <TagField value={tags} onChange={setTags} />
        <p className={styles.made}>
          Marked by {annotation.author}, {momentWords(annotation.createdAt)}.
          {pdfOrigin === undefined
            ? null
            : ` In the PDF it stood as a mark by ${pdfOrigin.author || 'somebody unnamed'}${pdfOrigin.program === '' ? '' : `, made with ${pdfOrigin.program}`}.`}
        </p>
      </div>
    </Dialog>
  )
}
