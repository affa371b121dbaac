import { compareCopies, type Plan } from '@shared/custody/compare-copies'
import type { UndoStack } from '@shared/custody/undo-stack'
import { WORKBENCH_ACTOR } from '@shared/custody/workbench-actor'
import type { Desktop } from '@shared/desktop/desktop'
import type { Document } from '@shared/documents/document'
import { messageOf, type Outcome, ok, type Problem, problem, trouble } from '@shared/errors/outcome'
import type { Sha256 } from '@shared/units/hashes'
import { readPreference, writePreference } from '../preferences/preferences'
import type { Watched, Workbench } from '../workbench/workbench'
import type { Committed } from './commit'
import { Database } from './database'
import type { ReadAgain } from './document-texts'
import { databaseFacts, type Facts, gatherFacts } from './gather-facts'
import { takeLibraryLock } from './library-lock'
import { checkDocuments, mendDocuments } from './mend-documents'
import { recordNewText } from './record-new-text'
import { carryOut } from './repair'
import { createSaveQueue } from './save-queue'
import { watchedValue } from './watched-value'

export type LibraryOptions = {
  /** Name of the database; libraries of different names are apart. */
  readonly name?: string
  /** Locks of the browser; left out where there are none. */
  readonly locks?: LockManager | undefined
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** Deletes the database first and rebuilds it from the vault, for a database that can't be opened. */
  readonly forgetDatabase?: boolean
  /** Told in words what takes long. */
  readonly progress?: (words: string) => void
  readonly readAgain: ReadAgain
}

/** A library whose two copies agree, or whose disagreement is known: `saved` tells. */
export type Library = Pick<Workbench, 'run' | 'undo' | 'redo' | 'saved' | 'retrySaving' | 'checkEverything' | 'close'> & {
  readonly db: Database
  readonly repairs: Watched<readonly Problem[]>
  /** Neither copy holds anything yet. */
  readonly firstStart: boolean
  /** Has the vault read every document again and mends what is damaged; for after the start, because it takes long. */
  checkVault(): Promise<void>
}

/**
 * Opens the library: takes it for this window alone, compares database and vault before anything is written, decides,
 * and brings both to the same. Problems that keep it from opening: `library-open-elsewhere`, `database-newer`,
 * `database-unopenable`, `vault-newer`, and what the shell says of a vault that can't be read while the database is empty.
 */
export async function openLibrary(desktop: Desktop, options: LibraryOptions): Promise<Outcome<Library>> {
  const { vault } = desktop
  const name = options.name ?? 'vouch'
  const now = options.now ?? Date.now
  const progress = options.progress ?? (() => undefined)
  const lock = await takeLibraryLock(options.locks, name)
  if (!lock.ok) return lock
  const db = new Database(name)
  const opened = await openDatabase(db, options.forgetDatabase ?? false)
  const start = opened.ok ? await startOf(db, vault) : opened
  if (!start.ok) {
    db.close()
    lock.value.release()
    return start
  }
  const repairs = watchedValue<readonly Problem[]>(start.value.report)
  const tell = (found: readonly Problem[]): void => {
    if (found.length > 0) repairs.set([...repairs.get(), ...found])
  }

  const queue = createSaveQueue({
    db,
    vault,
    now,
    undoStack: start.value.undoStack,
    trouble: start.value.trouble,
    bringTogether: async () => {
      const together = await reconcile(db, vault)
      if (!together.ok) return together
      tell(together.value.report)
      return ok(together.value.undoStack)
    },
  })
  const parts = {
    db,
    vault,
    readAgain: options.readAgain,
    recordNewText: ({ id }: Document, textSha256: Sha256, extractor: Document['extractor']) =>
      queue.run(recordNewText, { id, textSha256, extractor }, workbenchActor),
    progress,
  }
  if (start.value.trouble === null) {
    progress('Comparing the documents of both copies')
    const state = await vault.open()
    if (state.ok) tell(await mendDocuments(parts, state.value.documents, [], false))
    else tell([state.problem])
  }
  await keepName(db)

  /** A document that undo or redo brings back may have lost a copy of its bytes meanwhile. */
  const withDocuments = async (outcome: Outcome<Committed | null>): Promise<Outcome<Committed | null>> => {
    const back =
      outcome.ok &&
      outcome.value !== null &&
      outcome.value.line.rows.some(({ table, before, after }) => table === 'documents' && before === null && after !== null)
    const state = back ? await vault.open() : null
    if (state?.ok) tell(await mendDocuments(parts, state.value.documents, [], false))
    return outcome
  }
  const researcher = (): Promise<string> => readPreference(db, 'researcherName')
  return ok({
    db,
    repairs,
    firstStart: start.value.firstStart,
    saved: queue.saved,
    run: (command, input, { by } = {}) => queue.run(command, input, by === 'workbench' ? workbenchActor : researcher),
    undo: async () => withDocuments(await queue.undo(researcher)),
    redo: async () => withDocuments(await queue.redo(researcher)),
    retrySaving: queue.retry,
    async checkEverything(told = () => undefined) {
      const checked = await checkDocuments({ ...parts, progress: told })
      if (checked.ok) tell(checked.value.repairs)
      return checked
    },
    async checkVault() {
      const checked = await vault.checkDocuments()
      if (!checked.ok) return tell([checked.problem])
      if (checked.value.damaged.length === 0 || !db.isOpen()) return
      const state = await vault.open()
      tell(state.ok ? await mendDocuments(parts, state.value.documents, checked.value.damaged, false) : [state.problem])
    },
    async close() {
      await queue.idle()
      db.close()
      lock.value.release()
    },
  })
}

