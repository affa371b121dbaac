import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { parityCellSchema } from '@shared/parity/parity-cell'
import type { ParityMatrix } from '@shared/parity/parity-matrix'
import { record } from '@shared/units/strict-schema'
import type { z } from 'zod'

const { elementId, agencyId, year } = parityCellSchema.unwrap().shape

/** Where a cell stands in its matrix. */
export const cellPlace = { elementId, agencyId, year } as const
const placeSchema = record(cellPlace)
type CellPlace = z.infer<typeof placeSchema>

/** Whether the matrix has such a place. */
export function placeIn(matrix: ParityMatrix, place: CellPlace): Outcome<null> {
  const there =
    matrix.years.includes(place.year) &&
    matrix.agencies.some(({ id }) => id === place.agencyId) &&
    matrix.elements.some(({ id }) => id === place.elementId)
  return there
    ? ok(null)
    : trouble(
        problem(
          'no-such-cell',
          'The matrix has no such cell any more.',
          'Its elements, agencies or years were changed; undo brings them back.',
        ),
      )
}
