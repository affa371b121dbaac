import { expect, test } from 'vitest'
import { aCheck, aClaim, anAnalysis } from '../testing/builders'
import { renderCheckSheet } from './check-sheet'

const check = aCheck(aClaim(anAnalysis()), { verdict: 'unfair', note: 'Half of it.', by: 'Ada' })

test('a check sheet has a line for each passage, with boxes to tick, and what was found already', () => {
  const sheet = renderCheckSheet({
    title: 'Cameras <1>',
    asOf: '2026-02',
    progress: '1 of 3 checked',
    sections: [
      {
        label: 'Findings',
        rows: [
          {
            claim: 'C01',
            relation: '',
            words: 'It was bought & used.',
            document: '',
            page: '',
            note: '',
            standing: { state: 'unchecked', checks: [] },
          },
          {
            claim: 'C01',
            relation: '▲ supports',
            words: '“shall not exceed”',
            document: 'contract.pdf',
            page: 'p. 3',
            note: 'The ceiling.',
            standing: { state: 'unfair', checks: [check] },
          },
          {
            claim: 'C01',
            relation: '▼ contradicts',
            words: '“none”',
            document: 'letter.pdf',
            page: 'p. 1',
            note: '',
            standing: { state: 'changed', checks: [check] },
          },
        ],
      },
      { label: 'Limits', rows: [] },
    ],
  })
  expect(sheet).toContain('<h1>Check sheet: Cameras &lt;1&gt;</h1>')
  expect(sheet).toContain('It was bought &amp; used.')
  expect(sheet.match(/<tr class="own">|<tr><th scope="row">/g)).toHaveLength(3)
  expect(sheet.match(/☒/g)).toHaveLength(1)
  expect(sheet.match(/☐/g)).toHaveLength(11)
  expect(sheet).toContain('☒ unfair')
  expect(sheet).toContain('changed since Ada checked it')
  expect(sheet).not.toContain('<h2>Limits</h2>')
})
