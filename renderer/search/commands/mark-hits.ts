import { type Annotation, annotationSchema } from '@shared/annotations/annotation'
import { evidenceLinkIdSchema, RELATION_SIGNS } from '@shared/claims/evidence-link'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { checkLink, linkInputSchema } from '../../annotations/commands/link-input'

const fields = annotationSchema.unwrap().shape
const { id: _one, ...linkFields } = linkInputSchema.unwrap().shape

/** Marks many passages at once, as a search found them, and links each to a claim where one was chosen. One step to take back. */
export const markHits = defineCommand({
  name: 'mark-hits',
  label: 'Mark what was found',
  input: record({
    /** `linkId` names the link of the mark, where marks are linked. */
    marks: list(record({ id: fields.id, linkId: evidenceLinkIdSchema, documentId: fields.documentId, segments: fields.segments })),
    comment: z.string(),
    tags: fields.tags,
    link: record(linkFields).nullable(),
  }),
  async decide({ marks, comment, tags, link }, context) {
    if (marks.length === 0)
      return trouble(
        problem('nothing-to-mark', 'None of the hits stands on a page where it could be marked.', 'Choose hits on pages of documents.'),
      )
    const changes: Change[] = []
    let claimNumber = ''
    const documents = new Set<string>()
    for (const { linkId, ...mark } of marks) {
      if (!documents.has(mark.documentId) && (await context.read.get('documents', mark.documentId)) === undefined) {
        return trouble(
          problem(
            'document-missing',
            'One of the documents is no longer in the library, so nothing was marked.',
            'Search again: what is found then is there.',
          ),
        )
      }
      documents.add(mark.documentId)
      if (mark.segments.some((segment) => segment.documentId !== mark.documentId))
        return trouble(problem('two-documents', 'A passage runs over two documents.', 'Mark each document on its own.'))
      const annotation: Annotation = {
        ...mark,
        kind: 'highlight',
        comment,
        tags,
        exemptionCodes: [],
        author: context.actor,
        createdAt: context.at,
        confirmed: null,
      }
      changes.push(put('annotations', annotation))
      if (link === null) continue
      const checked = await checkLink(
        { ...link, id: linkId, annotationId: mark.id, author: context.actor, createdAt: context.at },
        annotation,
        context,
      )
      if (!checked.ok) return checked
      claimNumber = checked.value.claimNumber
      changes.push(put('evidenceLinks', checked.value.link))
    }
    const marked = `Marked ${marks.length === 1 ? 'a hit' : `${marks.length} hits`} in ${documents.size === 1 ? 'a document' : `${documents.size} documents`}`
    return ok({
      changes,
      summary:
        link === null
          ? marked
          : `${marked} and linked ${marks.length === 1 ? 'it' : 'them'} to ${claimNumber} (${RELATION_SIGNS[link.relation].word})`,
    })
  },
})
