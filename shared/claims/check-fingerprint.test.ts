import { describe, expect, test } from 'vitest'
import { aClaim, aDocument, aLink, anAnalysis, anAnnotation } from '../testing/builders'
import { sha256OfText } from '../units/hashes'
import { pageIndex } from '../units/pages'
import type { Annotation } from '../annotations/annotation'
import type { Claim } from './claim'
import { fingerprintOf, passageRead } from './check-fingerprint'
import type { EvidenceLink } from './evidence-link'
import { readingSchema } from './reading'

const uses = readingSchema.parse({ id: 'reading_uses', label: 'any list of uses', description: 'Whatever is used.' })
const claim = aClaim(anAnalysis(), { readings: [uses] })
const annotation = anAnnotation(aDocument())
const link = aLink(claim, annotation)
const first = annotation.segments[0]
if (first === undefined) throw new Error('a mark has a segment')

const passageOf = (over: { claim?: Partial<Claim>; link?: Partial<EvidenceLink>; annotation?: Partial<Annotation> }) =>
  fingerprintOf(
    { ...claim, ...over.claim },
    { link: { ...link, ...over.link }, passage: passageRead({ ...annotation, ...over.annotation }) },
  )
const segments = (over: Partial<typeof first>) => ({ annotation: { segments: [{ ...first, ...over }] } })

describe('what a check holds for', () => {
  const now = passageOf({})

  test.each([
    ['the text of the claim', { claim: { text: 'The agency leased it.' } }],
    ['its kind', { claim: { kind: 'limit' as const } }],
    ['its scope', { claim: { scopeLimit: 'the releases read' } }],
    ['the words of a reading', { claim: { readings: [{ ...uses, label: 'a list of uses' }] } }],
    ['what a reading says', { claim: { readings: [{ ...uses, description: 'Bought or not.' }] } }],
    ['the relation', { link: { relation: 'qualifies' as const } }],
    ['the readings it bears on', { link: { readingIds: [uses.id] } }],
    ['the strength', { link: { strength: 'weak' as const } }],
    ['the note', { link: { note: 'Says so.' } }],
    ['the words of the passage', segments({ quote: 'may exceed' })],
    ['the page of the passage', segments({ pageIndex: pageIndex(2) })],
    ['another passage beside it', { annotation: { segments: [first, first] } }],
    ['the document', { annotation: { documentId: sha256OfText('another version') } }],
  ])('another fingerprint when this changes: %s', (_, over) => {
    expect(passageOf(over)).not.toBe(now)
  })

  test.each([
    ['the number and place of the claim', { claim: { number: 'C99', order: 7, sectionId: 's9' } }],
    ['notes and tests about it', { claim: { notes: 'Ask again.', wouldChange: 'A list.' } }],
    ['the mark’s comment and tags', { annotation: { comment: 'See there.', tags: ['a'] } }],
    ['where the words stand in the line', segments({ quads: [], prefix: 'x', state: 'moved' as const })],
    ['identifiers', { claim: { id: aClaim(anAnalysis()).id }, link: { id: aLink(claim, annotation).id } }],
  ])('the same fingerprint when only this changes: %s', (_, over) => {
    expect(passageOf(over)).toBe(now)
  })

  test('an area without words is known by its outline', () => {
    expect(passageOf(segments({ quote: '' }))).not.toBe(passageOf(segments({ quote: '', quads: [] })))
  })

  test('the claim alone is another thing than the claim with a passage, and depends on no passage', () => {
    expect(fingerprintOf(claim, null)).not.toBe(now)
    expect(fingerprintOf({ ...claim, text: 'x' }, null)).not.toBe(fingerprintOf(claim, null))
  })
})
