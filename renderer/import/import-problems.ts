import { messageOf, type Problem, problem } from '@shared/errors/outcome'

/** What the browser's storage threw, in words. */
export function storageProblem(name: string, thrown: unknown): Problem {
  const named = thrown instanceof Error ? `${thrown.name} ${thrown.message}` : ''
  return /quota/i.test(named)
    ? problem(
        'storage-full',
        `There is no room for “${name}” in the library’s database.`,
        'Free space on the disk that holds your user profile, then import the file again.',
      )
    : problem(
        'storage-failed',
        `“${name}” could not be written into the library’s database: ${messageOf(thrown)}.`,
        'Close Vouch and open it again, then import the file again.',
      )
}

export const unreadableFile = (name: string, thrown: unknown): Problem =>
  problem(
    'file-unreadable',
    `“${name}” could not be read from where it is: ${messageOf(thrown)}.`,
    'Check that the file is still there and has not changed, then import it again.',
  )

export const lockedOrOld = (name: string): Problem =>
  problem(
    'excel-locked-or-old',
    `“${name}” is an old Excel file (XLS), or one that is locked with a password.`,
    'Open it in a spreadsheet program, save it as XLSX without a password, and import that file.',
  )

export const stuckTable = (name: string, seconds: number): Problem =>
  problem(
    'table-unreadable',
    `Reading “${name}” was stopped: nothing came of it for ${seconds} seconds.`,
    'The bytes are kept. Split the file in a spreadsheet program and import its parts.',
  )

export const interrupted = (name: string): Problem =>
  problem('import-interrupted', `“${name}” was waiting when Vouch was closed, and was not taken in.`, 'Import the file again.')

export const cutShort = (name: string): Problem =>
  problem(
    'vault-document-short',
    `The vault did not give all bytes of “${name}”.`,
    'Check the disk that holds the vault, then import the file again.',
  )

export const notInLibrary = (): Problem =>
  problem('document-missing', 'This document is no longer in the library.', 'Import the file again.')

export const otherBytes = (name: string): Problem =>
  problem('other-bytes', `“${name}” is not the file that is meant: its bytes have another SHA-256.`, 'Ask for the whole bundle again.')
