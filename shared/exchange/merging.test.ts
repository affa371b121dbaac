import { assert, array, constantFrom, nat, property, record as arbitraryRecord } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '../annotations/annotation'
import { nextClaimNumber, type Claim } from '../claims/claim'
import { put, remove } from '../storage/records'
import {
  aClaim,
  aDocument,
  aLink,
  anAnalysis,
  anAnnotation,
  anAssessment,
  aProposalDecision,
  aSource,
  aStampRule,
  aTextChoice,
  aTextCorrection,
  putAll,
} from '../testing/builders'
import { contents, decideAll, type LibraryCopy, libraryCopy } from '../testing/library-copy'
import { pageIndex } from '../units/pages'
import { balanceOf } from './balance'
import { keyOf } from './histories'
import { type Placed, restsOn } from './references'
import { areRivals, saysTheSame } from './rivals'
import type { MergePlan } from './plan-merge'
import { decisionKey, settle } from './settle'

const analysis = anAnalysis()
const claims = [aClaim(analysis, { number: 'C01' }), aClaim(analysis, { number: 'C02' }), aClaim(analysis, { number: 'C03' })]
const [first, second, third] = claims as [Claim, Claim, Claim]
const document = aDocument()
const marks = [anAnnotation(document, { tags: ['money'] }), anAnnotation(document), anAnnotation(document)]
const [mark, otherMark, looseMark] = marks as [Annotation, Annotation, Annotation]
const link = aLink(first, mark)
const otherLink = aLink(second, otherMark)
const assessment = anAssessment(first)
const base = {
  analyses: [analysis],
  claims,
  documents: [document],
  annotations: marks,
  evidenceLinks: [link, otherLink],
  assessments: [assessment],
  sources: [aSource(analysis, { number: 1 })],
}

/** Two copies of one analysis: the second opened the bundle of the first. */
function twoCopies(): readonly [LibraryCopy, LibraryCopy] {
  const [a, b] = [libraryCopy(), libraryCopy()]
  a.change(putAll(base))
  b.takeUp(a.bundle())
  return [a, b]
}

const claimIn = (copy: LibraryCopy, id: Claim['id']): Claim => copy.records().get(keyOf('claims', id))?.record as Claim

describe('opening', () => {
  test('a bundle that is opened is stated under its own log, with the same records, until something is changed', () => {
    const [a, b] = twoCopies()
    expect(b.bundle()).toEqual(a.bundle())
    b.change([put('claims', { ...first, notes: 'Looked at again.' })])
    const changed = b.bundle()
    expect(changed.logs[0]).toEqual(b.log())
    expect(changed.snapshot.keptLogs).toEqual([a.bundle().snapshot.custody])
    b.change([put('claims', first)])
    expect(b.bundle()).toEqual(a.bundle())
  })

  test('opening the same bundle again changes nothing', () => {
    const [a, b] = twoCopies()
    const before = b.log().length
    const plan = b.takeUp(a.bundle())
    expect(new Set(plan.records.map(({ fate }) => fate))).toEqual(new Set(['same']))
    expect(b.log()).toHaveLength(before)
  })

  test('what Vouch put in by itself, and nobody touched, gives way to the bundle', () => {
    const [a, b] = [libraryCopy(), libraryCopy()]
    a.change(putAll(base), 'Vouch')
    a.change([put('claims', { ...first, text: 'Reworded.' })])
    b.change(putAll({ ...base, claims: claims.map((claim) => ({ ...claim, notes: 'put in at another time' })) }), 'Vouch')
    b.takeUp(a.bundle())
    expect(contents(b)).toEqual(contents(a))
    expect(b.bundle()).toEqual(a.bundle())
  })

  test('an earlier bundle of the same library brings nothing back', () => {
    const a = libraryCopy()
    a.change(putAll(base))
    const old = a.bundle()
    a.change([put('claims', { ...first, text: 'Reworded.' }), remove('evidenceLinks', link.id)])
    const now = contents(a)
    a.takeUp(old)
    expect(contents(a)).toEqual(now)
  })

  test('what was undone is not done again by a copy that does not know of it', () => {
    const [a, b] = twoCopies()
    a.change([put('claims', { ...first, text: 'Reworded.' })])
    b.takeUp(a.bundle())
    a.change([put('claims', first)])
    a.takeUp(b.bundle())
    expect(claimIn(a, first.id).text).toBe(first.text)
    b.takeUp(a.bundle())
    expect(claimIn(b, first.id).text).toBe(first.text)
  })
})

