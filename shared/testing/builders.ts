import { type Analysis, analysisSchema } from '../analyses/analysis'
import { type Annotation, annotationSchema } from '../annotations/annotation'
import { type Segment, segmentSchema } from '../annotations/segment'
import { type ChronologyEvent, chronologyEventSchema } from '../chronology/event'
import { type Assessment, assessmentSchema } from '../claims/assessment'
import { type Check, checkSchema } from '../claims/check'
import { type Claim, claimSchema } from '../claims/claim'
import { type EvidenceLink, evidenceLinkSchema } from '../claims/evidence-link'
import { type Tension, tensionSchema } from '../claims/tension'
import { type CustodyEntry, hashOfRecord, sealEntry } from '../custody/custody-entry'
import { type DisclosureEvent, disclosureEventSchema } from '../documents/disclosure-event'
import { type Document, documentSchema } from '../documents/document'
import { type ProposalDecision, proposalDecisionSchema } from '../documents/proposal-decision'
import { type Recognition, recognitionId, recognitionSchema } from '../documents/recognition'
import { type TextChoice, textChoiceSchema } from '../documents/text-choice'
import { type TextCorrection, textCorrectionSchema } from '../documents/text-correction'
import { type ParityCell, parityCellId, parityCellSchema } from '../parity/parity-cell'
import { type ParityMatrix, parityMatrixSchema } from '../parity/parity-matrix'
import { type Figure, figureSchema, type Purchase, purchaseSchema } from '../purchases/purchase'
import { type SearchNote, searchNoteSchema } from '../searches/search-note'
import { type Source, sourceSchema } from '../sources/source'
import { type StampRule, stampRuleSchema } from '../stamps/stamp-rule'
import { type Change, put } from '../storage/records'
import { type Sha256, sha256OfText } from '../units/hashes'
import { pageIndex } from '../units/pages'
import { timestampOf } from '../units/time'

/**
 * Valid records for tests: each builder fills in everything, and the test states only what matters to it. All pass
 * through the record's own schema, so they cannot drift from it.
 */

const AT = timestampOf(Date.UTC(2026, 10, 22, 13, 40))
let count = 0
const next = (): string => String((count += 1)).padStart(4, '0')

export const anAnalysis = (over: Partial<Analysis> = {}): Analysis =>
  analysisSchema.parse({
    id: `analysis_t${next()}`,
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
    createdAt: AT,
    deletedAt: null,
    ...over,
  })

