import type { SearchNote } from '../searches/search-note'
import { isExpired, isNotFound } from '../searches/search-words'
import { compareKeys } from '../units/compare-keys'
import type { Sha256 } from '../units/hashes'
import { passageNodes, standingOf } from './compose-passages'
import type { SearchNode } from './dossier-tree'
import type { ExhibitNumbers } from './exhibits'
import type { DossierSnapshot } from './snapshot'

/** Searches in the order in which they were recorded. */
export const inSearchOrder = (notes: readonly SearchNote[]): readonly SearchNote[] =>
  [...notes].sort((a, b) => compareKeys([a.createdAt, a.id], [b.createdAt, b.id]))

/** A recorded search, with the letter that says that nothing was found, if there is one. */
export function searchNode(note: SearchNote, snapshot: DossierSnapshot, exhibits: ExhibitNumbers): SearchNode {
  const letter = snapshot.records.annotations.find((annotation) => annotation.id === note.annotationId)
  const passages = letter === undefined ? [] : passageNodes(snapshot, exhibits, letter, 'that says that nothing was found')
  return {
    id: note.id,
    notFound: isNotFound(note),
    version: note.version ?? '',
    couldHaveHeld: note.couldHaveHeld ?? 'unknown',
    expires: note.expires ?? null,
    expired: isExpired(note, snapshot.custody.at),
    letter:
      note.annotationId === undefined ? null : { standing: letter === undefined ? 'unverified' : standingOf(letter, passages), passages },
    claims: snapshot.records.claims
      .flatMap((claim) => (note.claimIds.includes(claim.id) ? [claim.number] : []))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    where: note.where,
    words: note.words,
    date: note.date,
    by: note.by,
    hits: note.hits,
    result: note.result,
    wouldHaveShown: note.wouldHaveShown,
    documents: note.documentIds.map((id) => documentRef(snapshot, exhibits, id)),
  }
}

/** How the dossier names a document: by its name, its SHA-256 and, where it is one, its exhibit. */
export function documentRef(snapshot: DossierSnapshot, exhibits: ExhibitNumbers, id: Sha256): SearchNode['documents'][number] {
  return {
    name: snapshot.records.documents.find((document) => document.id === id)?.name ?? '',
    sha256: id,
    exhibit: exhibits.get(id) ?? null,
  }
}
