import type { DocumentId } from '@shared/documents/document'
import type { Database } from '../storage/database'
import { type Preference, readPreference, writePreference } from './preferences'

/** Remembers the sizes of the panels of a group, in percent. */
export async function keepSizes(db: Database, group: string, sizes: Preference<'panelSizes'>[string]): Promise<void> {
  await writePreference(db, 'panelSizes', { ...(await readPreference(db, 'panelSizes')), [group]: sizes })
}

/** Remembers the widths that columns of a table were given, beside those that it has already. */
export async function keepColumnWidths(db: Database, documentId: DocumentId, widths: Preference<'columnWidths'>[string]): Promise<void> {
  const kept = await readPreference(db, 'columnWidths')
  await writePreference(db, 'columnWidths', { ...kept, [documentId]: { ...kept[documentId], ...widths } })
}
