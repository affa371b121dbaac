import { type AnnotationId, annotationIdSchema } from '@shared/annotations/annotation'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { searchesWithoutMarks } from '../../searches/commands/searches-without-marks'
import { type Change, remove } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { removeChecksOf } from '../../claims/commands/checks-of-links'
import { withoutMarks } from './resting-on-marks'
import { cellsWithoutMarks } from '../../parity/commands/cells-without'

/** Deletes marks with their links to claims; what else rested on them is left without. Undo brings all back. */
export const deleteAnnotations = defineCommand({
  name: 'delete-annotations',
  label: 'Delete marks',
  input: record({ ids: list(annotationIdSchema) }),
  async decide({ ids }, { read }) {
    const changes: Change[] = []
    const links: EvidenceLink[] = []
    const gone = new Set<AnnotationId>()
    for (const id of new Set(ids)) {
      if ((await read.get('annotations', id)) === undefined) continue
      for (const link of await read.where('evidenceLinks', 'annotationId', id)) {
        changes.push(remove('evidenceLinks', link.id))
        links.push(link)
      }
      changes.push(remove('annotations', id))
      gone.add(id)
    }
    const marks = gone.size
    if (marks === 0)
      return trouble(problem('mark-missing', 'The mark is no longer there.', 'It may have been deleted; undo brings it back.'))
    return ok({
      changes: [
        ...changes,
        ...(await removeChecksOf(read, links)),
        ...(await withoutMarks(read, gone)),
        ...(await cellsWithoutMarks(read, ids)),
        ...(await searchesWithoutMarks(read, gone)),
      ],
      summary: `Deleted ${count(marks, 'mark')}${links.length > 0 ? ` with ${count(links.length, 'link')}` : ''}`,
    })
  },
})

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`
