import type { DocumentId } from '@shared/documents/document'
import { versionWords } from '@shared/versions/version-place'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { useVersionPlace } from './use-version-place'
import styles from './version-section.module.css'

/** Which version of a document this is, with the way to its neighbour; nothing for a document without another version. */
export function VersionBadge({ documentId }: { readonly documentId: DocumentId }) {
  const place = useVersionPlace(documentId)
  if (place === null || place === undefined) return null
  const address =
    place.earlier !== null
      ? routes.versions(place.earlier, documentId)
      : place.later !== null
        ? routes.versions(documentId, place.later)
        : null
  const other =
    place.later !== null
      ? `A later version exists: ${place.laterName ?? 'it was removed'}`
      : `Earlier version: ${place.earlierName ?? 'it was removed'}`
  return address === null ? null : (
    <Link href={address} className={styles.badge} title={`${other}. Open the comparison.`}>
      {versionWords(place)}
      {place.later === null ? '' : ', a later one exists'}
    </Link>
  )
}
