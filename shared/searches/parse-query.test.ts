import { describe, expect, test } from 'vitest'
import { parseQuery } from './parse-query'
import { treeWords } from './query-tree'

const read = (words: string): string | null => {
  const parsed = parseQuery(words)
  if (!parsed.ok) throw new Error(parsed.problem.what)
  return parsed.value === null ? null : treeWords(parsed.value)
}
const complaint = (words: string): readonly [what: string, meant: string] => {
  const parsed = parseQuery(words)
  if (parsed.ok) throw new Error(`${words} was read as ${JSON.stringify(parsed.value)}`)
  return [parsed.problem.what, words.slice(parsed.problem.start, parsed.problem.end)]
}

describe('the words of a search', () => {
  test('words side by side must all be there; OR binds less than they do', () => {
    expect(read('license plate')).toBe('(license plate)')
    expect(read('license AND plate')).toBe('(license plate)')
    expect(read('license plate OR reader')).toBe('((license plate) OR reader)')
    expect(read('license (plate OR reader)')).toBe('(license (plate OR reader))')
  })
  test('phrases stand in straight or typographic quotation marks, a star leaves a word’s end open', () => {
    expect(read('“Task Order” procur*')).toBe('("task order" procur*)')
    expect(read('"task ord*"')).toBe('"task ord"*')
    expect(read('"task ord"*')).toBe('"task ord"*')
  })
  test('NOT and a minus leave texts out', () => {
    expect(read('drone -training')).toBe('(drone NOT training)')
    expect(read('drone NOT (training OR film)')).toBe('(drone NOT (training OR film))')
    expect(read('-film drone')).toBe('(drone NOT film)')
  })
  test('signs between letters part them: they are looked for one after another', () => {
    expect(read('552(b)(7)(E)')).toBe('"552 b 7 e"')
    expect(read('U.S.C.')).toBe('"u s c"')
    expect(read('agency’s')).toBe('"agency s"')
    expect(read('70RSAT19FR0000037')).toBe('70rsat19fr0000037')
  })
  test('a hyphen may be one that was put in at a line’s end, so the word is looked for whole as well', () => {
    expect(read('well-known')).toBe('("well known" OR wellknown)')
    expect(read('"the well-known fact"')).toBe('("the well known fact" OR "the wellknown fact")')
  })
  test('words in small letters that look like operators are words', () => {
    expect(read('terms and conditions')).toBe('(terms and conditions)')
    expect(read('"NOT" found')).toBe('(not found)')
  })
  test('signs alone ask for nothing', () => {
    expect(read('procurement – inventory')).toBe('(procurement inventory)')
    expect(read('   ')).toBeNull()
  })
  test('written out again, a query asks for the same', () => {
    for (const words of ['a b -c', '(a OR b*c)'.replace('*c', 'x*'), '"b c" OR (d -e f)', 'well-known ("x y" OR z)']) {
      const once = read(words)
      expect(once === null ? null : read(once)).toBe(once)
    }
  })
})

test('what cannot be read is said, with the place', () => {
  expect(complaint('drone "task order')).toEqual(['The quotation mark opens a phrase that is never closed.', '"task order'])
  expect(complaint('(drone OR plane')).toEqual(['This parenthesis is never closed.', '('])
  expect(complaint('drone) plane')).toEqual(['This parenthesis closes nothing.', ')'])
  expect(complaint('drone OR')).toEqual(['Nothing stands after this OR.', 'OR'])
  expect(complaint('OR drone')).toEqual(['Nothing stands before this OR.', 'OR'])
  expect(complaint('AND drone')).toEqual(['Something is missing beside this AND.', 'AND'])
  expect(complaint('drone NOT')).toEqual(['Nothing stands after this NOT.', 'NOT'])
  expect(complaint('-drone')).toEqual(['The search only says what must not be there.', '-drone'])
  expect(complaint('dr*ne')).toEqual(['The star in “dr*ne” does not stand at the end.', 'dr*ne'])
  expect(complaint('drone *')).toEqual(['The star stands alone.', '*'])
  expect(complaint('drone d*')).toEqual(['One letter and a star would find nearly everything.', 'd*'])
  expect(complaint('§ – …')).toEqual(['The search holds no letter and no digit.', '§ – …'])
  expect(complaint('a '.repeat(65))[0]).toContain('64 are the most')
})
