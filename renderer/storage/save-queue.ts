import type { JournalLine } from '@shared/custody/journal-line'
import { afterEntry, type UndoStack } from '@shared/custody/undo-stack'
import type { Desktop } from '@shared/desktop/desktop'
import { messageOf, type Outcome, ok, type Problem, problem, trouble } from '@shared/errors/outcome'
import type { Command } from '@shared/storage/command'
import type { Watched } from '../workbench/workbench'
import { commit, type Committed } from './commit'
import type { Database } from './database'
import type { SaveState } from './save-state'
import { redoCommand, undoCommand } from './undo-commands'
import { watchedValue } from './watched-value'
import { takeBack } from './write-line'

/** Commands journaled with one flush, when so many wait. */
const BATCH = 32

/** Whose name stands in the custody log; read when the command's turn comes. */
type Actor = () => Promise<string>

export type SaveQueue = {
  run<Input>(command: Command<Input>, input: Input, actor: Actor): Promise<Outcome<Committed>>
  undo(actor: Actor): Promise<Outcome<Committed | null>>
  redo(actor: Actor): Promise<Outcome<Committed | null>>
  readonly saved: Watched<SaveState>
  retry(): Promise<Outcome<null>>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

type Parts = {
  readonly db: Database
  readonly vault: Desktop['vault']
  readonly now: () => number
  readonly undoStack: UndoStack
  /** What kept both copies from being brought together at the start. */
  readonly trouble: Problem | null
  /** Compares both copies and brings them together again, after trouble; answers what Undo acts on then. */
  readonly bringTogether: () => Promise<Outcome<UndoStack>>
}

type Answer = Outcome<Committed | null>
type Waiting = { commit(): Promise<Answer>; settle(answer: Answer): void; fail(thrown: unknown): void }

/**
 * Runs commands one at a time, and acknowledges none before both copies have it.
 *
 * The database commits first, then the journal is appended and flushed. Where the vault refuses, the change is taken out
 * of the database again before the command is answered, so that both copies agree and "not done" is true. The other order
 * would leave in the append-only journal what the database refused. Between the two steps a crash leaves the database
 * one batch ahead; the next start writes that batch to the vault: a change that was never acknowledged may then be
 * there, but none that was acknowledged is missing. Commands that wait together are journaled with one flush.
 */
export function createSaveQueue({ db, vault, now, undoStack, trouble: atStart, bringTogether }: Parts): SaveQueue {
  const saved = watchedValue<SaveState>(atStart === null ? { kind: 'saved-twice' } : { kind: 'trouble', problem: atStart })
  const waiting: Waiting[] = []
  let stack = undoStack
  let working: Promise<void> | null = null

  const enqueue = (step: () => Promise<Answer>): Promise<Answer> =>
    new Promise((settle, fail) => {
      waiting.push({ commit: step, settle, fail })
      working ??= work()
    })

  async function work(): Promise<void> {
    // The caller's turn ends first, so that commands given in one go travel together.
    await Promise.resolve()
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH)
      const mended = saved.get().kind === 'trouble' ? await mend() : ok(null)
      if (!mended.ok) {
        const { what, remedy } = mended.problem
        for (const job of batch) job.settle(trouble(problem('not-saved', `Nothing was changed. ${what}`, remedy)))
        continue
      }
      saved.set({ kind: 'saving' })
      try {
        const found = await runBatch(batch)
        saved.set(found === null ? { kind: 'saved-twice' } : { kind: 'trouble', problem: found })
      } catch (thrown) {
        // The database can't even take a change back: whoever asked is told, and the next command compares both copies first.
        saved.set({ kind: 'trouble', problem: databaseRefusal(thrown) ?? unexpected(thrown) })
        for (const job of batch) job.fail(thrown)
      }
    }
    working = null
  }

  /** Answers every command of a batch; gives the problem when a copy refused. */
  async function runBatch(batch: readonly Waiting[]): Promise<Problem | null> {
    const done: { readonly job: Waiting; readonly committed: Committed }[] = []
    const answers: (() => void)[] = []
    let refusal: Problem | null = null
    for (const job of batch) {
      const answer = await job.commit().catch((thrown: unknown): Answer | { readonly thrown: unknown } => {
        refusal = databaseRefusal(thrown) ?? refusal
        return refusal === null ? { thrown } : trouble(refusal)
      })
      if ('thrown' in answer) answers.push(() => job.fail(answer.thrown))
      else if (!answer.ok || answer.value === null) answers.push(() => job.settle(answer))
      else {
        done.push({ job, committed: answer.value })
        stack = afterEntry(stack, answer.value.line.entry)
      }
    }
    const { flushed, problem: refused } = await flush(done.map(({ committed }) => committed.line))
    if (refused !== null) {
      refusal = refused
      // What Undo acts on is computed again from the log before the next command.
      await takeBack(
        db,
        done.slice(flushed).map(({ committed }) => committed.line),
      )
    }
    for (const [place, { job, committed }] of done.entries())
      job.settle(
        place < flushed || refused === null ? ok(committed) : trouble({ ...refused, what: `Nothing was changed. ${refused.what}` }),
      )
    for (const answer of answers) answer()
    return refusal
  }

  /** Appends lines to the journal; says how many of them the vault holds for certain. */
  async function flush(lines: readonly JournalLine[]): Promise<{ readonly flushed: number; readonly problem: Problem | null }> {
    const [first] = lines
    if (first === undefined) return { flushed: 0, problem: null }
    const answer = await asked(() => vault.append(lines))
    if (answer.ok) return { flushed: lines.length, problem: null }
    // The answer may have been lost although the lines were written, so the journal itself is asked.
    const there = await asked(() => vault.readJournal(first.entry.seq - 1, lines.length))
    const differs = there.ok ? lines.findIndex((line, place) => there.value[place]?.entry.hash !== line.entry.hash) : 0
    return differs === -1 ? { flushed: lines.length, problem: null } : { flushed: differs, problem: answer.problem }
  }

  async function mend(): Promise<Outcome<null>> {
    const together = await asked(bringTogether)
    if (!together.ok) {
      saved.set({ kind: 'trouble', problem: together.problem })
      return together
    }
    stack = together.value
    saved.set({ kind: 'saved-twice' })
    return ok(null)
  }

  const stepBack = async (actor: Actor, which: keyof UndoStack): Promise<Answer> => {
    const seq = stack[which].at(-1)
    if (seq === undefined) return ok(null)
    const line = await db.custody.get(seq)
    if (line === undefined) throw new Error(`the custody log has no entry ${seq}`)
    return commit(db, which === 'undo' ? undoCommand : redoCommand, { line }, { actor: await actor(), now, reverts: seq })
  }

  return {
    run: async (command, input, actor) => {
      const answer = await enqueue(async () => commit(db, command, input, { actor: await actor(), now }))
      if (answer.ok && answer.value === null) throw new Error('a command was answered without an entry')
      return answer.ok && answer.value !== null ? ok(answer.value) : (answer as Extract<Answer, { ok: false }>)
    },
    undo: (actor) => enqueue(() => stepBack(actor, 'undo')),
    redo: (actor) => enqueue(() => stepBack(actor, 'redo')),
    saved,
    retry: async () => {
      await working
      return saved.get().kind === 'trouble' ? mend() : ok(null)
    },
    idle: async () => {
      await working
    },
  }
}

