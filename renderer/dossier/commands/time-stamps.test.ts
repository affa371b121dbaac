import { put } from '@shared/storage/records'
import { anAnalysis } from '@shared/testing/builders'
import { signedStamp } from '@shared/testing/signed-stamp'
import { newId } from '@shared/units/ids'
import { sha256OfText } from '@shared/units/hashes'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { addTimeStamp } from './add-time-stamp'
import { removeTimeStamp } from './remove-time-stamp'

const analysis = anAnalysis()
const data = btoa(String.fromCharCode(...(await signedStamp(sha256OfText('head')))))

let bench: CommandBench
beforeEach(async () => {
  bench = commandBench(`stamps-${newId('test')}`)
  await bench.have([put('analyses', analysis)])
})
afterEach(() => bench.remove())

describe('a time stamp of an analysis', () => {
  const names = async () => (await bench.db.get('analyses', analysis.id))?.timeStamps?.map(({ name }) => name)
  it('is added after those that are there, and taken out again', async () => {
    await bench.runBothWays(addTimeStamp, { id: analysis.id, name: 'one.tsr', data })
    await bench.runBothWays(addTimeStamp, { id: analysis.id, name: 'two.tsr', data })
    expect(await names()).toEqual(['one.tsr', 'two.tsr'])
    await bench.runBothWays(removeTimeStamp, { id: analysis.id, at: 0 })
    expect(await names()).toEqual(['two.tsr'])
    await bench.runBothWays(removeTimeStamp, { id: analysis.id, at: 0 })
    expect(await bench.db.get('analyses', analysis.id)).toEqual(analysis)
  })
  it('is refused where it is none, or no longer there', async () => {
    expect(await bench.refusal(addTimeStamp, { id: analysis.id, name: 'a.pdf', data: btoa('%PDF-1.7') })).toBe('no-time-stamp')
    expect(await bench.refusal(removeTimeStamp, { id: analysis.id, at: 3 })).toBe('no-time-stamp')
  })
})
