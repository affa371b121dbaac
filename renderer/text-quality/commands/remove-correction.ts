import { textCorrectionIdSchema } from '@shared/documents/text-correction'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { pageNumberOf } from '@shared/units/pages'
import { record } from '@shared/units/strict-schema'

/** Takes a correction off again, so that the text reads as it was extracted. */
export const removeCorrection = defineCommand({
  name: 'remove-correction',
  label: 'Remove a correction',
  input: record({ id: textCorrectionIdSchema }),
  async decide({ id }, { read }) {
    const correction = await read.get('textCorrections', id)
    if (correction === undefined)
      return trouble(problem('correction-missing', 'The correction is no longer there.', 'Nothing needs to be done.'))
    return ok({ changes: [remove('textCorrections', id)], summary: `Removed a correction of page ${pageNumberOf(correction.pageIndex)}` })
  },
})
