import { type Problem, problem } from '../errors/outcome'

/** Thrown while a table is read, where going on makes no sense; the door (`read-table.ts`) makes it an outcome. */
export class TableTrouble extends Error {
  readonly problem: Problem
  constructor(
    why: string,
    remedy = 'Ask for the file again, or open it in a spreadsheet program and save it as CSV; these bytes are kept as they are.',
  ) {
    super(why)
    this.problem = problem('table-unreadable', why, remedy)
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000).toLocaleString('en-US')} MB`

export const tooManyRows = (most: number): TableTrouble =>
  new TableTrouble(
    `It holds more than ${most.toLocaleString('en-US')} rows, which is more than Vouch keeps of one file`,
    'Split the file and import its parts; these bytes are kept as they are.',
  )
export const tooMuchText = (most: number): TableTrouble =>
  new TableTrouble(
    `Its cells hold more than ${Math.round(most / 1_000_000)} million characters, which is more than Vouch keeps of one file`,
    'Split the file and import its parts; these bytes are kept as they are.',
  )
export const unpacksTooFar = (most: number): TableTrouble =>
  new TableTrouble(
    `It unpacks to more than ${megabytes(most)}, as files do that are made to fill a machine`,
    'Ask where it comes from before you open it elsewhere; these bytes are kept as they are.',
  )

/** A table that could not be read, for a reason that nobody foresaw. */
export const unreadTable = (name: string, why: string): Problem =>
  problem('table-unreadable', `“${name}” can’t be read as a table: ${why}.`, 'Ask for the file again; these bytes are kept as they are.')
