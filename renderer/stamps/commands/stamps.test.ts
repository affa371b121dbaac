import { stampRuleSchema } from '@shared/stamps/stamp-rule'
import { put } from '@shared/storage/records'
import { aDocument, anAnnotation } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { pageIndex, pageStamp } from '@shared/units/pages'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { adjustMark } from '../../annotations/commands/adjust-mark'
import { markPassage } from '../../annotations/commands/mark-passage'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { dismissStampProposal } from './dismiss-stamp-proposal'
import { putStampRules } from './put-stamp-rules'
import { removeStampRule } from './remove-stamp-rule'
import { setPageStamp } from './set-page-stamp'

let bench: CommandBench
const document = { ...aDocument(), pageCount: 12 }
const mark = anAnnotation(document)
const stampOfMark = async (): Promise<string | null | undefined> => (await bench.db.get('annotations', mark.id))?.segments[0]?.stamp
const rule = (over: object = {}) => {
  const {
    documentId: _document,
    author: _author,
    at: _at,
    ...fields
  } = stampRuleSchema.parse({
    id: 'stamprule_a',
    documentId: document.id,
    from: 0,
    to: 9,
    before: 'JA ',
    after: '',
    first: 42,
    step: 1,
    digits: 3,
    exceptions: [],
    author: 'A',
    at: '2026-01-01T00:00:00.000Z',
    ...over,
  })
  return fields
}

beforeEach(async () => {
  bench = commandBench('stamp-commands-test')
  await bench.have([put('documents', document), put('annotations', mark)])
})
afterEach(() => bench.remove())

test('confirming a rule puts the stamp on marks that were made before, and taking it back takes it off', async () => {
  expect(mark.segments[0]).toMatchObject({ pageIndex: 0, stamp: null })
  await bench.runBothWays(putStampRules, { documentId: document.id, rules: [rule()] })
  expect(await stampOfMark()).toBe('JA 042')
  expect((await bench.summaries()).at(-1)).toBe('Confirmed page numbers on pages 1 to 10; 1 mark now carries them')
})
test('a mark made later carries the stamp, whatever its maker knew, also when its ends are moved', async () => {
  await bench.run(putStampRules, { documentId: document.id, rules: [rule()] })
  const { segments, documentId } = mark
  const later = anAnnotation(document)
  await bench.run(markPassage, { id: later.id, documentId, kind: 'highlight', segments, comment: '', exemptionCodes: [], link: null })
  expect((await bench.db.get('annotations', later.id))?.segments[0]?.stamp).toBe('JA 042')
  await bench.run(adjustMark, { id: later.id, segments: segments.map((segment) => ({ ...segment, pageIndex: pageIndex(3) })) })
  expect((await bench.db.get('annotations', later.id))?.segments[0]?.stamp).toBe('JA 045')
})
test('a page is corrected by hand, said to have none, and follows its rule again', async () => {
  await bench.run(putStampRules, { documentId: document.id, rules: [rule()] })
  const { id } = rule()
  await bench.runBothWays(setPageStamp, { ruleId: id, page: pageIndex(0), stamp: pageStamp('JA 042-A') })
  expect(await stampOfMark()).toBe('JA 042-A')
  await bench.run(setPageStamp, { ruleId: id, page: pageIndex(0), stamp: null })
  expect(await stampOfMark()).toBeNull()
  await bench.run(setPageStamp, { ruleId: id, page: pageIndex(0), stamp: pageStamp('JA 042') })
  expect((await bench.db.get('stampRules', id))?.exceptions).toEqual([])
  expect(await bench.refusal(setPageStamp, { ruleId: id, page: pageIndex(11), stamp: null })).toBe('rule-missing')
})
test('a page may carry two series; removing one leaves the other on the marks', async () => {
  await bench.run(putStampRules, { documentId: document.id, rules: [rule()] })
  const second = rule({ id: 'stamprule_b', before: 'Page ', after: ' of 12', first: 1, digits: 0 })
  await bench.run(putStampRules, { documentId: document.id, rules: [second] })
  expect(await stampOfMark()).toBe('JA 042; Page 1 of 12')
  await bench.runBothWays(removeStampRule, { id: rule().id })
  expect(await stampOfMark()).toBe('Page 1 of 12')
})
test('changing a rule keeps who confirmed it and when, and changes the marks', async () => {
  await bench.run(putStampRules, { documentId: document.id, rules: [rule()] })
  const confirmed = await bench.db.get('stampRules', rule().id)
  await bench.run(putStampRules, { documentId: document.id, rules: [rule({ first: 100 })] })
  expect(await bench.db.get('stampRules', rule().id)).toEqual({ ...confirmed, first: 100 })
  expect(await stampOfMark()).toBe('JA 100')
})
test('a range that the document does not have is refused', async () => {
  expect(await bench.refusal(putStampRules, { documentId: document.id, rules: [rule({ to: 12 })] })).toBe('pages-out-of-range')
  expect(await bench.refusal(putStampRules, { documentId: document.id, rules: [rule({ from: 5, to: 2 })] })).toBe('pages-out-of-range')
})
test('a dismissed proposal is remembered, and can be taken back', async () => {
  await bench.runBothWays(dismissStampProposal, { id: newId('decision'), documentId: document.id, key: 'JA #' })
  expect(await bench.db.all('proposalDecisions')).toMatchObject([{ kind: 'stamp', key: 'JA #', verdict: 'dismissed' }])
})
