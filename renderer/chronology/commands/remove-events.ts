import { eventIdSchema } from '@shared/chronology/event'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'

/** Takes events out of the chronology; passages and purchases stay. */
export const removeEvents = defineCommand({
  name: 'remove-events',
  label: 'Remove events',
  input: record({ ids: list(eventIdSchema) }),
  async decide({ ids }, { read }) {
    const there: string[] = []
    for (const id of new Set(ids)) if ((await read.get('chronologyEvents', id)) !== undefined) there.push(id)
    if (there.length === 0) return trouble(problem('event-gone', 'The event is no longer in the chronology.', 'Nothing needs to be done.'))
    return ok({
      changes: there.map((id) => remove('chronologyEvents', id)),
      summary: there.length === 1 ? 'Removed an event' : `Removed ${there.length} events`,
    })
  },
})
