import { ok, problem, trouble } from '@shared/errors/outcome'
import { parityCellIdSchema } from '@shared/parity/parity-cell'
import { defineCommand } from '@shared/storage/command'
import { type Change, remove } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'

/** Empties cells: nobody has looked, as far as the matrix says. Proposals from tables show again. */
export const emptyParityCells = defineCommand({
  name: 'empty-parity-cells',
  label: 'Empty the cell',
  input: record({ ids: list(parityCellIdSchema) }),
  async decide({ ids }, { read }) {
    const changes: Change[] = []
    for (const id of ids) if ((await read.get('parityCells', id)) !== undefined) changes.push(remove('parityCells', id))
    if (changes.length === 0) return trouble(problem('cell-empty', 'The cell is empty already.', 'Nothing needs to be done.'))
    return ok({ changes, summary: `Emptied ${changes.length} ${changes.length === 1 ? 'cell' : 'cells'} of a parity matrix` })
  },
})
