import type { EventKind } from '../chronology/event'
import type { Timeline, Years } from '../chronology/timeline'
import type { Unit } from '../purchases/figures'
import type { TotalsBy } from '../purchases/totals'
import type { EvidenceNode } from './dossier-tree'

/** A passage on which something of the ledger or the chronology rests: `P1`, numbered in the order in which the dossier comes to them. */
export type CitationNode = Pick<EvidenceNode, 'annotationId' | 'standing' | 'passages' | 'confirmed'> & { readonly number: string }

/** An amount as it was printed, with where it stands. */
export type FigureNode = {
  readonly id: string
  readonly unit: Unit
  readonly words: string
  readonly printed: string
  readonly date: string | null
  readonly note: string
  /** Another figure of the purchase says a different amount for a time that may be the same. */
  readonly conflicts: boolean
  /** Whether it is among those that stand, or a later one does. */
  readonly stands: boolean
  /** Null where it rests on no passage. */
  readonly citation: CitationNode | null
}

/** A purchase with its figures. */
export type PurchaseNode = {
  /** `B1`: numbered in the order of their dates. */
  readonly number: string
  readonly id: string
  readonly name: string
  readonly vendor: string
  readonly product: string
  readonly identifier: string
  readonly reads: string
  readonly agency: string
  readonly stage: string
  readonly date: string | null
  readonly from: string | null
  readonly until: string | null
  readonly note: string
  readonly figures: readonly FigureNode[]
  readonly citations: readonly CitationNode[]
}

/** One sum with the numbers of the purchases that it adds. */
export type SumNode = {
  readonly label: string
  readonly words: string
  readonly low: bigint
  readonly high: bigint
  readonly adds: readonly string[]
  readonly without: readonly string[]
  readonly ranges: number
}
/** The sums of one kind of amount in one currency. */
export type TotalsNode = {
  readonly unit: Unit
  readonly whole: SumNode
  readonly groups: readonly { readonly by: TotalsBy; readonly sums: readonly SumNode[] }[]
}
/** The ledger of purchases with its totals. */
export type LedgerNode = { readonly purchases: readonly PurchaseNode[]; readonly totals: readonly TotalsNode[]; readonly csv: string }

/** A line of the chronology. */
export type LineNode = {
  readonly when: string
  readonly missing: string
  readonly kind: EventKind
  readonly title: string
  readonly note: string
  /** What it follows from; null for an event of its own. */ readonly derivedFrom: string | null
  readonly citations: readonly CitationNode[]
}
/** The chronology, in the order of time. */
export type ChronologyNode = {
  readonly groups: readonly { readonly title: string; readonly lines: readonly LineNode[] }[]
  readonly timeline: Timeline
  readonly years: Years
  readonly csv: string
}

/** What the dossier says of purchases and of time; null where the analysis says nothing of it. */
export type MoneyAndTime = {
  readonly ledger: LedgerNode | null
  readonly chronology: ChronologyNode | null
  readonly citations: readonly CitationNode[]
}
