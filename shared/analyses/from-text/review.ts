import type { ClaimKind } from '../../claims/claim'
import type { Piece, Proposal, Sentence } from './propose'

/** What may become a claim: one sentence of the text, several joined, or a part of one. */
export type Candidate = {
  readonly id: number
  /** Places of its sentences in the proposal's pieces. */
  readonly pieces: readonly number[]
  readonly text: string
  /** Whether its words are no longer those of the text. */
  readonly edited: boolean
  readonly kept: boolean
  /** Why it is left out, where the text's form says so; empty where the researcher decides. */
  readonly why: string
  readonly kind: ClaimKind
  readonly cites: readonly number[]
  readonly asides: readonly string[]
  readonly section: number
}

/** A proposal while it is looked through. Every sentence of the text stays in some candidate, kept or not. */
export type Review = { readonly proposal: Proposal; readonly candidates: readonly Candidate[]; readonly nextId: number }

/** A review in which everything stands as it was proposed. */
export function startReview(proposal: Proposal): Review {
  const candidates = proposal.pieces.flatMap((piece, at): readonly Candidate[] =>
    isSentence(piece)
      ? [
          {
            id: at,
            pieces: [at],
            text: piece.words,
            edited: false,
            kept: piece.leftOut === null,
            why: piece.leftOut ?? '',
            kind: piece.claim,
            cites: piece.cites,
            asides: piece.asides,
            section: piece.section,
          },
        ]
      : [],
  )
  return { proposal, candidates, nextId: proposal.pieces.length }
}

export const isSentence = (piece: Piece): piece is Sentence => piece.kind === 'sentence'

const changed = (review: Review, id: number, change: (candidate: Candidate) => Candidate): Review => ({
  ...review,
  candidates: review.candidates.map((candidate) => (candidate.id === id ? change(candidate) : candidate)),
})

export const keepCandidate = (review: Review, id: number, kept: boolean): Review =>
  changed(review, id, (candidate) => ({ ...candidate, kept }))
export const setCandidateKind = (review: Review, id: number, kind: ClaimKind): Review =>
  changed(review, id, (candidate) => ({ ...candidate, kind }))
/** Gives a candidate other words; empty words change nothing. */
export const rewordCandidate = (review: Review, id: number, text: string): Review =>
  changed(review, id, (candidate) =>
    text.trim() === '' || text.trim() === candidate.text ? candidate : { ...candidate, text: text.trim(), edited: true },
  )

/** The candidate that joining would take in: the next one kept in the same section. */
export function nextToJoin({ candidates }: Review, id: number): Candidate | null {
  const at = candidates.findIndex((candidate) => candidate.id === id)
  const own = candidates[at]
  return candidates.slice(at + 1).find((candidate) => candidate.kept && candidate.section === own?.section) ?? null
}

/** Joins a candidate with the next: their words one after the other, the sources of both. */
export function joinWithNext(review: Review, id: number): Review {
  const other = nextToJoin(review, id)
  if (other === null) return review
  const joined = changed(review, id, (candidate) => ({
    ...candidate,
    pieces: union(candidate.pieces, other.pieces),
    text: `${candidate.text} ${other.text}`,
    edited: candidate.edited || other.edited,
    cites: union(candidate.cites, other.cites),
    asides: union(candidate.asides, other.asides),
  }))
  return { ...joined, candidates: joined.candidates.filter((candidate) => candidate.id !== other.id) }
}

/** Splits a candidate's words in two at an offset; both parts keep the sources, as nothing says which part they carry. */
export function splitCandidate(review: Review, id: number, at: number): Review {
  return {
    ...review,
    nextId: review.nextId + 1,
    candidates: review.candidates.flatMap((candidate) => {
      const [first, second] = [candidate.text.slice(0, at).trim(), candidate.text.slice(at).trim()]
      if (candidate.id !== id || first === '' || second === '') return [candidate]
      return [
        { ...candidate, text: first },
        { ...candidate, id: review.nextId, text: second },
      ]
    }),
  }
}

const union = <Item extends number | string>(a: readonly Item[], b: readonly Item[]): readonly Item[] =>
  [...new Set([...a, ...b])].sort((x, y) => (x < y ? -1 : 1))

/** How the pieces of a text add up: sentences in claims and left out, headings, entries of the list of sources. */
export type ReviewBalance = {
  readonly pieces: number
  readonly claims: number
  readonly inClaims: number
  readonly leftOut: number
  readonly headings: number
  readonly sources: number
}

/** What becomes of every sentence; the parts add up to the sentences of the text. */
export function balanceOf({ proposal, candidates }: Review): ReviewBalance {
  const kept = candidates.filter((candidate) => candidate.kept)
  const inClaims = new Set(kept.flatMap((candidate) => candidate.pieces)).size
  return {
    pieces: proposal.pieces.length,
    claims: kept.length,
    inClaims,
    leftOut: proposal.pieces.filter(isSentence).length - inClaims,
    headings: proposal.pieces.filter(({ kind }) => kind === 'heading' || kind === 'title').length,
    sources: proposal.pieces.filter(({ kind }) => kind === 'source').length,
  }
}