describe('merging', () => {
  test('edits of different records, and of different fields of one, both stand', () => {
    const [a, b] = twoCopies()
    a.change([put('claims', { ...first, text: 'The agency rented the system.' })])
    b.change([put('claims', { ...first, notes: 'See the order.' }), put('claims', { ...second, text: 'Another.' })])
    a.takeUp(b.bundle())
    expect(claimIn(a, first.id)).toMatchObject({ text: 'The agency rented the system.', notes: 'See the order.' })
    expect(claimIn(a, second.id).text).toBe('Another.')
  })

  test('a field that both changed waits for a decision, and stays ours until then', () => {
    const [a, b] = twoCopies()
    a.change([put('claims', { ...first, text: 'A says.' })])
    b.change([put('claims', { ...first, text: 'B says.' })])
    const { records } = a.plan(b.bundle())
    expect(records.flatMap(({ conflicts }) => conflicts)).toEqual([
      { path: ['text'], base: first.text, ours: 'A says.', theirs: 'B says.' },
    ])
    a.takeUp(b.bundle(), new Map([[decisionKey(keyOf('claims', first.id), ['text']), 'theirs']]))
    expect(claimIn(a, first.id).text).toBe('B says.')
  })

  test('a removal against an edit, and against something new that rests on it, is a conflict', () => {
    const [a, b] = twoCopies()
    a.change([remove('evidenceLinks', otherLink.id), remove('annotations', looseMark.id)])
    b.change([put('evidenceLinks', { ...otherLink, note: 'Look here.' }), put('evidenceLinks', aLink(third, looseMark))])
    const conflicts = a.plan(b.bundle()).records.filter((record) => record.conflicts.length > 0)
    expect(conflicts.map(({ key }) => key).sort()).toEqual(
      [keyOf('annotations', looseMark.id), keyOf('evidenceLinks', otherLink.id)].sort(),
    )
    a.takeUp(
      b.bundle(),
      decideAll(a.plan(b.bundle()), () => 'theirs', decisionKey),
    )
    expect([...a.records().values()].filter(({ table }) => table === 'evidenceLinks')).toHaveLength(3)
  })

  test('a removal that meets nothing goes through', () => {
    const [a, b] = twoCopies()
    b.change([remove('evidenceLinks', link.id)])
    a.takeUp(b.bundle())
    expect(a.records().has(keyOf('evidenceLinks', link.id))).toBe(false)
  })

  test('two claims that were each given the next number keep apart: theirs gets another, and all that mentions it follows', () => {
    const [a, b] = twoCopies()
    const [x, y] = [aClaim(analysis, { number: 'C04', text: 'From A.' }), aClaim(analysis, { number: 'C04', text: 'From B.' })]
    a.change([put('claims', x)])
    b.change([
      put('claims', y),
      put('claims', { ...first, dependsOn: ['C04'] }),
      put('sources', aSource(analysis, { number: 2, known: 'B’s.' })),
    ])
    a.change([put('sources', aSource(analysis, { number: 2, known: 'A’s.' }))])
    const plan = a.takeUp(b.bundle())
    expect(plan.renumbered).toEqual([
      { table: 'claims', id: y.id, from: 'C04', to: 'C05' },
      { table: 'sources', id: expect.any(String), from: '2', to: '3' },
    ])
    expect([claimIn(a, x.id).number, claimIn(a, y.id).number]).toEqual(['C04', 'C05'])
    expect(claimIn(a, first.id).dependsOn).toEqual(['C05'])
    b.takeUp(a.bundle())
    expect(contents(b)).toEqual(contents(a))
  })

  test('after a merge only what was done since meets again', () => {
    const [a, b] = twoCopies()
    a.change([put('claims', { ...first, text: 'A says.' })])
    b.change([put('claims', { ...first, text: 'B says.' })])
    const theirs = b.bundle()
    a.takeUp(theirs)
    expect(a.plan(theirs).records.flatMap(({ conflicts }) => conflicts)).toEqual([])
    b.change([put('claims', { ...second, notes: 'New.' }), put('claims', { ...claimIn(b, first.id), notes: 'And more.' })])
    const later = a.takeUp(b.bundle())
    expect(later.records.flatMap(({ conflicts }) => conflicts)).toEqual([])
    expect(claimIn(a, first.id)).toMatchObject({ text: 'A says.', notes: 'And more.' })
    expect(claimIn(a, second.id).notes).toBe('New.')
  })
})

