import { describe, expect, test } from 'vitest'
import { computeCell, rowsOfAgency } from './compute-cell'
import { columnsNamed, type InventoryTable } from './headings'
import type { ParityAgency, ParityAsked, ParityBase } from './parity-matrix'
import { isWithheld } from './withheld'

const HEADINGS = ['Agency', 'Bureau', 'Stage of Development', 'Is the AI use case high-impact?', 'Vendor(s) Name', 'Kind', 'Flag']
const table = (...rows: readonly (readonly string[])[]): InventoryTable => ({ headings: HEADINGS, rows })
const deployed = 'c) Deployed – The use case is being actively used.'
const entry = (
  agency: string,
  bureau: string,
  vendor: string,
  { stage = deployed, impact = 'a) High-impact', kind = '', flag = '' } = {},
): readonly string[] => [agency, bureau, stage, impact, vendor, kind, flag]

const part: Pick<ParityAgency, 'rows'> = {
  rows: [
    { columns: ['agency_name', 'Agency'], values: ['DEP'] },
    { columns: ['Bureau'], values: ['Part', 'The Part'] },
  ],
}
const other: Pick<ParityAgency, 'rows'> = { rows: [{ columns: ['Agency'], values: ['OTH'] }] }
const ask = (column: string, { base = 'all' as ParityBase, asked = true, optional = false } = {}): ParityAsked => ({
  year: 2025,
  asked,
  columns: [column],
  base,
  optional,
})
const compute = (given: InventoryTable, asked: ParityAsked, { answer = 'words' as const, agency = part, own = false } = {}) =>
  computeCell(rowsOfAgency(given, agency, own), { answer }, asked)
const stateOf = (...from: Parameters<typeof compute>) => compute(...from)?.state

