import { sourceSchema } from '@shared/sources/source'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'

const { number: _given, ...shape } = sourceSchema.unwrap().shape

/** Adds a source under the next number of its analysis. */
export const addSource = defineCommand({
  name: 'add-source',
  label: 'Add source',
  input: record({ ...shape, /** Numbers that must not be given, because something still cites them. */ numbersCited: list(z.int()) }),
  async decide({ numbersCited, ...fields }, { read }) {
    if ((await read.get('analyses', fields.analysisId)) === undefined)
      return trouble(problem('analysis-gone', 'The analysis is no longer in the library.', 'Choose another analysis.'))
    const sources = await read.where('sources', 'analysisId', fields.analysisId)
    const number = Math.max(0, ...sources.map((source) => source.number), ...numbersCited) + 1
    return ok({ changes: [put('sources', { ...fields, number })], summary: `Added source [${number}]` })
  },
})
