import { expect, test } from 'vitest'
import { sha256OfText } from '../units/hashes'
import { newId } from '../units/ids'
import { timestampOf } from '../units/time'
import { breakAfter, sealEntry, sealEntryInTurns } from './custody-entry'

const entryOf = (count: number, summary: string) => ({
  at: timestampOf(0),
  actor: 'A "changes":[] person, as it is “written”',
  command: 'accept-redactions',
  summary,
  reverts: null,
  changes: Array.from({ length: count }, (_, at) => ({
    table: 'annotations',
    id: newId('annotation'),
    before: at % 3 === 0 ? sha256OfText(String(at)) : null,
    after: sha256OfText(`after ${at}`),
  })),
})

test('an entry that is sealed in turns is the same as one that is sealed on end', async () => {
  const first = sealEntry(entryOf(1, 'first'), null)
  for (const count of [0, 1, 199, 200, 201, 1000]) {
    const entry = entryOf(count, '"changes":[] 😀')
    let rests = 0
    const sealed = await sealEntryInTurns(entry, first, async () => void (rests += 1))
    expect(sealed).toEqual(sealEntry(entry, first))
    expect(breakAfter(first, sealed)).toBeNull()
    expect(rests).toBe(Math.ceil(count / 200))
  }
})
