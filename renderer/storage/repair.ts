import type { Plan, VaultFacts } from '@shared/custody/compare-copies'
import type { Desktop } from '@shared/desktop/desktop'
import { type Outcome, type Problem, ok, problem } from '@shared/errors/outcome'
import { RECORD_TABLES } from '@shared/storage/records'
import { COMMITTED_TABLES, type Database } from './database'
import { journalLines } from './gather-facts'
import { rebuildTables, replayLines } from './write-line'

/** Entries written to the journal at a time. */
const LINES = 200

/**
 * Carries a plan out, in the plan's order. After a crash in the middle the next start finds a sound shorter history and
 * goes on. Answers what the researcher is told: the plan's words and the names of files that were kept aside.
 */
export async function carryOut(
  db: Database,
  vault: Desktop['vault'],
  plan: Plan,
  vaultFacts: VaultFacts,
): Promise<Outcome<readonly Problem[]>> {
  const report: Problem[] = [...plan.report]
  const kept = (what: string, name: string): number =>
    report.push(problem('kept-aside', `${what}: ${name}.`, 'Keep it until you have looked through your latest work.'))

  if (plan.keepAsideAbove !== null) {
    const rows = await db.custody.where('seq').above(plan.keepAsideAbove).toArray()
    if (rows.length > 0) {
      const aside = await vault.keepAside('entries of the database', rows.map((row) => JSON.stringify(row)).join('\n') + '\n')
      if (!aside.ok) return aside
      kept('What the database held beside the history that stands was kept in the vault', aside.value.name)
    }
  }
  if (plan.keepRecordsAside) {
    const records = await Promise.all(RECORD_TABLES.map(async (table) => [table, await db.all(table)]))
    const aside = await vault.keepAside('records of the database', JSON.stringify(Object.fromEntries(records)))
    if (!aside.ok) return aside
    kept('Records that no custody entry accounts for were kept in the vault', aside.value.name)
  }

  const changed = await mendDatabase(db, vault, plan, vaultFacts.head?.seq ?? 0)
  if (!changed.ok) return changed

  if (plan.vault.do === 'rewrite') {
    const aside = await vault.setJournalAside()
    if (!aside.ok) return aside
    kept('The journal that was set aside is in the vault', aside.value.name)
  }
  if (plan.vault.do !== 'nothing') {
    const written = await appendFrom(db, vault, plan.vault.do === 'append' ? plan.vault.after : 0)
    if (!written.ok) return written
  }
  return ok(report)
}

async function mendDatabase(
  db: Database,
  vault: Desktop['vault'],
  { database, keepAsideAbove }: Plan,
  upTo: number,
): Promise<Outcome<null>> {
  if (database.do === 'own-log') {
    if (keepAsideAbove !== null)
      await db.transaction('rw', [...COMMITTED_TABLES], () => db.custody.where('seq').above(keepAsideAbove).delete())
    await rebuildTables(db)
  }
  if (database.do === 'replay') {
    let clear = database.clear
    if (clear && upTo === 0) await replayLines(db, [], { clear })
    for await (const lines of journalLines(vault, database.after, upTo)) {
      if (!lines.ok) return lines
      await replayLines(db, lines.value, { clear })
      clear = false
    }
  }
  return ok(null)
}

async function appendFrom(db: Database, vault: Desktop['vault'], after: number): Promise<Outcome<null>> {
  for (let last = after; ;) {
    const rows = await db.custody.where('seq').above(last).limit(LINES).toArray()
    if (rows.length === 0) return ok(null)
    const written = await vault.append(rows.map(({ entry, rows, tallies }) => ({ entry, rows, tallies })))
    if (!written.ok) return written
    last = written.value.seq
  }
}
