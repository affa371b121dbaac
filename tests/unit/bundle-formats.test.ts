import { describe, expect, it } from 'vitest'
import { aCustodyLog, aFigure, anEvent, aPurchase, aParityCell, aParityMatrix, aSource, putAll } from '../../shared/testing/builders'
import { bundleInMemory, dossierWorld } from '../../shared/testing/dossier-world'
import { textOf } from '../../shared/testing/forger'
import { custodyHeadOf } from '../../shared/dossier/snapshot'
import type { BundleParts } from '../../shared/bundle/write-bundle'
import { brokenBagRules } from '../support/rules/bagit'
import { brokenCrateRules } from '../support/rules/ro-crate'
import { cslData } from '../support/rules/csl'
import { brokenCsvwRules, readStrictCsv } from '../support/rules/tables'
import { brokenAnnotationRules } from '../support/rules/web-annotation'

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
    sources: [aSource(analysis, { number: 2, title: 'A letter, with “quotes”', author: 'Doe, Jane; Office of the Chief', publisher: 'Agency', date: records.analyses[0]?.asOf ?? null, url: 'https://example.org/a?b=c' })],
  }
  const custody = [...parts.custody, ...aCustodyLog(putAll(more), parts.custody.at(-1) ?? null)]
  const head = custodyHeadOf(custody)
  if (head === null) throw new Error('the log is empty')
  return { ...parts, custody, snapshot: { ...parts.snapshot, custody: head, packer: { organization: 'A Newsroom\nof two lines', contact: 'J. Doe' }, records: { ...records, ...more, sources: [...records.sources, ...more.sources] } } }
}

const bundles = [['a small bundle', await bundleInMemory(parts)], ['a bundle with everything', await bundleInMemory(full())]] as const

describe.each(bundles)('%s', (_, files) => {
  const payload = new Set([...files.keys()].filter((path) => path.startsWith('data/')).map((path) => path.slice('data/'.length)))
  const tables = new Map([...payload].filter((path) => path.endsWith('.csv') && !path.includes('/')).map((path) => [path, textOf(files, `data/${path}`)]))

  it('is a bag by RFC 8493', () => {
    expect(brokenBagRules(files)).toEqual([])
  })
  it('is an RO-Crate 1.2 that describes every file', () => {
    expect(brokenCrateRules(textOf(files, 'data/ro-crate-metadata.json'), payload)).toEqual([])
  })
  it('holds its marks by the Web Annotation Data Model', () => {
    expect(brokenAnnotationRules(textOf(files, 'data/annotations.jsonld'))).toEqual([])
  })
  it('holds its sources by the schema of CSL-JSON', () => {
    expect(cslData.safeParse(JSON.parse(textOf(files, 'data/sources.csl.json'))).error?.issues ?? []).toEqual([])
  })
  it('holds its tables by RFC 4180, described as CSV on the Web', () => {
    expect([...tables.keys()]).toEqual(expect.arrayContaining(['claims.csv', 'evidence.csv', 'sources.csv']))
    for (const [path, text] of tables) expect([path, ...readStrictCsv(text).broken]).toEqual([path])
    expect(brokenCsvwRules(textOf(files, 'data/csv-metadata.json'), tables)).toEqual([])
  })
  it('holds its log as one JSON object a line', () => {
    const lines = textOf(files, 'data/custody.jsonl').split('\n')
    expect(lines.pop()).toBe('')
    for (const line of lines) expect(Object.keys(JSON.parse(line) as object).sort()).toEqual(['actor', 'at', 'changes', 'command', 'hash', 'prev', 'reverts', 'seq', 'summary'])
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
  it('find what is broken', () => {
    const [[, small]] = bundles
    const without = new Map([...small].filter(([path]) => path !== 'data/claims.csv'))
    expect(brokenBagRules(without)).toContain('3: data/claims.csv, which manifest-sha256.txt lists, is there')
    expect(brokenBagRules(new Map([...small, ['data/more.txt', new Uint8Array()]]))).toContain('3: every payload file is listed in manifest-sha256.txt')
    expect(brokenCrateRules(textOf(small, 'data/ro-crate-metadata.json'), new Set(['more.txt'])).join()).toContain('every file of the payload is described: more.txt')
    expect(brokenAnnotationRules(textOf(small, 'data/annotations.jsonld').replace('"exact"', '"exactly"')).length).toBeGreaterThan(0)
    expect(brokenAnnotationRules(textOf(small, 'data/annotations.jsonld').replace('"vouch": "urn:vouch:",', '')).join()).toContain('is declared')
    expect(readStrictCsv('a,b\r\n1,"2\r\n').broken.length).toBe(1)
    expect(readStrictCsv('a,b\n1,2\n').broken.length).toBe(1)
    expect(cslData.safeParse([{ id: 1, type: 'letter' }]).success).toBe(false)
  })
})
