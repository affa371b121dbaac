import { ANNOTATION_KIND_WORDS } from '@shared/annotations/annotation'
import { placeOf } from '@shared/annotations/place-words'
import { originWords } from '@shared/dossier/words'
import { pdfDateWords } from '@shared/pdf-marks/pdf-mark'
import { BookOpen, ExternalLink, GitCompare, Pencil, Quote } from 'lucide-react'
import { momentWords } from '../analyses/editing/date-words'
import { citeMark } from '../annotations/cite-mark'
import { copyCitation } from '../annotations/copy-citation'
import { useCurrentAnalysis } from '../app/use-current-analysis'
import { PassagePicture } from '../claims/passage-picture'
import { useCopyLink } from '../links/use-copy-link'
import { AnchorStateSign } from '../ui/anchor-state'
import { Button } from '../ui/button'
import { Acts, Facts, SideBody, SidePanel } from '../ui/side-panel'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { authorOf, type MarkRow } from './mark-rows'
import styles from './marks-screen.module.css'

type MarkDetailProps = {
  readonly row: MarkRow
  readonly onEdit: () => void
  readonly onCompare: () => void
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** One mark of the list with its picture and all that is known of it. */
export function MarkDetail({ row, onEdit, onCompare, onOpen, onClose }: MarkDetailProps) {
  const { db, desktop } = useWorkbench()
  const toast = useToast()
  const analysis = useCurrentAnalysis()
  const copyLink = useCopyLink()
  const { annotation, document, state } = row
  const [first] = annotation.segments
  const cite = async (): Promise<void> => {
    if (document === null) return
    await copyCitation(desktop, await citeMark(db, annotation, document, analysis?.id ?? null))
    toast.show({ text: 'Copied the quotation with its citation.' })
  }
  return (
    <SidePanel label="The chosen mark" title="Mark" onClose={onClose}>
      <SideBody>
        {row.quote === '' ? null : (
          <q className={styles.quote} dir="auto">
            {row.quote}
          </q>
        )}
        {document === null ? null : (
          <PassagePicture annotation={annotation} relation={row.links[0]?.relation ?? 'context'} name={document.name} />
        )}
        {state === 'lost' ? (
          <p className={styles.hint}>
            Its words are not found any more; the picture shows where they stood. Open it, select the passage, and press + to mark it again.
          </p>
        ) : null}
        <Acts>
          {state === 'approximate' ? (
            <Button kind="primary" icon={GitCompare} onClick={onCompare}>
              Compare and decide
            </Button>
          ) : null}
          <Button icon={BookOpen} disabled={document === null} onClick={onOpen}>
            Open
          </Button>
          <Button icon={Pencil} onClick={onEdit}>
            Edit…
          </Button>
          <Button icon={Quote} disabled={document === null} onClick={() => void cite()}>
            Copy with citation
          </Button>
          <Button icon={ExternalLink} onClick={() => copyLink({ kind: 'passage', id: annotation.id })}>
            Copy link
          </Button>
        </Acts>
        <Facts>
          <dt>Document</dt>
          <dd>{document?.name ?? 'removed'}</dd>
          <dt>{first?.cell === undefined ? 'Page' : 'Place'}</dt>
          <dd>
            {first?.cell === undefined ? row.page : placeOf(first)}
            {first?.cell === undefined && first?.label ? `, label ${first.label}` : ''}
            {first?.stamp ? `, stamp ${first.stamp}` : ''}
          </dd>
          <dt>State</dt>
          <dd>
            {annotation.kind === 'page-note' ? 'stands by its page' : <AnchorStateSign state={state} />}
            {annotation.confirmed === null ? '' : `, confirmed by ${annotation.confirmed.by}, ${momentWords(annotation.confirmed.at)}`}
          </dd>
          <dt>Kind</dt>
          <dd>{ANNOTATION_KIND_WORDS[annotation.kind]}</dd>
          {first === undefined || annotation.kind === 'page-note' ? null : (
            <>
              <dt>Text</dt>
              <dd>{originWords({ textOrigin: first.textOrigin, cell: first.cell ?? null })}</dd>
            </>
          )}
          <dt>Bears on</dt>
          <dd>{row.claims.length === 0 ? 'no claim yet' : row.claims.join(', ')}</dd>
          {annotation.tags.length === 0 ? null : (
            <>
              <dt>Tags</dt>
              <dd>{annotation.tags.join(', ')}</dd>
            </>
          )}
          {annotation.comment === '' ? null : (
            <>
              <dt>Comment</dt>
              <dd className={styles.comment}>{annotation.comment}</dd>
            </>
          )}
          {annotation.pdfOrigin === undefined ? null : (
            <>
              <dt>Made in</dt>
              <dd>
                {[
                  annotation.pdfOrigin.program || 'another program',
                  annotation.pdfOrigin.subtype,
                  pdfDateWords(annotation.pdfOrigin.modified),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </dd>
            </>
          )}
          {annotation.pdfOrigin === undefined ? (
            <>
              <dt>Marked</dt>
              <dd>
                {authorOf(annotation)}, {momentWords(annotation.createdAt)}
              </dd>
            </>
          ) : (
            <>
              <dt>Author</dt>
              <dd>{authorOf(annotation)}</dd>
              <dt>Taken in</dt>
              <dd>{momentWords(annotation.createdAt)}</dd>
            </>
          )}
        </Facts>
      </SideBody>
    </SidePanel>
  )
}
