import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CustodyEntry } from '../custody/custody-entry'
import { momentWords } from '../dossier/words'
import { hashNamed } from './hashes'
import type { TimeStamp } from './read-time-stamp'

/** What a stamp can cover: the entries of a custody log, and files that stand for others, with their bytes. */
export type Stampable = {
  readonly entries: readonly Pick<CustodyEntry, 'seq' | 'at' | 'hash'>[]
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

export type Coverage = { readonly kind: 'log' | 'file' | 'nothing'; readonly words: string }

/**
 * Says what a stamp covers, by comparing its imprint. A head of the log can have been stamped as the hash that it is
 * (`openssl ts -query -digest`), or as a text file that holds its digits.
 */
export function whatItCovers(stamp: TimeStamp, { entries, files }: Stampable): Coverage {
  const hash = hashNamed(stamp.algorithm)
  const digest = (bytes: Uint8Array): string => (hash === null ? '' : bytesToHex(hash(bytes)))
  const entry = entries.findLast(
    (each) =>
      each.hash === stamp.imprint ||
      digest(utf8ToBytes(each.hash)) === stamp.imprint ||
      digest(utf8ToBytes(`${each.hash}\n`)) === stamp.imprint,
  )
  if (entry !== undefined) {
    const after = entries.length - entries.indexOf(entry) - 1
    return {
      kind: 'log',
      words: `the custody log up to entry ${entry.seq} of ${entries.length} (${momentWords(entry.at)})${after === 0 ? ', which is all of it' : ''}`,
    }
  }
  const file = files.find(({ bytes }) => digest(bytes) === stamp.imprint)
  return file === undefined
    ? { kind: 'nothing', words: 'nothing that is here' }
    : { kind: 'file', words: `${file.path}, and by it every file that it lists` }
}

/** `Example TSA, 2026-11-27 13:40 UTC (policy 1.2.3.4.1, serial 02)`. */
export const stampWords = ({ authority, at, policy, serial }: TimeStamp): string =>
  `${authority}, ${momentWords(at)} (policy ${policy}, serial ${serial})`

/** What a signature that holds shows, and what not. */
export const STAMP_MEANS =
  'Whether the authority that signed is to be trusted is for you to judge. openssl ts -verify checks a stamp against the certificates that you trust.'
