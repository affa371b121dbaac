import { citationsIn } from './citations'
import type { Span } from './lines'

/** Abbreviations after which a sentence goes on, without their last full stop. */
const GOES_ON = new Set(
  'mr mrs ms dr prof sen rep gov gen lt col sgt capt adm maj rev hon pres st mt vs v e.g i.e cf viz no nos p pp para paras sec secs arts fig figs ed eds vol vols ch chs exh dkt supp fed reg cir ct dist div approx est ca al op cit ibid ann stat amend'.split(
    ' ',
  ),
)
/** Abbreviations that can also end a sentence: what follows decides. */
const MAY_END = new Set(
  'etc inc ltd co corp llc bros jr sr u.s u.k e.u u.n d.c u.s.c c.f.r a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec ph.d b.a m.a j.d app art cl doc docs dept admin ex id pt pub'.split(
    ' ',
  ),
)
/** Words with which sentences begin and names hardly ever. */
const STARTERS = new Set(
  'the a an it its in on at by for from to this that these those there their they he she we our his her but however and or if when while where what who which as since after before both each some many most no not neither none one two such under with without only also although because during until thus so then yet still nothing even all any more another'.split(
    ' ',
  ),
)

const TERMINATOR = /[.!?…]+|[。！？]/g
const CLOSERS = /["'”’»)\]*_`]*/y
const OPENING = /[\p{Lu}\p{Lt}\p{Lo}\p{N}"'“‘«([*_`$€£§–—-]/u

/**
 * The sentences of a paragraph, as stretches that together cover all of it but the white space between them. A citation after the full stop
 * belongs to the sentence before it.
 */
export function sentencesOf(paragraph: string): readonly Span[] {
  const citations = new Map(citationsIn(paragraph).map((citation) => [citation.start, citation.end]))
  const sentences: Span[] = []
  let start = afterSpace(paragraph, 0)
  for (const { index, 0: sign } of paragraph.matchAll(TERMINATOR)) {
    if (index < start) continue
    const end = afterTail(paragraph, index + sign.length, citations)
    const wide = /[。！？]/.test(sign)
    if (end < paragraph.length && !wide && !/\s/.test(paragraph.charAt(end))) continue
    const next = afterSpace(paragraph, end)
    if (next < paragraph.length && !wide && !ends(paragraph, { start, at: index, sign, next })) continue
    sentences.push({ start, end })
    start = next
  }
  const rest = paragraph.trimEnd().length
  return start < rest ? [...sentences, { start, end: rest }] : sentences
}

const afterSpace = (text: string, from: number): number => from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0)

/** Past the closing marks and the citations that hang on a full stop. */
function afterTail(text: string, from: number, citations: ReadonlyMap<number, number>): number {
  let at = closed(text, from)
  for (;;) {
    const citation = citations.get(afterSpace(text, at))
    if (citation === undefined) return at
    at = closed(text, citation)
    if (/[.,;]/.test(text.charAt(at))) at = closed(text, at + 1)
  }
}

function closed(text: string, from: number): number {
  CLOSERS.lastIndex = from
  return from + (CLOSERS.exec(text)?.[0].length ?? 0)
}

function ends(
  text: string,
  { start, at, sign, next }: { readonly start: number; readonly at: number; readonly sign: string; readonly next: number },
): boolean {
  if (!OPENING.test(text.charAt(next))) return false
  if (sign !== '.') return true
  const before = /\S+$/.exec(text.slice(start, at))?.[0] ?? ''
  const word = before.replace(/^[("'“‘«[*_]+/, '')
  const follower = /^[^\p{L}\p{N}]*(?<word>[\p{L}\p{N}’']+)/u.exec(text.slice(next))?.groups?.['word'] ?? ''
  const starter = STARTERS.has(follower.toLowerCase()) && /^\p{Lu}/u.test(follower)
  const low = word.toLowerCase()
  // “No.” is a number where one follows, and else an answer.
  if (low === 'no') return !/^\d/.test(follower)
  if (GOES_ON.has(low)) return false
  if (MAY_END.has(low) || /^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return starter
  // “2.” at the very beginning numbers the sentence.
  return !(/^\d{1,3}$/.test(word) && before.length === at - start)
}
