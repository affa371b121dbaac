import { ok, problem, trouble } from '@shared/errors/outcome'
import { stampRuleIdSchema } from '@shared/stamps/stamp-rule'
import { defineCommand } from '@shared/storage/command'
import { remove } from '@shared/storage/records'
import { pageNumberOf } from '@shared/units/pages'
import { record } from '@shared/units/strict-schema'
import { stampedMarks } from '../stamped'

/** Takes page numbers off a range of pages, and off the marks there. */
export const removeStampRule = defineCommand({
  name: 'remove-stamp-rule',
  label: 'Remove page numbers',
  input: record({ id: stampRuleIdSchema }),
  async decide({ id }, { read }) {
    const rule = await read.get('stampRules', id)
    if (rule === undefined) return trouble(problem('rule-missing', 'These page numbers are no longer there.', 'Nothing needs to be done.'))
    const all = await read.where('stampRules', 'documentId', rule.documentId)
    const marks = await stampedMarks(
      read,
      rule.documentId,
      all.filter((each) => each.id !== id),
    )
    return ok({
      changes: [remove('stampRules', id), ...marks],
      summary: `Removed the page numbers of pages ${pageNumberOf(rule.from)} to ${pageNumberOf(rule.to)}`,
    })
  },
})
