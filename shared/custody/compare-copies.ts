import type { Problem } from '../errors/outcome'
import type { Head } from './journal-check'
import { reportOnDatabase, reportOnVault } from './report-on-copies'

/** What was found in the database, before anything is written. */
export type DatabaseFacts = {
  /** End of the sound part of its custody log; null when there is none. */
  readonly head: Head | null
  /** Number of the entry at which the log stops being sound; null when all of it is. */
  readonly damagedAt: number | null
  /** The highest number among its entries, sound or not; 0 when there is none. */
  readonly lastEntry: number
  /** Tables that hold another number of records than the last sound entry says. */
  readonly miscounted: readonly { readonly table: string; readonly expected: number; readonly found: number }[]
}

/** What was found in the vault's journal. */
export type VaultFacts = {
  /** End of the sound part of the journal; null when there is none. */
  readonly head: Head | null
  /** Number of the first line that can't be read or does not follow; null when all of it is sound. */
  readonly damagedAtLine: number | null
}

/** What is to be done, in this order, so that a crash between two steps loses nothing. */
export type Plan = {
  readonly firstStart: boolean
  /** Entries of the database with a number above this one lose, and are kept in a file of the vault first. */
  readonly keepAsideAbove: number | null
  /** The record tables hold what no log accounts for: they are kept in a file of the vault before they are made again. */
  readonly keepRecordsAside: boolean
  /** `replay`: lines of the journal with a number above `after` are written; `clear` empties the tables first. `own-log`: the record tables are made again from the database's own custody log. */
  readonly database:
    | { readonly do: 'nothing' }
    | { readonly do: 'replay'; readonly after: number; readonly clear: boolean }
    | { readonly do: 'own-log' }
  /** `append`: entries of the database above `after`. `rewrite`: the journal is set aside and written again whole. */
  readonly vault: { readonly do: 'nothing' } | { readonly do: 'append'; readonly after: number } | { readonly do: 'rewrite' }
  /** What the researcher is told. */
  readonly report: readonly Problem[]
}

/** Both copies beside each other. */
export type ComparedCopies = {
  readonly database: DatabaseFacts
  readonly vault: VaultFacts
  /** Number of the last entry up to which both sound histories are the same. */
  readonly common: number
  /** How many sound entries each holds. */
  readonly inDatabase: number
  readonly inVault: number
  /** Whether the database's log, and its record tables by that log, are whole. */
  readonly logWhole: boolean
  readonly tablesWhole: boolean
  /** Whether the histories part after `common`, and neither goes on from the other. */
  readonly forked: boolean
  readonly winner: 'both' | 'database' | 'vault'
  /** Whether entries of the database give way to others of the vault. */
  readonly loses: boolean
}

function compared(database: DatabaseFacts, vault: VaultFacts, common: number): ComparedCopies {
  const inDatabase = database.head?.seq ?? 0
  const inVault = vault.head?.seq ?? 0
  const forked = common < Math.min(inDatabase, inVault)
  const winner = inDatabase === inVault && !forked ? 'both' : inDatabase > inVault ? 'database' : 'vault'
  return {
    database,
    vault,
    common,
    inDatabase,
    inVault,
    logWhole: database.damagedAt === null,
    tablesWhole: database.miscounted.length === 0,
    forked,
    winner,
    loses: forked && winner === 'vault',
  }
}

function stepOfDatabase({ vault, inDatabase, inVault, logWhole, tablesWhole, winner, loses }: ComparedCopies): Plan['database'] {
  const fromVault = { do: 'replay', after: 0, clear: true } as const
  if (!logWhole && winner === 'database') return { do: 'own-log' }
  if (!logWhole || loses) return fromVault
  if (inDatabase < inVault) return tablesWhole ? { do: 'replay', after: inDatabase, clear: false } : fromVault
  if (!tablesWhole) return winner === 'database' || vault.damagedAtLine !== null ? { do: 'own-log' } : fromVault
  return { do: 'nothing' }
}

function stepOfVault({ vault, inDatabase, inVault, forked, winner }: ComparedCopies): Plan['vault'] {
  if (vault.damagedAtLine !== null || (forked && winner === 'database')) return { do: 'rewrite' }
  return inVault < inDatabase ? { do: 'append', after: inVault } : { do: 'nothing' }
}

/**
 * Decides what to do about the two copies of a history. The longer sound history stands; where both are equally long and
 * differ, the vault's does. What does not stand is kept aside and named, never thrown away.
 * @param common number of the last entry up to which both sound histories are the same; 0 when they share nothing
 */
export function compareCopies(database: DatabaseFacts, vault: VaultFacts, common: number): Plan {
  const copies = compared(database, vault, common)
  const { inDatabase, inVault, logWhole, tablesWhole, loses } = copies
  const step = stepOfDatabase(copies)
  return {
    firstStart: inDatabase === 0 && inVault === 0 && logWhole && tablesWhole && vault.damagedAtLine === null,
    keepRecordsAside: logWhole && step.do !== 'nothing' && database.miscounted.some(({ expected, found }) => found > expected),
    keepAsideAbove: loses ? common : logWhole ? null : inDatabase,
    database: step,
    vault: stepOfVault(copies),
    report: [reportOnDatabase(copies, step), reportOnVault(copies)].filter((told) => told !== null),
  }
}
