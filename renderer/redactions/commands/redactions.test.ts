import 'fake-indexeddb/auto'
import { findChainBreak } from '@shared/custody/custody-entry'
import { aDocument, aSegment } from '@shared/testing/builders'
import { put } from '@shared/storage/records'
import { pageIndex } from '@shared/units/pages'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CommandBench, commandBench } from '../../testing/command-bench'
import { freedBy } from '../held-ranges'
import { acceptRedactions } from './accept-redactions'
import { decideHeldWords } from './decide-held-words'
import { dismissRedactions } from './dismiss-redactions'

describe('deciding about redactions', () => {
  const document = aDocument()
  const redaction = (key: string) => ({
    key,
    codes: ['(b)(6)'],
    segment: aSegment(document.id, { quote: '', ranges: [], textOrigin: 'typed' }),
  })
  let bench: CommandBench
  beforeEach(async () => {
    bench = commandBench('redactions')
    await bench.have([put('documents', document)])
  })
  afterEach(() => bench.remove())

  it('confirms many in one step that can be taken back, each with who confirmed it', async () => {
    await bench.runBothWays(acceptRedactions, { documentId: document.id, redactions: [redaction('box:1'), redaction('box:2')] })
    expect(await bench.db.all('annotations')).toMatchObject([
      { kind: 'redaction', exemptionCodes: ['(b)(6)'], confirmed: { by: 'Researcher' } },
      { kind: 'redaction' },
    ])
    expect(await bench.summaries()).toContain('Confirmed 2 redactions')
  })

  it('does not confirm one twice, and takes over the rest', async () => {
    await bench.run(acceptRedactions, { documentId: document.id, redactions: [redaction('box:1')] })
    expect(await bench.refusal(acceptRedactions, { documentId: document.id, redactions: [redaction('box:1')] })).toBe('confirmed-already')
    await bench.run(acceptRedactions, { documentId: document.id, redactions: [redaction('box:1'), redaction('box:2')] })
    expect(await bench.db.all('annotations')).toHaveLength(2)
  })

  it('confirms more than are read and written at once in one step, whose entry holds in the chain', async () => {
    const redactions = Array.from({ length: 1100 }, (_, at) => redaction(`box:${at}`))
    await bench.runBothWays(acceptRedactions, { documentId: document.id, redactions })
    expect(await bench.db.rows('annotations').count()).toBe(1100)
    const lines = await bench.db.custody.orderBy('seq').toArray()
    expect(lines.map(({ entry }) => [entry.command, entry.changes.length])).toEqual([
      ['accept-redactions', 2200],
      ['undo', 2200],
      ['accept-redactions', 2200],
    ])
    expect(findChainBreak(lines.map(({ entry }) => entry))).toBeNull()
    expect(lines[0]?.rows.map(({ id }) => id)).toEqual(lines[0]?.entry.changes.map(({ id }) => id))
  })

  it('remembers what was dismissed', async () => {
    await bench.runBothWays(dismissRedactions, { documentId: document.id, proposals: [{ pageIndex: pageIndex(0), key: 'box:1' }] })
    expect(await bench.db.all('proposalDecisions')).toMatchObject([
      { kind: 'redaction', key: 'box:1', verdict: 'dismissed', author: 'Researcher' },
    ])
  })

  it('releases words only with a reason, and a later decision takes the place of an earlier one', async () => {
    const findings = [{ pageIndex: pageIndex(0), key: '1,2,3,4' }]
    expect(await bench.refusal(decideHeldWords, { documentId: document.id, findings, verdict: 'released', reason: '  ' })).toBe(
      'reason-missing',
    )
    await bench.runBothWays(decideHeldWords, { documentId: document.id, findings, verdict: 'released', reason: 'The editor agreed' })
    expect([...freedBy(await bench.db.all('proposalDecisions'))]).toEqual(['0:1,2,3,4'])
    await bench.run(decideHeldWords, { documentId: document.id, findings, verdict: 'kept-back', reason: '' })
    expect(await bench.db.all('proposalDecisions')).toMatchObject([{ verdict: 'kept-back' }])
    expect([...freedBy(await bench.db.all('proposalDecisions'))]).toEqual([])
  })
})
