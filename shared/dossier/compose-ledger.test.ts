import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { composePayload, snapshotJson } from '../bundle/payload'
import { aDocument, aFigure, anAnnotation, anEvent, aPurchase } from '../testing/builders'
import { dossierWorld } from '../testing/dossier-world'
import { partialDateSchema } from '../units/time'
import { composeDossier } from './compose-dossier'
import { snapshotSchema } from './snapshot'

const world = dossierWorld()
const [analysis] = world.snapshot.records.analyses
if (analysis === undefined) throw new Error('the world has an analysis')
const date = (text: string) => partialDateSchema.parse(text)
const [ceiling, , , lost] = world.snapshot.records.annotations
const invoice = aDocument({ name: 'invoice <3>.pdf' })
const paid = anAnnotation(invoice, { segments: [{ quote: 'paid <b>$5</b>' }] })
const bought = aPurchase(analysis, {
  vendor: 'A & B',
  product: 'System <1>',
  date: date('2025-09'),
  until: date('2026'),
  annotationIds: ceiling === undefined ? [] : [ceiling.id],
  figures: [
    aFigure({ kind: 'potential', cents: 920_000_000, printed: '$9.2 million', annotationId: ceiling?.id ?? null }),
    aFigure({ kind: 'potential', cents: 610_000_000, printed: '$6,100,000', annotationId: lost?.id ?? null }),
    aFigure({ cents: 500, printed: '$5', annotationId: paid.id }),
  ],
})
const bare = aPurchase(analysis, { vendor: 'Other', date: null, figures: [aFigure({ cents: -25, printed: '($0.25)' })] })
const event = anEvent(analysis, {
  kind: 'deadline',
  date: date('2025'),
  title: '=Answer due',
  annotationIds: [paid.id],
  purchaseId: bought.id,
})
const snapshot = snapshotSchema.parse({
  ...world.snapshot,
  records: {
    ...world.snapshot.records,
    documents: [...world.snapshot.records.documents, invoice],
    annotations: [...world.snapshot.records.annotations, paid],
    purchases: [bare, bought],
    chronologyEvents: [event],
  },
  checks: [...world.snapshot.checks, { annotationId: paid.id, segment: 0, state: 'exact', why: '', found: null }],
  files: [...world.snapshot.files, { documentId: invoice.id, state: 'whole' }],
})
const { tree, texts } = composePayload(snapshot, world.custody, world.parts.picture)
const text = (path: string): string => texts.get(path) ?? ''

describe('purchases and chronology in a dossier', () => {
  it('are nothing where the analysis has none', () => {
    const without = composePayload(world.snapshot, world.custody, world.parts.picture)
    expect(without.tree.money).toEqual({ ledger: null, chronology: null, citations: [] })
    expect([...without.texts.keys()]).not.toContain('purchases.csv')
    expect(without.texts.get('dossier.html')).not.toContain('id="purchases"')
  })
  it('cite every passage with its standing, and name what does not verify', () => {
    expect(tree.money.citations.map(({ number, standing }) => [number, standing])).toEqual([
      ['P1', 'verified'],
      ['P2', 'verified'],
      ['P3', 'unverified'],
    ])
    expect(text('dossier.html')).toContain('(not verified)')
    expect(text('dossier.md')).toContain('P3 (not verified)')
    expect(tree.exhibits.map(({ name, uses }) => [name, uses])).toContainEqual(['invoice <3>.pdf', ['purchases', 'chronology']])
  })
  it('show figures that conflict side by side, and their sum as a range with every row', () => {
    const potential = tree.money.ledger?.totals.find(({ unit }) => unit.kind === 'potential')
    expect(potential?.whole).toMatchObject({ words: '$6,100,000 to $9,200,000', adds: ['B1'], without: ['B2'], ranges: 1 })
    expect(tree.money.ledger?.purchases[0]?.figures.map(({ words, conflicts }) => [words, conflicts])).toEqual([
      ['$5', false],
      ['$9,200,000', true],
      ['$6,100,000', true],
    ])
    expect(tree.money.ledger?.totals.find(({ unit }) => unit.kind === 'obligated')?.whole.words).toBe('$4.75')
  })
  it('put lines that follow from purchases beside events, a year as a year', () => {
    expect(
      tree.money.chronology?.groups.map((group) => [
        group.title,
        ...group.lines.map((line) => `${line.kind}${line.derivedFrom === null ? '' : `, from the ${line.derivedFrom}`}`),
      ]),
    ).toEqual([
      ['May 2024', 'release, from the document'],
      ['2025, month not known', 'deadline'],
      ['September 2025', 'award, from the purchase'],
      ['2026, month not known', 'other, from the purchase'],
    ])
  })
  it('are tables without any cell altered', () => {
    const rows = Papa.parse<Record<string, string>>(text('purchases.csv'), { header: true, skipEmptyLines: true }).data
    expect(rows).toHaveLength(4)
    expect(rows.map((row) => [row['amount'], row['conflicts'], row['quote'], row['standing']])).toContainEqual([
      '5.00',
      '',
      'paid <b>$5</b>',
      'quotation verified',
    ])
    expect(rows.map((row) => row['amount'])).toContain('-0.25')
    const lines = Papa.parse<Record<string, string>>(text('chronology.csv'), { header: true, skipEmptyLines: true }).data
    expect(lines.map((row) => [row['date'], row['precision'], row['title']])).toContainEqual(['2025', 'year', '=Answer due'])
  })
  it('are drawn with each link at its target, and no markup of a document', () => {
    const page = text('dossier.html')
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
    expect(page).toContain('<svg')
    expect(page).not.toMatch(/<script|<b>\$5|NaN|undefined/)
  })
  it('are the same whatever the order of the records, and when vouch.json is opened again', () => {
    const backwards = Object.fromEntries(Object.entries(snapshot.records).map(([table, items]) => [table, [...items].reverse()]))
    expect([
      ...composePayload(snapshotSchema.parse({ ...snapshot, records: backwards }), world.custody, world.parts.picture).texts,
    ]).toEqual([...texts])
    const again = snapshotSchema.parse(JSON.parse(snapshotJson(snapshot)))
    expect([...composePayload(again, world.custody, world.parts.picture).texts]).toEqual([...texts])
  })
  it('say that a mark is gone rather than leaving it out', () => {
    const gone = composeDossier(
      { ...snapshot, records: { ...snapshot.records, annotations: snapshot.records.annotations.filter(({ id }) => id !== paid.id) } },
      [],
    )
    expect(gone.money.citations.find(({ annotationId }) => annotationId === paid.id)).toMatchObject({
      standing: 'unverified',
      passages: [],
    })
  })
})
