import { createHash } from 'node:crypto'
import { breakAfter, type CustodyEntry } from '@shared/custody/custody-entry'
import { rowsAreThoseNamed } from '@shared/custody/journal-check'
import { type JournalLine, journalLineSchema } from '@shared/custody/journal-line'
import { jsonOf } from '@shared/units/read-json'
import type { Disk } from '../files/disk'

const NEW_LINE = 10
const PIECE_BYTES = 4 * 1024 * 1024

/** What a journal file holds. */
export type Scan = {
  /** Byte offset at which each sound line begins; line n (from 1) has seq n. */
  readonly starts: number[]
  /** Bytes up to the end of the last sound line. */
  readonly soundBytes: number
  readonly head: CustodyEntry | null
  /** Number (from 1) of the first line that can't be read, or does not follow on the one before. */
  readonly damagedAtLine: number | null
  /** What stands after the last line break: the beginning of a line whose writing was cut short, or a sound line without its break. */
  readonly tail: 'none' | 'torn' | 'sound'
}

/** A journal line if it can be read, follows on `last`, and its records are those whose hashes the entry names; else null. */
function soundLine(text: string, last: CustodyEntry | null): JournalLine | null {
  const parsed = parseLine(text)
  if (parsed === null || breakAfter(last, parsed.entry) !== null || !recordsHold(parsed)) return null
  return parsed
}

/** Reads a line of the journal; null where it is not one. */
export function parseLine(text: string): JournalLine | null {
  const parsed = journalLineSchema.safeParse(jsonOf(text))
  return parsed.success ? parsed.data : null
}

/** Whether a line's records are those that its entry names. */
export const recordsHold = (line: JournalLine): boolean =>
  rowsAreThoseNamed(line, (text) => createHash('sha256').update(text).digest('hex'))

/**
 * Reads a journal from its beginning, a piece at a time, and checks every line. Stops at the first that is damaged.
 * @param each told of every sound line
 */
export async function scanJournal(disk: Disk, path: string, each: (line: JournalLine) => void): Promise<Scan> {
  const starts: number[] = []
  let head: CustodyEntry | null = null
  let soundBytes = 0
  let rest: Buffer = Buffer.alloc(0)
  const take = (line: Buffer): boolean => {
    const sound = soundLine(line.toString('utf8'), head)
    if (sound === null) return false
    starts.push(soundBytes)
    head = sound.entry
    each(sound)
    return true
  }
  const handle = await disk.open(path, 'r')
  try {
    for (let offset = 0; ;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(PIECE_BYTES), 0, PIECE_BYTES, offset)
      if (bytesRead === 0) break
      offset += bytesRead
      let piece = rest.length === 0 ? buffer.subarray(0, bytesRead) : Buffer.concat([rest, buffer.subarray(0, bytesRead)])
      for (let end = piece.indexOf(NEW_LINE); end !== -1; end = piece.indexOf(NEW_LINE)) {
        if (!take(piece.subarray(0, end))) return { starts, soundBytes, head, damagedAtLine: starts.length + 1, tail: 'none' }
        soundBytes += end + 1
        piece = piece.subarray(end + 1)
      }
      rest = Buffer.from(piece)
    }
  } finally {
    await handle.close()
  }
  if (rest.length === 0) return { starts, soundBytes, head, damagedAtLine: null, tail: 'none' }
  if (!take(rest)) return { starts, soundBytes, head, damagedAtLine: null, tail: 'torn' }
  return { starts, soundBytes: soundBytes + rest.length, head, damagedAtLine: null, tail: 'sound' }
}