describe('what was made on the documents', () => {
  const decision = aProposalDecision(document, { kind: 'failed-redaction', verdict: 'kept-back', key: 'box' })
  const of = (copy: LibraryCopy, table: string) =>
    [...copy.records().values()].filter((placed) => placed.table === table).map(({ record }) => record)

  test('goes along, comes in, is stated under the bundle’s own log, and goes when it was removed there', () => {
    const [a, b] = twoCopies()
    const made = {
      textChoices: [aTextChoice(document)],
      stampRules: [aStampRule(document)],
      proposalDecisions: [decision],
      textCorrections: [aTextCorrection(document)],
    }
    a.change(putAll(made))
    b.takeUp(a.bundle())
    expect(contents(b)).toEqual(contents(a))
    expect(b.bundle()).toEqual(a.bundle())
    a.change([remove('proposalDecisions', decision.id)])
    b.takeUp(a.bundle())
    expect(of(b, 'proposalDecisions')).toEqual([])
  })

  test('a mark that an earlier bundle left behind comes in with a later one, and nobody is asked', () => {
    const [a, b] = [libraryCopy(), libraryCopy()]
    a.change(putAll(base))
    b.takeUp(a.bundle(({ id }) => id !== looseMark.id))
    expect(b.records().has(keyOf('annotations', looseMark.id))).toBe(false)
    a.change([put('evidenceLinks', aLink(third, looseMark))])
    const plan = b.takeUp(a.bundle())
    expect(plan.records.flatMap(({ conflicts }) => conflicts)).toEqual([])
    expect(contents(b)).toEqual(contents(a))
  })

  test('two who decided otherwise about one matter are asked, once; one of both decisions stands', () => {
    for (const side of ['ours', 'theirs'] as const) {
      const [a, b] = twoCopies()
      const [ours, theirs] = [
        aTextChoice(document, { from: pageIndex(1), to: pageIndex(4) }),
        aTextChoice(document, { from: pageIndex(3), to: pageIndex(6), use: 'embedded' }),
      ]
      a.change([put('textChoices', ours), put('proposalDecisions', decision)])
      b.change([put('textChoices', theirs), put('proposalDecisions', { ...decision, verdict: 'released' })])
      const plan = a.plan(b.bundle())
      expect(plan.records.flatMap(({ key, conflicts }) => conflicts.map(() => key)).sort()).toEqual([
        keyOf('proposalDecisions', decision.id),
        keyOf('textChoices', theirs.id),
      ])
      a.takeUp(
        b.bundle(),
        decideAll(plan, () => side, decisionKey),
      )
      expect([of(a, 'textChoices'), of(a, 'proposalDecisions')]).toEqual(
        side === 'ours' ? [[ours], [decision]] : [[theirs], [{ ...decision, verdict: 'released' }]],
      )
      expect(a.plan(b.bundle()).records.flatMap(({ conflicts }) => conflicts)).toEqual([])
    }
  })

  test('two who decided the same are not asked: the earlier decision stands on both sides', () => {
    const [a, b] = twoCopies()
    const [earlier, later] = [
      aTextCorrection(document, { author: 'A' }),
      aTextCorrection(document, { author: 'B', at: '2026-11-23T00:00:00.000Z' as never }),
    ]
    a.change([put('textCorrections', later), put('proposalDecisions', { ...decision, author: 'A' })])
    b.change([put('textCorrections', earlier), put('proposalDecisions', { ...decision, author: 'B' })])
    const [fromA, fromB] = [a.bundle(), b.bundle()]
    expect(a.takeUp(fromB).records.flatMap(({ conflicts }) => conflicts)).toEqual([])
    b.takeUp(fromA)
    expect([of(a, 'textCorrections'), of(a, 'proposalDecisions')]).toEqual([[earlier], [{ ...decision, author: 'A' }]])
    expect(contents(a)).toEqual(contents(b))
  })
})

test('an analysis that was deleted here is brought back or left, as it is decided; what the bundle brings comes in either way', () => {
  for (const side of ['ours', 'theirs'] as const) {
    const [a, b] = twoCopies()
    const deleted = { ...analysis, deletedAt: analysis.createdAt }
    a.change([put('analyses', deleted)])
    b.change([put('claims', { ...first, text: 'Reworded.' })])
    const plan = a.plan(b.bundle())
    expect(plan.records.flatMap(({ key, conflicts }) => conflicts.map(({ path }) => [key, path]))).toEqual([
      [keyOf('analyses', analysis.id), ['deletedAt']],
    ])
    const decisions = decideAll(plan, () => side, decisionKey)
    const line = balanceOf(plan, settle(plan, decisions), decisions, b.bundle().snapshot.records).find(({ table }) => table === 'analyses')
    expect([line?.kind, line?.note]).toEqual(
      side === 'ours' ? ['kept', 'was deleted here, and stays deleted'] : ['merged', 'was deleted here, and was brought back'],
    )
    a.takeUp(b.bundle(), decisions)
    expect(a.records().get(keyOf('analyses', analysis.id))?.record).toEqual(side === 'ours' ? deleted : analysis)
    expect(claimIn(a, first.id).text).toBe('Reworded.')
  }
})

