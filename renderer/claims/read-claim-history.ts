import { assessmentSchema } from '@shared/claims/assessment'
import { checkSchema } from '@shared/claims/check'
import type { ClaimId } from '@shared/claims/claim'
import { describeChange, type FieldChange } from '@shared/claims/describe-change'
import { evidenceLinkSchema } from '@shared/claims/evidence-link'
import { tensionSchema } from '@shared/claims/tension'
import type { CustodyEntry } from '@shared/custody/custody-entry'
import type { JournalLine } from '@shared/custody/journal-line'
import type { Database } from '../storage/database'
import { historyOf } from '../storage/history-of-record'

/** One command in a claim's history: who did what and when, and the fields it changed. */
type HistoryItem = { readonly entry: CustodyEntry; readonly changes: readonly FieldChange[] }

/**
 * The history of a claim, newest first: its own record, its judgements, links to evidence, tensions and checks, also those taken away
 * since. Reads every log entry about these, so it is asked for only when somebody looks.
 */
export async function readClaimHistory(db: Database, claimId: ClaimId): Promise<readonly HistoryItem[]> {
  const lines = new Map<number, JournalLine>((await historyOf(db, claimId)).map((line) => [line.entry.seq, line]))
  for (const start of ['assessment_', 'evidence_', 'check_', 'tension_']) {
    await db.custody
      .where('recordIds')
      .startsWith(start)
      .distinct()
      .each((line) => {
        if (line.rows.some((row) => isAbout(row, claimId))) lines.set(line.seq, line)
      })
  }
  return [...lines.values()]
    .sort((a, b) => b.entry.seq - a.entry.seq)
    .map((line) => ({
      entry: line.entry,
      changes: line.rows.filter((row) => row.id === claimId || isAbout(row, claimId)).flatMap((row) => worded(row)),
    }))
}

type Row = JournalLine['rows'][number]

/** Whether the row is a judgement, a link, a check or a tension of the claim, before or after: a link can be moved to another claim. */
function isAbout(row: Row, claimId: ClaimId): boolean {
  const sides = [row.before, row.after]
  if (row.table === 'tensions') return sides.some((side) => tensionSchema.safeParse(side).data?.claimIds.includes(claimId))
  const schema =
    row.table === 'assessments'
      ? assessmentSchema
      : row.table === 'evidenceLinks'
        ? evidenceLinkSchema
        : row.table === 'checks'
          ? checkSchema
          : null
  return sides.some((side) => schema?.safeParse(side).data?.claimId === claimId)
}

/** Links say by themselves what happened to them, in the summary; readings are named by identifiers, which nobody reads. */
const worded = (row: Row): readonly FieldChange[] =>
  row.table === 'evidenceLinks' && (row.before === null || row.after === null)
    ? []
    : describeChange(row.before, row.after).filter((change) => change.field !== 'readings' || row.table === 'claims')
