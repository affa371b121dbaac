import { findCodes } from '@shared/redactions/find-codes'
import { expect, test } from 'vitest'
import { corpusPages, hasCorpus } from '../support/corpus-pages'

test.skipIf(!hasCorpus)(
  'keeps the letter of each code in a table whose narrow cells run into each other (../shared/corpus is needed)',
  { timeout: 120_000 },
  async () => {
    const pages = await corpusPages('ice-foia-record-ja-excerpt.pdf')
    const counts = new Map<string, number>()
    for (const { text } of pages)
      for (const { codes } of findCodes(text)) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
    // Every (b)(7) on these pages is printed with a letter.
    expect(counts.get('(b)(7)') ?? 0).toBe(0)
    expect(counts.get('(b)(7)(C)')).toBeGreaterThan(400)
    expect(counts.get('(b)(7)(E)')).toBeGreaterThan(100)
  },
)
