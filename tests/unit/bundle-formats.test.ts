import { describe, expect, it } from 'vitest'
import { aCustodyLog, aFigure, anEvent, aPurchase, aParityCell, aParityMatrix, aSource, putAll } from '../../shared/testing/builders'
import { bundleInMemory, dossierWorld } from '../../shared/testing/dossier-world'
import { textOf } from '../../shared/testing/forger'
import { custodyHeadOf } from '../../shared/dossier/snapshot'
import type { BundleParts } from '../../shared/bundle/write-bundle'
import { fragmentOf } from '../../shared/bundle/annotations-jsonld'
import { readCslElsewhere } from '../support/citation-js'
import { brokenBagRules } from '../support/rules/bagit'
import { brokenCrateRules } from '../support/rules/ro-crate'
import { cslData } from '../support/rules/csl'
import { BASE, readLinkedData } from '../support/rules/linked-data'
import { brokenCsvwRules, readStrictCsv } from '../support/rules/tables'
import { brokenAnnotationRules, marksOf } from '../support/rules/web-annotation'

const { parts } = dossierWorld()

/** A bundle that holds everything there can be: purchases, events, a matrix, sources of several kinds, and a packer who is named. */
function full(): BundleParts {
  const { records } = parts.snapshot
  const [analysis] = records.analyses
  const [mark] = records.annotations
  const [table] = records.documents
  if (analysis === undefined || mark === undefined || table === undefined) throw new Error('the world is empty')
  const matrix = aParityMatrix(analysis)
  const more = {
    purchases: [aPurchase(analysis, { figures: [aFigure({ kind: 'potential', annotationId: mark.id })] })],
    chronologyEvents: [anEvent(analysis, { annotationIds: [mark.id] })],
    parityMatrices: [matrix],
    parityCells: [aParityCell(matrix, { annotationIds: [mark.id] })],
    sources: [
      aSource(analysis, {
        number: 2,
        title: 'A letter, with “quotes”',
        author: 'Doe, Jane; Office of the Chief',
        publisher: 'Agency',
        date: records.analyses[0]?.asOf ?? null,
        url: 'https://example.org/a?b=c',
      }),
    ],
  }
  const custody = [...parts.custody, ...aCustodyLog(putAll(more), parts.custody.at(-1) ?? null)]
  const head = custodyHeadOf(custody)
  if (head === null) throw new Error('the log is empty')
  return {
    ...parts,
    custody,
    snapshot: {
      ...parts.snapshot,
      custody: head,
      packer: { organization: 'A Newsroom\nof two lines', contact: 'J. Doe' },
      records: { ...records, ...more, sources: [...records.sources, ...more.sources] },
    },
  }
}

const everything = full()
const bundles = [
  ['a small bundle', await bundleInMemory(parts), parts.snapshot.records],
  ['a bundle with everything', await bundleInMemory(everything), everything.snapshot.records],
] as const

describe.each(bundles)('%s', (_, files, records) => {
  const payload = new Set([...files.keys()].filter((path) => path.startsWith('data/')).map((path) => path.slice('data/'.length)))
  const tables = new Map(
    [...payload].filter((path) => path.endsWith('.csv') && !path.includes('/')).map((path) => [path, textOf(files, `data/${path}`)]),
  )

  it('is a bag by RFC 8493', () => {
    expect(brokenBagRules(files)).toEqual([])
  })
  it('is an RO-Crate 1.2 that describes every file', async () => {
    expect(await brokenCrateRules(textOf(files, 'data/ro-crate-metadata.json'), payload)).toEqual([])
  })
  it('holds its marks by the Web Annotation Data Model and its vocabulary', async () => {
    expect(await brokenAnnotationRules(textOf(files, 'data/annotations.jsonld'))).toEqual([])
  })
  it('says every mark once, with selectors that lead to the page and then to its words', async () => {
    const graph = await readLinkedData(textOf(files, 'data/annotations.jsonld'))
    const marks = 'refused' in graph ? [] : marksOf(graph)
    const stored = records.annotations.map(({ id, segments }) => ({
      id: `urn:vouch:${id}`,
      targets: segments.map((segment) => [fragmentOf(segment).value, segment.quote === '' ? null : segment.quote]),
    }))
    expect(marks.map(({ id, targets }) => ({ id, targets: targets.map(([, fragment, quote]) => [fragment, quote]) }))).toEqual(stored)
    expect(
      marks
        .flatMap(({ targets }) => targets.map(([source]) => source))
        .every((source) => source.startsWith(`${BASE}exhibits/`) || source.startsWith('urn:sha-256:')),
    ).toBe(true)
  })
  it('holds its sources by the schema of CSL-JSON, and as another program reads it', () => {
    const text = textOf(files, 'data/sources.csl.json')
    const sources: readonly object[] = cslData.parse(JSON.parse(text))
    // The schema lets a citation number be a number; Citation.js takes words alone.
    expect(readCslElsewhere(text)).toEqual(
      sources.map((source) => Object.fromEntries(Object.entries(source).filter(([member]) => member !== 'citation-number'))),
    )
  })
  it('holds its tables by RFC 4180, described as CSV on the Web', async () => {
    expect([...tables.keys()]).toEqual(expect.arrayContaining(['claims.csv', 'evidence.csv', 'sources.csv']))
    for (const [path, text] of tables) expect([path, ...readStrictCsv(text).broken]).toEqual([path])
    expect(await brokenCsvwRules(textOf(files, 'data/csv-metadata.json'), tables)).toEqual([])
  })
  it('holds its log as one JSON object a line', () => {
    const lines = textOf(files, 'data/custody.jsonl').split('\n')
    expect(lines.pop()).toBe('')
    for (const line of lines)
      expect(Object.keys(JSON.parse(line) as object).sort()).toEqual([
        'actor',
        'at',
        'changes',
        'command',
        'hash',
        'prev',
        'reverts',
        'seq',
        'summary',
      ])
  })
})

