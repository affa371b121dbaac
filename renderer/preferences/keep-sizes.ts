import type { DocumentId } from '@shared/documents/document'
import type { Database } from '../storage/database'
import { changePreference, type Preference } from './preferences'

/** Remembers the sizes of the panels of a group, in percent. */
export const keepSizes = (db: Database, group: string, sizes: Preference<'panelSizes'>[string]): Promise<void> =>
  changePreference(db, 'panelSizes', (all) => ({ ...all, [group]: sizes }))

/** Remembers the widths that columns of a table were given, beside those that it has already. */
export const keepColumnWidths = (db: Database, documentId: DocumentId, widths: Preference<'columnWidths'>[string]): Promise<void> =>
  changePreference(db, 'columnWidths', (all) => ({ ...all, [documentId]: { ...all[documentId], ...widths } }))
