import type { AssessmentStatus } from '../../claims/assessment'
import type { Relation } from '../../claims/evidence-link'
import type { PictureNode } from '../dossier-tree'

/**
 * A dossier as a document: every word that any format shows, in its order. It is made once, from the composed tree; each format renders it,
 * and adds no words of its own. Plain data, so that it can be compared and sent to a worker.
 */
export type DossierDocument = {
  readonly title: string
  /** What this is, over its title: "Dossier". */
  readonly kind: string
  /** Of the whole text, as in BCP 47. */
  readonly language: 'en'
  /** Version of the program that composed it. */
  readonly vouch: string
  /** Under the title, before any part: the question and the date up to which it speaks. */
  readonly front: readonly Block[]
  /** Over the list of parts, where a format has one; the list itself is the headings of `parts`. */
  readonly contents: string
  /** The parts in their order, each with a heading of its own. Each section of claims is one of them. */
  readonly parts: readonly PartBlock[]
  /** The last line. */
  readonly closing: readonly Inline[]
}

/**
 * Where a link leads: a place in the dossier by its id, a place in an exhibit (`exhibits/EX-001.pdf#page=3`), or the running program (`vouch://…`).
 * Every place that a document links to is in it. Where no exhibit lies beside what is rendered, links into exhibits are their words alone.
 */
export type LinkTarget =
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'exhibit'; readonly address: string }
  | { readonly kind: 'vouch'; readonly address: string }

/** A run of words. A bare string is words of the program's own or of the researcher's, without any emphasis. */
export type Inline =
  | string
  /** `foreign` are words of a document or a file's name, whose direction of writing may differ from what surrounds them. */
  | { readonly kind: 'strong' | 'quiet' | 'foreign'; readonly content: readonly Inline[] }
  /** A hash or a number that is compared sign by sign. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly to: LinkTarget; readonly content: readonly Inline[] }
  /** A judgement in words, which a format may colour or frame. */
  | { readonly kind: 'status'; readonly of: AssessmentStatus | 'merged'; readonly content: readonly Inline[] }
  /** The shape of a relation, of looking in vain, or of a cell's state; ornament beside its word, so that it is not read aloud. */
  | { readonly kind: 'sign'; readonly of: Relation | null; readonly shape: string }
  | { readonly kind: 'break' }

/** How a paragraph is meant; each format has a look for it. */
export type Tone = 'plain' | 'quiet' | 'warning' | 'note' | 'question' | 'answer'

/** A piece of the dossier's document, one below the other. */
export type Block =
  | PartBlock
  /** One level below the heading of the stretch that it stands in. */
  | { readonly kind: 'heading'; readonly relation: Relation | null; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly tone: Tone; readonly content: readonly Inline[] }
  | QuotationBlock
  | { readonly kind: 'facts'; readonly facts: readonly { readonly term: readonly Inline[]; readonly content: readonly Inline[] }[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly items: readonly { readonly id: string | null; readonly content: readonly Inline[] }[]
    }
  | TableBlock
  | { readonly kind: 'picture'; readonly picture: PictureNode; readonly caption: readonly Inline[] | null }
  | ChartBlock

/** A stretch of the dossier: a part, a claim, a piece of evidence. The level of its heading follows from how deep it lies. */
export type PartBlock = {
  readonly kind: 'part'
  readonly id: string
  readonly role: 'part' | 'claim' | 'evidence' | 'search'
  /** Null where the stretch has no heading of its own (evidence under a relation). */
  readonly heading: readonly Inline[] | null
  /** A line over the heading: number, kind, status. */
  readonly overline: readonly Inline[] | null
  readonly relation: Relation | null
  /** Whether it is a claim that nothing vouches for, which a format may set apart. */
  readonly bare: boolean
  readonly blocks: readonly Block[]
}

/** Quoted words with their citation. In Markdown and Word the citation is a note of this id; elsewhere it stands under the words. */
export type QuotationBlock = {
  readonly kind: 'quotation'
  /** `E12` or `E12-2`: unique in the dossier. */
  readonly noteId: string
  /** The words, without marks of quotation; empty for a marked area without any, where `instead` says so. */
  readonly words: string
  readonly instead: readonly Inline[]
  readonly citation: readonly Inline[]
}

/** A table. */
export type TableBlock = {
  readonly kind: 'table'
  readonly caption: readonly Inline[] | null
  /** `narrow` columns hold short words and numbers that are not broken. */
  readonly columns: readonly { readonly head: readonly Inline[]; readonly align: 'start' | 'end'; readonly narrow: boolean }[]
  /** Rows under a heading that runs over all columns, or under none. */
  readonly groups: readonly { readonly heading: readonly Inline[] | null; readonly rows: readonly TableRow[] }[]
  /** Whether the first cell of a row names it. */
  readonly rowHeads: boolean
}
/** A row; `id` is what links lead to. */
export type TableRow = { readonly id: string | null; readonly cells: readonly (readonly Inline[])[] }

/** A drawing; what it shows stands in the table after it. The SVG is whole by itself: it names its namespace, its size and its colours. */
export type ChartBlock = {
  readonly kind: 'chart'
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly caption: readonly Inline[]
}
