import type { Relation } from '../../claims/evidence-link'
import type { PictureNode } from '../dossier-tree'

/**
 * A dossier as a document: every word that any format shows, in its order. It is made once, from the composed tree; each format renders it,
 * and adds no words of its own. Plain data, so that it can be compared and sent to a worker.
 */
export type DossierDocument = {
  readonly title: string
  /** Of the whole text, as in BCP 47. */
  readonly language: 'en'
  /** Version of the program that composed it. */
  readonly vouch: string
  /** The parts in their order, each with a heading of its own. */
  readonly parts: readonly PartBlock[]
}

/** Where a link leads: a place in the dossier by its id, a place in an exhibit (`exhibits/EX-001.pdf#page=3`), or the running program (`vouch://…`). */
export type LinkTarget = { readonly kind: 'place'; readonly id: string } | { readonly kind: 'exhibit'; readonly address: string } | { readonly kind: 'vouch'; readonly address: string }

/** A run of words. A bare string is words of the program's own or of the researcher's, without any emphasis. */
export type Inline =
  | string
  /** `foreign` are words of a document or a file's name, whose direction of writing may differ from what surrounds them. */
  | { readonly kind: 'strong' | 'emphasis' | 'quiet' | 'foreign'; readonly content: readonly Inline[] }
  /** A hash or a number that is compared sign by sign. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly to: LinkTarget; readonly content: readonly Inline[] }
  /** The shape of a relation, or of looking in vain; ornament beside its word, so that it is not read aloud. */
  | { readonly kind: 'sign'; readonly of: Relation | 'not-found'; readonly shape: string }
  | { readonly kind: 'break' }

export type Tone = 'plain' | 'quiet' | 'warning' | 'note' | 'question'

export type Block =
  | PartBlock
  | { readonly kind: 'heading'; readonly id: string | null; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly tone: Tone; readonly content: readonly Inline[] }
  | QuotationBlock
  | { readonly kind: 'facts'; readonly facts: readonly { readonly term: readonly Inline[]; readonly content: readonly Inline[] }[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | TableBlock
  | { readonly kind: 'picture'; readonly picture: PictureNode }
  /** A drawing as SVG; what it shows stands in the table after it. */
  | { readonly kind: 'chart'; readonly svg: string; readonly alt: string }

/** A stretch of the dossier with a heading: a part, a section, a claim, a piece of evidence. The level of its heading follows from how deep it lies. */
export type PartBlock = {
  readonly kind: 'part'
  readonly id: string
  readonly role: 'part' | 'section' | 'claim' | 'evidence' | 'search' | 'cell'
  /** Null where the stretch has no heading of its own (evidence under a relation). */
  readonly heading: readonly Inline[] | null
  /** A line over the heading: number, kind, status. */
  readonly overline: readonly Inline[] | null
  readonly relation: Relation | null
  readonly blocks: readonly Block[]
}

/** Quoted words with their citation. In Markdown and Word the citation is a note of this id; elsewhere it stands under the words. */
export type QuotationBlock = {
  readonly kind: 'quotation'
  /** `E12` or `E12-2`: unique in the dossier. */
  readonly noteId: string
  /** The words; empty for a marked area without any, where `instead` says so. */
  readonly words: string
  readonly instead: readonly Inline[]
  readonly citation: readonly Inline[]
}

export type TableBlock = {
  readonly kind: 'table'
  readonly id: string | null
  readonly caption: readonly Inline[] | null
  readonly columns: readonly { readonly head: readonly Inline[]; readonly align: 'start' | 'end' }[]
  readonly rows: readonly { readonly id: string | null; readonly cells: readonly (readonly Inline[])[] }[]
  /** Whether the first cell of a row names it. */
  readonly rowHeads: boolean
}
