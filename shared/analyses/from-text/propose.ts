import type { ClaimKind } from '../../claims/claim'
import { type Block, blocksOf, type GivenHeading } from './blocks'
import { citationsIn } from './citations'
import { maskedText, type Span, trimmed } from './lines'
import { sentencesOf } from './sentences'
import { readSourceEntry, type SourceEntry } from './source-entry'
import { addressesIn, wordsOf } from './words'

/** A text of which an analysis is to be made. */
export type SourceText = { readonly text: string; readonly headings: readonly GivenHeading[] }

/** A stretch of the text and what is proposed for it. The pieces hold every word of the text, in its order, each once. */
export type Piece = Span & { readonly section: number } & (
    | { readonly kind: 'title' | 'heading'; readonly label: string }
    | { readonly kind: 'source'; readonly number: number }
    | {
        readonly kind: 'sentence'
        /** Its words without citations and markup. */
        readonly words: string
        readonly claim: ClaimKind
        readonly cites: readonly number[]
        /** What the text says at this place that is no word of the claim: a page in a citation, an address behind a link. */
        readonly asides: readonly string[]
        /** Why it is not proposed as a claim; null where it is. */
        readonly leftOut: string | null
      }
  )
export type Sentence = Extract<Piece, { readonly kind: 'sentence' }>

export type ProposedSource = SourceEntry & { readonly number: number; readonly listed: boolean }

/** What an analysis made from a text would hold. `sections` by place; a piece names its section by that place. */
export type Proposal = {
  readonly title: string
  readonly question: string
  readonly sections: readonly string[]
  readonly pieces: readonly Piece[]
  readonly sources: readonly ProposedSource[]
}

/** What becomes one claim: each sentence, or each paragraph. */
export type ClaimUnit = 'sentence' | 'paragraph'

/**
 * Proposes sections, claims and sources for a text. Pure and without judgement of what is true: it divides what is there, and what it takes
 * for no claim it leaves out by name.
 */
export function proposeAnalysis({ text, headings }: SourceText, unit: ClaimUnit = 'sentence'): Proposal {
  const blocks = blocksOf(text, headings)
  const labels = new SourceLabels(blocks)
  const title = titleBlock(blocks)
  const sections: string[] = []
  const pieces: Piece[] = []
  const sources = new Map<number, ProposedSource>()
  let kind: ClaimKind = 'finding'
  let question = ''
  for (const block of blocks) {
    const section = Math.max(0, sections.length - 1)
    if (block.kind === 'heading') {
      if (block === title) pieces.push({ ...spanOf(block), kind: 'title', label: block.heading.label, section })
      else {
        sections.push(block.heading.label)
        kind = kindUnder(block.heading.label)
        pieces.push({ ...spanOf(block), kind: 'heading', label: block.heading.label, section: sections.length - 1 })
      }
      continue
    }
    if (sections.length === 0) sections.push(BEGINNING)
    if (block.kind === 'source') {
      const number = labels.numberOf(block)
      if (number !== null && !sources.has(number)) {
        sources.set(number, { number, listed: true, ...readSourceEntry(maskedText(text, block, block.markers).trim()) })
        pieces.push({ ...trimmed(text, block), kind: 'source', number, section })
        continue
      }
    }
    for (const piece of sentencesOfBlock(text, block, unit)) {
      const stretch = maskedText(text, piece, 'markers' in block ? block.markers : [])
      const words = wordsOf(stretch)
      const citations = citationsIn(stretch)
      const leftOut =
        block.kind === 'left-out'
          ? block.why
          : block.kind === 'source'
            ? labels.numberOf(block) === null
              ? 'words beside the list of sources'
              : 'a second source of this number'
            : whyNoClaim(words)
      if (leftOut === QUESTION && question === '' && !pieces.some((each) => each.kind === 'sentence' && each.leftOut === null))
        question = words
      pieces.push({
        ...piece,
        kind: 'sentence',
        section,
        words: words === '' ? stretch.trim() : words,
        claim: kind,
        cites: [
          ...new Set(
            citations.flatMap((citation) => (citation.name === null ? citation.numbers : (labels.numberOfName(citation.name) ?? []))),
          ),
        ].sort((a, b) => a - b),
        asides: [...citations.flatMap(({ aside }) => (aside === '' ? [] : [aside])), ...addressesIn(stretch)],
        leftOut,
      })
    }
  }
  for (const number of pieces.flatMap((piece) => (piece.kind === 'sentence' ? piece.cites : []))) {
    if (!sources.has(number)) sources.set(number, { number, listed: false, title: null, url: null, date: null, known: '' })
  }
  return {
    title: title?.heading.label ?? '',
    question,
    sections: distinct(sections),
    pieces,
    sources: [...sources.values()].sort((a, b) => a.number - b.number),
  }
}