const workbenchActor = async (): Promise<string> => WORKBENCH_ACTOR

async function openDatabase(db: Database, forget: boolean): Promise<Outcome<null>> {
  try {
    if (forget) await db.delete()
    await db.open()
    return ok(null)
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'VersionError') {
      return trouble(
        problem('database-newer', 'The database of this library was written by a newer version of Vouch.', 'Open it with that version.'),
      )
    }
    return trouble(
      problem(
        'database-unopenable',
        `The database of this library could not be opened (${messageOf(thrown)}).`,
        'Free some space on the disk and start Vouch again; if that does not help, rebuild the database from the vault.',
      ),
    )
  }
}

type Together = { readonly report: readonly Problem[]; readonly undoStack: UndoStack; readonly firstStart: boolean }

async function planOf(
  db: Database,
  vault: Desktop['vault'],
  depth: 'chain' | 'records',
): Promise<Outcome<{ readonly facts: Facts; readonly plan: Plan }>> {
  const facts = await gatherFacts(db, vault, depth)
  return facts.ok ? ok({ facts: facts.value, plan: compareCopies(facts.value.database, facts.value.vault, facts.value.common) }) : facts
}

/** Compares both copies and carries out what follows. */
async function reconcile(db: Database, vault: Desktop['vault']): Promise<Outcome<Together>> {
  const first = await planOf(db, vault, 'chain')
  if (!first.ok) return first
  // What is to be copied out of the database's log is looked at record by record first.
  const isSource = first.value.plan.vault.do !== 'nothing' || first.value.plan.database.do === 'own-log'
  const planned = isSource ? await planOf(db, vault, 'records') : first
  if (!planned.ok) return planned
  const { facts, plan } = planned.value
  const done = await carryOut(db, vault, plan, facts.vault)
  if (!done.ok) return done
  const undoStack = plan.database.do === 'nothing' ? facts.undoStack : (await databaseFacts(db, 'chain')).undoStack
  return ok({ report: done.value, undoStack, firstStart: plan.firstStart })
}

/**
 * The start. Where the vault can't be brought in step but the database is whole and holds work, the library opens all the
 * same, for reading: no command is taken until the vault answers again.
 */
async function startOf(db: Database, vault: Desktop['vault']): Promise<Outcome<Together & { readonly trouble: Problem | null }>> {
  const together = await reconcile(db, vault)
  if (together.ok) return ok({ ...together.value, trouble: null })
  const { facts, undoStack } = await databaseFacts(db, 'records')
  const usable = facts.head !== null && facts.damagedAt === null && facts.miscounted.length === 0
  if (!usable || together.problem.kind === 'vault-newer') return together
  return ok({ report: [together.problem], undoStack, firstStart: false, trouble: together.problem })
}

/** After a rebuild the preferences are gone; the researcher's name still stands in the custody log. */
async function keepName(db: Database): Promise<void> {
  if ((await db.preferences.get('researcherName')) !== undefined) return
  const last = await db.custody
    .orderBy('seq')
    .reverse()
    .filter((row) => row.entry.actor !== WORKBENCH_ACTOR)
    .first()
  if (last !== undefined) await writePreference(db, 'researcherName', last.entry.actor)
}
