import { type Sha256, sha256OfText } from '../units/hashes'
import { canonicalJson } from './canonical-json'
import { breakAfter, type ChainBreak } from './custody-entry'
import type { JournalLine } from './journal-line'

/** Where a history of journal lines stops being sound: as a break of the chain, or `rows` where the records are not those that the entry names. */
export type JournalFault = { readonly seq: number; readonly reason: ChainBreak['reason'] | 'rows' }

/** The end of a sound history: the last entry's number and hash. */
export type Head = { readonly seq: number; readonly hash: Sha256 }

/**
 * Whether a line's records are those of which its entry holds the hashes: the chain covers the hashes, this covers the records.
 * @param digest SHA-256 of a text's UTF-8 bytes as lower-case hexadecimal digits; the shell has a faster one of its own
 */
export function rowsAreThoseNamed({ entry: { changes }, rows }: JournalLine, digest: (text: string) => string = sha256OfText): boolean {
  const hashOf = (value: unknown): string | null => (value === null || value === undefined ? null : digest(canonicalJson(value)))
  if (changes.length !== rows.length) return false
  return changes.every((change, place) => {
    const row = rows[place]
    return (
      row !== undefined &&
      row.table === change.table &&
      row.id === change.id &&
      hashOf(row.before) === change.before &&
      hashOf(row.after) === change.after
    )
  })
}

/**
 * Checks lines one after the other, from the one after `head`; `take` answers null while the history is sound.
 * @param depth `chain` leaves out whether the records are those that the entries name, which takes most of the time
 */
export function journalChecker(
  head: Head | null,
  depth: 'chain' | 'records' = 'records',
): { take(line: JournalLine): JournalFault | null; head(): Head | null } {
  let last = head
  return {
    take(line) {
      const reason = breakAfter(last, line.entry)
      if (reason !== null) return { seq: (last?.seq ?? 0) + 1, reason }
      if (depth === 'records' && !rowsAreThoseNamed(line)) return { seq: line.entry.seq, reason: 'rows' }
      last = { seq: line.entry.seq, hash: line.entry.hash }
      return null
    },
    head: () => last,
  }
}
