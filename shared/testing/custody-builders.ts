import { type CustodyEntry, hashOfRecord, sealEntry } from '../custody/custody-entry'
import { type Change, put } from '../storage/records'
import { timestampOf } from '../units/time'

/** A custody log in which each change is a command of its own, a minute apart. */
export function aCustodyLog(changes: readonly Change[], start: CustodyEntry | null = null): readonly CustodyEntry[] {
  const entries: CustodyEntry[] = []
  for (const [at, change] of changes.entries()) {
    if (change.op === 'remove') throw new Error('this builder only puts records')
    const sealed = sealEntry(
      {
        at: timestampOf(Date.UTC(2026, 10, 22, 13, 41 + at)),
        actor: 'Researcher',
        command: 'put',
        summary: `Put a record of ${change.table}`,
        changes: [{ table: change.table, id: change.record.id, before: null, after: hashOfRecord(change.record) }],
        reverts: null,
      },
      entries.at(-1) ?? start,
    )
    entries.push(sealed)
  }
  return entries
}

/** The records of one analysis as the changes that put them. */
export const putAll = (records: { readonly [Table in Parameters<typeof put>[0]]?: readonly object[] }): readonly Change[] =>
  Object.entries(records).flatMap(([table, items]) => items.map((item) => ({ op: 'put', table, record: item }) as Change))
