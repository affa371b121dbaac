/** A word in three parts: what it begins and ends with like the other one, and what differs between. */
export type Parted = readonly [start: string, unlike: string, end: string]

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const signsOf = (text: string): readonly string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** Parts words by where they differ from others, sign by sign as they are seen: two readings of one word are often told apart by a single letter. */
export function unlikePart(words: string, other: string): Parted {
  const [own, others] = [signsOf(words), signsOf(other)]
  const most = Math.min(own.length, others.length)
  let start = 0
  while (start < most && own[start] === others[start]) start += 1
  let end = 0
  while (end < most - start && own[own.length - 1 - end] === others[others.length - 1 - end]) end += 1
  return [own.slice(0, start).join(''), own.slice(start, own.length - end).join(''), own.slice(own.length - end).join('')]
}
