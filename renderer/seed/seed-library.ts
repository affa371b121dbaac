import type { SampleFile } from '@shared/analyses/sample-file'
import type { Claim } from '@shared/claims/claim'
import { messageOf, type Outcome, ok, trouble } from '@shared/errors/outcome'
import { importAnalysis } from '../analyses/commands/import-analysis'
import { readPreference, writePreference } from '../preferences/preferences'
import type { Workbench } from '../workbench/workbench'
import { inOneStep, type Step } from './in-one-step'
import { judgementsOf } from './sample-judgements'
import { marksIn } from './sample-marks'
import { matrixOf } from './sample-matrix'
import { purchasesOf } from './sample-purchases'
import { searchesOf } from './sample-searches'
import { addressOfSample, bundledRecords, readSamples, sampleMarksByName } from './samples'
import { failed, type Seeding } from './seeding'

const asWorkbench = { by: 'workbench' } as const

/**
 * Puts the bundled analysis and the sample documents into a new library, with marks, judgements and a matrix already made. To be called once
 * after every start, with what the StartReport says: it does nothing in a library that is not new, except going on where a
 * first start was interrupted. It runs beside the interface and everything it does stands as "Vouch" in the custody log.
 * @param begin true at the first start, or when the researcher asks for the bundled analysis again
 */
export function seedLibrary(workbench: Workbench, begin: boolean): Promise<Outcome<null>> {
  const work = underWay.get(workbench) ?? seed(workbench, begin).finally(() => underWay.delete(workbench))
  underWay.set(workbench, work)
  return work
}

/** One seeding at a time: asking twice is asking once. */
const underWay = new WeakMap<Workbench, Promise<Outcome<null>>>()

async function seed(workbench: Workbench, begin: boolean): Promise<Outcome<null>> {
  if (!begin && !(await readPreference(workbench.db, 'seeding'))) return ok(null)
  await writePreference(workbench.db, 'seeding', true)
  const samples = readSamples()
  if (!samples.ok) return samples
  const claims = await putAnalysis(workbench)
  if (!claims.ok) return claims
  const imported = await importSamples(workbench, samples.value)
  if (!imported.ok) return imported
  const done = await putWork({ workbench, samples: samples.value, claims: claims.value })
  if (done.ok) await writePreference(workbench.db, 'seeding', false)
  return done
}

async function putAnalysis({ db, run }: Workbench): Promise<Outcome<readonly Claim[]>> {
  const records = bundledRecords()
  if (!records.ok) return records
  const { analysis, claims } = records.value
  if ((await db.get('analyses', analysis.id)) !== undefined) return ok(claims)
  const done = await run(importAnalysis, records.value, asWorkbench)
  return done.ok ? ok(claims) : done
}

/** Imports the samples as any other file is imported, only that it is Vouch who does it. */
async function importSamples({ imports }: Workbench, { documents }: SampleFile): Promise<Outcome<null>> {
  const files: { readonly from: 'window'; readonly name: string; readonly blob: Blob }[] = []
  for (const { file, name } of documents) {
    const address = addressOfSample(file)
    if (address === undefined) return trouble(failed(`The sample document ${file} is not part of this build.`))
    try {
      const answer = await fetch(address)
      if (!answer.ok) return trouble(failed(`The sample document ${file} could not be read (${answer.status}).`))
      files.push({ from: 'window', name, blob: await answer.blob() })
    } catch (thrown) {
      return trouble(failed(`The sample document ${file} could not be read (${messageOf(thrown)}).`))
    }
  }
  // The one queue of the workbench, because it may be going on with these very files after an interrupted start.
  for (const { name, result } of await imports.add(files, asWorkbench)) {
    if (result === null || result.kind === 'cancelled') return trouble(failed(`${name} was not imported.`))
    if (result.kind === 'refused' || result.kind === 'kept') return trouble(result.problem)
  }
  return ok(null)
}

/** What a researcher would have done with the samples, as one change: it is in wholly or, after an interrupted start, not at all. */
async function putWork(seeding: Seeding): Promise<Outcome<null>> {
  const { workbench, samples, claims } = seeding
  const analysisId = claims[0]?.analysisId
  if (analysisId === undefined) return trouble(failed('The bundled analysis has no claims.'))
  for (const id of sampleMarksByName(samples).values()) if ((await workbench.db.get('annotations', id)) !== undefined) return ok(null)
  const steps: Step[] = []
  for (const sample of samples.documents) {
    const marks = await marksIn(seeding, sample)
    if (!marks.ok) return marks
    steps.push(...marks.value)
  }
  const [judgements, matrix] = [judgementsOf(seeding), await matrixOf(seeding, analysisId)]
  if (!judgements.ok) return judgements
  if (!matrix.ok) return matrix
  steps.push(...judgements.value, ...matrix.value, ...purchasesOf(seeding, analysisId), ...searchesOf(seeding, analysisId))
  const done = await workbench.run(inOneStep(steps, { author: samples.author, summary: 'Put the sample evidence in' }), null, asWorkbench)
  return done.ok ? ok(null) : done
}
