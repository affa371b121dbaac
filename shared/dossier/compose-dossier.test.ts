import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { composePayload, snapshotJson } from '../bundle/payload'
import { aCustodyLog, aClaim, anAnalysis, putAll } from '../testing/builders'
import { bundleInMemory, dossierWorld } from '../testing/dossier-world'
import { textCorrectionSchema } from '../documents/text-correction'
import { documentVersionSchema } from '../documents/document-version'
import { sealEntry } from '../custody/custody-entry'
import { composeDossier } from './compose-dossier'
import { EVIDENCE_COLUMNS } from './render-tables'
import { dossierDocument } from './document/dossier-document'
import { renderHtml } from './render-html'
import { orderedSnapshot, snapshotSchema, statedCustody } from './snapshot'

const world = dossierWorld()
const { tree, texts } = composePayload(world.snapshot, world.custody, world.parts.picture)
const text = (path: string): string => texts.get(path) ?? ''
const rows = Papa.parse<Record<string, string>>(text('evidence.csv'), { header: true, skipEmptyLines: true }).data

describe('a composed dossier', () => {
  it('cites what was read again, and lists apart what was not', () => {
    expect(tree.counts.byStanding).toEqual({ verified: 3, recognised: 1, confirmed: 1, pictured: 1, unverified: 1 })
    expect(tree.unverified.map((item) => item.passages[0]?.quote)).toEqual(['These words are not there'])
    expect(tree.sections[1]?.claims[0]?.unverified).toEqual([tree.unverified[0]?.number])
  })
  it('has counts that add up', () => {
    const { counts } = tree
    expect(Object.values(counts.byStanding).reduce((a, b) => a + b)).toBe(counts.evidence)
    expect(counts.byRelation.reduce((sum, each) => sum + each.evidence, 0)).toBe(counts.evidence)
    expect(counts.byStatus.reduce((sum, each) => sum + each.claims, 0)).toBe(counts.claims)
    expect(counts.withoutEvidence).toBe(1)
  })
  it('is the same whatever the order in which the records come', () => {
    const { records } = world.snapshot
    const backwards = Object.fromEntries(Object.entries(records).map(([table, items]) => [table, [...items].reverse()]))
    const shuffled = snapshotSchema.parse({ ...world.snapshot, records: backwards, checks: [...world.snapshot.checks].reverse() })
    expect([...composePayload(shuffled, world.custody, world.parts.picture).texts]).toEqual([...texts])
  })
  it('numbers exhibits in the order in which the dossier comes to them', () => {
    expect(tree.exhibits.map((exhibit) => [exhibit.number, exhibit.name])).toEqual([
      ['EX-001', '../contract <1>.pdf'],
      ['EX-002', 'letter.pdf'],
    ])
  })
  it('makes no exhibit of a damaged file and cites nothing from it', () => {
    const damaged = composeDossier(
      { ...world.snapshot, files: world.snapshot.files.map((file, at) => (at === 0 ? { ...file, state: 'damaged' } : file)) },
      world.custody,
    )
    expect(damaged.exhibits).toHaveLength(1)
    expect(damaged.absentFiles).toHaveLength(1)
    expect(
      damaged.sections
        .flatMap((section) =>
          section.claims.flatMap((claim) => claim.groups.flatMap((group) => group.items.flatMap((item) => item.passages))),
        )
        .every((passage) => passage.exhibit !== null),
    ).toBe(true)
  })
  it('calls a passage lost when nobody read it again', () => {
    expect(composeDossier({ ...world.snapshot, checks: [] }, world.custody).counts.byStanding.verified).toBe(0)
  })
})

