import type { Annotation } from '@shared/annotations/annotation'
import { placeOf } from '@shared/annotations/place-words'
import type { Segment } from '@shared/annotations/segment'
import { type Stretch, wordDifferences } from '@shared/annotations/word-differences'
import type { Document } from '@shared/documents/document'
import { useEffect, useState } from 'react'
import { momentWords } from '../analyses/editing/date-words'
import { PassagePicture } from '../claims/passage-picture'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { throughTexts } from '../whole-texts/through-texts'
import { useWorkbench } from '../workbench/workbench'
import { confirmApproximate } from './commands/confirm-approximate'
import { settleApproximate } from './commands/settle-approximate'
import styles from './compare-dialog.module.css'
import { useRun } from './use-run'

type CompareDialogProps = {
  readonly annotation: Annotation
  readonly document: Pick<Document, 'name' | 'pageCount'>
  readonly onClose: () => void
}

/** An approximate match beside what stands on the page: the researcher says whether it is the passage, and with which words. */
export function CompareDialog({ annotation, document, onClose }: CompareDialogProps) {
  const { db, derived } = useWorkbench()
  const run = useRun()
  const [now, setNow] = useState<readonly (Segment | null)[]>()
  useEffect(() => {
    const ends = new AbortController()
    void throughTexts({ db, derived }, 'likeness', { pageCount: document.pageCount }, annotation.segments, { signal: ends.signal }).then(
      (found) => (found === null ? undefined : setNow(found)),
    )
    return () => ends.abort()
  }, [db, derived, annotation, document.pageCount])
  const found = now?.flatMap((segment) => segment ?? [])
  const whole = found !== undefined && found.length === annotation.segments.length ? found : null
  const decide = async (done: Promise<boolean>): Promise<void> => {
    if (await done) onClose()
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Is this the passage?"
      description={
        annotation.confirmed === null
          ? 'Only a likeness of the marked words was found. It is not cited until you say that it is the passage.'
          : `Confirmed by ${annotation.confirmed.by}, ${momentWords(annotation.confirmed.at)}. You can decide anew.`
      }
      footer={
        <>
          <Button kind="danger" onClick={() => void decide(run(settleApproximate, { id: annotation.id, segments: null }))}>
            No: the passage is lost
          </Button>
          <Button
            disabled={whole === null}
            onClick={() => (whole === null ? undefined : void decide(run(settleApproximate, { id: annotation.id, segments: whole })))}
          >
            Yes: take the words of the page
          </Button>
          <Button kind="primary" onClick={() => void decide(run(confirmApproximate, { ids: [annotation.id] }))}>
            Yes: keep the marked words
          </Button>
        </>
      }
    >
      {now === undefined ? (
        <output>Looking for the passage…</output>
      ) : (
        annotation.segments.map((segment, at) => (
          <Compared
            key={`${segment.pageIndex}-${segment.quote}`}
            annotation={annotation}
            segment={segment}
            now={now[at] ?? null}
            name={document.name}
          />
        ))
      )}
    </Dialog>
  )
}

type ComparedProps = { readonly annotation: Annotation; readonly segment: Segment; readonly now: Segment | null; readonly name: string }

function Compared({ annotation, segment, now, name }: ComparedProps) {
  const differing = wordDifferences(segment.quote, now?.quote ?? '')
  return (
    <section className={styles.pair} aria-label={`Passage: ${placeOf(segment)}`}>
      <div>
        <h3>Marked</h3>
        <Words stretches={differing.before} as="del" says="only in the mark" />
      </div>
      <div>
        <h3>On the page{now === null ? '' : `, ${placeOf(now)}`}</h3>
        {now === null ? (
          <p className={styles.none}>Nothing like these words stands in the document any more.</p>
        ) : (
          <Words stretches={differing.now} as="ins" says="only on the page" />
        )}
      </div>
      <div className={styles.picture}>
        <PassagePicture annotation={{ ...annotation, segments: [now ?? segment] }} relation="context" name={name} />
      </div>
    </section>
  )
}

/** A wording with what differs underlined or struck through, and said. */
function Words({
  stretches,
  as: Mark,
  says,
}: {
  readonly stretches: readonly Stretch[]
  readonly as: 'ins' | 'del'
  readonly says: string
}) {
  return (
    <p className={styles.words} dir="auto">
      {stretches.map(({ words, differs }, at) => (
        <span key={`${at}-${words.length}`}>
          {differs ? (
            <Mark>
              <span className={styles.hidden}>[{says}: </span>
              {words}
              <span className={styles.hidden}>]</span>
            </Mark>
          ) : (
            words
          )}{' '}
        </span>
      ))}
    </p>
  )
}
