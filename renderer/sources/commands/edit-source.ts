import { sourceIdSchema, sourceSchema } from '@shared/sources/source'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'

const { title, author, publisher, date, url, known, toFind, channels, channelConfidence, documentIds, csl } = sourceSchema.unwrap().shape
const fields = record({
  title: title.exactOptional(),
  author: author.exactOptional(),
  publisher: publisher.exactOptional(),
  date: date.exactOptional(),
  url: url.exactOptional(),
  known: known.exactOptional(),
  toFind: toFind.exactOptional(),
  channels: channels.exactOptional(),
  channelConfidence: channelConfidence.exactOptional(),
  documentIds: documentIds.exactOptional(),
  csl,
})

/** Changes what is known of a source, or which documents stand behind it; its number stays. */
export const editSource = defineCommand({
  name: 'edit-source',
  label: 'Edit source',
  input: record({ id: sourceIdSchema, fields }),
  async decide({ id, fields }, { read }) {
    const source = await read.get('sources', id)
    if (source === undefined)
      return trouble(problem('source-gone', 'The source is no longer in the library.', 'Undo its removal, or choose another source.'))
    return ok({ changes: [put('sources', { ...source, ...fields })], summary: `Changed source [${source.number}]` })
  },
})