describe('the packer of a bundle', () => {
  it('is named only where they chose to be', () => {
    const [[, small], [, whole]] = bundles
    expect(textOf(small, 'bag-info.txt')).not.toMatch(/Source-Organization|Contact/)
    expect(textOf(whole, 'bag-info.txt')).toContain('Source-Organization: A Newsroom of two lines\nContact-Name: J. Doe\n')
    expect(textOf(small, 'data/ro-crate-metadata.json')).not.toMatch(/Organization|ContactPoint/)
  })
})

describe('the rules', () => {
  const [[, small]] = bundles
  const spoiled = (path: string, ...[from, to]: [from: string, to: string]): string => {
    const text = textOf(small, path)
    expect(text).toContain(from)
    return text.replace(from, to)
  }
  it('of a bag find what is broken', () => {
    const without = new Map([...small].filter(([path]) => path !== 'data/claims.csv'))
    expect(brokenBagRules(without)).toContain('3: data/claims.csv, which manifest-sha256.txt lists, is there')
    expect(brokenBagRules(new Map([...small, ['data/more.txt', new Uint8Array()]]))).toContain(
      '3: every payload file is listed in manifest-sha256.txt',
    )
  })
  it('of a crate find what is broken', async () => {
    const broken = (text: string, paths: readonly string[] = []): Promise<readonly string[]> => brokenCrateRules(text, new Set(paths))
    expect((await broken(textOf(small, 'data/ro-crate-metadata.json'), ['more.txt'])).join()).toContain(
      'every file of the payload is described: more.txt',
    )
    expect(await broken(spoiled('data/ro-crate-metadata.json', '"encodingFormat"', '"formatOfEncoding"'))).toEqual([
      expect.stringMatching(/^invalid property: .*formatOfEncoding/),
    ])
    expect(await broken(spoiled('data/ro-crate-metadata.json', 'ro/crate/1.2/context', 'ro/crate/1.9/context'))).toEqual([
      expect.stringContaining('https://w3id.org/ro/crate/1.9/context'),
    ])
    expect((await broken(spoiled('data/ro-crate-metadata.json', '"File"', '"CreativeWork"'))).join()).toContain(
      'dossier.html a media object',
    )
    expect((await broken(spoiled('data/ro-crate-metadata.json', '"Person"', '"Persona"'))).join()).toContain(
      'Persona is a type of the context',
    )
  })
  it.each([
    ['a member that no context knows', '"exact"', '"exactly"', /^invalid property: .*exactly/],
    ['a prefix that no context declares', '"vouch": "urn:vouch:",', '', /the prefix of vouch:kind is declared/],
    ['a kind of selector that there is not', '"TextQuoteSelector"', '"TextSelector"', /TextSelector is a class of the vocabulary/],
    [
      'a motivation that there is not',
      '"motivation": "highlighting"',
      '"motivation": "http://www.w3.org/ns/oa#marking"',
      /oa#marking is a motivation/,
    ],
    ['a selector at what has none', '"type": "SpecificResource"', '"type": "TextualBody"', /hasSelector stands at a .*ResourceSelection/],
    [
      'a structure that is taken apart',
      '"vouch:ranges": {\n        "@type": "@json"\n      },',
      '',
      /^invalid property|ranges has a structure/,
    ],
    ['a time that is none', '"created": "', '"created": "about ', /created is a moment in UTC/],
    ['a mark without an address', '"id": "urn:vouch:', '"vouch:id": "urn:vouch:', /has an IRI/],
  ])('of annotations find %s', async (_, from, to, found) => {
    expect((await brokenAnnotationRules(spoiled('data/annotations.jsonld', from, to))).join('\n')).toMatch(found)
  })
  it('of tables find what is broken', async () => {
    expect(readStrictCsv('a,b\r\n1,"2\r\n').broken.length).toBe(1)
    expect(readStrictCsv('a,b\n1,2\n').broken.length).toBe(1)
    const tables = new Map([['claims.csv', textOf(small, 'data/claims.csv')]])
    expect(await brokenCsvwRules(spoiled('data/csv-metadata.json', '"tableSchema"', '"scheme"'), tables)).toEqual([
      expect.stringMatching(/^invalid property: .*scheme/),
    ])
    expect((await brokenCsvwRules(textOf(small, 'data/csv-metadata.json'), new Map([...tables, ['more.csv', 'a\r\n']]))).join()).toContain(
      'the vocabulary leads to every table',
    )
  })
  it('of sources find what is broken', () => {
    expect(cslData.safeParse([{ id: 1, type: 'letter' }]).success).toBe(false)
    expect(readCslElsewhere('[{ "id": "a", "type": "document", "issued": "yesterday" }]')).not.toEqual([
      { id: 'a', type: 'document', issued: 'yesterday' },
    ])
  })
})
