import { type Annotation, annotationIdSchema, annotationSchema } from '@shared/annotations/annotation'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import { documentIdSchema } from '@shared/documents/document'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand, type RecordReader } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { derivedId } from '@shared/units/derived-id'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'

/** What becomes of the links of a mark that is carried over. */
export const LINK_CHOICES = ['copy', 'move', 'leave'] as const
export type LinkChoice = (typeof LINK_CHOICES)[number]

const inputSchema = record({
  earlierId: documentIdSchema,
  laterId: documentIdSchema,
  marks: list(
    record({
      from: annotationIdSchema,
      segments: annotationSchema.unwrap().shape.segments,
      /** Whether the researcher compared a likeness, or a box carried by its place, with the earlier passage and took it. */
      compared: z.boolean(),
    }),
  ),
  links: z.enum(LINK_CHOICES),
})

/**
 * Makes marks in another version of a document out of marks in this one. Each says which mark it was; the marks of the earlier version
 * stay where they are. Links to claims are copied to the new marks, moved to them, or left.
 */
export const carryOverMarks = defineCommand<z.infer<typeof inputSchema>>({
  name: 'carry-over-marks',
  label: 'Carry marks over to another version',
  input: inputSchema,
  async decide({ earlierId, laterId, marks, links }, { actor, at, read }) {
    const later = await read.get('documents', laterId)
    if (later === undefined)
      return trouble(
        problem('document-missing', 'The other version is no longer in the library.', 'Import it again; its marks can be made then.'),
      )
    const changes: Change[] = []
    let linked = 0
    for (const { from, segments, compared } of marks) {
      const before = await read.get('annotations', from)
      if (before === undefined || before.documentId !== earlierId)
        return trouble(
          problem('mark-missing', 'One of the marks is no longer in the earlier version.', 'Close the review and open it again.'),
        )
      if (segments.some((segment) => segment.documentId !== laterId))
        return trouble(problem('two-documents', 'A passage does not stand in the other version.', 'Close the review and open it again.'))
      const id = derivedId('annotation', from, laterId)
      if ((await read.get('annotations', id)) !== undefined)
        return trouble(
          problem(
            'carried-already',
            'One of the marks was carried over already.',
            'Close the review and open it again: it is left out then.',
          ),
        )
      const { pdfOrigin: _origin, ...kept } = before
      const mark: Annotation = {
        ...kept,
        id,
        documentId: laterId,
        segments,
        author: actor,
        createdAt: at,
        confirmed: compared ? { by: actor, at } : null,
        carriedFrom: { annotationId: from, documentId: earlierId },
      }
      changes.push(put('annotations', mark))
      const made = await linksOf(read, before, mark, links, { actor, at })
      linked += made.filter((change) => change.op === 'put').length
      changes.push(...made)
    }
    if (marks.length === 0)
      return trouble(problem('nothing-chosen', 'No mark was chosen.', 'Tick the marks that are to stand in the later version.'))
    const count = marks.length === 1 ? 'a mark' : `${marks.length} marks`
    const withLinks =
      links === 'leave' || linked === 0
        ? ''
        : ` and ${links === 'copy' ? 'copied' : 'moved'} ${linked === 1 ? 'its link' : `${linked} links`}`
    return ok({ changes, summary: `Carried ${count} over to another version${withLinks}` })
  },
})

async function linksOf(
  read: RecordReader,
  before: Annotation,
  mark: Annotation,
  choice: LinkChoice,
  by: { readonly actor: string; readonly at: EvidenceLink['createdAt'] },
): Promise<readonly Change[]> {
  if (choice === 'leave') return []
  const links = await read.where('evidenceLinks', 'annotationId', before.id)
  return links.flatMap((link): Change[] =>
    choice === 'move'
      ? [put('evidenceLinks', { ...link, annotationId: mark.id })]
      : [
          put('evidenceLinks', {
            ...link,
            id: derivedId('evidence', link.id, mark.id),
            annotationId: mark.id,
            author: by.actor,
            createdAt: by.at,
          }),
        ],
  )
}
