import { bundleToKeep } from '@shared/exchange/bundle-record'
import { carriedBy } from '@shared/exchange/carried-records'
import { put } from '@shared/storage/records'
import { aClaim } from '@shared/testing/builders'
import { dossierWorld } from '@shared/testing/dossier-world'
import { afterEach, expect, test } from 'vitest'
import { placedOf } from '@shared/exchange/plan-merge'
import { type CommandBench, commandBench } from '../../testing/command-bench'
import { type TakeUp, takeUpBundle } from './take-up-bundle'

let bench: CommandBench
afterEach(() => bench.remove())

const { snapshot, custody } = dossierWorld()
const changes = placedOf(carriedBy(snapshot)).map(({ table, record }) => put(table, record as never))
const whole: TakeUp = { changes, before: changes.map(() => null), bundle: bundleToKeep(snapshot, [custody], new Map(), []), merging: false }

test('a bundle is taken up in one entry of the custody log, and undo takes all of it back', async () => {
  bench = commandBench('take-up-bundle')
  await bench.runBothWays(takeUpBundle, whole)
  expect(await bench.summaries()).toEqual(
    [0, 1, 2].map(() =>
      expect.stringContaining(`Opened a bundle, whose custody log has ${custody.length} entries: ${changes.length} records changed here`),
    ),
  )
  expect((await bench.db.all('openedBundles')).map(({ logs, author }) => [logs[0]?.entries.length, author])).toEqual([
    [custody.length, 'Researcher'],
  ])
})

test('what was changed here since it was looked through is not written over', async () => {
  bench = commandBench('take-up-changed')
  const [claim] = snapshot.records.claims
  if (claim === undefined) throw new Error('the world has no claim')
  await bench.have([put('claims', aClaim({ id: claim.analysisId }, { ...claim, text: 'Reworded here.' }))])
  expect(await bench.refusal(takeUpBundle, whole)).toBe('changed-since')
})
