import { type AnnotationId, quotationOf } from '@shared/annotations/annotation'
import { ANCHOR_STATES, type AnchorState } from '@shared/annotations/segment'
import type { Document } from '@shared/documents/document'
import { pageNumberOf } from '@shared/units/pages'
import type { CarriedMark } from '@shared/versions/carry-mark'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAct } from '../analyses/editing/use-act'
import { routes } from '../app/routes'
import { AnchorStateSign } from '../ui/anchor-state'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { SelectField } from '../ui/field'
import { ProblemNotice } from '../ui/problem-notice'
import { Progress } from '../ui/progress'
import { counted } from './change-words'
import { carryOverMarks, type LinkChoice } from './commands/carry-over-marks'
import type { CarryingState } from './use-comparison'
import styles from './carry-review.module.css'
import common from './versions.module.css'

const LINKS: readonly { readonly value: LinkChoice; readonly label: string }[] = [
  { value: 'copy', label: 'Copy the links: both versions bear on the claim' },
  { value: 'move', label: 'Move the links: only the later version bears on the claim' },
  { value: 'leave', label: 'Leave the links: only the earlier version bears on the claim' },
]
const GROUP_WORDS: Readonly<Record<AnchorState, string>> = {
  exact: 'Stand where they stood',
  moved: 'Stand elsewhere in the later version',
  approximate: 'Only a likeness, or a box carried by its place: compare before you tick',
  lost: 'Not found in the later version: they stay with the earlier one',
}
const isTicked = (mark: CarriedMark): boolean => mark.state === 'exact' || mark.state === 'moved'

type CarryReviewProps = {
  readonly earlier: Document
  readonly later: Document
  readonly state: CarryingState
  readonly carriedBefore: number
}

/** The marks of the earlier version as they would stand in the later one: what is sure is ticked, what is alike is compared, what is lost is listed. */
export function CarryReview({ earlier, later, state, carriedBefore }: CarryReviewProps) {
  const act = useAct()
  /** What the researcher ticked or unticked, apart from what is ticked beforehand. */
  const [turned, setTurned] = useState<ReadonlySet<AnnotationId>>(new Set())
  const [links, setLinks] = useState<LinkChoice>('copy')
  if (state.kind === 'trouble') return <ProblemNotice problem={state.problem} />
  if (state.kind === 'working') {
    return (
      <div className={common.working}>
        <output>{state.words}…</output>
        <Progress label={state.words} done={state.done} of={state.of} />
      </div>
    )
  }
  const { marks } = state
  if (marks.length === 0) {
    return (
      <EmptyState title={carriedBefore > 0 ? 'All marks were carried over' : 'There is no mark to carry over'}>
        <p>
          {carriedBefore > 0
            ? `${counted(carriedBefore, 'mark')} of the later version ${carriedBefore === 1 ? 'says' : 'say'} which mark of the earlier one ${carriedBefore === 1 ? 'it was' : 'they were'}. Undo takes a carrying-over back.`
            : 'Marks made in the earlier version stand here, with the place that each would have in the later one.'}
        </p>
      </EmptyState>
    )
  }
  const ticked = marks.filter((mark) => mark.state !== 'lost' && isTicked(mark) !== turned.has(mark.from.id))
  const carry = async (): Promise<void> => {
    const input = {
      earlierId: earlier.id,
      laterId: later.id,
      links,
      marks: ticked.map((mark) => ({
        from: mark.from.id,
        segments: mark.segments.map((segment) => ({
          ...segment,
          state: mark.state === 'approximate' ? ('exact' as const) : segment.state,
        })),
        compared: mark.state === 'approximate',
      })),
    }
    if (
      await act(
        carryOverMarks,
        input,
        `${counted(ticked.length, 'mark')} carried over; the earlier ${ticked.length === 1 ? 'one stays' : 'ones stay'} where ${ticked.length === 1 ? 'it is' : 'they are'}.`,
      )
    )
      setTurned(new Set())
  }
  const turn = (id: AnnotationId): void =>
    setTurned((before) => (before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id])))
  return (
    <div className={styles.carry}>
      <div className={styles.carryBar}>
        <output>
          {counted(marks.length, 'mark')} ={' '}
          {ANCHOR_STATES.map((one) => `${marks.filter((mark) => mark.state === one).length} ${one}`).join(' + ')}
          {carriedBefore === 0 ? '' : `; ${carriedBefore} carried over before`}
        </output>
        <span className={common.gap} />
        <SelectField label="What becomes of the links to claims" hideLabel value={links} options={LINKS} onChange={setLinks} />
        <Button kind="primary" disabled={ticked.length === 0} onClick={() => void carry()}>
          Carry over {counted(ticked.length, 'mark')}
        </Button>
      </div>
      <div className={styles.carryList}>
        {ANCHOR_STATES.map((one) => {
          const group = marks.filter((mark) => mark.state === one)
          return group.length === 0 ? null : (
            <section key={one} aria-label={`${one}: ${GROUP_WORDS[one]}`}>
              <h2 className={styles.groupTitle}>
                <AnchorStateSign state={one} /> <span className={common.quiet}>{GROUP_WORDS[one]}</span>
              </h2>
              <ul>
                {group.map((mark) => (
                  <CarriedRow
                    key={mark.from.id}
                    mark={mark}
                    earlier={earlier}
                    later={later}
                    ticked={ticked.includes(mark)}
                    onTurn={() => turn(mark.from.id)}
                  />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </div>
  )
}

const pagesOf = (segments: CarriedMark['segments']): string =>
  [...new Set(segments.map((segment) => pageNumberOf(segment.pageIndex)))].join(', ')

function CarriedRow({
  mark,
  earlier,
  later,
  ticked,
  onTurn,
}: {
  readonly mark: CarriedMark
  readonly earlier: Document
  readonly later: Document
  readonly ticked: boolean
  readonly onTurn: () => void
}) {
  const was = quotationOf(mark.from)
  const is = mark.segments.map((segment) => segment.quote).join(' … ')
  const name = was === '' ? `the ${mark.from.kind.replace('-', ' ')} on page ${pagesOf(mark.from.segments)}` : `“${was.slice(0, 80)}”`
  const first = mark.segments[0]
  return (
    <li className={styles.carried}>
      <input type="checkbox" aria-label={`Carry over ${name}`} checked={ticked} disabled={mark.state === 'lost'} onChange={onTurn} />
      <div className={styles.quotes}>
        <p>
          <Link className={styles.where} href={routes.document(earlier.id, { mark: mark.from.id })}>
            earlier, p. {pagesOf(mark.from.segments)}
          </Link>{' '}
          <q dir="auto">{was === '' ? mark.from.comment || mark.from.kind : was}</q>
        </p>
        {mark.state === 'lost' || first === undefined ? null : (
          <p>
            <Link className={styles.where} href={routes.document(later.id, { page: first.pageIndex })}>
              later, p. {pagesOf(mark.segments)}
            </Link>{' '}
            {mark.byPlace ? (
              <span className={common.quiet}>the same place on the page, to be compared by eye</span>
            ) : is === was ? (
              <span className={common.quiet}>the same words</span>
            ) : (
              <q dir="auto">{is}</q>
            )}
          </p>
        )}
      </div>
    </li>
  )
}
