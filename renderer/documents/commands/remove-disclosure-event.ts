import { disclosureEventIdSchema } from '@shared/documents/disclosure-event'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import type { z } from 'zod'

const inputSchema = record({ id: disclosureEventIdSchema })

export const removeDisclosureEvent = defineCommand<z.infer<typeof inputSchema>>({
  name: 'remove-disclosure-event',
  label: 'Remove the disclosure event',
  input: inputSchema,
  async decide({ id }, { read }) {
    if ((await read.get('disclosureEvents', id)) === undefined)
      return trouble(problem('event-missing', 'This disclosure event was already removed.', 'Nothing needs to be done.'))
    return ok({ changes: [remove('disclosureEvents', id)], summary: 'Removed a disclosure event' })
  },
})
