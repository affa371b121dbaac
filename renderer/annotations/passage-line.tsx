import { type AnnotationId, firstSegment, quotationOf, stateOf } from '@shared/annotations/annotation'
import { pageNumberOf } from '@shared/units/pages'
import { Unlink } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { AnchorStateSign } from '../ui/anchor-state'
import { IconButton } from '../ui/button'
import styles from './passage-line.module.css'
import type { Passage } from './use-passages'

/** A passage that something rests on: its words, where they stand, and the way there. */
export function PassageLine({ passage, children }: { readonly passage: Passage; readonly children?: ReactNode }) {
  const { annotation, document } = passage
  const quote = quotationOf(annotation)
  const page = pageNumberOf(firstSegment(annotation).pageIndex)
  return (
    <div className={styles.passage}>
      {quote === '' ? <span className={styles.faint}>a marked area without words</span> : <q dir="auto">{quote}</q>}
      <p className={styles.place}>
        <AnchorStateSign state={stateOf(annotation)} />
        {document === null ? (
          <span>document removed</span>
        ) : (
          <Link href={routes.document(annotation.documentId, { mark: annotation.id })}>{`${document.name}, p. ${page}`}</Link>
        )}
        {children}
      </p>
    </div>
  )
}

type PassageLinesProps = {
  readonly ids: readonly AnnotationId[]
  readonly passages: ReadonlyMap<AnnotationId, Passage> | undefined
  readonly onUnlink?: (id: AnnotationId) => void
}

/** The passages of marks, one after another; each can be let go where `onUnlink` says how. */
export function PassageLines({ ids, passages, onUnlink }: PassageLinesProps) {
  return (
    <ul className={styles.list}>
      {ids.map((id) => {
        const passage = passages?.get(id)
        return passage === undefined ? null : (
          <li key={id}>
            <PassageLine passage={passage}>
              {onUnlink === undefined ? null : (
                <IconButton label="Unlink the passage" icon={Unlink} className={styles.unlink} onClick={() => onUnlink(id)} />
              )}
            </PassageLine>
          </li>
        )
      })}
    </ul>
  )
}
