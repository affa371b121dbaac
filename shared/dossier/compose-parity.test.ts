import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { composePayload } from '../bundle/payload'
import { aCustodyLog, aParityCell, aParityMatrix, putAll } from '../testing/builders'
import { dossierWorld } from '../testing/dossier-world'
import { custodyHeadOf, snapshotSchema } from './snapshot'

const world = dossierWorld()
const { records } = world.snapshot
const [analysis] = records.analyses
const [contract, letter] = records.documents
const quoted = (words: string) => records.annotations.find(({ segments }) => segments[0]?.quote.startsWith(words))
const [found, lost] = [quoted('=We found no records'), quoted('These words are not there')]
if (analysis === undefined || contract === undefined || letter === undefined || found === undefined || lost === undefined)
  throw new Error('the world has changed')
const matrix = aParityMatrix(analysis, { years: [2024, 2025] })
const counts = {
  documentId: contract.id,
  sheet: null,
  column: 'vendor_name',
  base: 'bought',
  of: 22,
  answered: 22,
  withheld: 5,
  distinct: 15,
  quote: 'Law Enforcement Sensitive (LES)',
} as const
const cells = [
  aParityCell(matrix, { counts, claimId: records.claims[0]?.id ?? null }),
  aParityCell(matrix, {
    year: 2024,
    state: 'not-found',
    annotationIds: [found.id, lost.id],
    searchNoteIds: records.searchNotes.map(({ id }) => id),
    note: 'A *note* | with signs.',
  }),
]
const withMatrix = { ...records, parityMatrices: [matrix], parityCells: cells }
const custody = aCustodyLog(putAll(withMatrix))
const head = custodyHeadOf(custody)
if (head === null) throw new Error('the log is empty')
const snapshot = snapshotSchema.parse({ ...world.snapshot, custody: head, records: withMatrix })
const { tree, texts } = composePayload(snapshot, custody, world.parts.picture)

describe('the parity matrix in a dossier', () => {
  it('is not there when there is none', () => {
    const without = composePayload(world.snapshot, world.custody, world.parts.picture)
    expect(without.tree.parity).toEqual([])
    expect(without.texts.has('parity.csv')).toBe(false)
    expect(without.texts.get('dossier.html')).not.toContain('id="parity"')
    expect(without.texts.get('ro-crate-metadata.json')).not.toContain('parity.csv')
  })
  it('numbers its filled cells in reading order, and shows those that nobody looked at as such', () => {
    expect(tree.parity[0]?.columns.map(({ short, year }) => `${short} ${year}`)).toEqual(['TA 2024', 'TA 2025'])
    expect(tree.parity[0]?.rows[0]?.cells.map((cell) => [cell?.number, cell?.state])).toEqual([
      ['M1', 'not-found'],
      ['M2', 'specific'],
    ])
  })
  it('never shows how many answer without how many different answers there are', () => {
    for (const path of ['dossier.html', 'dossier.md']) expect(texts.get(path)).toMatch(/22\/22 · 15 texts · 5 withheld/)
    expect(texts.get('dossier.html')).not.toMatch(/22\/22(?! · )/)
  })
  it('cites a passage that verifies, and names one that does not without quoting it', () => {
    expect(tree.parity[0]?.rows[0]?.cells[0]?.passages.map(({ standing }) => standing)).toEqual(['verified', 'unverified'])
    const note = /<li id="M1">.*?<\/li>/s.exec(texts.get('dossier.html') ?? '')?.[0] ?? ''
    expect(note).toContain('=We found no records | that *respond*')
    expect(note).toContain('Could not be verified: ')
    expect(note).not.toContain('These words are not there')
  })
  it('makes the table an exhibit, and leads from the claim to its cell', () => {
    expect(tree.exhibits.find(({ sha256 }) => sha256 === contract.id)?.uses).toEqual(['the parity matrix'])
    expect(texts.get('dossier.html')).toContain('<a href="#M2">M2</a>: Vendor, TA 2025: specific')
    expect(texts.get('dossier.md')).toContain('Made of a cell of the parity matrix, M2: Vendor')
  })
  it('is one row a filled cell in parity.csv, with its words as they are', () => {
    const rows = Papa.parse<Record<string, string>>(texts.get('parity.csv') ?? '', { header: true, skipEmptyLines: true }).data
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ cell: 'M1', state: 'looked and not found', note: 'A *note* | with signs.', answered: '' })
    expect(rows[1]).toMatchObject({
      cell: 'M2',
      agency: 'TA',
      year: '2025',
      answered: '22',
      of: '22',
      withheld: '5',
      distinct: '15',
      quote: 'Law Enforcement Sensitive (LES)',
      column: 'vendor_name',
      table_sha256: contract.id,
      claim: 'C01',
    })
  })
})
