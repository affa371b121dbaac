import { annotationSchema, type AnnotationKind } from '@shared/annotations/annotation'
import { kindCounted, kindsFor } from '@shared/annotations/kinds'
import { retagged } from '@shared/annotations/tags'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { counted } from '@shared/dossier/words'
import { z } from 'zod'

const fields = annotationSchema.unwrap().shape

/** Changes tags and kind of many marks at once. Marks that cannot be of the kind stay what they are, and are counted. */
export const changeMarks = defineCommand({
  name: 'change-marks',
  label: 'Change marks',
  input: record({ ids: list(fields.id), addTags: list(z.string()), removeTags: list(z.string()), kind: fields.kind.nullable() }),
  async decide({ ids, addTags, removeTags, kind }, { read }) {
    const changes: Change[] = []
    let unfit = 0
    for (const before of await read.getMany('annotations', [...new Set(ids)])) {
      if (before === undefined) continue
      const fits = kind === null || kindsFor(before).includes(kind)
      if (!fits) unfit += 1
      const after = { ...before, kind: kind !== null && fits ? kind : before.kind, tags: retagged(before.tags, addTags, removeTags) }
      if (after.kind !== before.kind || after.tags.join(',') !== before.tags.join(',')) changes.push(put('annotations', after))
    }
    if (changes.length === 0)
      return trouble(
        problem(
          'nothing-changed',
          unfit > 0 && kind !== null ? `None of these marks can become ${kindCounted(kind)}.` : 'These marks are as you want them already.',
          'Nothing was changed.',
        ),
      )
    return ok({ changes, summary: summaryOf(changes.length, unfit, addTags, removeTags, kind) })
  },
})

function summaryOf(
  changed: number,
  unfit: number,
  added: readonly string[],
  removed: readonly string[],
  kind: AnnotationKind | null,
): string {
  const marks = counted(changed, 'mark')
  const left = unfit > 0 ? `; ${counted(unfit, 'mark')} could not` : ''
  if (kind !== null) return `Made ${marks} ${kindCounted(kind, 2).replace('2 ', '')}${left}`
  return added.length > 0 ? `Tagged ${marks}` : removed.length > 0 ? `Took a tag off ${marks}` : `Changed ${marks}`
}
