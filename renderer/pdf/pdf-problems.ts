import { messageOf, type Problem, problem } from '@shared/errors/outcome'

export const notAPdf = (name: string): Problem =>
  problem(
    'not-a-pdf',
    `“${name}” is not a PDF: the header %PDF- is missing from its first 1,024 bytes.`,
    'Save or print it as a PDF in the program that made it, then import the PDF. Tables are taken as CSV or XLSX.',
  )

export const emptyFile = (name: string): Problem =>
  problem(
    'not-a-pdf',
    `“${name}” is empty: it holds no bytes.`,
    'Get the file again from where it came; the download or copy may have been cut off.',
  )

export const brokenPdf = (name: string, thrown: unknown): Problem =>
  problem(
    'pdf-broken',
    `“${name}” is damaged and can’t be read: ${inPlainWords(messageOf(thrown))}.`,
    'Get the file again from its source, or repair it in another program and import the repaired file; these bytes are kept as they are.',
  )

export const bytesUnreadable = (name: string): Problem =>
  problem(
    'bytes-unreadable',
    `The bytes of “${name}” could not be read from where they are kept.`,
    'Start Vouch again: it compares both copies and restores what is missing, or says why it can’t.',
  )

export const stuckPdf = (name: string, seconds: number): Problem =>
  problem(
    'pdf-stuck',
    `Reading “${name}” was stopped: nothing came of it for ${seconds} seconds.`,
    'The bytes are kept. Print the file to a new PDF in another program and import that.',
  )

export const readCancelled = (name: string): Problem =>
  problem('cancelled', `Reading “${name}” was cancelled.`, 'Import it again when you want it.')

const needsPassword = (name: string): Problem =>
  problem(
    'pdf-needs-password',
    `“${name}” is locked with a password.`,
    'Enter the password to read it; it is remembered until Vouch is closed.',
  )

const wrongPassword = (name: string): Problem =>
  problem('pdf-wrong-password', `The password does not open “${name}”.`, 'Check capitals and spaces, or ask whoever released the file.')

/** Says what pdf.js threw while it opened a file. Its exceptions are told apart by name (pdf.js, src/shared/util.js). */
export function problemOfOpening(name: string, thrown: unknown): Problem {
  if (thrown instanceof Error && thrown.name === 'PasswordException')
    return 'code' in thrown && thrown.code === 2 ? wrongPassword(name) : needsPassword(name)
  return brokenPdf(name, thrown)
}

const WORDS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/invalid root reference/i, 'its table of contents for programs (the catalog) is missing'],
  [/invalid pdf structure/i, 'its inner structure can’t be followed'],
  [/zero bytes/i, 'it holds no bytes'],
  [/page dictionary kid|page count|invalid page/i, 'its list of pages is broken'],
  [/unknown encryption|encryption method|unsupported encryption/i, 'it is encrypted in a way that Vouch does not know'],
]

/** pdf.js's reason in plain words, with its own words behind, for a search. */
function inPlainWords(message: string): string {
  const own = message.trim().replace(/\.+$/, '')
  const plain = WORDS.find(([pattern]) => pattern.test(own))?.[1]
  if (plain !== undefined) return `${plain} (pdf.js: “${own}”)`
  return own === '' ? 'no reason was given' : `pdf.js says “${own}”`
}

export const bytesMissing = (name: string): Problem =>
  problem(
    'bytes-missing',
    `The bytes of “${name}” are not in the library’s database.`,
    'Start Vouch again: it fetches them from the vault, or says why it can’t.',
  )

export const bytesElsewhere = (name: string): Problem =>
  problem(
    'bytes-elsewhere',
    `“${name}” is known from a bundle that did not bring its file.`,
    'Import the same file to read it here: it is known by its SHA-256, whatever its name.',
  )
