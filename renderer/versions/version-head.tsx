import type { Document } from '@shared/documents/document'
import { ArrowLeftRight, ArrowRight } from 'lucide-react'
import { Link } from 'wouter'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { Button, IconButton } from '../ui/button'
import { counted, unitOf } from './change-words'
import styles from './versions.module.css'

type VersionHeadProps = {
  readonly earlier: Document
  readonly later: Document
  /** Whether the library says that they are versions of each other; null while that is being read. */
  readonly kept: boolean | null
  readonly ready: boolean
  readonly onKeep: () => void
  readonly onPart: () => void
}

/** Which two are compared, which is the later, and whether that is kept. */
export function VersionHead({ earlier, later, kept, ready, onKeep, onPart }: VersionHeadProps) {
  const named = (document: Document, words: string) => (
    <div className={styles.named}>
      <span className={styles.sideName}>{words}</span>
      <Link href={routes.document(document.id)} className={styles.documentName} title={document.name}>
        {document.name}
      </Link>
      <span className={styles.quiet}>{counted(document.pageCount, unitOf(document))}</span>
    </div>
  )
  return (
    <header className={styles.head}>
      <h1 className={styles.hidden}>
        Versions: {earlier.name} and {later.name}
      </h1>
      {named(earlier, 'Earlier version')}
      <ArrowRight size={18} strokeWidth={1.6} aria-hidden />
      {named(later, 'Later version')}
      <span className={styles.gap} />
      {kept === false ? (
        <IconButton
          label="The other one is the earlier"
          icon={ArrowLeftRight}
          onClick={() => navigate(routes.versions(later.id, earlier.id), { replace: true })}
        />
      ) : null}
      {kept === null ? null : kept ? (
        <Button onClick={onPart}>Not versions of each other</Button>
      ) : (
        <Button kind="primary" disabled={!ready} onClick={onKeep}>
          Keep as versions
        </Button>
      )}
    </header>
  )
}