export const aClaim = (analysis: Pick<Analysis, 'id'>, over: Partial<Claim> = {}): Claim => {
  const id = next()
  return claimSchema.parse({
    id: `claim_t${id}`,
    analysisId: analysis.id,
    number: `C${id.slice(-2)}`,
    sectionId: 's1',
    order: count,
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
    id: `assessment_t${next()}`,
    analysisId: claim.analysisId,
    claimId: claim.id,
    readingId: null,
    status: 'supported',
    confidence: 'moderate',
    reasoning: 'The contract says so.',
    author: 'Researcher',
    at: AT,
    ...over,
  })

export const aSource = (analysis: Pick<Analysis, 'id'>, over: Partial<Source> = {}): Source =>
  sourceSchema.parse({
    id: `source_t${next()}`,
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

export const aDocument = (over: Partial<Document> = {}): Document => {
  const id = next()
  return documentSchema.parse({
    id: sha256OfText(id),
    name: `document-${id}.pdf`,
    bytes: 1000,
    status: 'ready',
    trouble: null,
    pageCount: 3,
    pagesWithText: 3,
    pagesImageOnly: 0,
    outline: [],
    metadata: {},
    encrypted: false,
    copyingDiscouraged: false,
    extractor: { name: 'pdf.js', version: '6.5.438' },
    textSha256: null,
    importedAt: AT,
    ...over,
  })
}

export const aDisclosureEvent = (document: Pick<Document, 'id'>, over: Partial<DisclosureEvent> = {}): DisclosureEvent =>
  disclosureEventSchema.parse({
    id: `disclosure_t${next()}`,
    documentId: document.id,
    author: 'agency',
    trigger: 'on-request',
    date: '2024-05',
    obtainedBy: 'A reporter',
    reference: '2024-0001',
    note: '',
    ...over,
  })

export const aRecognition = (document: Pick<Document, 'id'>, over: Partial<Recognition> = {}): Recognition => {
  const page = over.pageIndex ?? pageIndex(0)
  return recognitionSchema.parse({
    id: recognitionId(document.id, page),
    documentId: document.id,
    pageIndex: page,
    text: { text: 'Recognised words.\n', runs: [] },
    words: [
      [0, 10, 95],
      [11, 17, 91],
    ],
    confidence: 93,
    turned: 0,
    extractor: { name: 'tesseract.js', version: '7.0.0' },
    languages: 'eng',
    at: AT,
    ...over,
  })
}

/** A segment whose quotation begins at the start of its page's text. */
export const aSegment = (documentId: Sha256, over: Partial<Segment> = {}): Segment => {
  const quote = over.quote ?? 'shall not exceed'
  return segmentSchema.parse({
    documentId,
    pageIndex: 0,
    label: null,
    stamp: null,
    pageBox: [0, 0, 612, 792],
    rotation: 0,
    quads: [[72, 712, 200, 712, 72, 700, 200, 700]],
    ranges: [{ start: 0, end: quote.length }],
    quote,
    prefix: '',
    suffix: '',
    textOrigin: 'embedded',
    extractor: { name: 'pdf.js', version: '6.5.438' },
    state: 'exact',
    ...over,
  })
}

export const anAnnotation = (
  document: Pick<Document, 'id'>,
  over: Partial<Omit<Annotation, 'segments'>> & { readonly segments?: readonly Partial<Segment>[] } = {},
): Annotation =>
  annotationSchema.parse({
    id: `annotation_t${next()}`,
    documentId: document.id,
    kind: 'highlight',
    comment: '',
    tags: [],
    exemptionCodes: [],
    author: 'Researcher',
    createdAt: AT,
    confirmed: null,
    ...over,
    segments: (over.segments ?? [{}]).map((segment) => aSegment(document.id, segment)),
  })

export const aLink = (
  claim: Pick<Claim, 'id' | 'analysisId'>,
  annotation: Pick<Annotation, 'id'>,
  over: Partial<EvidenceLink> = {},
): EvidenceLink =>
  evidenceLinkSchema.parse({
    id: `evidence_t${next()}`,
    analysisId: claim.analysisId,
    claimId: claim.id,
    annotationId: annotation.id,
    relation: 'supports',
    readingIds: [],
    strength: null,
    note: '',
    author: 'Researcher',
    createdAt: AT,
    ...over,
  })

export const aSearchNote = (
  analysis: Pick<Analysis, 'id'>,
  claims: readonly Pick<Claim, 'id'>[],
  over: Partial<SearchNote> = {},
): SearchNote =>
  searchNoteSchema.parse({
    id: `search_t${next()}`,
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
    createdAt: AT,
    ...over,
  })

/** A custody log in which each change is a command of its own, a minute apart. */
export function aCustodyLog(changes: readonly Change[], start: CustodyEntry | null = null): readonly CustodyEntry[] {
  const entries: CustodyEntry[] = []
  for (const [at, change] of changes.entries()) {
    if (change.op === 'remove') throw new Error('this builder only puts records')
    const sealed = sealEntry(
      {
        at: timestampOf(Date.UTC(2026, 10, 22, 13, 41 + at)),
        actor: 'Researcher',
        command: 'put',
        summary: `Put a record of ${change.table}`,
        changes: [{ table: change.table, id: change.record.id, before: null, after: hashOfRecord(change.record) }],
        reverts: null,
      },
      entries.at(-1) ?? start,
    )
    entries.push(sealed)
  }
  return entries
}

/** The records of one analysis as the changes that put them. */
export const putAll = (records: { readonly [Table in Parameters<typeof put>[0]]?: readonly object[] }): readonly Change[] =>
  Object.entries(records).flatMap(([table, items]) => items.map((item) => ({ op: 'put', table, record: item }) as Change))

export const aTension = (claims: readonly Pick<Claim, 'id' | 'analysisId'>[], over: Partial<Tension> = {}): Tension =>
  tensionSchema.parse({
    id: `tension_t${next()}`,
    analysisId: claims[0]?.analysisId,
    kind: 'word',
    claimIds: claims.map((claim) => claim.id),
    text: '“Inventory” means uses in one and purchases in the other.',
    settled: '',
    author: 'Researcher',
    createdAt: AT,
    ...over,
  })

export const aCheck = (claim: Pick<Claim, 'id' | 'analysisId'>, over: Partial<Check> = {}): Check =>
  checkSchema.parse({
    id: `check_t${next()}`,
    analysisId: claim.analysisId,
    claimId: claim.id,
    linkId: null,
    verdict: 'right',
    note: '',
    by: 'Second reader',
    at: AT,
    fingerprint: sha256OfText('what was read'),
    ...over,
  })

export const aParityMatrix = (analysis: Pick<Analysis, 'id'>, over: Partial<ParityMatrix> = {}): ParityMatrix =>
  parityMatrixSchema.parse({
    id: `matrix_t${next()}`,
    analysisId: analysis.id,
    title: 'What the inventories say',
    years: [2025],
    createdAt: AT,
    elements: [
      {
        id: 'vendor',
        label: 'Vendor',
        group: 'Purchase',
        answer: 'words',
        asked: [{ year: 2025, asked: true, columns: ['vendor_name'], base: 'all', optional: false }],
        note: '',
      },
    ],
    agencies: [{ id: 'ta', name: 'The Agency', short: 'TA', rows: [{ columns: ['agency'], values: ['TA'] }] }],
    tables: [],
    ...over,
  })

export const aParityCell = (matrix: Pick<ParityMatrix, 'id' | 'analysisId'>, over: Partial<ParityCell> = {}): ParityCell => {
  const { elementId = 'vendor', agencyId = 'ta', year = 2025 } = over
  return parityCellSchema.parse({
    id: parityCellId(matrix.id, elementId, agencyId, year),
    analysisId: matrix.analysisId,
    matrixId: matrix.id,
    elementId,
    agencyId,
    year,
    state: 'specific',
    counts: null,
    note: '',
    annotationIds: [],
    searchNoteIds: [],
    claimId: null,
    author: 'Researcher',
    at: AT,
    ...over,
  })
}

export const aPurchase = (analysis: Pick<Analysis, 'id'>, over: Partial<Purchase> = {}): Purchase =>
  purchaseSchema.parse({
    id: `purchase_t${next()}`,
    analysisId: analysis.id,
    vendor: 'A vendor',
    product: 'A system',
    identifier: '70CTD022FR0000001',
    agency: 'The Agency',
    stage: 'award',
    date: '2025-09',
    from: null,
    until: null,
    figures: [],
    annotationIds: [],
    note: '',
    author: 'Researcher',
    createdAt: AT,
    ...over,
  })

export const aFigure = (over: Partial<Figure> = {}): Figure =>
  figureSchema.parse({
    id: `figure_t${next()}`,
    kind: 'obligated',
    cents: 375_000_000,
    currency: 'USD',
    printed: '$3.75 million',
    date: null,
    annotationId: null,
    note: '',
    ...over,
  })

export const anEvent = (analysis: Pick<Analysis, 'id'>, over: Partial<ChronologyEvent> = {}): ChronologyEvent =>
  chronologyEventSchema.parse({
    id: `event_t${next()}`,
    analysisId: analysis.id,
    kind: 'award',
    date: '2025-09',
    until: null,
    title: 'The order is placed',
    note: '',
    annotationIds: [],
    purchaseId: null,
    author: 'Researcher',
    createdAt: AT,
    ...over,
  })

export const aTextCorrection = (document: Pick<Document, 'id'>, over: Partial<TextCorrection> = {}): TextCorrection =>
  textCorrectionSchema.parse({
    id: `correction_t${next()}`,
    documentId: document.id,
    pageIndex: 0,
    origin: 'embedded',
    range: { start: 0, end: 5 },
    was: 'sha11',
    becomes: 'shall',
    author: 'Researcher',
    at: AT,
    ...over,
  })

export const aTextChoice = (document: Pick<Document, 'id'>, over: Partial<TextChoice> = {}): TextChoice =>
  textChoiceSchema.parse({
    id: `textchoice_t${next()}`,
    documentId: document.id,
    from: 0,
    to: 0,
    use: 'ocr',
    author: 'Researcher',
    at: AT,
    ...over,
  })

export const aStampRule = (document: Pick<Document, 'id'>, over: Partial<StampRule> = {}): StampRule =>
  stampRuleSchema.parse({
    id: `stamprule_t${next()}`,
    documentId: document.id,
    from: 0,
    to: 2,
    before: 'JA ',
    after: '',
    first: 1,
    step: 1,
    digits: 3,
    exceptions: [],
    author: 'Researcher',
    at: AT,
    ...over,
  })

export const aProposalDecision = (document: Pick<Document, 'id'>, over: Partial<ProposalDecision> = {}): ProposalDecision =>
  proposalDecisionSchema.parse({
    id: `decision_t${next()}`,
    documentId: document.id,
    pageIndex: 0,
    kind: 'redaction',
    key: 'box-1',
    verdict: 'dismissed',
    note: '',
    author: 'Researcher',
    at: AT,
    ...over,
  })
