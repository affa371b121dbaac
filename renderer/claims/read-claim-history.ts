import { assessmentSchema } from '@shared/claims/assessment'
import type { ClaimId } from '@shared/claims/claim'
import { describeChange, type FieldChange } from '@shared/claims/describe-change'
import { evidenceLinkSchema } from '@shared/claims/evidence-link'
import type { CustodyEntry } from '@shared/custody/custody-entry'
import type { JournalLine } from '@shared/custody/journal-line'
import type { Database } from '../storage/database'
import { historyOf } from '../storage/live'

/** One command in a claim's history: who did what and when, and the fields it changed. */
type HistoryItem = { readonly entry: CustodyEntry; readonly changes: readonly FieldChange[] }

/**
 * The history of a claim, newest first: its own record, its judgements, and links to evidence, also those taken away since.
 * Reads every log entry about assessments and links, so it is asked for only when somebody looks.
 */
export async function readClaimHistory(db: Database, claimId: ClaimId): Promise<readonly HistoryItem[]> {
  const lines = new Map<number, JournalLine>((await historyOf(db, claimId)).map((line) => [line.entry.seq, line]))
  for (const start of ['assessment_', 'evidence_']) {
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
    .map((line) => ({ entry: line.entry, changes: line.rows.filter((row) => row.id === claimId || isAbout(row, claimId)).flatMap((row) => worded(row)) }))
}

type Row = JournalLine['rows'][number]

/** Whether the row is a judgement or a link of the claim, before or after: a link can be moved to another claim. */
function isAbout(row: Row, claimId: ClaimId): boolean {
  const schema = row.table === 'assessments' ? assessmentSchema : row.table === 'evidenceLinks' ? evidenceLinkSchema : null
  return [row.before, row.after].some((side) => {
    const parsed = schema?.safeParse(side)
    return parsed?.success === true && parsed.data.claimId === claimId
  })
}

/** Links say by themselves what happened to them, in the summary; readings are named by identifiers, which nobody reads. */
const worded = (row: Row): readonly FieldChange[] =>
  row.table === 'evidenceLinks' && (row.before === null || row.after === null) ? [] : describeChange(row.before, row.after).filter((change) => change.field !== 'readings' || row.table === 'claims')
