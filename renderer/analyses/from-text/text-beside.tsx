import type { Piece, SourceText } from '@shared/analyses/from-text/propose'
import type { Candidate, Review } from '@shared/analyses/from-text/review'
import { memo, useEffect, useMemo, useRef } from 'react'
import { NearGroups } from '../../ui/near-groups'
import styles from './from-text.module.css'
import { paragraphsOf, textBefore } from './paragraphs-of-pieces'

/** Paragraphs drawn together, and the height of one that was not drawn yet, CSS pixels. */
const TOGETHER = 20
const PARAGRAPH = 90

type State = 'heading' | 'source' | 'claim' | 'left-out'

/** The text itself, each piece by what it becomes; clicking a sentence chooses its candidate. */
export function TextBeside({
  source,
  review,
  selected,
  onSelect,
}: {
  readonly source: SourceText
  readonly review: Review
  readonly selected: Candidate | null
  readonly onSelect: (id: number) => void
}) {
  const box = useRef<HTMLElement>(null)
  const first = selected?.pieces[0] ?? null
  /** The candidate of each piece: one that is kept before one that is not. */
  const candidateOf = useMemo(() => {
    const found = new Map<number, Candidate>()
    for (const candidate of review.candidates)
      for (const piece of candidate.pieces) if (found.get(piece)?.kept !== true) found.set(piece, candidate)
    return found
  }, [review.candidates])

  const paragraphs = useMemo(() => paragraphsOf(source.text, review.proposal.pieces), [source.text, review.proposal.pieces])

  useEffect(() => {
    if (first !== null) box.current?.querySelector(`[data-piece="${first}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [first])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text must scroll by keys
    <section ref={box} className={styles.text} aria-label="The text" tabIndex={0}>
      <NearGroups
        label="Paragraphs"
        as="div"
        items={paragraphs}
        size={TOGETHER}
        height={PARAGRAPH}
        always={({ from, to }) => first !== null && first >= from && first < to}
      >
        {({ from, to }) => (
          <div key={from}>
            {review.proposal.pieces.slice(from, to).map((piece, offset) => {
              const at = from + offset
              const candidate = candidateOf.get(at)
              return (
                <PieceOfText
                  key={piece.start}
                  at={at}
                  before={textBefore(source.text, review.proposal.pieces, at, offset === 0)}
                  words={source.text.slice(piece.start, piece.end)}
                  state={stateOf(piece, candidate)}
                  chosen={selected?.pieces.includes(at) === true}
                  candidate={candidate?.id ?? null}
                  onSelect={onSelect}
                />
              )
            })}
          </div>
        )}
      </NearGroups>
    </section>
  )
}

const stateOf = (piece: Piece, candidate: Candidate | undefined): State =>
  piece.kind === 'source' ? 'source' : piece.kind !== 'sentence' ? 'heading' : candidate?.kept === true ? 'claim' : 'left-out'

type PieceProps = {
  readonly at: number
  readonly before: string
  readonly words: string
  readonly state: State
  readonly chosen: boolean
  readonly candidate: number | null
  readonly onSelect: (id: number) => void
}

/** The list beside it does the same by keyboard, so that a click here is only a shorter way. */
const PieceOfText = memo(function PieceOfText({ at, before, words, state, chosen, candidate, onSelect }: PieceProps) {
  return (
    <>
      {before}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the list does it by keyboard */}
      <span
        data-piece={at}
        data-state={state}
        data-chosen={chosen ? '' : undefined}
        className={styles.piece}
        onClick={candidate === null ? undefined : () => onSelect(candidate)}
      >
        {words}
      </span>
    </>
  )
})
