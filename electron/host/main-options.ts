import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isDocumentName } from '@shared/documents/media-of-bytes'
import { looksLikeVouchLink } from '@shared/links/vouch-link'

export type MainOptions = {
  readonly vault: string
  /** Null for the place that the system has for such things. */
  readonly profile: string | null
  readonly job: string | null
  readonly scratch: string | null
  readonly files: readonly string[]
  /** `vouch://` links, as they were handed over. */
  readonly links: readonly string[]
}

/**
 * The options on Electron's command line, among which Chromium's own switches stand too.
 * @param argv after the executable (and, unpackaged, after the application's folder)
 * @param folder to which relative names belong
 */
export function mainOptions(argv: readonly string[], folder: string): MainOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: { vault: { type: 'string' }, profile: { type: 'string' }, job: { type: 'string' }, scratch: { type: 'string' } },
  })
  const path = (value: string | boolean | undefined): string | null => (typeof value === 'string' ? resolve(folder, value) : null)
  return {
    vault: path(values.vault) ?? join(homedir(), 'Vouch'),
    profile: path(values.profile),
    job: path(values.job),
    scratch: path(values.scratch),
    files: documentArguments(positionals, folder),
    links: linkArguments(positionals),
  }
}

/** The PDFs and tables among the words of a command line. */
export const documentArguments = (words: readonly string[], folder: string): readonly string[] =>
  words.filter((word) => !word.startsWith('-') && isDocumentName(word)).map((word) => resolve(folder, word))

/** How much of a link is passed on: more than any of ours has, so that the window can still say what is wrong with it. */
const LONGEST_LINK = 300

/** The links among the words of a command line: so Windows and Linux hand them over. */
export const linkArguments = (words: readonly string[]): readonly string[] =>
  words.filter(looksLikeVouchLink).map((word) => word.slice(0, LONGEST_LINK))
