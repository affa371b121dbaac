import type { DocumentId } from '@shared/documents/document'
import type { ProposalDecision } from '@shared/documents/proposal-decision'
import type { TextChoice } from '@shared/documents/text-choice'
import { sha256OfText } from '@shared/units/hashes'
import { groupedBy } from '@shared/units/grouped-by'
import { EXAMINED } from '../redactions/page-findings'
import type { StepRow } from '../storage/derived-database'
import { countsByDocument } from '../storage/keys-by-document'
import type { TextStores } from './page-readings'

type Parts = {
  readonly examined: StepRow | undefined
  readonly recognised: number
  readonly choices: readonly TextChoice[]
  readonly decisions: readonly ProposalDecision[]
}

/**
 * What the text in force of a document depends on, as the form of a step that reads it: which texts there are, which was chosen, and what of
 * it is held back. Null while nobody has looked whether words of it have to be held back: nothing of it is read before.
 */
function formOf(step: number, { examined, recognised, choices, decisions }: Parts): number | null {
  if (examined === undefined) return null
  const held = decisions.filter(({ kind }) => kind === 'failed-redaction').map((decision) => `${decision.id} ${decision.verdict}`)
  const signature = [step, examined.form, examined.at, recognised, ...choices.map((choice) => choice.id), ...held].join(' ')
  return Number.parseInt(sha256OfText(signature).slice(0, 12), 16)
}

/** The form for one document. @param step form of the step itself, raised when it changes */
export async function formOfText({ db, derived }: TextStores, id: DocumentId, step: number): Promise<number | null> {
  const [examined, recognised, choices, decisions] = await Promise.all([
    derived.steps.get([id, EXAMINED.step]),
    db.rows('recognitions').where('documentId').equals(id).count(),
    db.where('textChoices', 'documentId', id),
    db.where('proposalDecisions', 'documentId', id),
  ])
  return formOf(step, { examined, recognised, choices, decisions })
}

/** The forms for all documents that were examined, read in one go. */
export async function formsOfTexts({ db, derived }: TextStores, step: number): Promise<ReadonlyMap<DocumentId, number>> {
  const [examined, recognised, choices, decisions] = await Promise.all([
    derived.steps.where('step').equals(EXAMINED.step).toArray(),
    countsByDocument(db.rows('recognitions')),
    db.all('textChoices'),
    db.all('proposalDecisions'),
  ])
  const [choicesOf, decisionsOf] = [
    groupedBy(choices, (choice) => choice.documentId),
    groupedBy(decisions, (decision) => decision.documentId),
  ]
  return new Map(
    examined.flatMap((row): readonly [DocumentId, number][] => {
      const form = formOf(step, {
        examined: row,
        recognised: recognised.get(row.documentId) ?? 0,
        choices: choicesOf.get(row.documentId) ?? [],
        decisions: decisionsOf.get(row.documentId) ?? [],
      })
      return form === null ? [] : [[row.documentId, form]]
    }),
  )
}
