import type { TextRange } from '../annotations/segment'

/** A sentence longer than this is a table or a list without full stops: then the words themselves are taken. */
const LONGEST = 600

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** For each hit of a text the sentence around it (a line break ends none), hits in one sentence together; offsets in the text, in its order. */
export function sentencesAround(text: string, hits: readonly TextRange[]): readonly TextRange[] {
  const plain = text.replace(/[\n\r]/gu, ' ')
  const spans = Array.from(sentences.segment(plain), ({ segment, index }): TextRange => ({
    start: index + segment.length - segment.trimStart().length,
    end: index + segment.trimEnd().length,
  }))
  const found = new Map<number, TextRange>()
  for (const hit of hits) {
    const touched = spans.filter((span) => span.start < hit.end && hit.start < span.end)
    const [start, end] = [Math.min(hit.start, ...touched.map((span) => span.start)), Math.max(hit.end, ...touched.map((span) => span.end))]
    const range = end - start > LONGEST ? hit : { start, end }
    found.set(range.start, range)
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}
