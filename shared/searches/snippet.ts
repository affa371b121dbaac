import type { TextRange } from '../annotations/segment'

/** A piece of a text around what was found, with the places of the hits in the piece. */
export type Snippet = {
  readonly text: string
  readonly hits: readonly TextRange[]
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

/** Characters of a snippet, and how many of them stand before its first hit. */
const LENGTH = 260
const BEFORE = 70

/** The piece of a text in which most hits stand near each other; its beginning where there are none. Cut at blanks. */
export function snippetOf(text: string, hits: readonly TextRange[]): Snippet {
  let from = 0
  let most = 0
  for (const [at, hit] of hits.entries()) {
    let inside = 0
    for (let next = at; next < hits.length && (hits[next]?.end ?? 0) <= hit.start - BEFORE + LENGTH; next += 1) inside += 1
    if (inside > most) [most, from] = [inside, Math.max(0, hit.start - BEFORE)]
  }
  const start = from === 0 ? 0 : blankAfter(text, from)
  const end = start + LENGTH >= text.length ? text.length : blankBefore(text, start + LENGTH, start)
  return {
    text: text.slice(start, end),
    hits: hits.filter((hit) => hit.start >= start && hit.end <= end).map((hit) => ({ start: hit.start - start, end: hit.end - start })),
    cutBefore: start > 0,
    cutAfter: end < text.length,
  }
}

function blankAfter(text: string, at: number): number {
  for (let step = at; step < Math.min(text.length, at + 30); step += 1) if (/\s/u.test(text.charAt(step))) return step + 1
  return at
}

function blankBefore(text: string, at: number, least: number): number {
  for (let step = at; step > Math.max(least, at - 30); step -= 1) if (/\s/u.test(text.charAt(step))) return step
  return at
}
