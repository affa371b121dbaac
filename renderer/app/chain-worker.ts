import { breakAfter, type CustodyEntry } from '@shared/custody/custody-entry'
import { throwInOwnTask } from '@shared/errors/throw-in-own-task'
import { Database } from '../storage/database'
import type { ChainJob, ChainState } from './chain-job'

// A dedicated worker: an entry names every record that its command changed, which may be ten thousand, and is hashed again here.

/** Entries fetched at once. */
const AT_ONCE = 100

let db: Database | null = null
/** The entry up to which the chain holds, null before the first; and the number of entries there are. */
let checked: Pick<CustodyEntry, 'seq' | 'hash'> | null = null
let entries = 0
let running = false

async function check(afresh: boolean): Promise<ChainState> {
  for (;;) {
    if (checked !== null && checked.seq > entries) checked = null
    if (db === null || (checked?.seq ?? 0) === entries) return 'whole'
    const rows = await db.custody
      .where('seq')
      .above(checked?.seq ?? 0)
      .limit(AT_ONCE)
      .toArray()
    if (rows.length === 0) return 'whole'
    for (const { entry } of rows) {
      const reason = breakAfter(checked, entry)
      if (reason === null) {
        checked = { seq: entry.seq, hash: entry.hash }
        continue
      }
      checked = null
      // A change that the vault refused was taken back, and its number given again: what was checked no longer counts.
      return afresh ? { seq: entry.seq, reason } : check(true)
    }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ChainJob>) => {
  db ??= new Database(data.database)
  entries = data.entries
  if (running) return
  running = true
  check(false)
    .then((state) => self.postMessage(state satisfies ChainState, {}))
    .catch(throwInOwnTask)
    .finally(() => {
      running = false
    })
})
