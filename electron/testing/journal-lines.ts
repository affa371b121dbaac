import { type CustodyEntry, hashOfEntry, sealEntry } from '@shared/custody/custody-entry'
import { canonicalJson } from '@shared/custody/canonical-json'
import type { JournalLine } from '@shared/custody/journal-line'
import { sha256OfText } from '@shared/units/hashes'
import { timestampOf } from '@shared/units/time'

/** A line that follows on `last` and adds a record to `documents`. */
export function lineAfter(
  last: CustodyEntry | null,
  record: Readonly<Record<string, unknown>> & { readonly id: string },
  table = 'documents',
): JournalLine {
  const after = sha256OfText(canonicalJson(record))
  const entry = sealEntry(
    {
      at: timestampOf(1_700_000_000_000),
      actor: 'Ada',
      command: 'add',
      summary: `Added ${record.id}`,
      changes: [{ table, id: record.id, before: null, after }],
      reverts: null,
    },
    last,
  )
  return { entry, rows: [{ table, id: record.id, before: null, after: record }], tallies: { [table]: entry.seq } }
}

/** A chain of lines, each adding a document. */
export function linesOf(count: number, from: CustodyEntry | null = null): JournalLine[] {
  const lines: JournalLine[] = []
  let last = from
  for (let number = 1; number <= count; number += 1) {
    const line = lineAfter(last, {
      id: `d${number}`,
      name: `Document ${number}.pdf`,
      bytes: 1000 * number,
      pageCount: number,
      importedAt: '2026-11-22T10:00:00.000Z',
      note: 'naïve “quoted” text',
    })
    lines.push(line)
    last = line.entry
  }
  return lines
}

/** The same line with another summary and a hash that fits it: a change that only the chain shows. */
export function forged(line: JournalLine): JournalLine {
  const { hash: _hash, ...open } = { ...line.entry, summary: 'Something else' }
  return { ...line, entry: { ...open, hash: hashOfEntry(open) } }
}
