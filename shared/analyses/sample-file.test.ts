import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFArray, PDFDocument, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { findQuotation } from '../anchoring/find-quotation'
import { type ComputedCell, computeCell, rowsOfAgency } from '../parity/compute-cell'
import { readParityTemplate } from '../parity/template'
import { readTable } from '../tables/read-table'
import type { TableRow } from '../tables/table'
import { readAnalysisFile } from './analysis-file'
import { type SampleFile, type SampleMark, readSampleFile } from './sample-file'

const resources = join(import.meta.dirname, '../../resources')
const bytesOf = (file: string): Buffer => readFileSync(join(resources, 'samples', file))
const json = (path: string): unknown => JSON.parse(readFileSync(join(resources, path), 'utf8'))

function samples(): SampleFile {
  const read = readSampleFile(json('samples/samples.json'))
  if (!read.ok) throw new Error(read.problem.what)
  return read.value
}
const ofKind = (ending: string) => samples().documents.filter(({ file }) => file.endsWith(ending))
const marksNamed = (): readonly string[] => samples().documents.flatMap(({ marks }) => marks.flatMap(({ name }) => name ?? []))

/** The strings that each page of a sample shows, one a line. The samples write them in hexadecimal WinAnsi. */
async function pagesOf(file: string): Promise<string[]> {
  const pdf = await PDFDocument.load(bytesOf(file))
  return pdf.getPages().map((page) => {
    const contents = page.node.Contents()
    const streams = contents instanceof PDFArray ? contents.asArray().map((item) => pdf.context.lookup(item)) : [contents]
    const code = streams
      .map((stream) => (stream instanceof PDFRawStream ? new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()) : ''))
      .join('\n')
    return [...code.matchAll(/<([0-9A-Fa-f]+)> Tj/g)]
      .map((shown) => new TextDecoder('windows-1252').decode(Buffer.from(shown[1] ?? '', 'hex')))
      .join('\n')
  })
}

/** The rows of the inventory, the row of headings first, and what its second sheet says of it. */
async function inventory(): Promise<{
  readonly file: string
  readonly headings: readonly string[]
  readonly rows: readonly TableRow[]
  readonly about: string
}> {
  const [table] = ofKind('.xlsx')
  if (table === undefined) throw new Error('there is no table among the samples')
  const read = await readTable(new Uint8Array(bytesOf(table.file)), 'xlsx', table.file)
  if (!read.ok) throw new Error(read.problem.what)
  const [entries, about] = read.value.sheets
  const [headings, ...rows] = entries?.rows ?? []
  return {
    file: table.file,
    headings: headings?.cells ?? [],
    rows,
    about: about?.rows.map(({ cells }) => cells.join(' ')).join('\n') ?? '',
  }
}

describe('the sample documents', () => {
  test('are known by the hash of their bytes', () => {
    for (const { file, sha256 } of samples().documents) expect(createHash('sha256').update(bytesOf(file)).digest('hex')).toBe(sha256)
  })
  test('that are made up say so on every page, above and below', async () => {
    for (const { file } of ofKind('.pdf')) {
      for (const page of await pagesOf(file)) expect(page.match(/SYNTHETIC SAMPLE . NOT A REAL DOCUMENT/g)).toHaveLength(2)
    }
  })
  test('that are real say what they were cut from', async () => {
    const { about, rows } = await inventory()
    expect(about).toContain('5f43999c8358153a2c69988a7807769030fc4b3313e37156a029c6c244eec50e')
    expect(about).toContain('the 51 of ICE (agency DHS, component ICE) and the 314 of the Department of Justice')
    expect(rows.filter(({ cells }) => cells[0] === 'DHS' && cells[4] === 'ICE')).toHaveLength(51)
    expect(rows.filter(({ cells }) => cells[0] === 'DOJ')).toHaveLength(314)
    expect(rows).toHaveLength(365)
  })
  test('hold every marked passage exactly, on its page or in its cell', async () => {
    for (const { file, marks } of ofKind('.pdf')) {
      const pages = await pagesOf(file)
      for (const mark of marks)
        expect(findQuotation({ text: 'page' in mark ? (pages[mark.page - 1] ?? '') : '', runs: [] }, { quote: mark.quote })).toMatchObject({
          how: 'exact',
          quote: mark.quote,
        })
    }
    const { rows } = await inventory()
    const inCell = (mark: SampleMark): string | undefined =>
      'row' in mark ? rows.find(({ number }) => number === mark.row)?.cells[mark.column - 1] : undefined
    for (const mark of ofKind('.xlsx').flatMap(({ marks }) => marks)) expect(inCell(mark)).toBe(mark.quote)
  })
  test('are refused with a sentence when their list is damaged', () => {
    expect(readSampleFile({ format: 'vouch-samples', version: 2 })).toMatchObject({ ok: false, problem: { kind: 'sample-file-wrong' } })
  })
})

