import { ok, problem, trouble } from '@shared/errors/outcome'
import { stampByRule } from '@shared/stamps/stamp-of'
import { type StampRule, stampRuleIdSchema } from '@shared/stamps/stamp-rule'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { pageIndexSchema, pageNumberOf, pageStampSchema } from '@shared/units/pages'
import { record } from '@shared/units/strict-schema'
import { stampedMarks } from '../stamped'

/** Corrects the stamp of one page by hand: it parts from its rule, or follows it again where the rule says the same. */
export const setPageStamp = defineCommand({
  name: 'set-page-stamp',
  label: 'Correct the stamp of a page',
  /** A stamp of null says that the page has none. */
  input: record({ ruleId: stampRuleIdSchema, page: pageIndexSchema, stamp: pageStampSchema.nullable() }),
  async decide({ ruleId, page, stamp }, { read }) {
    const rule = await read.get('stampRules', ruleId)
    if (rule === undefined || page < rule.from || page > rule.to)
      return trouble(
        problem(
          'rule-missing',
          'The page numbers that this page belonged to are no longer there.',
          'Confirm a series over the page first; undo brings a removed one back.',
        ),
      )
    const others = rule.exceptions.filter((exception) => exception.page !== page)
    const byRule = stampByRule({ ...rule, exceptions: others }, page)
    const after: StampRule = {
      ...rule,
      exceptions: byRule === stamp ? others : [...others, { page, stamp }].toSorted((a, b) => a.page - b.page),
    }
    const all = await read.where('stampRules', 'documentId', rule.documentId)
    const marks = await stampedMarks(
      read,
      rule.documentId,
      all.map((each) => (each.id === ruleId ? after : each)),
    )
    return ok({
      changes: [put('stampRules', after), ...marks],
      summary: stamp === null ? `Said that page ${pageNumberOf(page)} has no stamp` : `Corrected the stamp of page ${pageNumberOf(page)}`,
    })
  },
})
