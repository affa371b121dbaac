import { describe, expect, test } from 'vitest'
import { custodyHeadOf, type DossierSnapshot, snapshotSchema } from '../dossier/snapshot'
import type { Document } from '../documents/document'
import { anAnnotation, aProposalDecision, aStampRule, aTextChoice, aTextCorrection, aCustodyLog, putAll } from '../testing/builders'
import { bundleInMemory, dossierWorld, filesOf, openFake } from '../testing/dossier-world'
import { remakeManifests, rewrite, textOf } from '../testing/forger'
import { verifyBundle } from './verify-bundle'

const { parts, snapshot, custody } = dossierWorld()
const [document] = snapshot.records.documents as [Document]
const loose = anAnnotation(document, { comment: 'Ask who signed this.', tags: ['lead'], segments: [{ quote: 'The amount con-' }] })
const working: NonNullable<DossierSnapshot['working']> = {
  annotations: [loose],
  recognitions: [],
  textCorrections: [aTextCorrection(document)],
  textChoices: [aTextChoice(document)],
  stampRules: [aStampRule(document)],
  documentVersions: [],
  proposalDecisions: [aProposalDecision(document)],
}

/** The world's bundle for a colleague, with a log that knows the working records as well. */
function forColleague(over: { readonly working?: typeof working; readonly records?: DossierSnapshot['records'] } = {}) {
  const made = over.working ?? working
  const rest = aCustodyLog(putAll(made), custody.at(-1))
  const log = [...custody, ...rest]
  return {
    ...parts,
    custody: log,
    snapshot: snapshotSchema.parse({
      ...snapshot,
      ...(over.records === undefined ? {} : { records: over.records }),
      custody: custodyHeadOf(log),
      working: made,
    }),
  }
}
const failing = async (files: Map<string, Uint8Array>): Promise<readonly string[]> =>
  (await verifyBundle(filesOf(files), openFake(files))).filter(({ ok }) => !ok).map(({ name }) => name)

describe('a bundle for a colleague', () => {
  test('passes every check, and says that it holds working records', async () => {
    const files = await bundleInMemory(forColleague())
    const checks = await verifyBundle(filesOf(files), openFake(files))
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(checks.find(({ name }) => name === 'records')?.what).toContain('5 working records')
    expect(textOf(files, 'bag-info.txt').replace(/\s+/g, ' ')).toContain('for a colleague and not for publication')
  })

  test('composes the same dossier as one for publication: its working records stand in vouch.json alone', async () => {
    const files = await bundleInMemory(forColleague())
    const holding = [...files.keys()].filter((path) => textOf(files, path).includes('Ask who signed this.'))
    expect(holding).toEqual(['data/vouch.json'])
  })

  test('is refused when a working record is changed, added or taken out', async () => {
    const files = await bundleInMemory(forColleague())
    for (const [from, to] of [
      ['Ask who signed this.', 'Nobody signed this.'],
      ['"textChoices":[', `"textChoices":[${JSON.stringify(aTextChoice(document))},`],
    ] as const) {
      const forged = new Map(files)
      rewrite(forged, 'data/vouch.json', (text) => text.replace(from, to))
      remakeManifests(forged)
      expect(await failing(forged)).toContain('records')
    }
    const bare = new Map(files)
    rewrite(bare, 'data/vouch.json', (text) => text.replace(/,"working":\{.*\}(?=\}\n$)/, ''))
    remakeManifests(bare)
    expect(await failing(bare)).toContain('composition')
  })

  test('is refused with a working record on a document that is kept out', async () => {
    const documents = snapshot.records.documents.map((one) =>
      one.id === document.id ? { ...one, handling: 'do-not-bundle' as const } : one,
    )
    const files = await bundleInMemory(forColleague({ records: { ...snapshot.records, documents } }))
    const records = (await verifyBundle(filesOf(files), openFake(files))).find(({ name }) => name === 'records')
    expect(records?.ok).toBe(false)
  })
})
