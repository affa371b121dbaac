import type { DocumentId } from '@shared/documents/document'
import type { Outcome, Problem } from '@shared/errors/outcome'
import type { QueryProblem } from '@shared/searches/parse-query'
import type { SearchQuery } from '@shared/searches/search-query'
import type { Found, FoundOrder, FoundRow, Tally } from './found'

/** How the index stands. */
export type IndexState = {
  /** `failed`: it could be built neither on disk nor in memory; `problem` says so. */
  readonly stage: 'opening' | 'indexing' | 'ready' | 'failed'
  /** Pages indexed and to be indexed in this bout of work. */
  readonly done: number
  readonly of: number
  /** Documents that are looked at for failed redactions first, and searched after that. */
  readonly waiting: number
  readonly lies: 'disk' | 'memory'
  /** What went otherwise than it should, in words. */
  readonly problem: Problem | null
  /** Grows whenever what can be found has changed. */
  readonly form: number
}

/** What the index can be asked. */
export type Asked = {
  find: {
    readonly ask: { readonly query: SearchQuery; readonly order: FoundOrder; readonly limit: number }
    readonly answer: Outcome<Found, QueryProblem | Problem>
  }
  rows: {
    readonly ask: { readonly query: SearchQuery; readonly order: FoundOrder; readonly from: number; readonly to: number }
    readonly answer: Outcome<readonly FoundRow[], Problem>
  }
  tally: { readonly ask: { readonly query: SearchQuery }; readonly answer: Outcome<Tally, Problem> }
  /** The documents searched, and how many of their pages have no text. */
  scope: {
    readonly ask: { readonly query: SearchQuery }
    readonly answer: Outcome<
      { readonly documentIds: readonly DocumentId[]; readonly silentPages: number; readonly silentDocuments: readonly DocumentId[] },
      Problem
    >
  }
}
export type AskedKind = keyof Asked

/** Begins the work: the names of the library's databases, and the port through which all else is said. */
export type StartSearch = { readonly database: string; readonly derived: string; readonly port: MessagePort }

export type ToSearchWorker =
  /** Something changed in the library. */
  | { readonly kind: 'changed' }
  | { [Kind in AskedKind]: { readonly kind: 'ask'; readonly id: number; readonly what: Kind; readonly ask: Asked[Kind]['ask'] } }[AskedKind]

export type FromSearchWorker =
  | { readonly kind: 'state'; readonly state: IndexState }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
