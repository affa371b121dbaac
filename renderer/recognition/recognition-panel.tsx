import { ChevronDown, ChevronRight, ChevronsUp, X } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { pageNumberOf } from '@shared/units/pages'
import { routes } from '../app/routes'
import { useWatched } from '../app/use-watched'
import { Button, IconButton } from '../ui/button'
import { Progress } from '../ui/progress'
import { useWorkbench } from '../workbench/workbench'
import styles from './recognition-panel.module.css'
import type { RecognisingDocument } from './recognition-queue'
import { RecognitionOffer } from './recognition-offer'

/** The queue of pages whose text is recognised: how far it is, what it is at, and what went wrong; an offer while nothing is queued. */
export function RecognitionPanel() {
  const { recognition } = useWorkbench()
  const { documents, underWay, paused } = useWatched(recognition)
  const [folded, setFolded] = useState(true)
  if (documents.length === 0) return <RecognitionOffer />
  const [done, of] = [documents.reduce((sum, one) => sum + one.done, 0), documents.reduce((sum, one) => sum + one.of, 0)]
  const troubles = documents.reduce((sum, one) => sum + one.troubles.length, 0)
  const running = documents.some((one) => leftOf(one) > 0)
  const [current] = underWay
  const at = documents.find((one) => one.documentId === current?.documentId)
  return (
    <section className={styles.panel} aria-label="Recognising text">
      <div className={styles.head}>
        <button type="button" className={styles.fold} aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {folded ? <ChevronRight size={16} strokeWidth={1.6} aria-hidden /> : <ChevronDown size={16} strokeWidth={1.6} aria-hidden />}
          <h2 className={styles.title}>
            {running
              ? `Recognising text: ${done} of ${of} ${of === 1 ? 'page' : 'pages'}`
              : `Text was recognised on ${done} ${done === 1 ? 'page' : 'pages'}`}
          </h2>
        </button>
        <span className={styles.now}>
          {running && paused
            ? 'Paused. It goes on from here when you like, also after a restart.'
            : at === undefined || current === undefined
              ? null
              : `${at.name}, page ${pageNumberOf(current.page)}`}
          {troubles > 0 ? ` ${troubles} ${troubles === 1 ? 'page' : 'pages'} could not be read.` : null}
        </span>
        {running ? (
          <>
            <div className={styles.overall}>
              <Progress label="Pages recognised" done={done + underWay.reduce((sum, { share }) => sum + share, 0)} of={of} />
            </div>
            <Button kind="quiet" onClick={() => (paused ? recognition.resume() : recognition.pause())}>
              {paused ? 'Go on' : 'Pause'}
            </Button>
            <Button kind="quiet" onClick={() => recognition.cancel(null)}>
              Stop
            </Button>
          </>
        ) : (
          <Button kind="quiet" onClick={() => recognition.clear()}>
            Put away
          </Button>
        )}
      </div>
      {folded ? null : (
        <ul className={styles.items} aria-label="Documents whose text is recognised">
          {documents.map((document) => (
            <Line
              key={document.documentId}
              document={document}
              onCancel={() => recognition.cancel(document.documentId)}
              onHurry={() => recognition.hurry(document.documentId)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

const leftOf = ({ of, done, troubles }: RecognisingDocument): number => of - done - troubles.length

function Line({
  document,
  onCancel,
  onHurry,
}: {
  readonly document: RecognisingDocument
  readonly onCancel: () => void
  readonly onHurry: () => void
}) {
  const { documentId, name, of, done, troubles } = document
  const left = leftOf(document)
  return (
    <li className={styles.item}>
      <span className={styles.name} title={name}>
        <Link href={routes.document(documentId)}>{name}</Link>
      </span>
      <span className={styles.words}>
        {left > 0 ? `${done} of ${of} ${of === 1 ? 'page' : 'pages'}` : `${done} ${done === 1 ? 'page' : 'pages'} recognised`}
        {troubles.map(({ what, remedy }) => (
          <span key={what} className={styles.trouble}>
            {what} {remedy}
          </span>
        ))}
      </span>
      {left > 0 ? (
        <>
          <IconButton label={`Recognise ${name} first`} icon={ChevronsUp} onClick={onHurry} />
          <IconButton label={`Stop recognising ${name}`} icon={X} onClick={onCancel} />
        </>
      ) : null}
    </li>
  )
}
