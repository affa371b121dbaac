import { movedPart, shownPart, USUAL_SETTINGS } from '@shared/dossier/dossier-settings'
import { put } from '@shared/storage/records'
import { anAnalysis } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { duplicateAnalysis } from '../../analyses/commands/duplicate-analysis'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { setDossier } from './set-dossier'

const analysis = anAnalysis()
let bench: CommandBench
beforeEach(async () => {
  bench = commandBench(`set-dossier-${newId('test')}`)
  await bench.have([put('analyses', analysis)])
})
afterEach(() => bench.remove())

it('keeps how a dossier is put together, with every part, and takes it along into a copy', async () => {
  const settings = { ...shownPart(movedPart(USUAL_SETTINGS, 'custody', -1), 'parity', false), citationStyle: 'chicago' as const }
  await bench.runBothWays(setDossier, { id: analysis.id, settings })
  expect(await bench.db.get('analyses', analysis.id)).toEqual({ ...analysis, dossier: settings })
  const copyId = newId('analysis')
  await bench.runBothWays(duplicateAnalysis, { id: analysis.id, copyId, title: 'Copy' })
  expect((await bench.db.get('analyses', copyId))?.dossier).toEqual(settings)
})

it('leaves out nothing that says what the rest is worth', async () => {
  const settings = { ...USUAL_SETTINGS, parts: USUAL_SETTINGS.parts.map((each) => ({ ...each, shown: each.part !== 'method' })) }
  expect(await bench.refusal(setDossier, { id: analysis.id, settings })).toBe('part-stays')
})
