import type { Database } from '../storage/database'
import { changePreference, type Preference } from './preferences'

/** Remembers the sizes of the panels of a group, in percent. */
export const keepSizes = (db: Database, group: string, sizes: Preference<'panelSizes'>[string]): Promise<void> => changePreference(db, 'panelSizes', (all) => ({ ...all, [group]: sizes }))
