import { dirname, join } from 'node:path'
import { breakAfter, type CustodyEntry } from '@shared/custody/custody-entry'
import type { JournalLine } from '@shared/custody/journal-line'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { type Disk, flushFolder, isMissing, onDisk } from '../files/disk'
import { parseLine, recordsHold, scanJournal } from './journal-scan'

type Handle = Awaited<ReturnType<Disk['open']>>

/** The journal: `journal.jsonl`, one JournalLine a line, only ever appended to. Each append is on the disk before it is confirmed. */
export type Journal = {
  readonly head: () => CustodyEntry | null
  readonly damagedAtLine: () => number | null
  read(after: number, limit: number): Promise<Outcome<readonly JournalLine[]>>
  append(lines: readonly JournalLine[]): Promise<Outcome<{ readonly seq: number }>>
  /** Moves the journal to `path`, and begins an empty one. */
  setAside(to: string): Promise<Outcome<null>>
  close(): Promise<void>
}

/**
 * Opens the journal of a vault, checks all of it, and repairs a line whose writing was cut short by a crash.
 * @param shown the file as people know it, for sentences
 * @param each told of every sound line, at opening and at each append
 */
export async function openJournal(disk: Disk, folder: string, shown: string, each: (line: JournalLine) => void): Promise<Outcome<Journal>> {
  const path = join(folder, 'journal.jsonl')
  const opened = await onDisk(`Vouch could not open ${shown}`, () => begin(disk, folder, path, each))
  if (!opened.ok) return opened
  let { handle, starts, length, head, damagedAtLine } = opened.value
  let mended = true

  /** Takes off what a failed append left behind. */
  const mend = async (): Promise<void> => {
    await handle.truncate(length)
    mended = true
  }

  return ok({
    head: () => head,
    damagedAtLine: () => damagedAtLine,
    read: (after, limit) =>
      onDisk(`Vouch could not read ${shown}`, async () => {
        const from = starts[after]
        if (from === undefined) return []
        const to = starts[after + limit] ?? length
        const buffer = Buffer.allocUnsafe(to - from)
        await readWhole(handle, buffer, from)
        return buffer
          .toString('utf8')
          .split('\n')
          .filter((text) => text !== '')
          .map((text) => {
            const line = parseLine(text)
            if (line === null) throw new Error('a line of the journal changed after it was checked')
            return line
          })
      }),
    async append(lines) {
      if (damagedAtLine !== null)
        return trouble(
          problem(
            'journal-damaged',
            `${shown} is damaged at line ${damagedAtLine}, so nothing is added to it.`,
            'Set the damaged journal aside: Vouch then writes a new one from its database.',
          ),
        )
      const fresh = withoutRepeated(lines, head)
      let last = head
      const texts: string[] = []
      for (const line of fresh) {
        if (breakAfter(last, line.entry) !== null || !recordsHold(line)) {
          return trouble(
            problem(
              'journal-does-not-follow',
              `Entry ${line.entry.seq} does not follow on entry ${last?.seq ?? 0}, the last in ${shown}.`,
              'Start Vouch again: it compares both copies and mends what differs.',
            ),
          )
        }
        last = line.entry
        texts.push(JSON.stringify(line))
      }
      const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(''), 'utf8')
      const written = await onDisk(`Vouch could not write ${shown}`, async () => {
        if (!(await isStillThere(disk, handle, path))) return false
        if (!mended) await mend()
        if (bytes.length === 0) return true
        mended = false
        await writeWhole(handle, bytes, length)
        await handle.sync()
        mended = true
        return true
      })
      if (!written.ok) {
        // The end is taken off at once if the disk lets us, else before the next append, else when the journal is next opened.
        if (!mended) await onDisk(shown, mend)
        return written
      }
      if (!written.value)
        return trouble(
          problem(
            'vault-gone',
            `${shown} was moved or replaced while Vouch was using it.`,
            'Start Vouch again: it compares both copies and writes what is missing.',
          ),
        )
      let at = length
      for (const [index, text] of texts.entries()) {
        starts.push(at)
        at += Buffer.byteLength(text) + 1
        const line = fresh[index]
        if (line) each(line)
      }
      length = at
      head = last
      return ok({ seq: head?.seq ?? 0 })
    },
    setAside: (to) =>
      onDisk(`Vouch could not set ${shown} aside`, async () => {
        await handle.close()
        try {
          await disk.rename(path, to)
          await flushFolder(disk, dirname(to))
        } catch (thrown) {
          if (!isMissing(thrown)) throw thrown
        }
        const again = await begin(disk, folder, path, each)
        handle = again.handle
        starts = again.starts
        length = again.length
        head = again.head
        damagedAtLine = again.damagedAtLine
        mended = true
        return null
      }),
    close: () => handle.close(),
  })
}

async function begin(disk: Disk, folder: string, path: string, each: (line: JournalLine) => void) {
  // `a` creates the file where there is none and never shortens one; r+ then allows writing at a place.
  await (await disk.open(path, 'a')).close()
  await flushFolder(disk, folder)
  const scan = await scanJournal(disk, path, each)
  const handle = await disk.open(path, 'r+')
  let length = scan.soundBytes
  if (scan.damagedAtLine === null && scan.tail === 'torn') {
    await handle.truncate(length)
    await handle.sync()
  }
  if (scan.tail === 'sound') {
    await handle.write(Buffer.from('\n'), 0, 1, length)
    await handle.sync()
    length += 1
  }
  return { handle, starts: scan.starts, length, head: scan.head, damagedAtLine: scan.damagedAtLine }
}

/** Leaves out lines that are there already: the answer to an earlier append may have been lost on its way. */
function withoutRepeated(lines: readonly JournalLine[], head: CustodyEntry | null): readonly JournalLine[] {
  if (head === null) return lines
  const at = lines.findIndex((line) => line.entry.seq === head.seq && line.entry.hash === head.hash)
  return at === -1 ? lines : lines.slice(at + 1)
}

async function isStillThere(disk: Disk, handle: Handle, path: string): Promise<boolean> {
  try {
    const [open, named] = await Promise.all([handle.stat(), disk.stat(path)])
    return open.ino === named.ino && open.dev === named.dev
  } catch (thrown) {
    if (isMissing(thrown)) return false
    throw thrown
  }
}

async function writeWhole(handle: Handle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

async function readWhole(handle: Handle, buffer: Buffer, position: number): Promise<void> {
  for (let done = 0; done < buffer.length;) {
    const { bytesRead } = await handle.read(buffer, done, buffer.length - done, position + done)
    if (bytesRead === 0) throw new Error('the journal became shorter while it was read')
    done += bytesRead
  }
}
