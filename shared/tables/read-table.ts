import { messageOf, type Outcome, ok, problem, trouble } from '../errors/outcome'
import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'
import type { Table, TableMedia } from './table'
import { TableTrouble } from './table-trouble'

/**
 * Reads a table from a file's bytes: the one reader for import, the dossier and the verification, so that the same bytes give the same
 * cells everywhere. It takes its time with large files: run it in a worker.
 * @param name the file's, for sentences
 * @param tell is told from time to time how many rows were read so far
 * Problem: `table-unreadable`.
 */
export async function readTable(
  bytes: Uint8Array,
  media: TableMedia,
  name: string,
  tell: (rows: number) => void = () => undefined,
): Promise<Outcome<Table>> {
  try {
    return ok(media === 'csv' ? readCsv(bytes, tell) : await readXlsx(bytes, tell))
  } catch (thrown) {
    if (thrown instanceof TableTrouble)
      return trouble(problem(thrown.problem.kind, `“${name}” can’t be read as a table. ${thrown.problem.what}.`, thrown.problem.remedy))
    // Out of memory, or a string longer than the engine allows.
    if (thrown instanceof RangeError)
      return trouble(
        problem(
          'table-unreadable',
          `“${name}” can’t be read as a table: it is too large (${messageOf(thrown)}).`,
          'Split the file and import its parts; these bytes are kept as they are.',
        ),
      )
    throw thrown
  }
}