describe('the renderings', () => {
  it('hold no markup of a document and load nothing', () => {
    const page = text('dossier.html')
    expect(page).not.toContain('<b>shall')
    expect(page).toContain('The contractor &lt;b&gt;shall&lt;/b&gt; &amp; must')
    expect(page).not.toMatch(/<script|src="(?!data:)|url\(/)
    expect(page).toContain('href="exhibits/EX-001.pdf#page=2"')
  })
  it('link to no exhibit when none lies beside the page', () => {
    expect(renderHtml(dossierDocument(tree), { picture: () => null, exhibitsBeside: false })).not.toContain('exhibits/')
  })
  it('name no file after a document', async () => {
    expect([...(await bundleInMemory(world.parts)).keys()].filter((path) => /contract|letter/.test(path))).toEqual([])
  })
  it('give every link its own target once', () => {
    const page = text('dossier.html')
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })
  it('write every segment as a row, with the quotation as it stands', () => {
    expect(rows).toHaveLength(8)
    expect(Object.keys(rows[0] ?? {})).toEqual([...EVIDENCE_COLUMNS])
    expect(rows.map((row) => row['quote'])).toContain('=We found no records | that *respond*')
    expect(rows.find((row) => row['note'] !== '')).toMatchObject({
      claim: 'C01',
      relation: 'supports',
      page: '1',
      label: 'iv',
      state: 'exact',
      text_origin: 'embedded',
      note: 'See the <clause>.',
    })
    expect(rows.filter((row) => row['relation'] === 'qualifies').map((row) => [row['segment'], row['segments']])).toEqual([
      ['1', '2'],
      ['2', '2'],
    ])
  })
  it('keep a document’s signs from becoming Markdown', () => {
    expect(text('dossier.md')).toContain('=We found no records \\| that \\*respond\\*')
    expect(text('dossier.md')).toContain('](exhibits/EX-001.pdf#page=2)')
  })
  it('give each Markdown citation its footnote', () => {
    const used = [...text('dossier.md').matchAll(/\[\^([\w-]+)\](?!:)/g)].map((match) => match[1])
    const defined = [...text('dossier.md').matchAll(/^\[\^([\w-]+)\]:/gm)].map((match) => match[1])
    expect(defined.toSorted()).toEqual(used.toSorted())
  })
})

describe('a citation of a document that has another version', () => {
  const [contract, letter] = world.snapshot.records.documents
  if (contract === undefined || letter === undefined) throw new Error('the world has two documents')
  const tie = documentVersionSchema.parse({
    id: 'version_t1',
    earlierId: letter.id,
    laterId: contract.id,
    pages: [],
    note: '',
    author: 'Researcher',
    at: letter.importedAt,
  })
  const snapshot = { ...world.snapshot, records: { ...world.snapshot.records, documentVersions: [tie] } }
  const composed = composePayload(snapshot, world.custody, world.parts.picture).texts
  it('says on which one it rests, in every rendering', () => {
    expect(composed.get('dossier.html')).toContain('(version 2 of 2)')
    expect(composed.get('dossier.html')).toContain('Version 2 of 2; the earlier one: EX-002, letter.pdf.')
    expect(composed.get('dossier.md')).toContain(' (version 1 of 2): ')
    const versions = Papa.parse<Record<string, string>>(composed.get('evidence.csv') ?? '', {
      header: true,
      skipEmptyLines: true,
    }).data.map((row) => [row['document'], row['version']])
    expect(new Set(versions.map(String))).toEqual(new Set(['../contract <1>.pdf,2 of 2', 'letter.pdf,1 of 2']))
  })
})

describe('a citation of words that the researcher corrected', () => {
  const [first] = world.snapshot.records.annotations
  const correction = textCorrectionSchema.parse({
    id: 'correction_a',
    documentId: first?.documentId,
    pageIndex: 0,
    origin: 'embedded',
    range: { start: 18, end: 21 },
    was: 'not',
    becomes: 'NOT',
    author: 'Researcher',
    at: '2026-01-01T00:00:00.000Z',
  })
  const corrected = composePayload(
    { ...world.snapshot, records: { ...world.snapshot.records, textCorrections: [correction] } },
    world.custody,
    world.parts.picture,
  )
  it('shows the correction in brackets and the words as they were read', () => {
    for (const path of ['dossier.html', 'dossier.md'])
      expect(corrected.texts.get(path)?.replaceAll('\\', '')).toMatch(
        /shall \[NOT\] exceed \$1,000,000\.[^]*as it was read: “(<bdi>)?shall not exceed/,
      )
  })
  it('keeps the extracted words in the table that outsiders check', () => {
    expect(corrected.texts.get('evidence.csv')).toBe(texts.get('evidence.csv'))
  })
})

describe('a recorded search', () => {
  const [letter] = world.snapshot.records.annotations.filter((annotation) => annotation.segments[0]?.quote.startsWith('=We found'))
  const [note] = world.snapshot.records.searchNotes
  if (note === undefined) throw new Error('the world has a search note')
  const withLetter = (annotationId: string | undefined, over: object = {}) =>
    composePayload(
      snapshotSchema.parse({
        ...world.snapshot,
        records: {
          ...world.snapshot.records,
          searchNotes: [{ ...note, ...over, ...(annotationId === undefined ? {} : { annotationId }) }],
        },
      }),
      world.custody,
      world.parts.picture,
    )
  it('stands in a group of its own, with its sign, and is no evidence', () => {
    expect(tree.sections[1]?.claims[0]?.searches).toMatchObject([
      { notFound: true, letter: null, couldHaveHeld: 'unknown', claims: ['C02'] },
    ])
    expect(text('dossier.html')).toContain('∅</span> Looked and not found')
    expect(text('dossier.html')).toContain('<a href="#S1">S1</a> · <b>looked and not found</b>')
    expect(text('dossier.md')).toContain('∅ S1 · looked and not found')
    expect(text('searches.csv')).toMatch(/^claims,relation,where[^]*\r\nC02,looked and not found,/)
  })
  it('cites the letter that says so, with where it stands and how it fared', () => {
    const cited = withLetter(letter?.id)
    expect(cited.texts.get('dossier.html')).toMatch(
      /id="S1">[^]*<blockquote dir="auto">=We found no records \| that \*respond\*<\/blockquote>\n<p class="cite"><b>EX-002<\/b>, <a href="exhibits\/EX-002\.pdf#page=1">file page 1<\/a>: <bdi>[^<]*letter\.pdf[^<]*<\/bdi> <span class="quiet">✓ quotation verified;/,
    )
    const [lost] = world.snapshot.records.annotations.filter((annotation) => annotation.segments[0]?.quote === 'These words are not there')
    expect(withLetter(lost?.id).texts.get('dossier.html')).toContain('It rests on a passage of letter.pdf that could not be verified.')
    expect(withLetter('annotation_gone').texts.get('dossier.html')).toContain('The mark that it rests on is no longer in the library.')
  })
  it('shows that it has expired, and that the place could not have held it', () => {
    const expired = withLetter(undefined, { expires: '2026-01', couldHaveHeld: 'no' }).texts.get('dossier.html')
    expect(expired).toContain('expired on 2026-01')
    expect(expired).toContain('The place could not have held it, so that finding nothing there shows nothing.')
  })
})

describe('claims by channel', () => {
  it('are a table that counts each claim once', () => {
    expect(tree.channels?.basis.map(({ number, standing, from }) => [number, standing, from])).toEqual([
      ['C01', 'not recorded', 'nothing'],
      ['C02', 'discovered', 'events'],
      ['C03', 'not recorded', 'nothing'],
    ])
    expect(text('dossier.html')).toContain('<h2 id="channels-h">Claims by channel</h2>')
    expect(text('channels.csv')).toBe('claim,author,trigger,counts_as,known_from\r\nC02,agency,on-request,discovered,recorded\r\n')
    expect(
      composeDossier({ ...world.snapshot, records: { ...world.snapshot.records, disclosureEvents: [] } }, world.custody).channels,
    ).toBeNull()
  })
})

describe('vouch.json', () => {
  it('is read back without loss', () => {
    expect(snapshotSchema.parse(JSON.parse(snapshotJson(world.snapshot)))).toEqual(orderedSnapshot(world.snapshot))
  })
})

describe('the stated custody log', () => {
  it('leaves out what came after the last change of a record, so that exporting twice gives the same', () => {
    const analysis = anAnalysis()
    const log = aCustodyLog(putAll({ analyses: [analysis], claims: [aClaim(analysis)] }))
    const last = log.at(-1)
    if (last === undefined) throw new Error('empty')
    const exported = sealEntry(
      { at: last.at, actor: 'Researcher', command: 'record-export', summary: 'Exported', changes: [], reverts: null },
      last,
    )
    expect(statedCustody([...log, exported])).toEqual(log)
  })
})
