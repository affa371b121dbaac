import { randomUUID } from 'node:crypto'
import * as promises from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'

/** What the vault and the exports ask of the file system; tests hand in a disk that refuses. */
export type Disk = Pick<typeof promises, 'mkdir' | 'open' | 'readdir' | 'readFile' | 'rename' | 'rm' | 'stat' | 'statfs'>
export const realDisk: Disk = promises

/** What the system's error codes (errno) mean to the researcher, and what helps. */
const CODES: Readonly<Record<string, { readonly kind: string; readonly because: string; readonly remedy: string }>> = {
  ENOSPC: {
    kind: 'disk-full',
    because: 'the disk is full',
    remedy: 'Free some space on this disk, then try again: nothing that was shown as saved is lost.',
  },
  EDQUOT: {
    kind: 'disk-full',
    because: 'your quota on this disk is used up',
    remedy: 'Free some space or ask for a larger quota, then try again: nothing that was shown as saved is lost.',
  },
  EROFS: {
    kind: 'disk-read-only',
    because: 'the disk is read-only',
    remedy: 'Make the disk writable, or start Vouch with --vault and a folder on another disk.',
  },
  EACCES: {
    kind: 'disk-not-allowed',
    because: 'the system does not allow it',
    remedy: 'Give your account the right to write to this folder, then try again.',
  },
  EPERM: {
    kind: 'disk-not-allowed',
    because: 'the system does not allow it',
    remedy: 'Give your account the right to write to this folder, then try again.',
  },
  ENOENT: {
    kind: 'file-missing',
    because: 'it is not there',
    remedy: 'Put the file or folder back, or start Vouch again: it compares both copies and writes what is missing.',
  },
  ENOTDIR: { kind: 'not-a-folder', because: 'a file stands where a folder should be', remedy: 'Move that file away, then try again.' },
  EISDIR: { kind: 'not-a-file', because: 'a folder stands where a file should be', remedy: 'Move that folder away, then try again.' },
  EIO: {
    kind: 'disk-failing',
    because: 'the disk reports an error of its own',
    remedy: 'Copy the folder to another disk while it can still be read.',
  },
  ENXIO: { kind: 'disk-failing', because: 'the disk was taken away', remedy: 'Connect the disk again, then try again.' },
  EBUSY: { kind: 'file-busy', because: 'another program is using it', remedy: 'Close the other program, then try again.' },
  EMFILE: { kind: 'too-many-files', because: 'too many files are open', remedy: 'Close other programs, then try again.' },
  ENFILE: { kind: 'too-many-files', because: 'too many files are open', remedy: 'Close other programs, then try again.' },
  ENAMETOOLONG: {
    kind: 'name-too-long',
    because: 'its name is too long for this disk',
    remedy: 'Use a shorter name or a folder nearer to the top.',
  },
  EFBIG: {
    kind: 'file-too-large',
    because: 'this disk does not hold files of this size',
    remedy: 'Use a disk with another format (exFAT, NTFS, ext4, APFS).',
  },
  EXDEV: { kind: 'other-disk', because: 'it lies on another disk', remedy: 'Choose a place on the same disk.' },
}

const codeOf = (thrown: unknown): string | null =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' && 'syscall' in thrown ? thrown.code : null

/** Whether something thrown is the system saying that a file or folder is not there. */
export const isMissing = (thrown: unknown): boolean => codeOf(thrown) === 'ENOENT'

/**
 * Does something with the disk. What the system refuses comes back as trouble; anything else thrown is a bug and goes on.
 * @param doing the beginning of the sentence, naming the file: "Vouch could not write ~/Vouch/journal.jsonl"
 */
export async function onDisk<Value>(doing: string, work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return ok(await work())
  } catch (thrown) {
    const code = codeOf(thrown)
    if (code === null) throw thrown
    const words = CODES[code] ?? {
      kind: 'disk-trouble',
      because: `the system answered ${code}`,
      remedy: 'Try again; if it goes on, use a folder on another disk.',
    }
    return trouble(problem(words.kind, `${doing}: ${words.because}.`, words.remedy))
  }
}

/** Makes a rename or a new file in a folder last through a loss of power. Windows does not let a folder be flushed, and needs no such call. */
export async function flushFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Replaces a file in one step: a temporary file beside it is written and flushed, then takes its name. A crash leaves the old or the new file, whole. */
export async function replaceFile(disk: Disk, path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`
  try {
    const handle = await disk.open(temporary, 'w')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await disk.rename(temporary, path)
  } catch (thrown) {
    await disk.rm(temporary, { force: true })
    throw thrown
  }
  await flushFolder(disk, dirname(path))
}

/** Reads up to `length` bytes from `offset`: fewer at the end of the file. */
export async function readPiece(disk: Disk, path: string, offset: number, length: number): Promise<Uint8Array> {
  const handle = await disk.open(path, 'r')
  try {
    const wanted = Math.max(0, Math.min(length, (await handle.stat()).size - offset))
    const buffer = Buffer.allocUnsafe(wanted)
    let filled = 0
    while (filled < wanted) {
      const { bytesRead } = await handle.read(buffer, filled, wanted - filled, offset + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return new Uint8Array(buffer.buffer, buffer.byteOffset, filled)
  } finally {
    await handle.close()
  }
}
