import { describe, expect, it } from 'vitest'
import { composePayload } from '../../bundle/payload'
import { aFigure, aPurchase, aTension, anAnnotation } from '../../testing/builders'
import { dossierWorld } from '../../testing/dossier-world'
import { pdfRect, quadOfRect } from '../../units/geometry'
import { composeDossier } from '../compose-dossier'
import { DOSSIER_PARTS, type DossierPart, KEPT_PARTS, type DossierSettings, USUAL_SETTINGS } from '../dossier-settings'
import { renderHtml } from '../render-html'
import { renderMarkdown } from '../render-markdown'
import { type DossierSnapshot, snapshotSchema } from '../snapshot'
import type { Block, DossierDocument, Inline } from './blocks'
import { dossierDocument } from './dossier-document'
import { partsThere } from './parts-there'

const world = dossierWorld()
const { records } = world.snapshot
const [analysis] = records.analyses
const [claim, other] = records.claims
const [contract] = records.documents
const [ceiling, , none] = records.annotations
if (
  analysis === undefined ||
  claim === undefined ||
  other === undefined ||
  contract === undefined ||
  ceiling === undefined ||
  none === undefined
)
  throw new Error('the world has changed')

const withSettings = (settings: DossierSettings, over: Partial<DossierSnapshot> = {}): DossierSnapshot =>
  snapshotSchema.parse({
    ...world.snapshot,
    ...over,
    records: { ...records, ...over.records, analyses: [{ ...analysis, dossier: settings }] },
  })
const documentWith = (settings: DossierSettings, over: Partial<DossierSnapshot> = {}): DossierDocument =>
  dossierDocument(composeDossier(withSettings(settings, over), world.custody))
const only = (...shown: readonly DossierPart[]): DossierSettings => ({
  ...USUAL_SETTINGS,
  parts: DOSSIER_PARTS.map((part) => ({ part, shown: shown.includes(part) })),
})
const ids = ({ parts }: DossierDocument): readonly string[] => parts.map(({ id }) => id)

/** Every word of a document, in its order. */
function wordsOf(document: DossierDocument): readonly string[] {
  const run = (content: readonly Inline[]): readonly string[] =>
    content.flatMap((each) =>
      typeof each === 'string' ? [each] : 'content' in each ? run(each.content) : each.kind === 'code' ? [each.text] : [],
    )
  const block = (each: Block): readonly string[] => {
    switch (each.kind) {
      case 'part':
        return [...run(each.heading ?? []), ...run(each.overline ?? []), ...each.blocks.flatMap(block)]
      case 'heading':
      case 'paragraph':
        return run(each.content)
      case 'quotation':
        return [each.words, ...run(each.instead), ...run(each.citation)]
      case 'facts':
        return each.facts.flatMap(({ term, content }) => [...run(term), ...run(content)])
      case 'list':
        return each.items.flatMap(({ content }) => run(content))
      case 'table':
        return [
          ...run(each.caption ?? []),
          ...each.columns.flatMap(({ head }) => run(head)),
          ...each.groups.flatMap(({ heading, rows }) => [...run(heading ?? []), ...rows.flatMap(({ cells }) => cells.flatMap(run))]),
        ]
      case 'picture':
        return run(each.caption ?? [])
      case 'chart':
        return []
    }
  }
  return [document.title, ...document.front.flatMap(block), ...document.parts.flatMap(block), ...run(document.closing)]
}

const plain = (text: string): string => text.replace(/\s+/g, '')

