import type { DocumentId } from '@shared/documents/document'
import { type VersionPlace, versionPlaceOf } from '@shared/versions/version-place'
import { useLiveQuery } from 'dexie-react-hooks'
import { useWorkbench } from '../workbench/workbench'

/** A document's place among its versions, with the names of its neighbours; null where it has none, undefined while that is read. */
export type NamedPlace = VersionPlace & { readonly earlierName: string | null; readonly laterName: string | null }

/** The place of a document among its versions, as it changes. */
export function useVersionPlace(id: DocumentId): NamedPlace | null | undefined {
  const { db } = useWorkbench()
  return useLiveQuery(async () => {
    // A library has few versions, so all ties are read.
    const place = versionPlaceOf(id, await db.all('documentVersions'))
    if (place === null) return null
    const nameOf = async (other: DocumentId | null): Promise<string | null> =>
      other === null ? null : ((await db.get('documents', other))?.name ?? null)
    return { ...place, earlierName: await nameOf(place.earlier), laterName: await nameOf(place.later) }
  }, [db, id])
}
