import { chronologyEventSchema } from '@shared/chronology/event'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { marksToRestOn, newMarkSchema } from '../../annotations/commands/new-mark'
import { checkDates } from '../../purchases/commands/purchase-of'

const { author: _author, createdAt: _createdAt, ...fields } = chronologyEventSchema.unwrap().shape

/** Adds an event to the chronology or changes one: its identifier decides which. A passage that is not marked yet is marked in the same step. */
export const putEvent = defineCommand({
  name: 'put-event',
  label: 'Add an event',
  input: record({ ...fields, mark: newMarkSchema.nullable() }),
  async decide({ mark, ...event }, context) {
    const { read, actor, at } = context
    if ((await read.get('analyses', event.analysisId)) === undefined)
      return trouble(problem('analysis-gone', 'The analysis is no longer in the library.', 'Choose another analysis.'))
    if (event.purchaseId !== null && (await read.get('purchases', event.purchaseId)) === undefined)
      return trouble(problem('purchase-gone', 'The purchase is no longer in the ledger.', 'Choose another one, or none.'))
    const title = event.title.trim()
    if (title === '') return trouble(problem('event-unnamed', 'Nothing says what happened.', 'Say it in a few words.'))
    const dates = checkDates([], event.date, event.until)
    if (!dates.ok) return dates
    const marks = await marksToRestOn(event.annotationIds, mark, context)
    if (!marks.ok) return marks
    const before = await read.get('chronologyEvents', event.id)
    const after = { ...event, title, note: event.note.trim(), author: before?.author ?? actor, createdAt: before?.createdAt ?? at }
    return ok({
      changes: [...marks.value, put('chronologyEvents', after)],
      summary: `${before === undefined ? 'Added' : 'Changed'} an event (${event.kind})`,
    })
  },
})
