import { type Annotation, annotationSchema, stateOf } from '@shared/annotations/annotation'
import { ANCHOR_STATES, type AnchorState } from '@shared/annotations/segment'
import { counted } from '@shared/dossier/words'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { stampedSegments } from '../../stamps/stamped'

const fields = annotationSchema.unwrap().shape

/**
 * Keeps what anchoring marks again came to, once the researcher has seen it: place and state of each mark that changed. A confirmation
 * stays only while the likeness it was about does.
 */
export const anchorMarksAgain = defineCommand({
  name: 'anchor-marks-again',
  label: 'Keep the new anchors of marks',
  input: record({ marks: list(record({ id: fields.id, segments: fields.segments })) }),
  async decide({ marks }, { read }) {
    const changes: Change[] = []
    const states: AnchorState[] = []
    for (const { id, segments } of marks) {
      const before = await read.get('annotations', id)
      // A mark that was changed or deleted meanwhile is left to the next time.
      if (
        before === undefined ||
        before.segments.length !== segments.length ||
        segments.some((segment, at) => !sameTarget(segment, before.segments[at]))
      )
        continue
      const after: Annotation = { ...before, segments: await stampedSegments(read, before.documentId, segments) }
      const state = stateOf(after)
      states.push(state)
      changes.push(put('annotations', { ...after, confirmed: state === stateOf(before) ? before.confirmed : null }))
    }
    if (changes.length === 0)
      return trouble(problem('nothing-changed', 'All these marks have been changed since they were anchored again.', 'Anchor them again.'))
    const now = ANCHOR_STATES.flatMap((state) =>
      states.includes(state) ? [`${states.filter((one) => one === state).length} ${state}`] : [],
    )
    return ok({ changes, summary: `Anchored marks again: ${counted(changes.length, 'mark')} changed, now ${now.join(', ')}` })
  },
})

type Segments = Annotation['segments']
const sameTarget = (after: Segments[number], before: Segments[number] | undefined): boolean =>
  before !== undefined && after.documentId === before.documentId && after.textOrigin === before.textOrigin
