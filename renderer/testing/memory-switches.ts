import type { JournalLine } from '@shared/custody/journal-line'
import { type Outcome, type Problem, problem, trouble } from '@shared/errors/outcome'

/** Ways in which the machine fails. */
export type MemorySwitches = {
  /** All writes to the vault are refused with this problem. */
  refuseWrites: Problem | null
  /** The vault can't be opened or read at all. */
  refuseReads: Problem | null
  /** Appends are written, but their answer gets lost. */
  loseAnswers: boolean
  /** Prints pages; null on a machine that has nothing to print with. */
  printer: ((html: string) => Uint8Array) | null
  /** Called before each append is carried out; what it throws, the caller sees. */
  beforeAppend: ((lines: readonly JournalLine[]) => void | Promise<void>) | null
}

export const createSwitches = (): MemorySwitches => ({
  refuseWrites: null,
  refuseReads: null,
  loseAnswers: false,
  printer: null,
  beforeAppend: null,
})

/** Does what writes, unless writing is refused. */
export const writing = async <Value>(switches: MemorySwitches, write: () => Outcome<Value>): Promise<Outcome<Value>> =>
  switches.refuseWrites === null ? write() : trouble(switches.refuseWrites)

/** Does what reads, unless reading is refused. */
export const reading = async <Value>(switches: MemorySwitches, read: () => Outcome<Value>): Promise<Outcome<Value>> =>
  switches.refuseReads === null ? read() : trouble(switches.refuseReads)

/** Full disk, in the words of the shell. */
export const DISK_FULL = problem(
  'vault-disk-full',
  'The disk is full, so the vault could not be written.',
  'Free some space, then try again.',
)

export const UNKNOWN_TOKEN = problem('unknown-token', 'This token was not given out.', 'Choose the file again.')
