import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { type BundleResult, resultCsv, resultHtml, resultJson } from './result-files'

const result: BundleResult = {
  bundle: 'dossier <1>',
  checkedAt: '2026-11-27T12:00:00.000Z',
  vouch: '0.1.0',
  head: 'a'.repeat(64),
  packingList: null,
  given: { hash: 'b'.repeat(64), found: 'Not in this bundle.' },
  checks: [
    { name: 'bag', ok: true, what: '3 files.' },
    {
      name: 'quotations',
      ok: false,
      what: '1 of 2 quotations were not found.',
      quotations: [
        { table: 'evidence.csv', row: 2, cited: 'C01', quote: '=“a”, <b>', exhibit: 'EX-001', page: 3, result: 'verified', why: '' },
        {
          table: 'evidence.csv',
          row: 3,
          cited: 'C02',
          quote: 'line\nend',
          exhibit: 'EX-001',
          page: 4,
          result: 'failed',
          why: 'The words do not stand there.',
        },
      ],
    },
  ],
}

describe('the result of a verification, to be kept', () => {
  it('as CSV has one row a check and a quotation, its words unchanged', () => {
    const { data } = Papa.parse<Record<string, string>>(resultCsv(result), { header: true, skipEmptyLines: true })
    expect(data.map((row) => [row['kind'], row['result'], row['quote']])).toEqual([
      ['check', 'passed', ''],
      ['check', 'failed', ''],
      ['quotation', 'verified', '=“a”, <b>'],
      ['quotation', 'failed', 'line\nend'],
    ])
  })
  it('as JSON says whether all passed, and what was compared', () => {
    expect(JSON.parse(resultJson(result))).toMatchObject({
      format: 'vouch-verification',
      passed: false,
      given: { found: 'Not in this bundle.' },
      checks: [
        { name: 'bag', ok: true },
        { name: 'quotations', ok: false },
      ],
      quotations: [{ result: 'verified' }, { result: 'failed' }],
    })
  })
  it('as a page escapes what comes from the bundle, and says what a verified quotation does not show', () => {
    const page = resultHtml(result)
    expect(page).toContain('dossier &lt;1&gt;')
    expect(page).toContain('=“a”, &lt;b&gt;')
    expect(page).not.toContain('<b>')
    expect(page).toContain('does not show that what the document says is true')
  })
})
