import type { DossierSnapshot } from '../dossier/snapshot'
import type { AnyRecord } from '../storage/records'
import { keyOf } from './histories'
import type { OpenedBundle } from './opened-bundle'
import { DECIDED_TABLES } from './rivals'

export type SetAside = NonNullable<DossierSnapshot['setAside']>

/** The records that a bundle brought, or said to be set aside, and in whose place something else or nothing stands here. */
export const notTakenUp = ({ otherwise, told }: Pick<OpenedBundle, 'otherwise' | 'told'>): SetAside => [
  ...otherwise.map(({ table, record }) => ({ table, id: (record as AnyRecord).id as string })),
  ...(told.setAside ?? []),
]

/**
 * Decisions that bundles brought and in whose place another was decided for here, so that whoever gets this side's bundle is not asked the same again. A log
 * does not say it: it holds nothing of a record that was never taken up.
 * @param isHere whether a record stands here after all, by `table/id`
 */
export function setAsideIn(opened: readonly OpenedBundle[], isHere: (key: string) => boolean): SetAside {
  const aside = new Map<string, SetAside[number]>()
  for (const one of opened.flatMap(notTakenUp)) {
    const key = keyOf(one.table, one.id)
    if (DECIDED_TABLES.some((table) => table === one.table) && !isHere(key)) aside.set(key, one)
  }
  return [...aside].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/** The records that are set aside, by `table/id`. */
export const keysOf = (aside: readonly SetAside[number][]): ReadonlySet<string> => new Set(aside.map(({ table, id }) => keyOf(table, id)))
