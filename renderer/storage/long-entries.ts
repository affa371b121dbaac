import { Dexie, type DBCore, type DBCoreMutateRequest, type DBCoreTable, type Middleware, RangeSet } from 'dexie'

/** Records that an entry of the log may have changed before it counts as a long one. */
const LONG = 200
const TABLE = 'custody'
const INDEX = 'recordIds'

type Row = { readonly recordIds: readonly string[] }
const isLong = (row: unknown): row is Row =>
  typeof row === 'object' && row !== null && 'recordIds' in row && Array.isArray(row.recordIds) && row.recordIds.length > LONG

const changing = (
  name: string,
  level: number,
  mutate: (core: DBCore, table: DBCoreTable) => DBCoreTable['mutate'],
): Middleware<DBCore> => ({
  stack: 'dbcore',
  name,
  level,
  create: (core) => ({
    ...core,
    table: (which) => {
      const table = core.table(which)
      return which === TABLE ? { ...table, mutate: mutate(core, table) } : table
    },
  }),
})

/**
 * Lets live queries note of a long entry of the custody log that it came, and not each of the records that it names: Dexie copies a tree of
 * ten thousand keys for every live query that there is. The row is shown to what notes changes (level 0) without its records, with the whole
 * index marked as changed, and is made whole again before it is written.
 */
export function withLongEntries(db: Dexie): void {
  const whole = new WeakMap<object, Row>()
  const shown = (row: unknown): unknown => {
    if (!isLong(row)) return row
    const short = { ...row, recordIds: [] }
    whole.set(short, row)
    return short
  }
  const written = (row: unknown): unknown => (typeof row === 'object' && row !== null ? (whole.get(row) ?? row) : row)
  db.use(
    changing('long entries, as they are noted', 1, ({ schema }, table) => (request) => {
      if (!('values' in request) || !request.values.some(isLong)) return table.mutate(request)
      const all = new RangeSet(Dexie.minKey, Dexie.maxKey)
      const mutatedParts = { ...request.mutatedParts, [`idb://${schema.name}/${TABLE}/${INDEX}`]: all }
      return table.mutate({ ...request, values: request.values.map(shown), mutatedParts } satisfies DBCoreMutateRequest)
    }),
  )
  db.use(
    changing(
      'long entries, as they are written',
      -1,
      (_core, table) => (request) => table.mutate('values' in request ? { ...request, values: request.values.map(written) } : request),
    ),
  )
}
