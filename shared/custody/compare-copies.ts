import { type Problem, problem } from '../errors/outcome'
import type { Head } from './journal-check'

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

const LOOK = 'Look at your latest work, and keep the file named below.'
const NOTHING_TO_DO = 'Nothing was lost; you need do nothing.'
const changes = (count: number): string => (count === 1 ? '1 change' : `${count} changes`)

/**
 * Decides what to do about the two copies of a history. The longer sound history stands; where both are equally long and
 * differ, the vault's does. What does not stand is kept aside and named, never thrown away.
 * @param common number of the last entry up to which both sound histories are the same; 0 when they share nothing
 */
export function compareCopies(database: DatabaseFacts, vault: VaultFacts, common: number): Plan {
  const inDatabase = database.head?.seq ?? 0
  const inVault = vault.head?.seq ?? 0
  const logWhole = database.damagedAt === null
  const tablesWhole = database.miscounted.length === 0
  const forked = common < Math.min(inDatabase, inVault)
  const winner = inDatabase === inVault && !forked ? 'both' : inDatabase > inVault ? 'database' : 'vault'
  const loses = forked && winner === 'vault'
  const report: Problem[] = []

  let databaseStep: Plan['database'] = { do: 'nothing' }
  if (!logWhole && winner === 'database') databaseStep = { do: 'own-log' }
  else if (!logWhole || loses) databaseStep = { do: 'replay', after: 0, clear: true }
  else if (inDatabase < inVault)
    databaseStep = tablesWhole ? { do: 'replay', after: inDatabase, clear: false } : { do: 'replay', after: 0, clear: true }
  else if (!tablesWhole)
    databaseStep = winner === 'database' || vault.damagedAtLine !== null ? { do: 'own-log' } : { do: 'replay', after: 0, clear: true }

  let vaultStep: Plan['vault'] = { do: 'nothing' }
  if (vault.damagedAtLine !== null || (forked && winner === 'database')) vaultStep = { do: 'rewrite' }
  else if (inVault < inDatabase) vaultStep = { do: 'append', after: inVault }

  if (!logWhole) {
    report.push(
      winner === 'database'
        ? problem(
            'database-damaged',
            `The database was damaged at entry ${database.damagedAt} of its custody log, and the vault holds less than the database. What was sound, ${changes(inDatabase)}, was restored; the rest was kept in a file of the vault.`,
            LOOK,
          )
        : problem(
            'database-damaged',
            `The database was damaged at entry ${database.damagedAt} of its custody log. It was rebuilt from the vault, which holds ${changes(inVault)}.`,
            database.lastEntry > inVault ? LOOK : NOTHING_TO_DO,
          ),
    )
  } else if (loses) {
    report.push(
      problem(
        'histories-differ',
        `The database and the vault held different histories after entry ${common}. The vault's, the longer one, stands; ${changes(inDatabase - common)} of the database ${inDatabase - common === 1 ? 'was' : 'were'} kept in a file of the vault.`,
        'Look through the file named below for work that you miss.',
      ),
    )
  } else if (!tablesWhole) {
    const missing = database.miscounted.map(({ table, expected, found }) => `${table}: ${found} instead of ${expected}`).join('; ')
    report.push(
      problem(
        'database-shrunken',
        `The database did not hold the records that its custody log names (${missing}). It was rebuilt from ${databaseStep.do === 'own-log' ? 'that log' : 'the vault'}.`,
        NOTHING_TO_DO,
      ),
    )
  } else if (inDatabase === 0 && inVault > 0) {
    report.push(
      problem(
        'database-empty',
        `The database of this library was empty, though its vault holds ${changes(inVault)}. It was rebuilt from the vault.`,
        NOTHING_TO_DO,
      ),
    )
  } else if (inDatabase < inVault) {
    report.push(
      problem(
        'database-behind',
        `Vouch had ended before the database held the last ${changes(inVault - inDatabase)}. The database was brought up to date from the vault.`,
        NOTHING_TO_DO,
      ),
    )
  }

  if (vault.damagedAtLine !== null) {
    const from =
      inDatabase >= inVault && logWhole && !forked
        ? 'from the database'
        : `as far as it was sound, ${changes(Math.max(inVault, inDatabase))}`
    report.push(
      inDatabase >= vault.damagedAtLine || (inDatabase >= inVault && logWhole && inDatabase > 0)
        ? problem(
            'journal-damaged',
            `The vault's journal was damaged at line ${vault.damagedAtLine}. It was set aside and written again ${from}.`,
            NOTHING_TO_DO,
          )
        : problem(
            'journal-damaged',
            `The vault's journal was damaged at line ${vault.damagedAtLine}, and the database does not hold what stood there. It was set aside and written again ${from}.`,
            LOOK,
          ),
    )
  } else if (forked && winner === 'database') {
    report.push(
      problem(
        'histories-differ',
        `The database and the vault held different histories after entry ${common}. The database's, the longer one, stands; the vault's journal was set aside.`,
        'Look through the file named below for work that you miss.',
      ),
    )
  } else if (inVault === 0 && inDatabase > 0) {
    report.push(
      problem(
        'vault-empty',
        `The vault of this library was missing or empty. It was written again from the database: ${changes(inDatabase)}.`,
        'If you moved the vault’s folder, you can delete the old one or keep it as a backup.',
      ),
    )
  } else if (inVault < inDatabase && logWhole) {
    report.push(
      problem(
        'vault-behind',
        `The vault lacked the last ${changes(inDatabase - inVault)}. ${inDatabase - inVault === 1 ? 'It was' : 'They were'} written again from the database.`,
        NOTHING_TO_DO,
      ),
    )
  }

  return {
    firstStart: inDatabase === 0 && inVault === 0 && logWhole && tablesWhole && vault.damagedAtLine === null,
    keepRecordsAside: logWhole && databaseStep.do !== 'nothing' && database.miscounted.some(({ expected, found }) => found > expected),
    keepAsideAbove: loses ? common : logWhole ? null : inDatabase,
    database: databaseStep,
    vault: vaultStep,
    report,
  }
}
