import type { Database } from '../storage/database'
import { type Preference, readPreference, writePreference } from './preferences'

/** Remembers the sizes of the panels of a group, in percent. */
export async function keepSizes(db: Database, group: string, sizes: Preference<'panelSizes'>[string]): Promise<void> {
  await writePreference(db, 'panelSizes', { ...(await readPreference(db, 'panelSizes')), [group]: sizes })
}
