import type { DocumentVersion } from '@shared/documents/document-version'
import { type Outcome, type Problem, ok } from '@shared/errors/outcome'
import { type CarriedMark } from '@shared/versions/carry-mark'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useWorkbench, type Workbench } from '../workbench/workbench'
import { askWorker } from './ask-worker'
import { hashPictures } from './picture-hashes'
import type { ComparedWords, Versions } from './version-jobs'

/** How far a comparison is. */
export type Working = { readonly kind: 'working'; readonly words: string; readonly done: number; readonly of: number | null }
export type ComparisonState =
  | Working
  | { readonly kind: 'done'; readonly pairs: readonly ComparedWords[] }
  | { readonly kind: 'trouble'; readonly problem: Problem }

type Tell = (words: string, done: number, of: number | null) => void
const START: Working = { kind: 'working', words: 'Reading both versions', done: 0, of: null }

async function compare(
  workbench: Workbench,
  { earlierId, laterId }: Versions,
  pages: DocumentVersion['pages'] | null,
  tell: Tell,
  signal: AbortSignal,
): Promise<Outcome<readonly ComparedWords[]>> {
  const { db, derived } = workbench
  const earlier = await hashPictures(workbench, earlierId, signal, (done) => tell('Looking at pages without text', done, null))
  const later = await hashPictures(workbench, laterId, signal, (done) => tell('Looking at pages without text', done, null))
  const answer = await askWorker(
    { kind: 'compare', database: db.name, derived: derived.name, earlierId, laterId, pages, pictures: { earlier, later } },
    'compared',
    signal,
    (done, of) => tell('Comparing page by page', done, of),
  )
  return answer.ok ? ok(answer.value.pairs) : answer
}

/**
 * Two versions compared, made anew when the settled pages change; `cancel` stops.
 * @param settled the pages as the researcher settled them; null where nobody did, undefined while that is being read
 */
export function useComparison(
  { earlierId, laterId }: Versions,
  settled: DocumentVersion['pages'] | null | undefined,
): { readonly state: ComparisonState; readonly cancel: () => void } {
  const workbench = useWorkbench()
  const [state, setState] = useState<ComparisonState>(START)
  const running = useRef<AbortController | null>(null)
  const key = settled === undefined ? null : JSON.stringify(settled)
  useEffect(() => {
    if (key === null) return
    const controller = new AbortController()
    running.current = controller
    let gone = false
    // What was compared before stays on screen until the new comparison is there.
    const tell: Tell = (words, done, of) =>
      gone ? undefined : setState((before) => (before.kind === 'done' ? before : { kind: 'working', words, done, of }))
    void compare(workbench, { earlierId, laterId }, JSON.parse(key) as DocumentVersion['pages'] | null, tell, controller.signal).then(
      (outcome) =>
        gone ? undefined : setState(outcome.ok ? { kind: 'done', pairs: outcome.value } : { kind: 'trouble', problem: outcome.problem }),
    )
    return () => {
      gone = true
      controller.abort()
    }
  }, [workbench, earlierId, laterId, key])
  const cancel = useCallback(() => running.current?.abort(), [])
  return { state, cancel }
}

export type CarryingState =
  | Working
  | { readonly kind: 'done'; readonly marks: readonly CarriedMark[] }
  | { readonly kind: 'trouble'; readonly problem: Problem }

/** The marks of the earlier version as they would stand in the later one; looked for again when the pairs change or marks were carried over. */
export function useCarrying({ earlierId, laterId }: Versions, pairs: readonly ComparedWords[], carried: number | undefined): CarryingState {
  const { db, derived } = useWorkbench()
  const [state, setState] = useState<CarryingState>({ ...START, words: 'Looking for each passage' })
  useEffect(() => {
    if (carried === undefined) return
    const controller = new AbortController()
    const job = {
      kind: 'carry',
      database: db.name,
      derived: derived.name,
      earlierId,
      laterId,
      pairs: pairs.map(({ pair }) => pair),
    } as const
    void askWorker(job, 'carried', controller.signal, (done, of) =>
      setState((before) => (before.kind === 'done' ? before : { kind: 'working', words: 'Looking for each passage', done, of })),
    ).then((outcome) =>
      controller.signal.aborted
        ? undefined
        : setState(outcome.ok ? { kind: 'done', marks: outcome.value.marks } : { kind: 'trouble', problem: outcome.problem }),
    )
    return () => controller.abort()
  }, [db, derived, earlierId, laterId, pairs, carried])
  return state
}