/** What a researcher does, as far as it matters here. `who` tells the copies apart, so that both never type the same by chance. */
type Deed = {
  readonly kind:
    | 'text'
    | 'note'
    | 'tag'
    | 'untag'
    | 'link'
    | 'unlink'
    | 'assess'
    | 'remove-mark'
    | 'add-claim'
    | 'decide'
    | 'choose'
    | 'correct'
    | 'stamp'
  readonly place: number
  readonly word: number
}
const WORDS = ['alpha', 'beta', 'gamma', 'delta']
const deed = arbitraryRecord({
  kind: constantFrom<Deed['kind']>(
    'text',
    'note',
    'tag',
    'untag',
    'link',
    'unlink',
    'assess',
    'remove-mark',
    'add-claim',
    'decide',
    'choose',
    'correct',
    'stamp',
  ),
  place: nat(2),
  word: nat(3),
})
const deeds = array(deed, { maxLength: 12 })

function act(copy: LibraryCopy, who: string, { kind, place, word }: Deed): void {
  const of = (table: string) => [...copy.records().values()].filter((placed) => placed.table === table).map(({ record }) => record)
  const claim = of('claims')[place] as Claim | undefined
  const annotation = of('annotations')[place] as Annotation | undefined
  const said = `${WORDS[word]} ${who}`
  const page = pageIndex(place)
  /** Puts a record in place of those that decide about the same matter, as the commands do. */
  const instead = (placed: Placed): void =>
    copy.change([
      ...of(placed.table)
        .filter((record) => areRivals({ table: placed.table, record } as Placed, placed))
        .map((record) => remove(placed.table, record.id)),
      put(placed.table, placed.record as never),
    ])
  if (kind === 'decide')
    return copy.change([
      put(
        'proposalDecisions',
        aProposalDecision(document, { id: `decision_p${place}` as never, pageIndex: page, note: WORDS[word] ?? '', author: who }),
      ),
    ])
  if (kind === 'stamp')
    return copy.change([
      put('stampRules', aStampRule(document, { id: `stamprule_p${place}` as never, from: page, to: page, first: word, author: who })),
    ])
  if (kind === 'choose')
    return instead({
      table: 'textChoices',
      record: aTextChoice(document, { from: page, to: page, use: word < 2 ? 'ocr' : 'embedded', author: who }),
    })
  if (kind === 'correct')
    return instead({
      table: 'textCorrections',
      record: aTextCorrection(document, { pageIndex: page, becomes: WORDS[word] ?? '', author: who }),
    })
  if (kind === 'add-claim')
    return copy.change([
      put('claims', aClaim(analysis, { number: nextClaimNumber(of('claims').map((one) => (one as Claim).number)), text: said })),
    ])
  if (claim !== undefined && kind === 'text') return copy.change([put('claims', { ...claim, text: said })])
  if (claim !== undefined && kind === 'note') return copy.change([put('claims', { ...claim, notes: said })])
  if (claim !== undefined && kind === 'assess')
    return copy.change([
      put('assessments', { ...anAssessment(claim), id: `assessment_${claim.id.replace('claim_', '')}` as never, reasoning: said }),
    ])
  if (claim !== undefined && annotation !== undefined && kind === 'link')
    return copy.change([put('evidenceLinks', aLink(claim, annotation, { note: said }))])
  if (annotation !== undefined && kind === 'tag')
    return copy.change([put('annotations', { ...annotation, tags: [...new Set([...annotation.tags, said])] })])
  if (annotation !== undefined && kind === 'untag')
    return copy.change([put('annotations', { ...annotation, tags: annotation.tags.slice(1) })])
  const [gone] = of('evidenceLinks')
  if (gone !== undefined && kind === 'unlink') return copy.change([remove('evidenceLinks', gone.id)])
  if (annotation !== undefined && kind === 'remove-mark') {
    const links = of('evidenceLinks').filter((one) => (one as typeof link).annotationId === annotation.id)
    copy.change([remove('annotations', annotation.id), ...links.map((one) => remove('evidenceLinks', one.id))])
  }
}

