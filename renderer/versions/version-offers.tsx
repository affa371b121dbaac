import type { DocumentId } from '@shared/documents/document'
import { useEffect, useMemo, useState } from 'react'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { useWatched } from '../app/use-watched'
import { changePreference, usePreference } from '../preferences/preferences'
import { useAll } from '../storage/live'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useWorkbench } from '../workbench/workbench'
import { askWorker } from './ask-worker'
import { likelyWords } from './change-words'
import type { LikelyVersion } from './version-jobs'
import styles from './version-section.module.css'

const keyOf = ({ of, other }: LikelyVersion): string => `version:${other.slice(0, 16)}:${of.slice(0, 16)}`
/** Offers shown at a time. */
const MOST = 3

/** After an import: new files that look like another version of a document in the library, offered for comparison. */
export function VersionOffers() {
  const workbench = useWorkbench()
  const { db, derived, imports } = workbench
  const items = useWatched(imports.items)
  const documents = useAll('documents')
  const ties = useAll('documentVersions')
  const [dismissed] = usePreference('dismissed')
  const [offers, setOffers] = useState<readonly LikelyVersion[]>([])
  // The search waits for the end of a batch: until then the workers and the disk belong to the import.
  const added = useMemo(
    () =>
      items.every((item) => item.result !== null)
        ? items.flatMap((item) => (item.result?.kind === 'added' ? [item.result.documentId] : [])).join(' ')
        : '',
    [items],
  )
  useEffect(() => {
    if (added === '') return
    const controller = new AbortController()
    void askWorker(
      { kind: 'likely', database: db.name, derived: derived.name, of: added.split(' ') as DocumentId[] },
      'likely',
      controller.signal,
    ).then((answer) => (answer.ok ? setOffers(answer.value.found) : undefined))
    return () => controller.abort()
  }, [db, derived, added])
  const nameOf = (id: DocumentId): string | undefined => documents?.find((one) => one.id === id)?.name
  const open = offers.filter(
    (offer) =>
      !dismissed.includes(keyOf(offer)) &&
      nameOf(offer.of) !== undefined &&
      nameOf(offer.other) !== undefined &&
      ties?.some((tie) => [tie.earlierId, tie.laterId].includes(offer.of)) === false,
  )
  const dismiss = async (offer: LikelyVersion): Promise<void> => changePreference(db, 'dismissed', (keys) => [...keys, keyOf(offer)])
  if (open.length === 0) return null
  return (
    <div className={styles.offers}>
      {open.slice(0, MOST).map((offer) => (
        <Notice
          key={keyOf(offer)}
          kind="info"
          action={
            <>
              <Button onClick={() => navigate(routes.versions(offer.other, offer.of))}>Compare</Button>
              <Button kind="quiet" onClick={() => void dismiss(offer)}>
                Not a version
              </Button>
            </>
          }
        >
          <p>
            “{nameOf(offer.of)}” looks like another version of “{nameOf(offer.other)}”: {likelyWords(offer)}.
          </p>
        </Notice>
      ))}
      {open.length > MOST ? <p className={styles.quiet}>{open.length - MOST} more of this import look like versions.</p> : null}
    </div>
  )
}
