import { z } from 'zod'
import type { AnyRecord } from '../storage/records'
import { hashingText, type Sha256, sha256OfText, sha256Schema } from '../units/hashes'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { canonicalJson } from './canonical-json'

/**
 * What one command changed, without saying what the records hold: the table, the record's id, and the SHA-256 of its
 * canonical JSON before and after (null where it did not exist). So a dossier can carry the whole log of a library
 * without giving away its other analyses, and every record in the dossier can still be checked against the log.
 */
export const custodyChangeSchema = record({
  table: z.string(),
  id: z.string(),
  before: sha256Schema.nullable(),
  after: sha256Schema.nullable(),
})
export type CustodyChange = z.infer<typeof custodyChangeSchema>

/** One line of the custody log. */
export const custodyEntrySchema = record({
  /** From 1, without gaps. */
  seq: z.int().min(1),
  at: timestampSchema,
  /** Who did it: the name set by the researcher, or "Vouch" for what the workbench does by itself. */
  actor: z.string(),
  /** The command's name: `link-evidence`. */
  command: z.string(),
  /** One line in words: "Linked a passage to C03 (supports)". Never holds document text. */
  summary: z.string(),
  changes: list(custodyChangeSchema),
  /** For undo and redo: the seq of the entry whose changes were taken back or made again. */
  reverts: z.int().nullable(),
  /** `hash` of the entry before; 64 zeros for the first. */
  prev: sha256Schema,
  /** SHA-256 of the canonical JSON (RFC 8785) of this entry without `hash`. */
  hash: sha256Schema,
})
export type CustodyEntry = z.infer<typeof custodyEntrySchema>

/** `prev` of the first entry. */
const CHAIN_START = '0'.repeat(64) as Sha256

/** SHA-256 of a record’s canonical JSON. */
export const hashOfRecord = (value: AnyRecord): Sha256 => sha256OfText(canonicalJson(value))
/** SHA-256 of an entry’s canonical JSON, without its own hash. */
export const hashOfEntry = (entry: Omit<CustodyEntry, 'hash'>): Sha256 => sha256OfText(canonicalJson(entry))

type Unsealed = Omit<CustodyEntry, 'hash' | 'prev' | 'seq'>
type Last = Pick<CustodyEntry, 'seq' | 'hash'> | null
const opened = (entry: Unsealed, last: Last): Omit<CustodyEntry, 'hash'> => ({
  ...entry,
  seq: (last?.seq ?? 0) + 1,
  prev: last?.hash ?? CHAIN_START,
})

/** Adds the hash that chains an entry to the one before. */
export function sealEntry(entry: Unsealed, last: Last): CustodyEntry {
  const open = opened(entry, last)
  return { ...open, hash: hashOfEntry(open) }
}

/** Changes that are hashed between two rests. */
const PIECE = 200
/** How canonical JSON writes that an entry changed nothing. No text in it can read so: its quotation marks would be escaped. */
const NO_CHANGES = '"changes":[]'

/**
 * As `sealEntry`, in turns: one command may change tens of thousands of records, and every change is hashed.
 * @param rest awaited between the pieces, as `resting` gives it
 */
export async function sealEntryInTurns(entry: Unsealed, last: Last, rest: () => Promise<void> | undefined): Promise<CustodyEntry> {
  const open = opened(entry, last)
  const around = canonicalJson({ ...open, changes: [] })
  const at = around.indexOf(NO_CHANGES) + NO_CHANGES.length - 1
  const hash = hashingText()
  hash.add(around.slice(0, at))
  for (let from = 0; from < open.changes.length; from += PIECE) {
    const pause = rest()
    if (pause !== undefined) await pause
    hash.add(`${from === 0 ? '' : ','}${canonicalJson(open.changes.slice(from, from + PIECE)).slice(1, -1)}`)
  }
  hash.add(around.slice(at))
  return { ...open, hash: hash.end() }
}

/** A place where the chain does not hold. */
export type ChainBreak = { readonly seq: number; readonly reason: 'number' | 'previous' | 'hash' }

/** Why an entry does not follow on the one before (null for the first); null where it does. */
export function breakAfter(last: Pick<CustodyEntry, 'seq' | 'hash'> | null, entry: CustodyEntry): ChainBreak['reason'] | null {
  if (entry.seq !== (last?.seq ?? 0) + 1) return 'number'
  if (entry.prev !== (last?.hash ?? CHAIN_START)) return 'previous'
  const { hash, ...open } = entry
  return hashOfEntry(open) === hash ? null : 'hash'
}

/** Finds the first place where a chain is broken; null where it is whole. Entries must be in order, from the first. */
export function findChainBreak(entries: Iterable<CustodyEntry>): ChainBreak | null {
  let last: CustodyEntry | null = null
  for (const entry of entries) {
    const reason = breakAfter(last, entry)
    if (reason !== null) return { seq: (last?.seq ?? 0) + 1, reason }
    last = entry
  }
  return null
}
