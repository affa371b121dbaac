import { put } from '@shared/storage/records'
import { aClaim, anAnalysis } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { expect, test } from 'vitest'
import { assessClaim } from '../claims/commands/assess-claim'
import { commandBench } from '../testing/command-bench'
import { enteredAs } from './entered-as'

test('what is entered under another name bears that name, and the custody log says who did it', async () => {
  const bench = commandBench(`entered-as-${newId('test')}`)
  const analysis = anAnalysis()
  const claim = aClaim(analysis)
  await bench.have([put('analyses', analysis), put('claims', claim)])
  await bench.runBothWays(enteredAs('Sample', assessClaim), { claimId: claim.id, readingId: null, status: 'mixed', confidence: null, reasoning: '' })
  expect(await bench.db.where('assessments', 'claimId', claim.id)).toMatchObject([{ author: 'Sample' }])
  expect((await bench.db.custody.orderBy('seq').last())?.entry).toMatchObject({ actor: 'Researcher', command: 'assess-claim' })
  await bench.remove()
})
