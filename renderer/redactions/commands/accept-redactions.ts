import type { Annotation } from '@shared/annotations/annotation'
import type { Segment } from '@shared/annotations/segment'
import { documentIdSchema } from '@shared/documents/document'
import type { ProposalDecision } from '@shared/documents/proposal-decision'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { derivedId } from '@shared/units/derived-id'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { stampedSegments } from '../../stamps/stamped'
import { decisionOn } from './decision-on'

/** Checked with the record that it becomes part of, in turns: ten thousand at once are felt. */
const anySegment = z.custom<Segment>((value) => typeof value === 'object' && value !== null)

/** Takes proposed redactions over as marks, confirmed by the researcher: one, or as many as are named, in one step. */
export const acceptRedactions = defineCommand({
  name: 'accept-redactions',
  label: 'Confirm redactions',
  input: record({
    documentId: documentIdSchema,
    redactions: list(record({ key: z.string(), codes: list(z.string()), segment: anySegment })),
  }),
  async decide({ documentId, redactions }, { at, actor, read, rest }) {
    if ((await read.get('documents', documentId)) === undefined)
      return trouble(
        problem('document-missing', 'The document is no longer in the library.', 'Import it again; its redactions are proposed again.'),
      )
    const decisions: ProposalDecision[] = []
    for (const { key, segment } of redactions) {
      const pause = rest()
      if (pause !== undefined) await pause
      decisions.push(
        decisionOn({ documentId, pageIndex: segment.pageIndex, kind: 'redaction', key, verdict: 'accepted', note: '' }, at, actor),
      )
    }
    const before = await read.getMany(
      'proposalDecisions',
      decisions.map(({ id }) => id),
    )
    const segments = await stampedSegments(
      read,
      documentId,
      redactions.map(({ segment }) => segment),
    )
    const changes: Change[] = []
    for (const [place, { key, codes }] of redactions.entries()) {
      const [decision, segment] = [decisions[place], segments[place]]
      if (decision === undefined || segment === undefined || before[place]?.verdict === 'accepted') continue
      const pause = rest()
      if (pause !== undefined) await pause
      const annotation: Annotation = {
        id: derivedId('annotation', documentId, String(segment.pageIndex), key, at),
        documentId,
        kind: 'redaction',
        segments: [segment],
        comment: '',
        tags: [],
        exemptionCodes: codes,
        author: actor,
        createdAt: at,
        confirmed: { by: actor, at },
      }
      changes.push(put('annotations', annotation), put('proposalDecisions', decision))
    }
    const count = changes.length / 2
    if (count === 0) return trouble(problem('confirmed-already', 'These redactions are confirmed already.', 'Nothing more is needed.'))
    return ok({ changes, summary: `Confirmed ${count} redaction${count === 1 ? '' : 's'}` })
  },
})
