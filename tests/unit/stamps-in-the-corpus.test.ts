import { edgesOfPage, proposeStamps } from '@shared/stamps/propose-stamps'
import { describe, expect, test } from 'vitest'
import { corpusPages, hasCorpus } from '../support/corpus-pages'

describe.skipIf(!hasCorpus)('in real documents (skipped where the corpus is not beside the project)', () => {
  const proposalsOf = async (name: string): Promise<readonly string[]> =>
    proposeStamps((await corpusPages(name)).map(edgesOfPage)).map(
      ({ kind, from, to, before, after, first }) => `${kind} ${from + 1}-${to + 1}: ${before}${first}${after}`,
    )
  test('the appendix of an appeal carries a record number and two courts’ headers, with gaps', async () => {
    const found = await proposalsOf('ice-foia-record-ja-excerpt.pdf')
    for (const one of [
      'record 1-39: JA 35',
      'record 40-41: JA 92',
      'record 42-48: JA 102',
      'filing 2-9: Case 1:19-cv-07058-GBD Document 32 Filed 05/07/20 Page 1 of 8',
      'filing 1-1: Case 1:19-cv-07058-GBD Document 30 Filed 05/07/20 Page 1 of 1',
      'filing 42-48: Case 21-1233, Document 32, 08/20/2021, 3160136, Page105 of 196',
    ])
      expect(found).toContain(one)
  }, 60_000)
  test(
    'a scan whose only text is the filing stamp gives it',
    async () =>
      expect(await proposalsOf('sdny-opinion-scan-dkt52.pdf')).toEqual([
        'filing 1-15: Case 1:19-cv-07058-GBD Document 52 Filed 03/10/21 Page 1 of 15',
      ]),
    60_000,
  )
  test(
    'a brief’s printed numbers begin after its tables',
    async () =>
      expect(await proposalsOf('doj-sdny-msj-memo-dkt31.pdf')).toEqual([
        'filing 1-24: Case 1:19-cv-07058-GBD Document 31 Filed 05/07/20 Page 1 of 24',
        'printed 5-24: 1',
      ]),
    60_000,
  )
  test(
    'the Federal Register’s page is read at either side of the header',
    async () => expect(await proposalsOf('eo-14110-federal-register.pdf')).toContain('printed 1-36: 75191'),
    60_000,
  )
  test('nothing is proposed for an opinion whose numbers are its labels, nor for a table of figures', async () => {
    expect(await proposalsOf('2d-cir-opinion-21-1233.pdf')).toEqual([])
    expect(await proposalsOf('usms-average-daily-population-2025-07.pdf')).toEqual([])
  }, 60_000)
})
