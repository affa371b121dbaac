import { searchSign } from './document/searches'
import type { SearchNode } from './dossier-tree'

/** The rows of `searches.csv`: one a search. */
export const searchRows = (notes: readonly SearchNode[]): readonly (readonly (string | number | null)[])[] =>
  notes.map((note) => [
    note.claims.join('; '),
    searchSign(note).word,
    note.where,
    note.version,
    note.words,
    note.date,
    note.by,
    note.hits,
    note.result,
    note.wouldHaveShown,
    note.couldHaveHeld,
    note.expires,
    note.expired ? 'yes' : 'no',
    note.letter?.passages.map(({ quote }) => quote).join(' ') ?? null,
    note.letter?.passages[0]?.exhibit ?? null,
    note.letter?.passages[0]?.page ?? null,
    note.letter?.standing ?? null,
    note.documents.map(({ sha256 }) => sha256).join('; '),
  ])
