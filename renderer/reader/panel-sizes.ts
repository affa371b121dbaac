import { type Preference, readPreference, writePreference } from '../preferences/preferences'
import type { Database } from '../storage/database'

/** Which side panels are open. */
export type OpenPanels = { readonly claims: boolean; readonly marks: boolean }

/** Sizes are kept apart for each set of open panels, since shares of the width mean something else in each. */
export const groupName = ({ claims, marks }: OpenPanels): string => `reader${claims ? '-claims' : ''}${marks ? '-marks' : ''}`

/** Remembers the sizes of the panels, in percent. */
export async function keepSizes(db: Database, group: string, sizes: Preference<'panelSizes'>[string]): Promise<void> {
  await writePreference(db, 'panelSizes', { ...(await readPreference(db, 'panelSizes')), [group]: sizes })
}
