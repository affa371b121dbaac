import type { ChangeKind, PageChange } from './compare-pages'
import type { PagePair } from './match-pages'

/** Two pages that answer to each other, and what changed between them. */
export type ComparedPair = { readonly pair: PagePair; readonly changes: readonly PageChange[] }

/** Words of a pair by what became of them: those of the later page for released and changed ones, else those of the earlier page. */
export type WordTally = Readonly<Record<Exclude<ChangeKind, 'recoded'>, number>>

export type VersionSummary = {
  readonly pages: {
    readonly same: number
    readonly changed: number
    readonly added: number
    readonly gone: number
    readonly byPlace: number
  }
  readonly words: WordTally
  /** Passages newly released, newly withheld, and withheld under another code. */
  readonly passages: Readonly<Record<ChangeKind, number>>
}

/** Words of the changes by kind: of what came in or was changed those of the later version, of what went those of the earlier one. */
export function tallyOf(changes: readonly PageChange[]): WordTally {
  const tally = { released: 0, withheld: 0, gone: 0, changed: 0 }
  for (const { kind, earlierWords, laterWords } of changes)
    if (kind !== 'recoded') tally[kind] += kind === 'released' || kind === 'changed' ? laterWords : earlierWords
  return tally
}

/** The counts of a comparison. Pages add up: same, changed and added are the later document; same, changed and gone the earlier one. */
export function summaryOf(pairs: readonly ComparedPair[]): VersionSummary {
  const pages = { same: 0, changed: 0, added: 0, gone: 0, byPlace: 0 }
  const passages = { released: 0, withheld: 0, gone: 0, changed: 0, recoded: 0 }
  for (const { pair, changes } of pairs) {
    if (pair.earlier === null) pages.added += 1
    else if (pair.later === null) pages.gone += 1
    else pages[changes.length === 0 ? 'same' : 'changed'] += 1
    if (pair.why === 'place') pages.byPlace += 1
    for (const { kind } of changes) passages[kind] += 1
  }
  return { pages, words: tallyOf(pairs.flatMap(({ changes }) => changes)), passages }
}
