import { type DisclosureEvent, disclosureEventSchema } from '@shared/documents/disclosure-event'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'

/** Adds or changes how and when a document came out. The identifier decides which. */
export const putDisclosureEvent = defineCommand<DisclosureEvent>({
  name: 'put-disclosure-event',
  label: 'Say how the document came out',
  input: disclosureEventSchema,
  async decide(event, { read }) {
    if ((await read.get('documents', event.documentId)) === undefined)
      return trouble(problem('document-missing', 'The document that came out is no longer in the library.', 'Import the file again.'))
    const there = await read.get('disclosureEvents', event.id)
    return ok({
      changes: [put('disclosureEvents', event)],
      summary: there === undefined ? 'Recorded a disclosure event' : 'Changed a disclosure event',
    })
  },
})
