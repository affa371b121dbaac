import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIdentifiers } from './find-identifiers'

const kindsOf = (text: string): readonly string[] => findIdentifiers(text).map(({ kind, printed }) => `${kind} ${printed}`)
const only = (text: string) => {
  const [one, ...others] = findIdentifiers(text)
  expect(others).toEqual([])
  return one
}

describe('identifiers are recognised as printed', () => {
  test.each([
    ['70CTD022FR0000170', 'ICE office 70CTD0, fiscal year 2022, order or call (F), serial R0000170'],
    ['70B06C20F00000895', 'DHS office 70B06C, fiscal year 2020, order or call (F), serial 00000895'],
    ['47QFRA24F0005', 'GSA office 47QFRA, fiscal year 2024, order or call (F), serial 0005'],
    ['15F06722F0002184', 'DOJ office 15F067, fiscal year 2022, order or call (F), serial 0002184'],
    ['70CTD0-22-F-R0000170', 'ICE office 70CTD0, fiscal year 2022, order or call (F), serial R0000170'],
  ])('the contract number %s with its parse', (printed, parse) =>
    expect(only(`Order No. ${printed}, dated`)).toMatchObject({
      kind: 'piid',
      printed,
      parse,
      why: '',
      value: printed.replaceAll('-', ''),
    }),
  )
  test('what resembles a contract number, with why it is none, and never corrected', () =>
    expect(only('PIID: 70OCTD22FR00000002')).toMatchObject({
      kind: 'near-piid',
      printed: '70OCTD22FR00000002',
      why: '18 characters where a PIID has 13 to 17',
    }))
  test('an IT portfolio number as no contract number', () =>
    expect(only('024-000005265')).toMatchObject({ kind: 'portfolio', why: 'no contract number, though it stands where one is asked for' }))
  test('old numbers of DHS and GSA, with and without hyphens as the same', () => {
    for (const printed of ['HSCETC-15-C-00001', 'HSCETC15C00001'])
      expect(only(printed)).toMatchObject({
        kind: 'legacy',
        value: 'HSCETC15C00001',
        parse: 'DHS office HSCETC, fiscal year 2015, C, serial 00001',
      })
    for (const printed of ['GS-35F-0086U', 'GS35F0086U']) expect(only(printed)).toMatchObject({ kind: 'legacy', value: 'GS35F0086U' })
  })
  test('an award id with what it is under, and not the contract numbers inside it', () =>
    expect(only('CONT_AWD_70CTD022FR0000170_7012_GS35F0086U_4730')).toMatchObject({
      kind: 'award',
      parse: 'award 70CTD022FR0000170, agency 7012, under GS35F0086U of agency 4730',
    }))
  test('notices, FOIA numbers, uses, modifications', () => {
    expect(only('ea55e45cded123fd8d6afd7c061138f0')).toMatchObject({ kind: 'notice' })
    expect(only('2024-ICFO-39357')).toMatchObject({ kind: 'foia', parse: 'ICE request 39357 of 2024' })
    expect(kindsOf('2023-ICAP-00154 2025-ICLI-00019 2024-HQFO-01234 07-FOIA-51847 F-2014-20439')).toHaveLength(5)
    expect(kindsOf('DHS-2577, DHS-P1, DHS-0032-2023 and DOJ-0226')).toEqual([
      'use DHS-2577',
      'use DHS-P1',
      'use DHS-0032-2023',
      'use DOJ-0226',
    ])
    expect(only('Modification P00001')).toMatchObject({ kind: 'modification', parse: 'modification 1 by the buying office' })
    expect(only('A00003')).toMatchObject({ kind: 'modification', parse: 'modification 3 by the administering office' })
  })
  test('solicitations by their letter, or by a label near', () => {
    expect(only('70CTD023R0000004')).toMatchObject({ kind: 'solicitation' })
    expect(only('Solicitation EQ5P2SS2P1-18-0005')).toMatchObject({ kind: 'solicitation', why: 'not in the form of a PIID' })
    expect(kindsOf('the form EQ5P2SS2P1-18-0005')).toEqual([])
  })
  test('a UEI and a CAGE code only with a label near', () => {
    expect(only('UEI: LYMKSJG6DLQ5')).toMatchObject({ kind: 'uei' })
    expect(only('CAGE Code: 4ML12')).toMatchObject({ kind: 'cage', printed: '4ML12' })
    expect(kindsOf('LYMKSJG6DLQ5 and 4ML12')).toEqual([])
  })
  test.each([
    ['$1,234.56', '1234.56'],
    ['$9.2 million', '9200000'],
    ['$3.75 billion', '3750000000'],
    ['($500)', '-500'],
    ['-$1,000', '-1000'],
    ['$ 25,000', '25000'],
    ['$4K', '4000'],
  ])('the amount %s', (printed, value) => expect(only(`worth ${printed} in all`)).toMatchObject({ kind: 'amount', printed, value }))
  test('an exemption code beside an amount is no billion', () =>
    expect(only('a bond of $10,000 b(6), b(7)(c)')).toMatchObject({ printed: '$10,000', value: '10000' }))
  test('an amount in a parenthesis with other words is not negative', () =>
    expect(only('(about $500 a year)')).toMatchObject({ printed: '$500', value: '500' }))
  test.each([
    ['less than $25,000, is a misdemeanor', '$25,000'],
    ['Supervisor to Det$2500 Detain', '$2500'],
    ['insanely expensive ($300 / mo)', '$300'],
    ['a fee of $5, or $5/hour', '$5', '$5'],
    ['a copay of $5/$10.', '$5', '$10'],
    ['US$20 and C$7; “we paid $3.”', '$20', '$7', '$3'],
    ['kit for only $397. The', '$397'],
    ['in $ millions: $4 and $___ to fill in', '$4'],
  ])('amounts in “%s”', (text, ...printed) => expect(findIdentifiers(text).map((found) => found.printed)).toEqual(printed))
  test.each([
    ["awk '{ print $3 }' <DPL"],
    ['doit() { sleep "$1" echo "$1" }'],
    ['s/(.*)$nongreedy$/$1/; then $2'],
    ['_nmap() { mkdir -p $1/output/scans/ }'],
    ['${opt} and $1'],
    ['if $1 is nonblank; Assigns $1 = arg4'],
    ['user1:$1$Xop0FYH9$IfxyQwBe'],
    ['parallel --rpl with $$1 and $2'],
    ['Pin‘$1’,e‘$3’, hence $1'],
    ['SRC=$1 echo'],
    ['*.8#0$1$23# )*+45678#0$1923# )*+'],
  ])('no amounts among the arguments of a program: %s', (text) => expect(kindsOf(text)).toEqual([]))
  test('check sums of files as no notices, unless the page calls one a notice', () => {
    expect(kindsOf('MD5Sum: bdc8fa4b3f5e4a715dd0d56d176fc789 18876880 Contents-alpha.gz 9469a03c94b85e010d116aeeab9614c0')).toEqual([])
    expect(kindsOf('$ md5sum foo bar >baz.md5 d3b07384d113edec49eaa6238ad5ff00 foo')).toEqual([])
    expect(kindsOf('SHA-256 of the file; Notice ID ea55e45cded123fd8d6afd7c061138f0')).toEqual(['notice ea55e45cded123fd8d6afd7c061138f0'])
    expect(kindsOf('https://sam.gov/opp/ea55e45cded123fd8d6afd7c061138f0/view')).toHaveLength(1)
  })
  test.each([
    ['February 1, 2026', '2026-02-01'],
    ['Sept. 26, 2022', '2022-09-26'],
    ['28 January 2026', '2026-01-28'],
    ['3/4/2024', '2024-03-04'],
    ['05/07/20', '2020-05-07'],
    ['2025-12-22', '2025-12-22'],
  ])('the date %s', (printed, value) => expect(only(`on ${printed}.`)).toMatchObject({ kind: 'date', printed, value }))
  test('no day that no calendar has', () => expect(kindsOf('13/45/2024 and February 30, 2024')).toEqual([]))
  test('nothing inside longer runs, and nothing of what is held back', () => {
    for (const text of [
      'X70CTD022FR0000170',
      '70CTD022FR0000170-77',
      'a2024-ICFO-393571',
      'DHS-25771',
      'XP00001',
      '████████████████',
      '70CTD0██FR0000170',
    ])
      expect(kindsOf(text)).toEqual([])
  })
  test('every one is what stands at its offsets, and none overlaps another', () => {
    const piece = fc.constantFrom(
      '70CTD022FR0000170',
      'HSCETC-15-C-00001',
      '$9.2 million',
      'Sept. 26, 2022',
      'CONT_IDV_GS35F0086U_4730',
      'P00001',
      ' ',
      ', ',
      '-',
      'x',
      '9',
      '\n',
      '(',
      ')',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const found = findIdentifiers(text)
        expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(found.map(({ printed }) => printed))
        expect(found.every(({ start }, at) => start >= (found[at - 1]?.end ?? 0))).toBe(true)
      }),
    )
  })
})
