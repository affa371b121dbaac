import { analysisIdSchema } from '@shared/analyses/analysis'
import { packerSchema } from '@shared/bundle/packer'
import { claimIdSchema } from '@shared/claims/claim'
import { RELATIONS } from '@shared/claims/evidence-link'
import { WORKBENCH_ACTOR } from '@shared/custody/workbench-actor'
import { CITATION_STYLES } from '@shared/dossier/dossier-settings'
import { AUDIENCES } from '@shared/dossier/audience'
import { documentIdSchema } from '@shared/documents/document'
import { pageRotationSchema } from '@shared/units/geometry'
import { list } from '@shared/units/strict-schema'
import { useLiveQuery } from 'dexie-react-hooks'
import { z } from 'zod'
import type { Database } from '../storage/database'
import { FLOWS } from '../reader/page-layout'
import { NO_TABS, openTabsSchema } from '../reader/open-tabs'
import { useWorkbench } from '../workbench/workbench'

/** What a person sets or the screens remember. Not part of the research, so not in the custody log. */
const PREFERENCES = {
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Stands in the custody log beside everything done from now on. */
  researcherName: z
    .string()
    .trim()
    .min(1)
    .max(120)
    // That name stands for what the workbench does by itself.
    .refine((name) => name !== WORKBENCH_ACTOR)
    .catch('Researcher'),
  /** The name under which claims are checked; empty for the researcher's own. */
  secondReader: z.string().trim().max(120).catch(''),
  currentAnalysis: analysisIdSchema.nullable().catch(null),
  lastClaim: claimIdSchema.nullable().catch(null),
  lastRelation: z.enum(RELATIONS).catch('supports'),
  /** Sizes of the panels of a group, in percent, by the group's name. */
  panelSizes: z.record(z.string(), z.record(z.string(), z.number())).readonly().catch({}),
  /** Widths of the columns of tables that were made wider or narrower, CSS pixels: by document, then by sheet and column (`0 3`, both from 0). */
  columnWidths: z.record(z.string(), z.record(z.string(), z.number().positive())).readonly().catch({}),
  /** Where reading stopped, by document: page index from 0, offset within the page as a share of its height, zoom (1 = 72 dpi, or a fit), degrees by which the view was turned. */
  lastPlaces: z
    .record(
      z.string(),
      z
        .object({
          page: z.int().min(0),
          offset: z.number(),
          zoom: z.union([z.number().positive(), z.enum(['width', 'page'])]),
          turn: pageRotationSchema.exactOptional(),
        })
        .readonly(),
    )
    .readonly()
    .catch({}),
  /** Which panel stands on each side of the reader, and whether the side is open. */
  readerSides: z
    .object({
      left: z.object({ panel: z.string(), open: z.boolean() }).readonly(),
      right: z.object({ panel: z.string(), open: z.boolean() }).readonly(),
    })
    .readonly()
    .catch({ left: { panel: 'claims', open: true }, right: { panel: 'marks', open: true } }),
  /** How pages are shown: one after the other or one at a time; on paper as it is, dimmed, or with light and dark exchanged. */
  readerView: z
    .object({ flow: z.enum(FLOWS), paper: z.enum(['as-is', 'dimmed', 'inverted']) })
    .readonly()
    .catch({ flow: 'continuous', paper: 'as-is' }),
  /** The documents open in the reader. */
  openTabs: openTabsSchema.catch(NO_TABS),
  /** Whether the bundled analysis is being put in: set at the first start, cleared when all of it is there. */
  seeding: z.boolean().catch(false),
  /** Megabytes that kept pictures of pages may take. */
  pictureBudget: z.int().min(50).max(20_000).catch(500),
  /** Whether pages that are pictures are recognised when a document was imported. */
  recogniseAfterImport: z.boolean().catch(true),
  /** Languages that text is recognised in, unless a document is given others. */
  recognitionLanguages: list(z.string().min(1)).catch(['eng']),
  /** Pages that are still to be recognised, in the order of the documents; what was asked for page by page beside them. */
  recognitionTasks: list(
    z
      .object({ documentId: documentIdSchema, pages: list(z.int().min(0)), asked: list(z.int().min(0)), languages: list(z.string()) })
      .readonly(),
  ).catch([]),
  recognitionPaused: z.boolean().catch(false),
  /** Whether words of which the recognition was not sure are underlined on the page. */
  showDoubtfulWords: z.boolean().catch(false),
  /** How quotations are cited where an analysis says nothing of its own. */
  citationStyle: z.enum(CITATION_STYLES).catch('plain'),
  /** Who packs bundles, for their bag-info.txt; nobody is named unless it was entered. */
  packer: packerSchema.catch({ organization: '', contact: '' }),
  /** For whom bundles are made. */
  bundleAudience: z.enum(AUDIENCES).catch('publication'),
  /** Notices that were put away. */
  dismissed: list(z.string()).catch([]),
} as const

export type PreferenceKey = keyof typeof PREFERENCES
export type Preference<Key extends PreferenceKey> = z.infer<(typeof PREFERENCES)[Key]>

/** A preference as it was set, or its default; a stored value that no longer fits counts as unset. */
export async function readPreference<Key extends PreferenceKey>(db: Database, key: Key): Promise<Preference<Key>> {
  return parsed(key, (await db.preferences.get(key))?.value)
}

/** Keeps a preference. A value that does not fit (a name of spaces only) is kept as the default. */
export async function writePreference<Key extends PreferenceKey>(db: Database, key: Key, value: Preference<Key>): Promise<void> {
  await db.preferences.put({ key, value: parsed(key, value) })
}

/** Changes a preference from what it is, in one transaction: two places that change parts of it at once both stay. */
export async function changePreference<Key extends PreferenceKey>(
  db: Database,
  key: Key,
  change: (before: Preference<Key>) => Preference<Key>,
): Promise<void> {
  await db.transaction('rw', db.preferences, async () => writePreference(db, key, change(await readPreference(db, key))))
}

/** A preference and how to set it; the default until it has been read. */
export function usePreference<Key extends PreferenceKey>(key: Key): readonly [Preference<Key>, (value: Preference<Key>) => Promise<void>] {
  const { db } = useWorkbench()
  const value = useLiveQuery(() => readPreference(db, key), [db, key])
  return [value ?? parsed(key, undefined), (next) => writePreference(db, key, next)]
}

const parsed = <Key extends PreferenceKey>(key: Key, value: unknown): Preference<Key> => PREFERENCES[key].parse(value) as Preference<Key>