/** The shell can end, or its answer get lost; that is trouble to report, not a bug. */
async function asked<Value>(ask: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  try {
    return await ask()
  } catch (thrown) {
    return trouble(
      problem(
        'vault-unreachable',
        `The vault did not answer (${messageOf(thrown)}).`,
        'Close Vouch and open it again; what was saved is safe.',
      ),
    )
  }
}

const unexpected = (thrown: unknown): Problem =>
  problem('not-saved', `Saving stopped (${messageOf(thrown)}).`, 'Close Vouch and open it again; what was saved is safe.')

/** What the database's own refusals mean; null where it was no refusal but a bug. */
function databaseRefusal(thrown: unknown): Problem | null {
  const name = thrown instanceof Error ? thrown.name : ''
  // A transaction that ended for want of room is an AbortError with the reason in its message.
  if (/quota/i.test(`${name} ${messageOf(thrown)}`))
    return problem(
      'database-full',
      'The database could not grow: the disk is full, or nearly.',
      'Free some space on the disk, then try again.',
    )
  if (name === 'AbortError' || name === 'UnknownError' || name === 'DatabaseClosedError' || name === 'InvalidStateError') {
    return problem(
      'database-refuses',
      `The database did not take the change (${messageOf(thrown)}).`,
      'Close Vouch and open it again; what was saved is safe.',
    )
  }
  return null
}
