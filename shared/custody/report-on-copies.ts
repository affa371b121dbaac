import { type Problem, problem } from '../errors/outcome'
import type { ComparedCopies, Plan } from './compare-copies'

const LOOK = 'Look at your latest work, and keep the file named below.'
const NOTHING_TO_DO = 'Nothing was lost; you need do nothing.'
const changes = (count: number): string => (count === 1 ? '1 change' : `${count} changes`)

/** What the researcher is told of the database, and of what is done to it; null where it is as it should be. */
export function reportOnDatabase(
  { database, common, inDatabase, inVault, logWhole, tablesWhole, winner, loses }: ComparedCopies,
  step: Plan['database'],
): Problem | null {
  if (!logWhole) {
    return winner === 'database'
      ? problem(
          'database-damaged',
          `The database was damaged at entry ${database.damagedAt} of its custody log, and the vault holds less than the database. What was sound, ${changes(inDatabase)}, was restored; the rest was kept in a file of the vault.`,
          LOOK,
        )
      : problem(
          'database-damaged',
          `The database was damaged at entry ${database.damagedAt} of its custody log. It was rebuilt from the vault, which holds ${changes(inVault)}.`,
          database.lastEntry > inVault ? LOOK : NOTHING_TO_DO,
        )
  }
  if (loses) {
    return problem(
      'histories-differ',
      `The database and the vault held different histories after entry ${common}. The vault's, the longer one, stands; ${changes(inDatabase - common)} of the database ${inDatabase - common === 1 ? 'was' : 'were'} kept in a file of the vault.`,
      'Look through the file named below for work that you miss.',
    )
  }
  if (!tablesWhole) {
    const missing = database.miscounted.map(({ table, expected, found }) => `${table}: ${found} instead of ${expected}`).join('; ')
    return problem(
      'database-shrunken',
      `The database did not hold the records that its custody log names (${missing}). It was rebuilt from ${step.do === 'own-log' ? 'that log' : 'the vault'}.`,
      NOTHING_TO_DO,
    )
  }
  if (inDatabase === 0 && inVault > 0) {
    return problem(
      'database-empty',
      `The database of this library was empty, though its vault holds ${changes(inVault)}. It was rebuilt from the vault.`,
      NOTHING_TO_DO,
    )
  }
  if (inDatabase < inVault) {
    return problem(
      'database-behind',
      `Vouch had ended before the database held the last ${changes(inVault - inDatabase)}. The database was brought up to date from the vault.`,
      NOTHING_TO_DO,
    )
  }
  return null
}

/** The same of the vault. */
export function reportOnVault({ vault, common, inDatabase, inVault, logWhole, forked, winner }: ComparedCopies): Problem | null {
  if (vault.damagedAtLine !== null) {
    const from =
      inDatabase >= inVault && logWhole && !forked
        ? 'from the database'
        : `as far as it was sound, ${changes(Math.max(inVault, inDatabase))}`
    return inDatabase >= vault.damagedAtLine || (inDatabase >= inVault && logWhole && inDatabase > 0)
      ? problem(
          'journal-damaged',
          `The vault's journal was damaged at line ${vault.damagedAtLine}. It was set aside and written again ${from}.`,
          NOTHING_TO_DO,
        )
      : problem(
          'journal-damaged',
          `The vault's journal was damaged at line ${vault.damagedAtLine}, and the database does not hold what stood there. It was set aside and written again ${from}.`,
          LOOK,
        )
  }
  if (forked && winner === 'database') {
    return problem(
      'histories-differ',
      `The database and the vault held different histories after entry ${common}. The database's, the longer one, stands; the vault's journal was set aside.`,
      'Look through the file named below for work that you miss.',
    )
  }
  if (inVault === 0 && inDatabase > 0) {
    return problem(
      'vault-empty',
      `The vault of this library was missing or empty. It was written again from the database: ${changes(inDatabase)}.`,
      'If you moved the vault’s folder, you can delete the old one or keep it as a backup.',
    )
  }
  if (inVault < inDatabase && logWhole) {
    return problem(
      'vault-behind',
      `The vault lacked the last ${changes(inDatabase - inVault)}. ${inDatabase - inVault === 1 ? 'It was' : 'They were'} written again from the database.`,
      NOTHING_TO_DO,
    )
  }
  return null
}
