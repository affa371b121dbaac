import type { Balance, BalanceLine } from '@shared/balance/balance'
import type { EvidenceTally, TakenRow } from './add-evidence-table'

/** What became of the rows of an evidence table. A row that is not found is kept too, with its words, and listed as lost. */
export function balanceOfEvidence({ rows, refused }: EvidenceTally): Balance {
  const fresh = rows.filter(({ already }) => !already)
  const of = (some: readonly TakenRow[]): readonly BalanceLine[] => some.map(lineOf)
  return {
    thing: 'row',
    parts: [
      { title: 'Linked', lines: of(fresh.filter(({ state }) => state !== 'lost')) },
      { title: 'Already there', lines: of(rows.filter(({ already }) => already)) },
      { title: 'Not found', lines: of(fresh.filter(({ state }) => state === 'lost')) },
      { title: 'Refused', lines: refused.map(({ row, reason }) => ({ where: `row ${row}`, words: reason })) },
    ],
  }
}

const STATE_WORDS = {
  exact: '',
  moved: ', found at another place than the row names',
  approximate: ', only a likeness: compare and decide',
  lost: ', kept as a lost mark',
} as const

function lineOf({ row, state, already }: TakenRow): BalanceLine {
  const quote = row.quote.length > 120 ? `${row.quote.slice(0, 120)}…` : row.quote
  return {
    where: `row ${row.row}`,
    words: `${row.relation} ${row.claim}: “${quote}” (${row.document}, p. ${row.page})${already ? '' : STATE_WORDS[state]}`,
  }
}
