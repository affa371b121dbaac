import { quotationOf } from '@shared/annotations/annotation'
import type { Claim, ClaimId } from '@shared/claims/claim'
import { RELATION_SIGNS } from '@shared/claims/evidence-link'
import type { Mark } from './marks'

/**
 * The marks in which every word stands that was typed: in the quotation, the comment, the tags, the exemption codes, or in what a link says (its
 * relation, its note, the number of its claim). White space and capitals do not count.
 */
export function marksMatching(marks: readonly Mark[], typed: string, claims: ReadonlyMap<ClaimId, Claim>): readonly Mark[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return words.length === 0 ? marks : marks.filter((mark) => words.every((word) => wordsOf(mark, claims).includes(word)))
}

function wordsOf({ annotation, links }: Mark, claims: ReadonlyMap<ClaimId, Claim>): string {
  const linked = links.flatMap((link) => [RELATION_SIGNS[link.relation].word, link.note, claims.get(link.claimId)?.number ?? ''])
  return [quotationOf(annotation), annotation.comment, ...annotation.tags, ...annotation.exemptionCodes, ...linked].join('\n').toLowerCase()
}
