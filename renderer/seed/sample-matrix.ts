import type { AnalysisId } from '@shared/analyses/analysis'
import { type Outcome, ok, trouble } from '@shared/errors/outcome'
import { parityCellId } from '@shared/parity/parity-cell'
import { proposeCells, takenOver } from '@shared/parity/propose-cells'
import { derivedId } from '@shared/units/derived-id'
import { timestampOf } from '@shared/units/time'
import { fillParityCell } from '../parity/commands/fill-parity-cell'
import { putParityMatrix } from '../parity/commands/put-parity-matrix'
import { takeOverProposals } from '../parity/commands/take-over-proposals'
import { readInventory } from '../parity/read-inventory'
import { SHIPPED_TEMPLATE } from '../parity/templates'
import { type Step, step } from './in-one-step'
import { failed, marksNamed, type Seeding } from './seeding'

/** The sample matrix, made as a researcher would: from the template, computed from the table, taken over, a few cells looked at more closely or filled by hand. */
export async function matrixOf(seeding: Seeding, analysisId: AnalysisId): Promise<Outcome<readonly Step[]>> {
  const { workbench, samples } = seeding
  const { year, file, cells, ...sample } = samples.matrix
  const documentId = samples.documents.find((document) => document.file === file)?.sha256
  const inventory = documentId === undefined ? null : await readInventory(workbench, documentId, null)
  if (SHIPPED_TEMPLATE === null || documentId === undefined || inventory === null)
    return trouble(failed('The template or the table of the sample matrix is not part of this build.'))
  const matrixId = derivedId('matrix', 'bundled', sample.title)
  const table = { year, documentId, sheet: null, agencyId: null }
  const elements = [...SHIPPED_TEMPLATE.elements, ...sample.elements]
  const agencies = SHIPPED_TEMPLATE.agencies.filter(({ id }) => sample.agencies.includes(id))
  const made = { id: matrixId, analysisId, title: sample.title, elements, agencies, years: [year], tables: [table] }
  const proposals = proposeCells({ ...made, createdAt: timestampOf(Date.now()) }, [{ table, inventory }])
  const computed = elements.flatMap((element) =>
    agencies.flatMap((agency) => {
      const proposal = proposals.get(parityCellId(matrixId, element.id, agency.id, year))
      return proposal === undefined ? [] : [{ elementId: element.id, agencyId: agency.id, year, ...takenOver(proposal) }]
    }),
  )
  return ok([
    step(putParityMatrix, made),
    step(takeOverProposals, { matrixId, cells: computed }),
    ...cells.map(({ element, agency, state, note, marks }) =>
      step(fillParityCell, {
        matrixId,
        elementId: element,
        agencyId: agency,
        year,
        state,
        note,
        annotationIds: marksNamed(seeding, marks),
        searchNoteIds: [],
      }),
    ),
  ])
}
