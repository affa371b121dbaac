import type { Claim } from '../../claims/claim'
import type { Source } from '../../sources/source'
import type { Id, newId } from '../../units/ids'
import type { PartialDate, Timestamp } from '../../units/time'
import type { AnalysisRecords } from '../analysis-file'
import { namesSources } from './headings'
import { balanceOf, isSentence, type Review } from './review'

/** What the text does not say of the analysis. `name` is what the text is called. */
export type ReviewedFrame = { readonly title: string; readonly question: string; readonly asOf: PartialDate | null; readonly name: string }

/** The records of an analysis as its review has it. Claims are numbered in the order of the text. */
export function analysisOfReview(
  review: Review,
  frame: ReviewedFrame,
  making: { readonly newId: typeof newId; readonly at: Timestamp },
): AnalysisRecords {
  const { proposal } = review
  const kept = review.candidates.filter((candidate) => candidate.kept)
  const analysisId: Id<'analysis'> = making.newId('analysis')
  const headed = new Set(proposal.pieces.flatMap((piece) => (piece.kind === 'heading' ? [piece.section] : [])))
  const holds = new Set(kept.map((candidate) => candidate.section))
  const sections = proposal.sections
    .map((label, place) => ({ place, label }))
    .filter(({ place, label }) => holds.has(place) || (headed.has(place) && !namesSources(label)))
    .map(({ place, label }, at) => ({ id: `s${place + 1}`, number: at + 1, label }))
  const claims = kept.map((candidate, at): Claim => ({
    id: making.newId('claim'),
    analysisId,
    number: `C${String(at + 1).padStart(2, '0')}`,
    sectionId: `s${candidate.section + 1}`,
    order: at + 1,
    kind: candidate.kind,
    text: candidate.text,
    scopeLimit: null,
    readings: [],
    citedSources: candidate.cites,
    citationScope: candidate.cites.length === 0 ? null : candidate.cites.length === 1 ? 'sole' : 'shared',
    dependsOn: [],
    notes: candidate.asides.length === 0 ? '' : `In the text: ${candidate.asides.join('; ')}`,
    tests: { wouldSupport: [], wouldContradict: [], wouldQualify: [] },
  }))
  const sources = proposal.sources.map((source): Source => ({
    id: making.newId('source'),
    analysisId,
    number: source.number,
    title: source.title,
    author: null,
    publisher: null,
    date: source.date,
    url: source.url,
    known: source.known,
    toFind: source.listed ? '' : `Which source the text means by [${source.number}].`,
    channels: [],
    channelConfidence: null,
    documentIds: [],
  }))
  return {
    analysis: {
      id: analysisId,
      title: frame.title,
      question: frame.question,
      asOf: frame.asOf,
      answer: '',
      method: methodWords(review, frame.name),
      subject: null,
      comparator: null,
      sections: sections.length === 0 ? [{ id: 's1', number: 1, label: 'Findings' }] : sections,
      limits: [],
      openQuestions: [],
      tensions: [],
      origin: 'imported',
      createdAt: making.at,
      deletedAt: null,
    },
    claims,
    sources,
    assessments: [],
    tensions: [],
    searchNotes: [],
    checks: [],
  }
}

/** How the analysis was made, so that a reader knows what stands in it and what does not. */
function methodWords(review: Review, name: string): string {
  const { claims, inClaims, leftOut } = balanceOf(review)
  const reasons = new Map<string, number>()
  const inClaim = new Set(review.candidates.flatMap((candidate) => (candidate.kept ? candidate.pieces : [])))
  for (const [at, piece] of review.proposal.pieces.entries()) {
    if (!isSentence(piece) || inClaim.has(at)) continue
    const why = piece.leftOut ?? 'left out in the review'
    reasons.set(why, (reasons.get(why) ?? 0) + 1)
  }
  const why = [...reasons].map(([reason, count]) => `${count} ${reason}`).join(', ')
  return `The claims were taken from “${name}”: ${inClaims} of its ${inClaims + leftOut} sentences and lines became ${claims} claims${leftOut === 0 ? '' : `, ${leftOut} left out (${why})`}. The numbers of sources are those of the text. Nothing was checked by this.`
}
