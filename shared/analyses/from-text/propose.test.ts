import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Proposal, proposeAnalysis, type Sentence } from './propose'

const propose = (text: string): Proposal => proposeAnalysis({ text, headings: [] })
const sentences = (proposal: Proposal): readonly Sentence[] =>
  proposal.pieces.filter((piece): piece is Sentence => piece.kind === 'sentence')
const claims = (text: string): readonly string[] =>
  sentences(propose(text))
    .filter(({ leftOut }) => leftOut === null)
    .map(({ words }) => words)
const cited = (text: string): readonly (readonly number[])[] => sentences(propose(text)).map(({ cites }) => cites)
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** What is wrong with a proposal: words between its pieces, pieces out of order, a claim with letters that its piece does not have in that order. */
function faults(text: string, proposal: Proposal): readonly string[] {
  let from = 0
  const found: string[] = []
  for (const piece of proposal.pieces) {
    if (piece.start < from) found.push(`piece at ${piece.start} begins before the one before it ends`)
    found.push(...lostBetween(text.slice(from, piece.start)))
    if (piece.kind === 'sentence' && !isSubsequence(letters(piece.words), letters(text.slice(piece.start, piece.end))))
      found.push(`invented: ${piece.words}`)
    from = piece.end
  }
  return [...found, ...lostBetween(text.slice(from))]
}
const lostBetween = (gap: string): readonly string[] => (gap.trim() === '' ? [] : [`lost: ${gap}`])

function isSubsequence(part: string, whole: string): boolean {
  let at = 0
  for (const sign of whole) if (part.startsWith(sign, at)) at += sign.length
  return at === part.length
}

const REPORT = `# What the agency says it buys

Has the agency published a list of what it buys?

## 1. Findings

The U.S. Immigration and Customs Enforcement agency bought a system for $3.75 million in Sept. 2025 [1][2]. It is, e.g., used by "field offices." [3] A list was not posted; see No. 5 of the order [2-4].

- **First** the notice was posted.[1]
  - It named Acme Inc. as the vendor [^2].
- Then came the award on Jan. 5, 2026.²

### 1.1 Purchases

1. The order cites 8 U.S.C. 1357 [5, p. 12].
2. The value rose from 1.5 to 2.25 million.

## 2. Limits

Only what [was released](https://example.org/release) was read.

## References

[1] "A notice of intent," Sam Registry, Sept. 3, 2025. https://example.org/notice
[2] Order 70CTD022FR0000001 (2025)
    with its annex
[3] https://example.org/offices
[4] *A list of uses*, 28 January 2026.
`

describe('a report with numbered headings and a list of sources', () => {
  const proposal = propose(REPORT)
  it('gives its title, its question, its sections and its sources', () => {
    expect(proposal).toMatchObject({ title: 'What the agency says it buys', question: 'Has the agency published a list of what it buys?' })
    expect(proposal.sections).toEqual(['Beginning of the text', '1. Findings', '1.1 Purchases', '2. Limits', 'References'])
    expect(proposal.sources.map(({ number, title, url, date, listed }) => [number, title, url, date, listed])).toEqual([
      [1, 'A notice of intent', 'https://example.org/notice', '2025-09-03', true],
      [2, 'Order 70CTD022FR0000001 (2025) with its annex', null, '2025', true],
      [3, null, 'https://example.org/offices', null, true],
      [4, 'A list of uses', null, '2026-01-28', true],
      [5, null, null, null, false],
    ])
  })
  it('gives each sentence with its citations', () => {
    expect(sentences(proposal).map(({ words, cites }) => [words, cites])).toEqual([
      ['Has the agency published a list of what it buys?', []],
      ['The U.S. Immigration and Customs Enforcement agency bought a system for $3.75 million in Sept. 2025.', [1, 2]],
      ['It is, e.g., used by "field offices."', [3]],
      ['A list was not posted; see No. 5 of the order.', [2, 3, 4]],
      ['First the notice was posted.', [1]],
      ['It named Acme Inc. as the vendor.', [2]],
      ['Then came the award on Jan. 5, 2026.', [2]],
      ['The order cites 8 U.S.C. 1357.', [5]],
      ['The value rose from 1.5 to 2.25 million.', []],
      ['Only what was released was read.', []],
    ])
  })
  it('keeps what stands beside the words, and proposes kinds by heading', () => {
    const last = sentences(proposal).slice(-3)
    expect(last.map(({ asides }) => asides)).toEqual([['[5, p. 12]'], [], ['https://example.org/release']])
    expect(last.map(({ claim }) => claim)).toEqual(['finding', 'finding', 'limit'])
  })
  it('holds every word once', () => expect(faults(REPORT, proposal)).toEqual([]))
  it('is the same with the line endings of Windows', () => {
    const windows = REPORT.replaceAll('\n', '\r\n')
    expect(sentences(propose(windows)).map(({ words }) => words)).toEqual(sentences(proposal).map(({ words }) => words))
    expect(faults(windows, propose(windows))).toEqual([])
  })
})

