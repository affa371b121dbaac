import { hashOfRecord } from '@shared/custody/custody-entry'
import { ok, problem, trouble } from '@shared/errors/outcome'
import type { BundleToKeep } from '@shared/exchange/bundle-record'
import { defineCommand } from '@shared/storage/command'
import { type AnyRecord, type Change, put } from '@shared/storage/records'
import { z } from 'zod'

export type TakeUp = {
  readonly changes: readonly Change[]
  /** The record that each change was planned for, as it stood here; null where there was none. In the order of `changes`. */
  readonly before: readonly (AnyRecord | null)[]
  readonly bundle: BundleToKeep
  /** Whether the analysis was here before. */
  readonly merging: boolean
}

/** Takes up a bundle: all that it brings, in one step that can be undone, with the custody logs that came along. */
export const takeUpBundle = defineCommand({
  name: 'take-up-bundle',
  label: 'Open a bundle',
  // Each record is checked against its own schema when it is written.
  input: z.custom<TakeUp>(),
  async decide({ changes, before, bundle, merging }, { read, at, actor }) {
    for (const [place, change] of changes.entries()) {
      const here = await read.get(change.table, change.op === 'put' ? change.record.id : change.id)
      const planned = before[place] ?? null
      if ((here === undefined ? null : hashOfRecord(here)) !== (planned && hashOfRecord(planned)))
        return trouble(
          problem(
            'changed-since',
            'Something that the bundle concerns was changed here since it was looked through.',
            'Nothing was taken up. Choose the bundle again: it is compared anew.',
          ),
        )
    }
    const [log] = bundle.logs
    const stated = log === undefined ? '' : `, whose custody log has ${log.head.entries} entries`
    return ok({
      changes: [...changes, put('openedBundles', { ...bundle, author: actor, at })],
      summary: `${merging ? 'Merged' : 'Opened'} a bundle${stated}: ${changes.length} records changed here`,
    })
  },
})
