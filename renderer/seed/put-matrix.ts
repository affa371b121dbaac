import type { AnalysisId } from '@shared/analyses/analysis'
import { type Outcome, ok, trouble } from '@shared/errors/outcome'
import { parityCellId } from '@shared/parity/parity-cell'
import type { ParityMatrix } from '@shared/parity/parity-matrix'
import { proposeCells, takenOver } from '@shared/parity/propose-cells'
import { derivedId } from '@shared/units/derived-id'
import { fillParityCell } from '../parity/commands/fill-parity-cell'
import { putParityMatrix } from '../parity/commands/put-parity-matrix'
import { takeOverProposals } from '../parity/commands/take-over-proposals'
import { readInventory } from '../parity/read-inventory'
import { SHIPPED_TEMPLATE } from '../parity/templates'
import { enter, failed, marksNamed, type Seeding } from './seeding'

/** Makes the sample matrix as a researcher would: from the template, computed from the table, taken over, a few cells looked at more closely or filled by hand. */
export async function putMatrix(seeding: Seeding, analysisId: AnalysisId): Promise<Outcome<null>> {
  const { workbench, samples } = seeding
  const { cells, ...sample } = samples.matrix
  const documentId = samples.documents.find(({ file }) => file === sample.file)?.sha256
  if (SHIPPED_TEMPLATE === null || documentId === undefined) return trouble(failed('The template or the table of the sample matrix is not part of this build.'))
  const made = {
    id: derivedId('matrix', 'bundled', sample.title),
    analysisId,
    title: sample.title,
    elements: [...SHIPPED_TEMPLATE.elements, ...sample.elements],
    agencies: SHIPPED_TEMPLATE.agencies.filter(({ id }) => sample.agencies.includes(id)),
    years: [sample.year],
    tables: [{ year: sample.year, documentId, sheet: null, agencyId: null }],
  }
  if ((await workbench.db.get('parityMatrices', made.id)) === undefined) {
    const done = await enter(seeding, putParityMatrix, made)
    if (!done.ok) return done
  }
  const matrix = await workbench.db.get('parityMatrices', made.id)
  if (matrix === undefined) return ok(null)
  const taken = await takeOver(seeding, matrix)
  if (!taken.ok) return taken
  for (const { element, agency, state, note, marks } of cells) {
    const place = { elementId: element, agencyId: agency, year: sample.year }
    const before = await workbench.db.get('parityCells', parityCellId(matrix.id, element, agency, sample.year))
    if (before !== undefined && before.note !== '') continue
    const done = await enter(seeding, fillParityCell, { matrixId: matrix.id, ...place, state, note, annotationIds: await marksNamed(seeding, marks), searchNoteIds: [] })
    if (!done.ok) return done
  }
  return ok(null)
}

async function takeOver(seeding: Seeding, matrix: ParityMatrix): Promise<Outcome<null>> {
  const { workbench } = seeding
  if ((await workbench.db.where('parityCells', 'matrixId', matrix.id)).length > 0) return ok(null)
  const read = await Promise.all(matrix.tables.map(async (table) => ({ table, inventory: await readInventory(workbench, table.documentId, table.sheet) })))
  const proposals = proposeCells(matrix, read.flatMap(({ table, inventory }) => (inventory === null ? [] : [{ table, inventory }])))
  const cells = matrix.elements.flatMap((element) =>
    matrix.agencies.flatMap((agency) =>
      matrix.years.flatMap((year) => {
        const proposal = proposals.get(parityCellId(matrix.id, element.id, agency.id, year))
        return proposal === undefined ? [] : [{ elementId: element.id, agencyId: agency.id, year, ...takenOver(proposal) }]
      }),
    ),
  )
  return enter(seeding, takeOverProposals, { matrixId: matrix.id, cells })
}
