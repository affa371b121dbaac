import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { ParityMatrix, ParityMatrixId } from '@shared/parity/parity-matrix'
import type { RecordReader } from '@shared/storage/command'

/** The matrix that a command is about, or the trouble that it is gone. */
export async function matrixOf(read: RecordReader, id: ParityMatrixId): Promise<Outcome<ParityMatrix>> {
  const matrix = await read.get('parityMatrices', id)
  return matrix === undefined
    ? trouble(problem('matrix-gone', 'The matrix is no longer in the library.', 'Undo its removal, or make a new one.'))
    : ok(matrix)
}
