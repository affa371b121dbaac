import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AgencyRows, type ComputedCell, computeCell, rowsOfAgency } from '@shared/parity/compute-cell'
import type { InventoryTable } from '@shared/parity/headings'
import type { ParityElement } from '@shared/parity/parity-matrix'
import { readParityTemplate } from '@shared/parity/template'
import { readTable } from '@shared/tables/read-table'
import { beforeAll, describe, expect, test } from 'vitest'
import template from '../../resources/parity/ai-inventories.json'
import { CORPUS, hasCorpus } from '../support/vouch'

/** What was counted by hand before Vouch could (`domain.md`, 1.4): answered, of how many, notices of withholding, one text everywhere, choices. */
type Expected = {
  readonly answered: number
  readonly of: number
  readonly withheldInPlace?: number
  readonly sameTextInAll?: boolean
  readonly answers?: Readonly<Record<string, number>>
}
type Counted = Readonly<Record<'2024' | '2025', Readonly<Record<string, Expected>> | undefined>> & {
  readonly id: string
  readonly asked: Readonly<Record<string, boolean>>
}
const COUNTS = join(CORPUS, '../design/analysis-ice.json')

async function inventory(name: string, media: 'csv' | 'xlsx'): Promise<InventoryTable> {
  const read = await readTable(new Uint8Array(readFileSync(join(CORPUS, name))), media, name)
  if (!read.ok) throw new Error(read.problem.what)
  const [headings, ...rows] = read.value.sheets[0]?.rows.map(({ cells }) => cells) ?? []
  return { headings: headings ?? [], rows }
}

describe.skipIf(!hasCorpus || !existsSync(COUNTS))('the inventories of the corpus (skipped where they are not beside the project)', () => {
  const read = readParityTemplate(template)
  if (!read.ok) throw new Error(read.problem.what)
  const { elements, agencies } = read.value
  let counted: readonly Counted[] = []
  const of = new Map<string, AgencyRows>()
  const agency = (id: string) => agencies.find((each) => each.id === id) ?? { rows: [] }
  const compute = (rows: AgencyRows, element: ParityElement, year: number): ComputedCell | null => {
    const asked = element.asked.find((each) => each.year === year)
    return asked === undefined ? null : computeCell(rows, element, asked)
  }
  const cell = (id: string, who: string): ComputedCell | null => {
    const [element, rows] = [elements.find((each) => each.id === id), of.get(who)]
    return element === undefined || rows === undefined ? null : compute(rows, element, 2025)
  }
  beforeAll(async () => {
    counted = (JSON.parse(readFileSync(COUNTS, 'utf8')) as { readonly parity: { readonly elements: readonly Counted[] } }).parity.elements
    const table = await inventory('omb-2025-ai-use-cases-individually-reported.xlsx', 'xlsx')
    for (const id of ['ice', 'doj']) of.set(id, rowsOfAgency(table, agency(id), false))
  }, 60_000)

  test('the template has every element that was counted, asked in the same years', () => {
    expect(elements.map(({ id, asked }) => [id, asked.map((each) => each.asked)])).toEqual(
      counted.map(({ id, asked }) => [id, ['2023', '2024', '2025'].map((year) => asked[year])]),
    )
    expect(elements).toHaveLength(43)
  })

  test.each(['ice', 'doj'])('every cell of %s in 2025 agrees with what was counted by hand', (who) => {
    const rows = of.get(who)
    if (rows === undefined) throw new Error('the table was not read')
    const differing = elements.flatMap((element) => {
      const expected = counted.find(({ id }) => id === element.id)?.['2025']?.[who]
      const found = compute(rows, element, 2025)
      if (expected === undefined) return found?.state === 'not-asked' ? [] : [element.id]
      const sizes = found?.answers.map((answer) => answer.rows.length) ?? []
      const agrees =
        found?.counts?.answered === expected.answered &&
        found.counts.of === expected.of &&
        found.counts.withheld === (expected.withheldInPlace ?? 0) &&
        (element.answer === 'words' && found.counts.distinct === 1) === (expected.sameTextInAll ?? false) &&
        // The choices are worded as in OMB's recoding there, as in the form here: what they are is compared by how often each is made.
        (expected.answers === undefined || String(sizes) === String(Object.values(expected.answers).sort((a, b) => b - a)))
      return agrees ? [] : [`${element.id}: ${JSON.stringify(found?.counts)} for ${JSON.stringify(expected)}`]
    })
    expect(differing).toEqual([])
  })

  test('the states are those that the counts alone would hide', () => {
    expect(cell('withheld-flag', 'ice')).toMatchObject({ state: 'column-omitted' })
    expect(cell('system-name', 'doj')).toMatchObject({ state: 'withheld', counts: { quote: 'Redacted for cybersecurity purposes.' } })
    expect(cell('vendor', 'ice')).toMatchObject({
      state: 'specific',
      counts: { withheld: 5, distinct: 15, quote: 'Law Enforcement Sensitive (LES)' },
    })
    for (const id of ['impact-justification', 'data-description', 'risks']) expect(cell(id, 'doj')?.state).toBe('same-text')
    for (const id of ['pia-link', 'code-link', 'open-data-link']) expect(cell(id, 'doj')?.state).toBe('blank')
    expect(cell('contract-value', 'ice')?.state).toBe('not-asked')
  })

  test('entries by stage and by impact are those of each list', () => {
    const choices = (id: string, who: string) =>
      Object.fromEntries(cell(id, who)?.answers.map(({ text, rows }) => [text.split(' – ')[0], rows.length]) ?? [])
    expect(choices('stage', 'ice')).toEqual({ 'c) Deployed': 24, 'a) Pre-deployment': 20, 'd) Retired': 7 })
    expect(choices('stage', 'doj')).toEqual({ 'c) Deployed': 163, 'a) Pre-deployment': 107, 'b) Pilot': 25, 'd) Retired': 19 })
    expect(choices('impact-class', 'ice')).toMatchObject({
      'a) High-impact': 12,
      'b) Presumed high-impact, but determined not high impact': 15,
    })
    expect(choices('impact-class', 'doj')).toMatchObject({ 'a) High-impact': 114 })
  })

  test('ICE in 2024: the department’s own file has two entries more than OMB’s second consolidation, and without them every count agrees', async () => {
    const own = await inventory('dhs-2024-ai-use-case-inventory.csv', 'csv')
    const all = rowsOfAgency(own, agency('ice'), false)
    expect(all.rows).toHaveLength(27)
    // Any of three entries may be the second of the two: the counts do not tell them apart.
    for (const second of ['DHS-407', 'DHS-362', 'DHS-2409']) {
      const rows = rowsOfAgency({ ...own, rows: own.rows.filter((row) => row[0] !== 'DHS-172' && row[0] !== second) }, agency('ice'), false)
      const compared = elements.flatMap((element) => {
        const expected = counted.find(({ id }) => id === element.id)?.['2024']?.['ice']
        const found = compute(rows, element, 2024)?.counts
        return expected === undefined
          ? []
          : [{ id: element.id, expected: `${expected.answered}/${expected.of}`, found: `${found?.answered}/${found?.of}` }]
      })
      expect(compared).toHaveLength(32)
      expect(compared.filter(({ expected, found }) => expected !== found)).toEqual([])
    }
  })
})
