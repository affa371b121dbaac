import { type Document, mediaOf } from '@shared/documents/document'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { BalanceLine } from '@shared/exchange/balance'
import { balanceOf } from '@shared/exchange/balance'
import { withEarlier } from '@shared/exchange/bundle-record'
import { carriedBy } from '@shared/exchange/carried-records'
import { type Decisions, keyOfChange, settle, standsOtherwise } from '@shared/exchange/settle'
import { removeRows } from '../import/store-document'
import type { Workbench } from '../workbench/workbench'
import { takeUpBundle } from './commands/take-up-bundle'
import { compareBundle } from './compare-bundle'
import type { ReadBundle } from './read-bundle'

export type TakenUp = {
  readonly lines: readonly BalanceLine[]
  /** Names of documents whose text this version reads otherwise than the bundle's did. */
  readonly readOtherwise: readonly string[]
  /** Names of documents that came, and from which nothing can be quoted (yet). */
  readonly kept: readonly string[]
}

export type TakeUpOptions = { readonly onProgress?: (words: string, done: number, of: number) => void; readonly signal: AbortSignal }

const CANCELLED = problem('cancelled', 'Opening the bundle was cancelled.', 'Nothing was taken up; choose it again when you like.')

/**
 * Takes a bundle up: the bytes and texts of its documents first, as an import does, then every record in one command.
 * On trouble nothing of it is part of the library.
 */
export async function takeUp(
  workbench: Workbench,
  bundle: ReadBundle,
  decisions: Decisions,
  { onProgress, signal }: TakeUpOptions,
): Promise<Outcome<TakenUp>> {
  const { db, imports } = workbench
  const stored = new Set(await db.files.toCollection().primaryKeys())
  const wanted = bundle.snapshot.records.documents.filter(({ id }) => !stored.has(id) && bundle.exhibits.has(id))
  const documents = new Map<string, Document>()
  const forget = async (): Promise<void> => {
    for (const { id } of documents.values()) await removeRows(workbench, id)
  }
  for (const [done, told] of wanted.entries()) {
    const exhibit = bundle.exhibits.get(told.id)
    if (exhibit === undefined) continue
    onProgress?.(`Bringing in ${told.name}`, done, wanted.length)
    const brought = signal.aborted ? trouble(CANCELLED) : await imports.bring(exhibit.name, exhibit.blob, told.id, signal)
    if (!brought.ok) {
      await forget()
      return brought.problem.kind === 'cancelled' ? trouble(CANCELLED) : brought
    }
    documents.set(
      told.id,
      brought.value.kind === 'read'
        ? { ...told, ...brought.value.facts, status: 'ready', trouble: null }
        : told.status === 'ready'
          ? withoutText(told, brought.value.problem)
          : told,
    )
  }
  onProgress?.('Writing the records', wanted.length, wanted.length)
  const { plan, keep, merging } = await compareBundle(db, bundle)
  const read = {
    ...plan,
    records: plan.records.map((planned) =>
      planned.fate === 'new' && documents.has(planned.id) ? { ...planned, theirs: documents.get(planned.id) ?? null } : planned,
    ),
  }
  const theirs = carriedBy(bundle.snapshot)
  const settled = settle(read, decisions)
  const before = new Map(plan.records.map(({ key, ours }) => [key, ours]))
  const done = await workbench.run(takeUpBundle, {
    changes: settled.changes,
    before: settled.changes.map((change) => before.get(keyOfChange(change)) ?? null),
    bundle: withEarlier({ ...keep, otherwise: standsOtherwise(theirs, read, settled) }, await db.get('openedBundles', keep.id)),
    merging,
  })
  if (!done.ok) {
    await forget()
    return done
  }
  const otherwise = wanted.filter(
    (told) => documents.get(told.id)?.status === 'ready' && documents.get(told.id)?.textSha256 !== told.textSha256,
  )
  return ok({
    lines: balanceOf(read, settled, decisions, theirs),
    readOtherwise: otherwise.map(({ name }) => name),
    kept: wanted.filter(({ id }) => documents.get(id)?.status !== 'ready').map(({ name }) => name),
  })
}

/** A document that could be read elsewhere and not here, mostly because it needs its password; unlocking it makes it what it was there. */
const withoutText = (told: Document, reason: NonNullable<Document['trouble']>): Document => ({
  ...told,
  status: reason.kind === 'pdf-needs-password' ? 'needs-password' : 'unreadable',
  trouble: reason,
  pageCount: 0,
  pagesWithText: 0,
  pagesImageOnly: 0,
  outline: [],
  metadata: {},
  extractor: null,
  textSha256: null,
  ...(mediaOf(told) === 'pdf' ? {} : { media: mediaOf(told) }),
})
