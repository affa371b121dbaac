import type { Document } from '@shared/documents/document'
import { Files } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { Button } from '../ui/button'
import { ChooseVersionDialog } from './choose-version-dialog'
import { useVersionPlace } from './use-version-place'
import styles from './version-section.module.css'

/** In a document's details: which version it is, what the others are, and how to name another. */
export function VersionSection({ document, title }: { readonly document: Document; readonly title: string }) {
  const place = useVersionPlace(document.id)
  const [choosing, setChoosing] = useState(false)
  if (document.status !== 'ready' || place === undefined) return null
  return (
    <section>
      <h4 className={title}>Versions</h4>
      {place === null ? (
        <p className={styles.none}>
          No other version is known. If the same document came out again (a second release, a corrected file), compare the two: Vouch shows
          page by page what was released or withheld, and carries your marks over.
        </p>
      ) : (
        <div className={styles.place}>
          <p>
            Version {place.n} of {place.of}.
          </p>
          {place.earlier === null ? null : (
            <p>
              Earlier: <Link href={routes.versions(place.earlier, document.id)}>{place.earlierName ?? 'a document that was removed'}</Link>
            </p>
          )}
          {place.later === null ? null : (
            <p>
              Later: <Link href={routes.versions(document.id, place.later)}>{place.laterName ?? 'a document that was removed'}</Link>
            </p>
          )}
        </div>
      )}
      <Button icon={Files} onClick={() => setChoosing(true)}>
        New version of this document…
      </Button>
      <ChooseVersionDialog document={document} open={choosing} onClose={() => setChoosing(false)} />
    </section>
  )
}