describe('what was done with them', () => {
  const read = readAnalysisFile(JSON.stringify(json('analyses/ice-ai-disclosure.json')))
  const claims = new Map(read.ok ? read.value.claims.map((claim) => [claim.number, claim.readings.map((reading) => reading.label)]) : [])

  test('bears on claims and readings that the bundled analysis has', () => {
    const { documents, searchNotes, judgements, firstReading } = samples()
    for (const { claim, readings } of documents.flatMap((document) => document.marks))
      expect(claims.get(claim)).toEqual(expect.arrayContaining([...readings]))
    for (const { claim, reading } of judgements)
      expect(reading === null ? [...claims.keys()] : claims.get(claim)).toContain(reading ?? claim)
    expect(new Set(searchNotes.map(({ words }) => words)).size).toBe(searchNotes.length)
    for (const number of searchNotes.flatMap((note) => note.claims)) expect([...claims.keys()]).toContain(number)
    expect([...claims.keys()]).toContain(firstReading.claim)
  })
  test('names each mark once, and rests on marks and files that there are', () => {
    const { documents, matrix, purchases, searchNotes, firstReading } = samples()
    const names = marksNamed()
    expect(new Set(names).size).toBe(names.length)
    const wanted = [
      firstReading.mark,
      ...matrix.cells.flatMap(({ marks }) => marks),
      ...purchases.flatMap(({ marks, figures, events }) => [
        ...marks,
        ...figures.map(({ mark }) => mark),
        ...events.flatMap((event) => event.marks),
      ]),
    ]
    expect(names).toEqual(expect.arrayContaining([...new Set(wanted)]))
    expect(documents.map(({ file }) => file)).toEqual(expect.arrayContaining([matrix.file, ...searchNotes.flatMap(({ files }) => files)]))
  })
  test('shows each way in which a passage can bear on a claim, and a claim that depends on its reading', () => {
    const { documents, judgements } = samples()
    expect(new Set(documents.flatMap(({ marks }) => marks.map(({ relation }) => relation)))).toEqual(
      new Set(['supports', 'contradicts', 'qualifies', 'undercuts', 'context']),
    )
    const [whole] = judgements.filter(({ status }) => status === 'depends-on-reading')
    expect(judgements.filter(({ claim, reading }) => claim === whole?.claim && reading !== null).map(({ reading }) => reading)).toEqual(
      claims.get(whole?.claim ?? ''),
    )
  })
  test('says of itself that it is a sample', () => {
    const { documents, judgements } = samples()
    for (const { note } of documents.flatMap(({ marks }) => marks)) expect(note).toMatch(/ sample/)
    for (const { reasoning } of judgements) expect(reasoning).toMatch(/^A sample judgement\./)
  })
  test('looked for words that stand in no entry of ICE', async () => {
    const { rows, file } = await inventory()
    const [note] = samples().searchNotes.filter(({ files }) => files.includes(file))
    const words = [...(note?.words.matchAll(/“([^”]+)”/g) ?? [])].map(([, word]) => (word ?? '').toLowerCase())
    const holding = (word: string, agency: string): number =>
      rows.filter(({ cells }) => cells[0] === agency && cells.join('\n').toLowerCase().includes(word)).length
    expect(words).toHaveLength(4)
    expect(words.map((word) => holding(word, 'DHS'))).toEqual([0, 0, 0, 0])
    expect(note?.hits).toBe(0)
    expect(holding('social media', 'DOJ')).toBe(3)
  })
})

describe('the sample matrix', async () => {
  const template = readParityTemplate(json('parity/ai-inventories.json'))
  if (!template.ok) throw new Error(template.problem.what)
  const { rows, headings } = await inventory()
  const table = { headings, rows: rows.map(({ cells }) => cells) }
  const { matrix } = samples()
  const { elements, agencies } = template.value
  const compute = (elementId: string, agencyId: string): ComputedCell | null => {
    const [element, agency] = [elements.find(({ id }) => id === elementId), agencies.find(({ id }) => id === agencyId)]
    const asked = element?.asked.find(({ year }) => year === matrix.year)
    return element === undefined || agency === undefined || asked === undefined
      ? null
      : computeCell(rowsOfAgency(table, agency, false), element, asked)
  }

  test('is filled from the table in every element of the template', () => {
    expect(elements.filter(({ id }) => matrix.agencies.some((agency) => compute(id, agency) === null))).toEqual([])
  })
  test('says of the cells that were looked at more closely what the table says', () => {
    expect(matrix.cells.map(({ state }) => state)).toEqual(
      matrix.cells.map(({ element, agency }) => compute(element, agency)?.state ?? 'not-looked'),
    )
    expect(compute('vendor', 'ice')?.counts).toMatchObject({ answered: 22, of: 22, withheld: 5 })
    expect(compute('system-name', 'doj')?.counts).toMatchObject({ answered: 85, of: 85, withheld: 85 })
    expect(compute('data-description', 'doj')?.counts).toMatchObject({ answered: 188, of: 188, distinct: 1 })
  })
})