describe('a dossier as a document', () => {
  const document = documentWith(USUAL_SETTINGS)

  it('holds every word that the formats show, and each format shows every one', () => {
    const page = plain(
      renderHtml(document, { picture: () => null, exhibitsBeside: true })
        .replace(/<style>.*?<\/style>/s, '')
        .replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&'),
    )
    const markdown = plain(renderMarkdown(document, { bundled: true }).replaceAll('\\', ''))
    const words = wordsOf(document)
      .map(plain)
      .filter((each) => each !== '')
    expect(words.filter((each) => !page.includes(each))).toEqual([])
    expect(words.filter((each) => !markdown.includes(each))).toEqual([])
    // Nothing but what helps to find one's way is the page's own.
    let rest = page
    for (const each of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(each, '')
    expect(rest.replace(/Skipthecontents|Contents|Dossier|:?dossier/g, '')).toMatch(/^[^\p{L}]*$/u)
  })

  it('has its parts in the order that was set, and those that apply only', () => {
    expect(ids(document)).toEqual([
      'answer',
      'glance',
      'section-1',
      'section-2',
      'searches',
      'conflicts',
      'unverified',
      'limits',
      'questions',
      'sources',
      'channels',
      'exhibits',
      'method',
      'custody',
    ])
    const turned = { ...USUAL_SETTINGS, parts: [...USUAL_SETTINGS.parts].reverse() }
    expect(ids(documentWith(turned))).toEqual([
      'custody',
      'method',
      'exhibits',
      'channels',
      'sources',
      'questions',
      'limits',
      'unverified',
      'conflicts',
      'searches',
      'section-1',
      'section-2',
      'glance',
      'answer',
    ])
    expect(partsThere(document).has('claims')).toBe(true)
    expect(partsThere(document).has('parity')).toBe(false)
  })

  it('never leaves out what says what the rest is worth', () => {
    expect(ids(documentWith(only()))).toEqual([...DOSSIER_PARTS].filter((part) => KEPT_PARTS.has(part)))
  })

  it('links to nothing that is left out, and names the hash in each citation where no list of exhibits does', () => {
    for (const part of DOSSIER_PARTS) {
      const page = renderHtml(documentWith(only(...DOSSIER_PARTS.filter((each) => each !== part))), {
        picture: () => null,
        exhibitsBeside: true,
      })
      const there = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
      expect([part, [...page.matchAll(/href="#([^"]+)"/g)].flatMap((match) => (there.has(match[1]) ? [] : match[1]))]).toEqual([part, []])
      expect([part, page.includes(contract.id)]).toEqual([part, true])
    }
  })

  it('says with the claim where somebody looked in vain, and the whole record in a part of its own', () => {
    expect(wordsOf(documentWith(only('claims'))).join(' ')).toContain(
      'Where: The agency’s reading room. Words: “inventory”. Hits: 0. Nothing was found.',
    )
    expect(wordsOf(documentWith(only('searches'))).join(' ')).toContain('What would have shown it: A list by that name.')
  })
})

describe('conflicts between sources', () => {
  it('are the tensions, the claims with passages for and against, and the amounts that differ', () => {
    const against = records.evidenceLinks.map((link) =>
      link.claimId === claim.id && link.relation === 'qualifies' ? { ...link, relation: 'contradicts' as const } : link,
    )
    const bought = aPurchase(analysis, {
      vendor: 'A & B',
      figures: [
        aFigure({ cents: 100, printed: '$1', annotationId: ceiling.id }),
        aFigure({ cents: 200, printed: '$2', annotationId: none.id }),
      ],
    })
    const words = wordsOf(
      documentWith(only('conflicts'), {
        records: {
          ...records,
          evidenceLinks: against,
          purchases: [bought],
          tensions: [aTension([claim, other], { text: 'Contracts beside dollars.' })],
        },
      }),
    ).join('')
    expect(words).toContain('C01, C02')
    expect(words).toContain('Contracts beside dollars.')
    expect(words).toMatch(/C01: .*Supported by E1.*; contradicted by E/)
    expect(words).toMatch(/≠ \$1 .*sources differ.*; ≠ \$2 /)
  })
})

describe('redactions', () => {
  const box = anAnnotation(contract, {
    kind: 'redaction',
    exemptionCodes: ['(b)(4)'],
    confirmed: { by: 'Second reader', at: analysis.createdAt },
    segments: [{ quote: '', ranges: [], quads: [quadOfRect(pdfRect(0, 0, 306, 396))], pageBox: [0, 0, 612, 792] }],
  })
  const redacted = {
    redactions: [box],
    blackouts: [{ annotationId: ceiling.id, segment: 0, redactionId: box.id, place: { start: 16, end: 16 } }],
  }

  it('are a log by page and code, with the share that is withheld and who confirmed it', () => {
    const document = documentWith(only('redactions'), redacted)
    expect(wordsOf(document).join(' ')).toContain('EX-001 file page 1 (b)(4) 1 25.0 % confirmed by Second reader')
  })
  it('stand in brackets in a quotation, beside the words as they were read', () => {
    const { texts } = composePayload(withSettings(USUAL_SETTINGS, redacted), world.custody, world.parts.picture)
    expect(texts.get('dossier.html')).toContain('<blockquote dir="auto">shall not exceed [redacted (b)(4)] $1,000,000.</blockquote>')
    expect(texts.get('dossier.html')).toContain(
      '“[redacted …]” stands where the page is blacked out. The text as it was read: “<bdi>shall not exceed $1,000,000.</bdi>”',
    )
    expect(texts.get('evidence.csv')).toContain('shall not exceed $1,000,000.')
  })
  it('are named where their place among the words is not known', () => {
    const words = wordsOf(
      documentWith(only('claims'), {
        ...redacted,
        blackouts: [{ annotationId: ceiling.id, segment: 0, redactionId: box.id, place: null }],
      }),
    ).join(' ')
    expect(words).toContain('the page is blacked out, at a place that the text does not show: (b)(4).')
  })
})

describe('a picture', () => {
  it('is said to agree with its words, or not to, where a program has compared the two', () => {
    const seen = (how: 'agrees' | 'differs') =>
      wordsOf(
        documentWith(only('claims'), {
          checks: world.snapshot.checks.map((check) => (check.annotationId === ceiling.id ? { ...check, seen: how } : check)),
        }),
      ).join(' ')
    expect(seen('agrees')).toContain('Text and picture agree')
    expect(seen('differs')).toContain('Text and picture may not agree')
    expect(wordsOf(documentWith(only('claims'))).join(' ')).not.toContain('Text and picture')
  })
})