describe('sentences', () => {
  it.each([
    [
      'go on after abbreviations, initials and decimals',
      'Dr. J. B. Smith of the U.S. Army paid $1.5 million. She left at 5 p.m. The rest stayed.',
      ['Dr. J. B. Smith of the U.S. Army paid $1.5 million.', 'She left at 5 p.m.', 'The rest stayed.'],
    ],
    [
      'end after an acronym where a new one begins',
      'It was made in the U.S. The agency said so.',
      ['It was made in the U.S.', 'The agency said so.'],
    ],
    ['keep closing quotation marks', '“We do not.” He said: “No.” Then he left.', ['“We do not.”', 'He said: “No.”', 'Then he left.']],
    ['know “No. 5” from “No.”', 'See No. 5 there. No. The agency refused.', ['See No. 5 there.', 'No.', 'The agency refused.']],
    [
      'end with a mark of exclamation but not before a small letter',
      'Stop! It went on. Ask Yahoo! about it.',
      ['Stop!', 'It went on.', 'Ask Yahoo! about it.'],
    ],
    ['run over lines', 'The first\nsentence. The\nsecond one.', ['The first sentence.', 'The second one.']],
    [
      'are read in quotations of several lines',
      '> The first\n> sentence. The second.\n\nAfter it.',
      ['The first sentence.', 'The second.', 'After it.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(claims(text)).toEqual(expected)
    expect(faults(text, propose(text))).toEqual([])
  })
})

describe('citations', () => {
  it.each<[string, string, number[][]]>([
    ['stand before or after the full stop', 'One [1]. Two.[2] Three. [3] Four', [[1], [2], [3], []]],
    [
      'come in lists, ranges and rows',
      'One [1, 3]. Two [2-4]. Three [1][5] [7]. Four [1–3, 9; 11].',
      [
        [1, 3],
        [2, 3, 4],
        [1, 5, 7],
        [1, 2, 3, 9, 11],
      ],
    ],
    [
      'are raised numbers but not units and powers',
      'One.¹ Two²,³ is. It has 5 m² and 10² rooms. Three<sup>4</sup> and four^5^.',
      [[1], [2, 3], [], [4, 5]],
    ],
    ['are links', 'One [1](https://example.org). Two [[2]](https://example.org/a).', [[1], [2]]],
    ['are no years, pages or remarks', 'In [2024] he [sic] wrote [emphasis added] of [page 3].', [[]]],
    ['hang behind a full stop of their own', 'One. [1]. Two. [2], [3] Three.', [[1], [2, 3], []]],
  ])('%s', (_, text, expected) => {
    expect(cited(text)).toEqual(expected)
    expect(faults(text, propose(text))).toEqual([])
  })
  it('without a list make sources of which nothing is known', () => {
    expect(propose('One [2]. Two [1].').sources.map(({ number, title, listed }) => [number, title, listed])).toEqual([
      [1, null, false],
      [2, null, false],
    ])
  })
  it('by name are numbered after the others', () => {
    const text = 'One [^1]. Two [^doj].\n\n[^1]: A report.\n[^doj]: Another report.\n'
    expect(cited(text)).toEqual([[1], [2]])
    expect(propose(text).sources.map(({ known }) => known)).toEqual(['A report.', 'Another report.'])
  })
})

describe('headings', () => {
  const sections = (text: string): readonly string[] => {
    expect(faults(text, propose(text))).toEqual([])
    return propose(text).sections
  }
  it('are marked, underlined, numbered, bold or in capitals', () => {
    expect(
      sections(
        '# A\n\nText.\n\nB\n=\n\nText.\n\n1. Numbered\n\nText.\n\n1.2 Deep\nText goes here.\n\nSection 3\n\nText.\n\nIV. Roman\n\nText.\n\nALL CAPITALS\nText.\n\n**Bold**\n\nText.',
      ),
    ).toEqual(['A', 'B', '1. Numbered', '1.2 Deep', 'Section 3', 'IV. Roman', 'ALL CAPITALS', 'Bold'])
  })
  it('may number from one again', () => {
    const text = 'PART A\n\n1. Background\n\nFirst.\n\nPART B\n\n1. Background\n\nSecond.'
    expect(sections(text)).toEqual(['PART A', '1. Background', 'PART B', '1. Background (2)'])
    expect(sentences(propose(text)).map(({ section }) => section)).toEqual([1, 3])
  })
  it('are not the items of a list', () => {
    expect(sections('We asked for:\n\n1. The contract\n\n2. The invoice\n\n3. The order')).toEqual(['Beginning of the text'])
    expect(claims('Three things:\n1. The contract\n2. The invoice\n  a) the first\n  b) the second')).toEqual([
      'Three things:',
      'The contract',
      'The invoice',
      'the first',
      'the second',
    ])
  })
  it('may be missing', () => expect(sections('Only a sentence.')).toEqual(['Beginning of the text']))
  it('are those that the format states', () => {
    const text = 'Summary\n\nIt is so.'
    expect(proposeAnalysis({ text, headings: [{ start: 0, end: 7, level: 1 }] }).sections).toEqual(['Summary'])
  })
})

describe('lists of sources', () => {
  const numbered = (text: string): readonly (readonly [number, string])[] => {
    expect(faults(text, propose(text))).toEqual([])
    return propose(text).sources.map(({ number, known }) => [number, known])
  }
  it('need no citations, and no numbers', () => {
    expect(numbered('It is so.\n\nSources:\n- A report\n- Another report, 2025')).toEqual([
      [1, 'A report'],
      [2, 'Another report, 2025'],
    ])
    expect(numbered('It is so.\n\nSOURCES\n\n1. A report\n2. Another report')).toEqual([
      [1, 'A report'],
      [2, 'Another report'],
    ])
  })
  it('need no heading at the end of a text', () => {
    expect(numbered('It is so [2].\n\n[1] A report\n[2] Another report\nthat goes on')).toEqual([
      [1, 'A report'],
      [2, 'Another report that goes on'],
    ])
  })
  it('are not what begins with a citation', () => expect(claims('[1] It is so.\n\nIt was so [2].')).toEqual(['It is so.', 'It was so.']))
  it('leave out by name what is no entry, and a number given twice', () => {
    const text = 'It is so [1].\n\n## Sources\n\nThe following were read:\n\n[1] A report\n[1] Another report'
    expect(numbered(text)).toEqual([[1, 'A report']])
    expect(sentences(propose(text)).map(({ leftOut }) => leftOut)).toEqual([
      null,
      'words beside the list of sources',
      'a second source of this number',
    ])
  })
  it('end at the next heading of their level', () =>
    expect(claims('It is so.\n\n## Sources\n\n[1] A report\n\n## After\n\nIt goes on.')).toEqual(['It is so.', 'It goes on.']))
})

describe('what is no sentence', () => {
  it('is left out by name, and never lost', () => {
    const text =
      '---\ntitle: x\n---\nA sentence.\n\n| a | b |\n| - | - |\n\n```\ncode. Here.\n```\n\n---\n\n![picture](a.png)\n\n12\n\n[doj]: https://example.org\n'
    expect(faults(text, propose(text))).toEqual([])
    expect(sentences(propose(text)).map(({ leftOut }) => leftOut)).toEqual([
      'front matter of the file',
      null,
      'a row of a table',
      'a row of a table',
      'a block of code',
      'a rule',
      'a picture',
      'a number by itself',
      'the address of a link',
    ])
  })
})

describe('any text', () => {
  const scrap = fc.constantFrom(
    'The agency bought it.',
    'U.S.',
    'Inc.',
    '[1]',
    '[2-4]',
    '[^a]',
    '[^a]: note',
    '¹',
    '\n',
    '\n\n',
    '\r\n',
    '# ',
    '## Findings',
    '- ',
    '  - ',
    '1. ',
    '2) ',
    '> ',
    '---',
    '===',
    '```',
    '| a |',
    'REFERENCES',
    '**bold**',
    '“quoted.”',
    '3.75',
    'e.g.',
    '?',
    '!',
    '…',
    ' ',
    '\t',
    '[1]: https://example.org',
    '<sup>3</sup>',
    'Section 3',
    'IV. ',
    '\ufeff',
    '。',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '\u2028',
    '\f',
    '\\',
  )
  const text = fc
    .array(fc.oneof(scrap, fc.lorem({ mode: 'sentences', maxCount: 2 }), fc.string({ maxLength: 6, unit: 'grapheme' })), { maxLength: 40 })
    .map((parts) => parts.join(''))
  it('keeps every word in exactly one piece, and no claim says what the text does not', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('sentence' as const, 'paragraph' as const), (given, unit) => {
        expect(faults(given, proposeAnalysis({ text: given, headings: [] }, unit))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
  it('of plain sentences gives these sentences, with their citations', () => {
    const sentence = fc.record({
      words: fc.array(fc.stringMatching(/^[a-z]{2,8}q$/), { minLength: 3, maxLength: 9 }),
      cites: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }),
      after: fc.boolean(),
    })
    const sections = fc.array(fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(sections, fc.constantFrom('\n', '\r\n'), (made, ending) => {
        const written = made
          .map((paragraphs, at) =>
            [
              `## Heading ${at + 1}`,
              ...paragraphs.map((each) =>
                each
                  .map(({ words, cites, after }) => {
                    const mark = cites.map((number) => `[${number}]`).join('')
                    return after
                      ? `The ${words.join(' ')}.${mark === '' ? '' : ` ${mark}`}`
                      : `The ${words.join(' ')}${mark === '' ? '' : ` ${mark}`}.`
                  })
                  .join(' '),
              ),
            ].join(ending.repeat(2)),
          )
          .join(ending.repeat(2))
        const expected = made.flatMap((paragraphs, at) =>
          paragraphs.flat().map(({ words, cites }) => [at, `The ${words.join(' ')}.`, cites.toSorted((a, b) => a - b)]),
        )
        expect(sentences(propose(written)).map(({ section, words, cites }) => [section, words, cites])).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })
})
