import { type Preference, readPreference, writePreference } from '../preferences/preferences'
import type { Database } from '../storage/database'

/** Which parts stand beside the first document. */
type Parts = { readonly left: boolean; readonly beside: boolean; readonly right: boolean }

/** Sizes are kept apart for each set of open parts, since shares of the width mean something else in each. */
export const groupName = ({ left, beside, right }: Parts): string => `reader${left ? '-left' : ''}${beside ? '-beside' : ''}${right ? '-right' : ''}`

/** Remembers the sizes of the panels, in percent. */
export async function keepSizes(db: Database, group: string, sizes: Preference<'panelSizes'>[string]): Promise<void> {
  await writePreference(db, 'panelSizes', { ...(await readPreference(db, 'panelSizes')), [group]: sizes })
}
