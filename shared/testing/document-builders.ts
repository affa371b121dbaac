import { type DisclosureEvent, disclosureEventSchema } from '../documents/disclosure-event'
import { type Document, documentSchema } from '../documents/document'
import { type ProposalDecision, proposalDecisionSchema } from '../documents/proposal-decision'
import { type Recognition, recognitionId, recognitionSchema } from '../documents/recognition'
import { type TextChoice, textChoiceSchema } from '../documents/text-choice'
import { type TextCorrection, textCorrectionSchema } from '../documents/text-correction'
import { type StampRule, stampRuleSchema } from '../stamps/stamp-rule'
import { sha256OfText } from '../units/hashes'
import { pageIndex } from '../units/pages'
import { BUILT_AT, nextId } from './built-ids'

export const aDocument = (over: Partial<Document> = {}): Document => {
  const id = nextId()
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
    importedAt: BUILT_AT,
    ...over,
  })
}

export const aDisclosureEvent = (document: Pick<Document, 'id'>, over: Partial<DisclosureEvent> = {}): DisclosureEvent =>
  disclosureEventSchema.parse({
    id: `disclosure_t${nextId()}`,
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
    at: BUILT_AT,
    ...over,
  })
}

export const aTextCorrection = (document: Pick<Document, 'id'>, over: Partial<TextCorrection> = {}): TextCorrection =>
  textCorrectionSchema.parse({
    id: `correction_t${nextId()}`,
    documentId: document.id,
    pageIndex: 0,
    origin: 'embedded',
    range: { start: 0, end: 5 },
    was: 'sha11',
    becomes: 'shall',
    author: 'Researcher',
    at: BUILT_AT,
    ...over,
  })

export const aTextChoice = (document: Pick<Document, 'id'>, over: Partial<TextChoice> = {}): TextChoice =>
  textChoiceSchema.parse({
    id: `textchoice_t${nextId()}`,
    documentId: document.id,
    from: 0,
    to: 0,
    use: 'ocr',
    author: 'Researcher',
    at: BUILT_AT,
    ...over,
  })

export const aStampRule = (document: Pick<Document, 'id'>, over: Partial<StampRule> = {}): StampRule =>
  stampRuleSchema.parse({
    id: `stamprule_t${nextId()}`,
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
    at: BUILT_AT,
    ...over,
  })

export const aProposalDecision = (document: Pick<Document, 'id'>, over: Partial<ProposalDecision> = {}): ProposalDecision =>
  proposalDecisionSchema.parse({
    id: `decision_t${nextId()}`,
    documentId: document.id,
    pageIndex: 0,
    kind: 'redaction',
    key: 'box-1',
    verdict: 'dismissed',
    note: '',
    author: 'Researcher',
    at: BUILT_AT,
    ...over,
  })
