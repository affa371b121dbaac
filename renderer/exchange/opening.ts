import type { AnalysisId } from '@shared/analyses/analysis'
import { messageOf, type Problem, problem } from '@shared/errors/outcome'
import type { Decisions } from '@shared/exchange/settle'
import type { VerificationProgress } from '@shared/verification/verify-bundle'
import { watchedValue } from '../storage/watched-value'
import type { ChosenFiles } from '../verification/chosen-bundle'
import type { Workbench } from '../workbench/workbench'
import { compareBundle, type Comparison } from './compare-bundle'
import { type ReadBundle, readBundle } from './read-bundle'
import { takeUp, type TakenUp } from './take-up'

export type Opening =
  | { readonly kind: 'choosing'; readonly problem: Problem | null }
  | { readonly kind: 'working'; readonly words: string; readonly done: number; readonly of: number | null }
  | {
      readonly kind: 'reviewing'
      readonly bundle: ReadBundle
      readonly comparison: Comparison
      readonly decisions: Decisions
      readonly problem: Problem | null
    }
  | { readonly kind: 'done'; readonly title: string; readonly analysisId: AnalysisId; readonly merging: boolean; readonly taken: TakenUp }

const NOTHING: Opening = { kind: 'choosing', problem: null }

/** How far the opening of a bundle has come, so that it is still there after a look elsewhere. Closing Vouch forgets it: until the end nothing of it is in the library. */
export const opening = watchedValue<Opening>(NOTHING)
let running: AbortController | null = null

const STEPS: Readonly<Record<VerificationProgress['step'], string>> = {
  hashing: 'Hashing every file',
  composing: 'Composing the dossier again from the records',
  quotations: 'Reading the quotations on their pages',
}

/** Reads and checks what was chosen, and compares it with what is here. */
export async function beginOpening(workbench: Workbench, chosen: ChosenFiles): Promise<void> {
  const run = begin('Reading the bundle')
  try {
    const read = await readBundle(chosen, ({ step, done, of }) => tell(run, STEPS[step], done, of), run.signal)
    if (run.signal.aborted) return
    if (!read.ok) return opening.set({ kind: 'choosing', problem: read.problem })
    tell(run, 'Comparing it with what is here', 0, null)
    const comparison = await compareBundle(workbench.db, read.value)
    if (!run.signal.aborted) opening.set({ kind: 'reviewing', bundle: read.value, comparison, decisions: new Map(), problem: null })
  } catch (thrown) {
    // What was dropped can be moved or changed while it is read.
    if (!(thrown instanceof DOMException)) throw thrown
    if (!run.signal.aborted)
      opening.set({
        kind: 'choosing',
        problem: problem('bundle-unreadable', `The bundle could not be read (${messageOf(thrown)}).`, 'Choose it again.'),
      })
  }
}

/** Takes the bundle under review up, as it was decided. */
export async function finishOpening(workbench: Workbench): Promise<void> {
  const current = opening.get()
  if (current.kind !== 'reviewing') return
  const run = begin('Bringing in the documents')
  const { bundle, comparison, decisions } = current
  const taken = await takeUp(workbench, bundle, decisions, {
    signal: run.signal,
    onProgress: (words, done, of) => tell(run, words, done, of),
  })
  const [analysis] = bundle.snapshot.records.analyses
  if (!taken.ok || analysis === undefined)
    return opening.set({ ...current, problem: taken.ok || taken.problem.kind === 'cancelled' ? null : taken.problem })
  opening.set({ kind: 'done', title: analysis.title, analysisId: analysis.id, merging: comparison.merging, taken: taken.value })
}

/** Puts the bundle away; what is under way ends. */
export function leaveOpening(): void {
  running?.abort()
  running = null
  opening.set(NOTHING)
}

function begin(words: string): AbortController {
  running?.abort()
  running = new AbortController()
  opening.set({ kind: 'working', words, done: 0, of: null })
  return running
}

function tell(run: AbortController, words: string, done: number, of: number | null): void {
  if (running === run && !run.signal.aborted) opening.set({ kind: 'working', words, done, of })
}
