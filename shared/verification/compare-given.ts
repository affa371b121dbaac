import { type CustodyEntry, findChainBreak } from '../custody/custody-entry'
import { momentWords } from '../dossier/words'
import { type Sha256, sha256Schema } from '../units/hashes'
import type { BundleFiles } from './bundle-files'
import type { FileHashes } from './check-bag'
import { parseCustody } from './check-custody'

/** By what a bundle can be known, if somebody was told it another way. */
export type BundleIdentity = {
  /** The custody log, where its chain holds; else nothing. */
  readonly entries: readonly CustodyEntry[]
  /** SHA-256 of the packing lists, by name. */
  readonly lists: readonly { readonly path: string; readonly sha256: Sha256 }[]
}

/** The packing list of the payload: its hash stands for every file in `data/`. */
export const PACKING_LIST = 'manifest-sha256.txt'
const LISTS = [PACKING_LIST, 'tagmanifest-sha256.txt'] as const

/** By what a bundle can be known: the head of its custody log and the SHA-256 of its packing list. */
export async function identityOf(files: BundleFiles, hashes: FileHashes): Promise<BundleIdentity> {
  const log = hashes.has('data/custody.jsonl') ? new TextDecoder().decode(await files.read('data/custody.jsonl')) : ''
  const { entries, badLine } = parseCustody(log)
  return {
    entries: badLine === null && findChainBreak(entries) === null ? entries : [],
    lists: LISTS.flatMap((path) => {
      const sha256 = sha256Schema.safeParse(hashes.get(path))
      return sha256.success ? [{ path, sha256: sha256.data }] : []
    }),
  }
}

export type Comparison = { readonly kind: 'nothing' | 'same' | 'earlier' | 'other' | 'no-hash'; readonly words: string }

/** Compares a hash that a reader was given another way with what the bundle holds: the head of its log, an earlier head, a packing list. */
export function compareGiven(given: string, { entries, lists }: BundleIdentity): Comparison {
  const text = given
    .toLowerCase()
    .replace(/^.*(?:sha-?256|head)\b/s, '')
    .replace(/[\s:.,;“”"'-]/g, '')
  if (given.trim() === '') return { kind: 'nothing', words: '' }
  const hash = sha256Schema.safeParse(text)
  if (!hash.success) return { kind: 'no-hash', words: 'This is no SHA-256: one has 64 digits from 0 to 9 and a to f.' }
  const list = lists.find(({ sha256 }) => sha256 === hash.data)
  if (list !== undefined)
    return {
      kind: 'same',
      words: `The same as the SHA-256 of ${list.path}: every file that it lists is the one that was there when you were given this hash.`,
    }
  const entry = entries.find((each) => each.hash === hash.data)
  if (entry === undefined)
    return {
      kind: 'other',
      words:
        entries.length === 0
          ? 'Not the SHA-256 of a packing list, and the custody log is broken, so no head can be compared.'
          : 'Not in this bundle: neither the head of its custody log, nor an earlier one, nor the SHA-256 of a packing list. What you hold is not what you were told of, or was written anew.',
    }
  const head = entries.at(-1)
  return entry === head
    ? {
        kind: 'same',
        words: `The same as the head of the custody log (entry ${entry.seq}, ${momentWords(entry.at)}): all of the log is the one whose head you were given.`,
      }
    : {
        kind: 'earlier',
        words: `An earlier head of the custody log: entry ${entry.seq} of ${entries.length}, ${momentWords(entry.at)}. The log up to there is the one whose head you were given; what came after it can’t be compared by it.`,
      }
}