/** The section of what stands before the first heading. */
const BEGINNING = 'Beginning of the text'
const QUESTION = 'a question'

type HeadingBlock = Extract<Block, { readonly kind: 'heading' }>
type SourceBlock = Extract<Block, { readonly kind: 'source' }>

const spanOf = ({ start, end }: Span): Span => ({ start, end })

/** The first block, where it is the only heading of the highest level. */
function titleBlock(blocks: readonly Block[]): HeadingBlock | null {
  const first = blocks.find((block) => block.kind !== 'left-out')
  const others = blocks.filter((block): block is HeadingBlock => block.kind === 'heading' && block !== first)
  if (first?.kind !== 'heading' || others.length === 0) return null
  return first.heading.marked && others.every((other) => other.heading.level > first.heading.level || !other.heading.marked) ? first : null
}

function kindUnder(label: string): ClaimKind {
  if (/\b(?:limits?|limitations?|caveats?)\b/i.test(label)) return 'limit'
  return /\b(?:bottom line|conclusions?|in short|summary|answer in brief)\b/i.test(label) ? 'bottom-line' : 'finding'
}

function sentencesOfBlock(text: string, block: Block, unit: ClaimUnit): readonly Span[] {
  if (block.kind !== 'text' || unit === 'paragraph') return [trimmed(text, block)]
  const masked = maskedText(text, block, block.markers)
  const found = sentencesOf(masked)
  // The bullet of an item belongs to its first sentence.
  return found.map(({ start, end }, at) =>
    trimmed(text, { start: at === 0 ? block.start : block.start + start, end: at === found.length - 1 ? block.end : block.start + end }),
  )
}

function whyNoClaim(words: string): string | null {
  if (!/\p{L}{2}/u.test(words)) return 'no words'
  return /\?["”’)]*$/.test(words) ? QUESTION : null
}

/** Which number each entry of a list of sources has: the one printed, and where none is printed, its place. */
class SourceLabels {
  readonly #names = new Map<string, number>()
  readonly #places = new Map<Block, number>()

  constructor(blocks: readonly Block[]) {
    const entries = blocks.filter((block): block is SourceBlock => block.kind === 'source')
    const printed = entries.flatMap(({ label }) => (label !== null && /^\d+$/.test(label) ? [Number(label)] : []))
    let next = Math.max(0, ...printed) + 1
    for (const entry of entries) {
      if (entry.label !== null && !/^\d+$/.test(entry.label) && !this.#names.has(entry.label)) this.#names.set(entry.label, next++)
    }
    // Words beside numbered entries are no entries.
    if (printed.length === 0) for (const entry of entries) if (entry.label === null) this.#places.set(entry, next++)
  }

  numberOf(block: SourceBlock): number | null {
    if (block.label === null) return this.#places.get(block) ?? null
    return this.numberOfName(block.label)
  }

  numberOfName(name: string): number | null {
    return /^\d{1,3}$/.test(name) ? Number(name) || null : (this.#names.get(name) ?? null)
  }
}

/** Labels of sections told apart: one that returns gets its count. */
function distinct(labels: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return labels.map((label) => {
    const count = (seen.get(label) ?? 0) + 1
    seen.set(label, count)
    return count === 1 ? label : `${label} (${count})`
  })
}
