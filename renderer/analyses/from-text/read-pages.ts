import { quotationText } from '@shared/anchoring/quotation-text'
import { runningLines, withoutRanges } from '@shared/anchoring/running-lines'
import type { SourceText } from '@shared/analyses/from-text/propose'
import type { PageText } from '@shared/documents/page'
import { paragraphStarts } from '../../reader/paragraphs'

/** Print this many times as high as most of the document heads what follows. */
const LARGER = 1.12
const LONGEST_HEADING = 160

type Paragraph = { words: string; readonly height: number }

/**
 * The pages of a document as one text: paragraphs parted by empty lines, words broken at line ends made whole, running heads and feet left
 * out, headings by the size of the print. What is numbered or in capitals is recognised as a heading later, as in any text.
 */
export function textOfPages(pages: readonly PageText[]): SourceText {
  const paragraphs: Paragraph[] = []
  for (const [index, page] of pages.entries()) {
    for (const [at, paragraph] of paragraphsOf(pages, index).entries()) {
      const before = paragraphs.at(-1)
      // A paragraph that runs over the page break is one.
      if (
        before !== undefined &&
        at === 0 &&
        paragraph.height === before.height &&
        !/[.!?:;”"’)\]]$/.test(before.words) &&
        /^\p{Ll}/u.test(paragraph.words)
      )
        before.words = quotationText(`${before.words}\n${paragraph.words}`, page.text)
      else paragraphs.push({ ...paragraph })
    }
  }
  const usual = usualHeight(paragraphs)
  const sizes = [...new Set(paragraphs.filter((each) => isLarge(each, usual)).map((each) => each.height))].sort((a, b) => b - a)
  const headings: { start: number; end: number; level: number }[] = []
  let text = ''
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n'
    if (isLarge(paragraph, usual))
      headings.push({ start: text.length, end: text.length + paragraph.words.length, level: sizes.indexOf(paragraph.height) + 1 })
    text += paragraph.words
  }
  return { text, headings }
}

const isLarge = ({ height, words }: Paragraph, usual: number): boolean =>
  usual > 0 && height > LARGER * usual && words.length <= LONGEST_HEADING && /\p{L}/u.test(words)

function paragraphsOf(pages: readonly PageText[], index: number): readonly Paragraph[] {
  const page = pages[index]
  if (page === undefined) return []
  const running = runningLines((at) => pages[at] ?? null, index)
  const starts = [...new Set([0, ...paragraphStarts(page)])].sort((a, b) => a - b)
  return starts.flatMap((start, at): readonly Paragraph[] => {
    const ranges = withoutRanges({ start, end: starts[at + 1] ?? page.text.length }, running)
    const words = quotationText(ranges.map((range) => page.text.slice(range.start, range.end)).join('\n'), page.text)
    return words === '' ? [] : [{ words, height: heightOf(page, ranges) }]
  })
}

/** The height of most of the print in these ranges, half points; 0 where nothing tells. */
function heightOf({ runs }: PageText, ranges: readonly { readonly start: number; readonly end: number }[]): number {
  const counts = new Map<number, number>()
  for (const [start, end, , , , height] of runs) {
    if (!ranges.some((range) => start < range.end && end > range.start)) continue
    const rounded = Math.round(height * 2) / 2
    counts.set(rounded, (counts.get(rounded) ?? 0) + end - start)
  }
  return mostOf(counts)
}

function usualHeight(paragraphs: readonly Paragraph[]): number {
  const counts = new Map<number, number>()
  for (const { height, words } of paragraphs) counts.set(height, (counts.get(height) ?? 0) + words.length)
  return mostOf(counts)
}

const mostOf = (counts: ReadonlyMap<number, number>): number =>
  [...counts].reduce<readonly [number, number]>((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0]
