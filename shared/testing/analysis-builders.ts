import { type Analysis, analysisSchema } from '../analyses/analysis'
import type { Annotation } from '../annotations/annotation'
import { type Assessment, assessmentSchema } from '../claims/assessment'
import { type Check, checkSchema } from '../claims/check'
import { type Claim, claimSchema } from '../claims/claim'
import { type EvidenceLink, evidenceLinkSchema } from '../claims/evidence-link'
import { type Tension, tensionSchema } from '../claims/tension'
import { type SearchNote, searchNoteSchema } from '../searches/search-note'
import { type Source, sourceSchema } from '../sources/source'
import { sha256OfText } from '../units/hashes'
import { BUILT_AT, nextId } from './built-ids'

export const anAnalysis = (over: Partial<Analysis> = {}): Analysis =>
  analysisSchema.parse({
    id: `analysis_t${nextId()}`,
    title: 'An analysis',
    question: 'Has the agency said what it buys?',
    asOf: '2026-02-01',
    answer: 'Not in one place.',
    method: 'Read what was released.',
    subject: { name: 'The Agency', short: 'TA', parent: null },
    comparator: null,
    sections: [{ id: 's1', number: 1, label: 'Findings' }],
    limits: ['Only what was released.'],
    openQuestions: [{ id: 'q1', text: 'Is there a list?', status: 'open' }],
    origin: 'new',
    createdAt: BUILT_AT,
    deletedAt: null,
    ...over,
  })

export const aClaim = (analysis: Pick<Analysis, 'id'>, over: Partial<Claim> = {}): Claim => {
  const id = nextId()
  return claimSchema.parse({
    id: `claim_t${id}`,
    analysisId: analysis.id,
    number: `C${id.slice(-2)}`,
    sectionId: 's1',
    order: Number(id),
    kind: 'finding',
    text: 'The agency bought the system.',
    scopeLimit: null,
    readings: [],
    citedSources: [],
    citationScope: null,
    dependsOn: [],
    notes: '',
    tests: { wouldSupport: [], wouldContradict: [], wouldQualify: [] },
    ...over,
  })
}

export const anAssessment = (claim: Pick<Claim, 'id' | 'analysisId'>, over: Partial<Assessment> = {}): Assessment =>
  assessmentSchema.parse({
    id: `assessment_t${nextId()}`,
    analysisId: claim.analysisId,
    claimId: claim.id,
    readingId: null,
    status: 'supported',
    confidence: 'moderate',
    reasoning: 'The contract says so.',
    author: 'Researcher',
    at: BUILT_AT,
    ...over,
  })

export const aSource = (analysis: Pick<Analysis, 'id'>, over: Partial<Source> = {}): Source =>
  sourceSchema.parse({
    id: `source_t${nextId()}`,
    analysisId: analysis.id,
    number: 1,
    title: null,
    author: null,
    publisher: null,
    date: null,
    url: null,
    known: 'Cited in the summary.',
    toFind: 'Its date.',
    channels: ['press-report'],
    channelConfidence: 'low',
    documentIds: [],
    ...over,
  })

export const aLink = (
  claim: Pick<Claim, 'id' | 'analysisId'>,
  annotation: Pick<Annotation, 'id'>,
  over: Partial<EvidenceLink> = {},
): EvidenceLink =>
  evidenceLinkSchema.parse({
    id: `evidence_t${nextId()}`,
    analysisId: claim.analysisId,
    claimId: claim.id,
    annotationId: annotation.id,
    relation: 'supports',
    readingIds: [],
    strength: null,
    note: '',
    author: 'Researcher',
    createdAt: BUILT_AT,
    ...over,
  })

export const aSearchNote = (
  analysis: Pick<Analysis, 'id'>,
  claims: readonly Pick<Claim, 'id'>[],
  over: Partial<SearchNote> = {},
): SearchNote =>
  searchNoteSchema.parse({
    id: `search_t${nextId()}`,
    analysisId: analysis.id,
    claimIds: claims.map((claim) => claim.id),
    where: 'The agency’s reading room',
    words: 'inventory',
    date: '2026-01-15',
    by: 'Researcher',
    documentIds: [],
    hits: 0,
    result: 'Nothing was found.',
    wouldHaveShown: 'A list by that name.',
    createdAt: BUILT_AT,
    ...over,
  })

export const aTension = (claims: readonly Pick<Claim, 'id' | 'analysisId'>[], over: Partial<Tension> = {}): Tension =>
  tensionSchema.parse({
    id: `tension_t${nextId()}`,
    analysisId: claims[0]?.analysisId,
    kind: 'word',
    claimIds: claims.map((claim) => claim.id),
    text: '“Inventory” means uses in one and purchases in the other.',
    settled: '',
    author: 'Researcher',
    createdAt: BUILT_AT,
    ...over,
  })

export const aCheck = (claim: Pick<Claim, 'id' | 'analysisId'>, over: Partial<Check> = {}): Check =>
  checkSchema.parse({
    id: `check_t${nextId()}`,
    analysisId: claim.analysisId,
    claimId: claim.id,
    linkId: null,
    verdict: 'right',
    note: '',
    by: 'Second reader',
    at: BUILT_AT,
    fingerprint: sha256OfText('what was read'),
    ...over,
  })
