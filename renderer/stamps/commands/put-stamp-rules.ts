import { documentIdSchema } from '@shared/documents/document'
import { counted } from '@shared/dossier/words'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { type StampRule, stampRuleSchema } from '@shared/stamps/stamp-rule'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { pageNumberOf } from '@shared/units/pages'
import { list, record } from '@shared/units/strict-schema'
import { stampedMarks } from '../stamped'

/** Confirms stamps as rules over ranges of pages, or changes confirmed ones; the marks on those pages carry them from then on. */
export const putStampRules = defineCommand({
  name: 'put-stamp-rules',
  label: 'Confirm page numbers',
  input: record({
    documentId: documentIdSchema,
    rules: list(stampRuleSchema.unwrap().omit({ documentId: true, author: true, at: true }).readonly()),
  }),
  async decide({ documentId, rules }, { at, actor, read }) {
    const document = await read.get('documents', documentId)
    if (document === undefined)
      return trouble(
        problem(
          'document-missing',
          'The document is no longer in the library.',
          'Import it again; its page numbers can be confirmed then.',
        ),
      )
    const wrong = rules.find((rule) => rule.from > rule.to || rule.to >= document.pageCount)
    if (wrong !== undefined)
      return trouble(
        problem(
          'pages-out-of-range',
          `Pages ${pageNumberOf(wrong.from)} to ${pageNumberOf(wrong.to)} are no range of this document of ${counted(document.pageCount, 'page')}.`,
          'Give a first and a last page of the file.',
        ),
      )
    const before = await read.where('stampRules', 'documentId', documentId)
    const known = new Map(before.map((rule) => [rule.id, rule]))
    const after = rules.map((rule): StampRule => ({
      ...rule,
      documentId,
      author: known.get(rule.id)?.author ?? actor,
      at: known.get(rule.id)?.at ?? at,
    }))
    const all = new Map([...known, ...after.map((rule) => [rule.id, rule] as const)])
    const [one, ...more] = after
    if (one === undefined) return trouble(problem('no-rules', 'There are no page numbers to confirm.', 'Choose at least one series.'))
    const where =
      more.length === 0
        ? ` on pages ${pageNumberOf(one.from)} to ${pageNumberOf(one.to)}`
        : ` in ${counted(after.length, 'series', 'series')}`
    const marks = await stampedMarks(read, documentId, [...all.values()])
    return ok({
      changes: [...after.map((rule) => put('stampRules', rule)), ...marks],
      summary: `${known.has(one.id) ? 'Changed' : 'Confirmed'} page numbers${where}${marks.length > 0 ? `; ${counted(marks.length, 'mark')} now ${marks.length === 1 ? 'carries' : 'carry'} them` : ''}`,
    })
  },
})