/** A rule that both sides can follow: A's version stands or B's, by the name of what is decided. */
const byName = (plan: MergePlan, key: string, path: readonly string[]): 'a' | 'b' =>
  [...decisionKey([key, ...(plan.records.find((planned) => planned.key === key)?.rivals ?? [])].sort().join(), path)].reduce(
    (sum, letter) => sum + letter.charCodeAt(0),
    0,
  ) %
    2 ===
  0
    ? 'a'
    : 'b'

describe('any two histories', () => {
  test('one merges the other and hands it back: both end equal, and nothing is left to decide', () => {
    assert(
      property(deeds, deeds, array(constantFrom('ours', 'theirs'), { minLength: 1, maxLength: 5 }), (here, there, choices) => {
        const [a, b] = twoCopies()
        for (const one of here) act(a, 'A', one)
        for (const one of there) act(b, 'B', one)
        let n = 0
        a.takeUp(
          b.bundle(),
          decideAll(a.plan(b.bundle()), () => ((n += 1), (choices[n % choices.length] ?? 'ours') as 'ours'), decisionKey),
        )
        const back = b.takeUp(a.bundle())
        expect(back.records.flatMap(({ conflicts }) => conflicts)).toEqual([])
        expect(contents(b)).toEqual(contents(a))
        expect(b.plan(a.bundle()).records.every(({ fate }) => fate === 'same')).toBe(true)
        const all = [...a.records().values()]
        expect(all.filter((one) => all.some((other) => areRivals(one, other)))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('merged both ways by the same decisions they end equal', () => {
    // Numbers given twice are left out: each side keeps its own and renumbers the other's.
    const parted = array(
      deed.filter(({ kind }) => kind !== 'add-claim'),
      { maxLength: 12 },
    )
    assert(
      property(parted, parted, (here, there) => {
        const [a, b] = twoCopies()
        for (const one of here) act(a, 'A', one)
        for (const one of there) act(b, 'B', one)
        const [fromA, fromB] = [a.bundle(), b.bundle()]
        const [atA, atB] = [a.plan(fromB), b.plan(fromA)]
        a.takeUp(
          fromB,
          decideAll(atA, (key, path) => (byName(atA, key, path) === 'a' ? 'ours' : 'theirs'), decisionKey),
        )
        b.takeUp(
          fromA,
          decideAll(atB, (key, path) => (byName(atB, key, path) === 'b' ? 'ours' : 'theirs'), decisionKey),
        )
        expect(contents(a)).toEqual(contents(b))
      }),
      { numRuns: 40 },
    )
  })

  test('nothing is lost: what one side alone did is there afterwards, and what both did was asked about', () => {
    assert(
      property(deeds, deeds, (here, there) => {
        const [a, b] = twoCopies()
        const origin = new Map(a.records())
        for (const one of here) act(a, 'A', one)
        for (const one of there) act(b, 'B', one)
        const [mine, yours] = [new Map(a.records()), new Map(b.records())]
        const plan = a.plan(b.bundle())
        a.takeUp(
          b.bundle(),
          decideAll(plan, () => 'theirs', decisionKey),
        )
        const asked = new Set(plan.records.flatMap(({ key, conflicts, rivals }) => conflicts.flatMap(() => [key, ...rivals])))
        const said = [...a.records().values()]
        const numbers = new Set(plan.renumbered.map(({ id }) => id))
        for (const key of new Set([...mine.keys(), ...yours.keys()])) {
          const [was, ours, theirs, now] = [origin, mine, yours, a.records()].map((records) => JSON.stringify(records.get(key)?.record))
          const placed = mine.get(key) ?? yours.get(key)
          if (
            asked.has(key) ||
            numbers.has(key.split('/')[1] ?? '') ||
            (placed !== undefined && restsOn(placed).some((needed) => asked.has(needed)))
          )
            continue
          // Of two who said the same, one stands for both.
          if (placed !== undefined && said.some((one) => saysTheSame(one, placed))) continue
          const what = { key, was, ours, theirs }
          const both = ours === undefined && theirs === undefined ? undefined : (now ?? 'something of both')
          expect({ ...what, now }).toEqual({ ...what, now: ours === was ? theirs : theirs === was ? ours : both })
        }
        expect(plan.records.map(({ key }) => key).sort()).toEqual(
          [...new Set([...mine.keys(), ...yours.keys(), ...plan.records.map(({ key }) => key)])].sort(),
        )
      }),
      { numRuns: 40 },
    )
  })
})
