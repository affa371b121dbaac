import { type Annotation, annotationSchema } from '@shared/annotations/annotation'
import { kindCounted } from '@shared/annotations/kinds'
import { withoutDoubles } from '@shared/annotations/tags'
import { RELATION_SIGNS } from '@shared/claims/evidence-link'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { cellWords } from '@shared/tables/cells'
import { pageNumberOf } from '@shared/units/pages'
import { record } from '@shared/units/strict-schema'
import { stampedSegments } from '../../stamps/stamped'
import { checkLink, linkInputSchema } from './link-input'

const fields = annotationSchema.unwrap().shape

/** Marks a passage and, in the same breath, links it to a claim where one was chosen. */
export const markPassage = defineCommand({
  name: 'mark-passage',
  label: 'Mark a passage',
  input: record({
    id: fields.id,
    documentId: fields.documentId,
    kind: fields.kind,
    segments: fields.segments,
    comment: fields.comment,
    exemptionCodes: fields.exemptionCodes,
    tags: fields.tags.optional(),
    link: linkInputSchema.nullable(),
  }),
  async decide({ link, tags = [], ...input }, context) {
    const document = await context.read.get('documents', input.documentId)
    if (document === undefined)
      return trouble(
        problem('document-missing', 'The document is no longer in the library.', 'Import it again; its marks can be made then.'),
      )
    if (input.segments.some((segment) => segment.documentId !== input.documentId)) {
      return trouble(problem('two-documents', 'The passage runs over two documents.', 'Mark each document on its own.'))
    }
    if (await context.read.get('annotations', input.id))
      return trouble(problem('marked-already', 'This passage was marked a moment ago.', 'Nothing more is needed.'))
    const segments = await stampedSegments(context.read, input.documentId, input.segments)
    const annotation: Annotation = {
      ...input,
      segments,
      tags: withoutDoubles(tags),
      author: context.actor,
      createdAt: context.at,
      confirmed: null,
    }
    const where = wherePages(annotation)
    const marked = `Marked ${annotation.kind === 'highlight' ? 'a passage' : kindCounted(annotation.kind)} on ${where}`
    if (link === null) return ok({ changes: [put('annotations', annotation)], summary: marked })
    const checked = await checkLink(
      { ...link, annotationId: annotation.id, author: context.actor, createdAt: context.at },
      annotation,
      context,
    )
    if (!checked.ok) return checked
    return ok({
      changes: [put('annotations', annotation), put('evidenceLinks', checked.value.link)],
      summary: `${marked} and linked it to ${checked.value.claimNumber} (${RELATION_SIGNS[link.relation].word})`,
    })
  },
})

/** "page 3" or "pages 3 and 4", counted in the file; "row 12, column C" in a table. */
function wherePages(annotation: Annotation): string {
  const cells = [...new Set(annotation.segments.flatMap(({ cell }) => (cell === undefined ? [] : [cellWords(cell)])))]
  if (cells.length > 0) return cells.join(' and ')
  const numbers = [...new Set(annotation.segments.map((segment) => pageNumberOf(segment.pageIndex)))]
  return numbers.length === 1 ? `page ${numbers.join('')}` : `pages ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
}
