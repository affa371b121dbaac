import { ASSESSMENT_WORDS } from '../../claims/assessment'
import { RELATION_SIGNS } from '../../claims/evidence-link'
import type { ClaimNode, DossierTree, JudgementNode } from '../dossier-tree'
import { balanceWords, counted, momentWords } from '../words'
import type { Block, Inline, PartBlock } from './blocks'
import { BREAK, joined, listOf, narrow, column, paragraph, paragraphs, part, place, relationSign, rowOf, status, tableOf } from './inline'

/** Question, answer, and the claims at a glance. */

/** A judgement in words and colour. */
export const judgementStatus = ({ status: of }: JudgementNode): Inline => status(of, ASSESSMENT_WORDS[of])
/** The judgement, or where a merged claim is read. */
export const judged = (claim: ClaimNode): Inline =>
  claim.mergedInto === null ? judgementStatus(claim.judgement) : status('merged', 'merged into ', place(claim.mergedInto))

/** What stands under the title: the question, and what the dossier is about. */
export const frontBlocks = (tree: DossierTree): readonly Block[] => [
  ...(tree.question.trim() === '' ? [] : [paragraph('question', tree.question)]),
  {
    kind: 'facts',
    facts: [
      { term: ['As of'], content: [tree.asOf ?? 'no date given'] },
      ...(tree.subject === null ? [] : [{ term: ['About'], content: [tree.subject] }]),
      ...(tree.comparator === null ? [] : [{ term: ['Compared with'], content: [tree.comparator] }]),
      { term: ['State of the records'], content: [momentWords(tree.custody.at)] },
    ],
  },
]

/** The answer, and how the counts add up. */
export const answerPart = (tree: DossierTree): PartBlock =>
  part(
    'answer',
    'Answer',
    ...(tree.answer.trim() === '' ? [paragraph('answer', 'No answer has been written yet.')] : paragraphs('answer', tree.answer)),
    listOf(balanceWords(tree.counts, tree.checks).map((line) => [line])),
  )

/** All claims in one table. */
export const glancePart = (tree: DossierTree): PartBlock =>
  part(
    'glance',
    'Claims at a glance',
    tableOf(
      ['Status is the researcher’s judgement; evidence is counted, never added up to a verdict.'],
      [narrow('No.'), column('Claim'), narrow('Status'), column('Confidence'), narrow('Evidence')],
      tree.sections.flatMap((section) =>
        section.claims.map((claim) =>
          rowOf(null, [place(claim.number)], [claim.text], [judged(claim)], [claim.judgement.confidence ?? '–'], evidenceTally(claim)),
        ),
      ),
    ),
  )

function evidenceTally(claim: ClaimNode): readonly Inline[] {
  const all: readonly (readonly Inline[])[] = [
    ...claim.groups.map(({ relation, items }) => [relationSign(relation), ` ${items.length} ${RELATION_SIGNS[relation].word}`]),
    ...(claim.searches.length > 0 ? [[counted(claim.searches.length, 'search', 'searches')]] : []),
    ...(claim.unverified.length > 0 ? [[`${claim.unverified.length} not verified`]] : []),
  ]
  return all.length === 0 ? ['none'] : joined(all, BREAK)
}
