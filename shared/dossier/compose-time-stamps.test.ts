import { expect, it } from 'vitest'
import { composePayload } from '../bundle/payload'
import { dossierWorld } from '../testing/dossier-world'
import { signedStamp } from '../testing/signed-stamp'
import { sha256OfText } from '../units/hashes'
import { bytesToBase64 } from '../units/base64'
import { timestampSchema } from '../units/time'

const { snapshot, custody, parts } = dossierWorld()

async function composedWith(...imprints: readonly string[]) {
  const stamps = await Promise.all(imprints.map((imprint) => signedStamp(imprint)))
  const timeStamps = stamps.map((bytes, at) => ({
    name: `private name ${at}.tsr`,
    data: bytesToBase64(bytes),
    by: 'A',
    at: timestampSchema.parse('2026-11-27T10:00:00.000Z'),
  }))
  const analyses = snapshot.records.analyses.map((analysis) => (timeStamps.length === 0 ? analysis : { ...analysis, timeStamps }))
  return composePayload({ ...snapshot, records: { ...snapshot.records, analyses } }, custody, parts.picture)
}

it('a dossier names each time stamp: who stamped, when, and how much of the log', async () => {
  const { texts, tree } = await composedWith(custody.at(-1)?.hash ?? '', sha256OfText('another log'))
  expect(tree.timeStamps.map(({ path }) => path)).toEqual(['timestamps/TS-01.tsr', 'timestamps/TS-02.tsr'])
  for (const path of ['dossier.html', 'dossier.md']) {
    expect(texts.get(path)).toMatch(
      new RegExp(
        `An authority, \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC [^\n]*: covers the custody log up to entry ${custody.length} of ${custody.length} [^\n]*all of it\\.`,
      ),
    )
    expect(texts.get(path)).toContain('covers nothing that is here.')
    expect(texts.get(path)).not.toContain('private name')
  }
})

it('says nothing of time stamps where there are none', async () => {
  expect((await composedWith()).texts.get('dossier.md')).not.toContain('time stamp')
})
