import type { DocumentId } from '@shared/documents/document'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { Notice } from '../ui/notice'
import { useWorkbench } from '../workbench/workbench'
import { failedOf } from './held-ranges'

const underBoxes = (count: number): string => `Words under ${count} ${count === 1 ? 'box' : 'boxes'}`

/** Warns that words lie under boxes of a document about which nobody has decided, and leads to where it is decided; else nothing. */
export function HeldWarning({ documentId, name }: { readonly documentId: DocumentId; readonly name?: string }) {
  const { db, derived } = useWorkbench()
  const open = useLiveQuery(
    async () => (await failedOf({ db, derived }, documentId)).filter(({ verdict }) => verdict === null).length,
    [db, derived, documentId],
  )
  if (open === undefined || open === 0) return null
  return (
    <Notice kind="warning">
      <p>
        {underBoxes(open)}{' '}
        {name === undefined ? null : (
          <>
            of <b>{name}</b>{' '}
          </>
        )}
        are held back: <Link href={routes.document(documentId, { panel: 'redactions' })}>decide in the reader</Link>.
      </p>
      {name === undefined ? (
        <p>They may name private people or sources, and a mistake of the agency is not its consent: ask an editor or a lawyer first.</p>
      ) : null}
    </Notice>
  )
}

/** Says before an export that files which go along carry words under boxes still, whatever the dossier leaves out. */
export function HeldInExhibits({ exhibits }: { readonly exhibits: readonly { readonly number: string; readonly sha256: DocumentId }[] }) {
  const { db, derived } = useWorkbench()
  const carrying = useLiveQuery(async () => {
    const counts = await Promise.all(
      exhibits.map(async ({ number, sha256 }) => ({
        number,
        count: (await failedOf({ db, derived }, sha256)).filter(({ verdict }) => verdict !== 'dismissed').length,
      })),
    )
    return counts.filter(({ count }) => count > 0)
  }, [db, derived, exhibits])
  if (carrying === undefined || carrying.length === 0) return null
  const places = carrying.reduce((sum, { count }) => sum + count, 0)
  return (
    <Notice kind="warning">
      <p>
        {underBoxes(places)} can still be read in {carrying.map(({ number }) => number).join(', ')}: exhibits go along as the agency
        released them, also where the dossier holds the words back.
      </p>
    </Notice>
  )
}
