import { findQuotation } from '@shared/anchoring/find-quotation'
import { makeSegment } from '@shared/anchoring/make-segment'
import { runningLines } from '@shared/anchoring/running-lines'
import { aDocument } from '@shared/testing/builders'
import { describe, expect, it } from 'vitest'
import { rangesOnPage } from '../../renderer/reader/text-place'
import { corpusPages, hasCorpus } from '../support/corpus-pages'

const document = aDocument()

describe.skipIf(!hasCorpus)('a passage over a page break in real documents (skipped where the corpus is not beside the project)', () => {
  /** The quotations of a passage from the middle of a page to the middle of the next, each looked for again. */
  async function quoted(name: string, first: number): Promise<readonly string[]> {
    const pages = await corpusPages(name)
    const textOf = (index: number) => pages[index]?.text ?? null
    const half = (index: number): number => Math.floor((textOf(index)?.text.length ?? 0) / 2)
    const passage = { from: { page: first, offset: half(first) }, to: { page: first + 1, offset: half(first + 1) } }
    return [first, first + 1].flatMap((at) => {
      const page = pages[at]
      if (page === undefined) throw new Error('no such page')
      return rangesOnPage(passage, at, page.text, runningLines(textOf, at)).map((range) => {
        const segment = makeSegment({ documentId: document.id, page: page.page, text: page.text, ranges: [range], extractor: null })
        expect(findQuotation(page.text, segment).how).toBe('exact')
        return segment.quote
      })
    })
  }
  const edges = (quotes: readonly string[]): readonly string[] => quotes.flatMap((quote) => [quote.slice(0, 40), quote.slice(-40)])

  it.each([
    ['omb-2025-ai-reporting-guidance.pdf', 1, /^3 |\b2$/],
    ['doj-sdny-msj-memo-dkt31.pdf', 8, /Case 1:19-cv|Filed 05|Page \d+ of 24|\b5$|^6 /],
    ['2d-cir-opinion-21-1233.pdf', 4, /21-1233|Rts\. Project|\b5$|^6 /],
    ['eo-14110-federal-register.pdf', 2, /VerDate|Federal Register|Presidential Documents|01NOE0|7519[34]/],
    ['tax-court-memo-2020-26.pdf', 3, /- [45] -/],
  ])(
    '%s: neither its running heads and feet nor the number of a page is quoted',
    async (name, first, never) => {
      const quotes = await quoted(name, first)
      expect(quotes.length).toBeGreaterThanOrEqual(2)
      expect(quotes.join(' ').length).toBeGreaterThan(500)
      for (const edge of edges(quotes)) expect(edge).not.toMatch(never)
    },
    60_000,
  )

  it('the rows of a table that goes on over pages are no running lines', async () => {
    const pages = await corpusPages('usms-average-daily-population-2025-07.pdf')
    expect(runningLines((index) => pages[index]?.text ?? null, 1)).toEqual([])
  }, 60_000)
})