describe('a cell computed from an inventory table', () => {
  test('is specific where the answers differ, and says how many there are of them', () => {
    const cell = compute(
      table(entry('DEP', 'Part', 'One'), entry('DEP', 'Part', 'Two'), entry('DEP', 'Part', 'Two'), entry('OTH', '', 'Three')),
      ask('Vendor(s) Name'),
    )
    expect(cell).toMatchObject({
      state: 'specific',
      counts: { of: 3, answered: 3, withheld: 0, distinct: 2, quote: '', column: 'Vendor(s) Name' },
    })
    expect(cell?.answers.map(({ text, rows }) => [text, rows])).toEqual([
      ['Two', [1, 2]],
      ['One', [0]],
    ])
  })

  test('quotes the one text that stands in every row, but takes one choice in every row for an answer', () => {
    const given = table(entry('DEP', 'Part', 'We follow the rules.'), entry('DEP', 'the  part', 'We follow  the rules.'))
    expect(compute(given, ask('Vendor(s) Name'))).toMatchObject({
      state: 'same-text',
      counts: { answered: 2, distinct: 1, quote: 'We follow the rules.' },
    })
    expect(compute(given, ask('Vendor(s) Name'), { answer: 'choice' as never })).toMatchObject({
      state: 'specific',
      counts: { distinct: 1, quote: 'We follow the rules.' },
    })
  })

  test('is withheld where every answer is a notice, whose marking is quoted; some notices among answers are counted', () => {
    const les = 'Law Enforcement Sensitive (LES)'
    expect(compute(table(entry('DEP', 'Part', les), entry('DEP', 'Part', les)), ask('Vendor(s) Name'))).toMatchObject({
      state: 'withheld',
      counts: { answered: 2, withheld: 2, quote: les },
    })
    expect(compute(table(entry('DEP', 'Part', les), entry('DEP', 'Part', 'A vendor')), ask('Vendor(s) Name'))).toMatchObject({
      state: 'specific',
      counts: { answered: 2, withheld: 1, distinct: 2, quote: les },
    })
  })

  test('counts only the entries to which the question applied, and says where there is none', () => {
    const given = table(
      entry('DEP', 'Part', 'One'),
      entry('DEP', 'Part', '', { stage: 'd) Retired – It ended.' }),
      entry('DEP', 'Part', '', { impact: 'c) Not high-impact' }),
    )
    expect(compute(given, ask('Vendor(s) Name', { base: 'deployed-high-impact' }))).toMatchObject({
      state: 'specific',
      counts: { of: 1, answered: 1 },
    })
    expect(compute(given, ask('Vendor(s) Name', { base: 'not-retired' }))?.counts).toMatchObject({ of: 2 })
    expect(stateOf(given, ask('Vendor(s) Name', { base: 'presumed-high-impact' }))).toBe('not-applicable')
  })

  test('proposes nothing where the table cannot tell to which entries the question applied, or has no row of the agency', () => {
    expect(compute(table(entry('DEP', 'Part', 'One')), ask('Vendor(s) Name', { base: 'authorised' }))).toBeNull()
    expect(compute(table(entry('OTH', '', 'One')), ask('Vendor(s) Name'))).toBeNull()
  })

  test('tells a blank column from one that is left out', () => {
    const given = table(
      entry('DEP', 'Part', 'One'),
      entry('DEP', 'Elsewhere', 'One', { kind: 'x' }),
      entry('OTH', '', 'One', { flag: 'a) No' }),
    )
    expect(stateOf(given, ask('Kind'))).toBe('blank')
    expect(stateOf(given, ask('Flag'))).toBe('column-omitted')
    expect(stateOf(given, ask('Flag', { optional: true }))).toBe('blank')
    expect(stateOf(given, ask('No such heading'))).toBe('column-omitted')
    expect(stateOf(table(entry('DEP', 'Part', 'One')), ask('Flag'))).toBe('blank')
  })

  test('keeps what was not asked apart, and shows an answer given all the same', () => {
    const given = table(entry('DEP', 'Part', 'One'), entry('DEP', 'Part', 'Two'))
    expect(compute(given, ask('Flag', { asked: false }))).toMatchObject({ state: 'not-asked', counts: null })
    const unasked = compute(given, ask('Vendor(s) Name', { asked: false }))
    expect(unasked).toMatchObject({ state: 'specific' })
    expect(unasked?.why).toContain('did not ask')
  })

  test('takes every row of an agency’s own file that has no column for the agency', () => {
    const own: InventoryTable = {
      headings: ['Name', 'Vendor(s) Name'],
      rows: [
        ['a', 'One'],
        ['b', 'Two'],
      ],
    }
    expect(compute(own, ask('Vendor(s) Name'), { agency: other, own: true })?.counts).toMatchObject({ of: 2 })
    expect(compute(own, ask('Vendor(s) Name'), { agency: other })).toBeNull()
  })
})

test('headings are known by their letters, long ones by their beginning, repeated ones all together', () => {
  expect(columnsNamed(['Describe the AI system\u2019s  outputs.', 'b'], ["Describe the AI system's outputs"])).toEqual([0])
  expect(
    columnsNamed(
      ['Has an AI impact assessment been completed for this AI use case?\n\nPractice: complete it'],
      ['Has an AI impact assessment been completed for this AI use case?'],
    ),
  ).toEqual([0])
  expect(columnsNamed(['identifier', 'id', 'ID'], ['id'])).toEqual([1, 2])
  expect(columnsNamed(['second', 'first'], ['none', 'first', 'second'])).toEqual([1])
})

test.each([
  ['Law Enforcement Sensitive (LES) investigative data.', true],
  ['Redacted for cybersecurity purposes.', true],
  ['[Redacted]', true],
  ['(b)(7)(E)', true],
  ['The name of the vendor is withheld.', true],
  ['AI-Assisted Audio/Video Redaction', false],
  ['Text transcriptions, video with sensitive images redacted', false],
  ['Classical/Predictive Machine Learning', false],
  ['Law enforcement sensitive data is taken out before the model is trained, and the rest of it comes from public sources', false],
])('“%s” is a notice of withholding: %s', (answer, expected) => {
  expect(isWithheld(answer)).toBe(expected)
})
