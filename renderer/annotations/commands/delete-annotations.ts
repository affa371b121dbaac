import { annotationIdSchema } from '@shared/annotations/annotation'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { searchesWithoutMarks } from '../../searches/commands/searches-without-marks'
import { type Change, remove } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'

/** Deletes marks with their links to claims. Undo brings both back. */
export const deleteAnnotations = defineCommand({
  name: 'delete-annotations',
  label: 'Delete marks',
  input: record({ ids: list(annotationIdSchema) }),
  async decide({ ids }, { read }) {
    const changes: Change[] = []
    let [links, marks] = [0, 0]
    const resting = new Set<string>()
    for (const id of new Set(ids)) {
      if ((await read.get('annotations', id)) === undefined) continue
      for (const link of await read.where('evidenceLinks', 'annotationId', id)) {
        changes.push(remove('evidenceLinks', link.id))
        links += 1
      }
      changes.push(remove('annotations', id))
      marks += 1
      resting.add(id)
    }
    if (marks === 0) return trouble(problem('mark-missing', 'The mark is no longer there.', 'It may have been deleted; undo brings it back.'))
    changes.push(...(await searchesWithoutMarks(read, resting)))
    return ok({ changes, summary: `Deleted ${count(marks, 'mark')}${links > 0 ? ` with ${count(links, 'link')}` : ''}` })
  },
})

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`
