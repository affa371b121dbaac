import Papa from 'papaparse'
import { quotationOf } from '../annotations/annotation'
import { ASSESSMENT_WORDS } from '../claims/assessment'
import { RELATION_SIGNS } from '../claims/evidence-link'
import type { DocumentId } from '../documents/document'
import type { ProposalDecision } from '../documents/proposal-decision'
import type { TextChoice } from '../documents/text-choice'
import type { DossierSnapshot } from '../dossier/snapshot'
import type { RecordTable } from '../storage/records'
import { keyOf } from './histories'
import { DELETION, type MergePlan, type PlannedRecord } from './plan-merge'
import { type Placed, placedIn } from './references'
import { type Decisions, decisionKey, keyOfChange, type Settled } from './settle'
import type { FieldConflict, Side } from './three-way'

/** What became of a record, in the order of the balance sheet. */
export const BALANCE_KINDS = ['new', 'changed', 'merged', 'removed', 'kept', 'same', 'left-out'] as const
export type BalanceKind = (typeof BALANCE_KINDS)[number]
export const BALANCE_WORDS: Readonly<Record<BalanceKind, string>> = {
  new: 'new here',
  changed: 'changed only there, taken over',
  merged: 'changed on both sides, merged',
  removed: 'removed there, removed here',
  kept: 'made, changed or removed only here, kept so',
  same: 'the same on both sides',
  'left-out': 'left out: what it rests on is not here',
}

export const TABLE_WORDS: Readonly<Record<RecordTable, string>> = {
  analyses: 'analysis',
  claims: 'claim',
  assessments: 'assessment',
  sources: 'source',
  documents: 'document',
  disclosureEvents: 'disclosure event',
  annotations: 'mark',
  evidenceLinks: 'evidence link',
  searchNotes: 'search note',
  recognitions: 'recognised page',
  textCorrections: 'text correction',
  textChoices: 'choice of text',
  stampRules: 'rule for stamps',
  documentVersions: 'version of a document',
  proposalDecisions: 'decision on a redaction',
  savedSearches: 'saved search',
  tensions: 'tension',
  checks: 'check',
  parityMatrices: 'parity matrix',
  parityCells: 'parity cell',
  purchases: 'purchase',
  chronologyEvents: 'event',
  openedBundles: 'opened bundle',
}

export type BalanceLine = {
  readonly key: string
  readonly table: RecordTable
  readonly id: string
  readonly kind: BalanceKind
  /** What the record is, in a few words. */
  readonly what: string
  /** What is to be said of it: another number, how a conflict was decided. */
  readonly note: string
}

/** One line a record: what becomes of it. The lines add up to the records of both sides. */
export function balanceOf(plan: MergePlan, settled: Settled, decisions: Decisions, records: Named): readonly BalanceLine[] {
  const changed = new Map(settled.changes.map((change) => [keyOfChange(change), change.op]))
  const leftOut = new Set(settled.leftOut.map(({ key }) => key))
  const numbers = new Map(plan.renumbered.map((one) => [keyOf(one.table, one.id), one]))
  const words = wordsFor(records)
  const replaced = new Set(plan.records.flatMap(({ key, rivals }) => (changed.get(key) === 'put' ? rivals : [])))
  return plan.records.flatMap((planned): readonly BalanceLine[] => {
    const { key, table, id, ours, theirs, conflicts } = planned
    const record = theirs ?? ours
    if (record === null) return []
    const number = numbers.get(key)
    const notes = [
      ...(number === undefined
        ? []
        : [
            `${table === 'sources' ? `[${number.from}]` : number.from} there, ${table === 'sources' ? `[${number.to}]` : number.to} here, where that number was given already`,
          ]),
      ...(table === 'documents' && ours !== null && planned.fate !== 'same' && !changed.has(key)
        ? ['known here by its SHA-256; what this library says of it stays']
        : []),
      ...conflicts.map((conflict) => decidedWords(conflict, decisions.get(decisionKey(key, conflict.path)) ?? 'ours')),
      ...(replaced.has(key) ? ['decided otherwise there, which stands'] : []),
    ]
    return [
      {
        key,
        table,
        id,
        kind: leftOut.has(key) ? 'left-out' : kindOf(planned, changed.get(key)),
        what: words(placedIn(table, record)),
        note: notes.join('; '),
      },
    ]
  })
}

function decidedWords(conflict: FieldConflict, side: Side): string {
  if (conflict.path[0] === DELETION)
    return side === 'theirs' ? 'was deleted here, and was brought back' : 'was deleted here, and stays deleted'
  return `${conflictWords(conflict)}: ${side} stands`
}

function kindOf({ fate, ours }: PlannedRecord, change: 'put' | 'remove' | undefined): BalanceKind {
  if (change === undefined) return fate === 'same' ? 'same' : 'kept'
  if (change === 'remove') return 'removed'
  return ours === null ? 'new' : fate === 'merged' || fate === 'ours' ? 'merged' : 'changed'
}

/** How many records came to which end. */
export const countBalance = (lines: readonly BalanceLine[]): Readonly<Record<BalanceKind, number>> =>
  Object.fromEntries(BALANCE_KINDS.map((kind) => [kind, lines.filter((line) => line.kind === kind).length])) as Record<BalanceKind, number>

/** Of several, where it is not the word of one with an s. */
const SEVERAL: Partial<Readonly<Record<RecordTable, string>>> = {
  analyses: 'analyses',
  textChoices: 'choices of text',
  stampRules: 'rules for stamps',
  documentVersions: 'versions of documents',
  proposalDecisions: 'decisions on redactions',
  savedSearches: 'saved searches',
  parityMatrices: 'parity matrices',
}

/** How many records of each sort: `1 analysis, 24 claims`. */
export function sortsOf(lines: readonly Pick<BalanceLine, 'table'>[]): string {
  const counts = new Map<RecordTable, number>()
  for (const { table } of lines) counts.set(table, (counts.get(table) ?? 0) + 1)
  return [...counts]
    .map(([table, count]) => `${count} ${count === 1 ? TABLE_WORDS[table] : (SEVERAL[table] ?? `${TABLE_WORDS[table]}s`)}`)
    .join(', ')
}

/** What a field is called: `text`, `readings, label`; for a record as a whole, what is at stake. */
export function conflictWords({ path, ours, theirs }: FieldConflict): string {
  if (path.length > 0)
    return path
      .filter((step) => !step.startsWith('#'))
      .map((step) => step.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
      .join(', ')
  return ours === undefined || theirs === undefined
    ? `removed ${ours === undefined ? 'here' : 'there'}, and changed ${ours === undefined ? 'there' : 'here'}`
    : 'changed on both sides as a whole'
}

const PROPOSAL_WORDS: Readonly<Record<ProposalDecision['kind'], string>> = {
  redaction: 'proposed redaction',
  'failed-redaction': 'words under a redaction',
  'pdf-mark': 'mark in the file',
  stamp: 'proposed page numbers',
  identifier: 'identifier',
  'text-layer': 'text layer',
  reading: 'another reading',
}
const VERDICT_WORDS: Readonly<Record<ProposalDecision['verdict'], string>> = {
  accepted: 'taken over',
  dismissed: 'dismissed',
  released: 'released',
  'kept-back': 'kept back',
  'read-as': 'read as',
}
const ORIGIN_WORDS: Readonly<Record<TextChoice['use'], string>> = { embedded: 'text of the file chosen', ocr: 'recognised text chosen' }
const pagesWords = ({ from, to }: Pick<TextChoice, 'from' | 'to'>): string =>
  from === to ? `page ${from + 1}` : `pages ${from + 1} to ${to + 1}`

const short = (text: string, most = 90): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`)

/** The records of which others are named. */
export type Named = Pick<DossierSnapshot['records'], 'claims' | 'annotations' | 'documents'>

/** Says of a record what a researcher knows it by. */
export function wordsFor({ claims, annotations, documents }: Named): (placed: Placed) => string {
  const numberOf = new Map(claims.map((claim) => [claim.id, claim.number]))
  const quoted = new Map(annotations.map((annotation) => [annotation.id, short(quotationOf(annotation), 60)]))
  const named = new Map(documents.map((document) => [document.id, document.name]))
  const claim = (id: Placed['record']['id']): string => numberOf.get(id as never) ?? 'a claim'
  const document = (id: DocumentId): string => named.get(id) ?? 'a document'
  return (placed) => {
    switch (placed.table) {
      case 'analyses':
        return placed.record.title
      case 'claims':
        return `${placed.record.number} ${short(placed.record.text)}`
      case 'assessments':
        return `${claim(placed.record.claimId)}: ${ASSESSMENT_WORDS[placed.record.status]}`
      case 'checks':
        return `${claim(placed.record.claimId)}, by ${placed.record.by}`
      case 'sources':
        return `[${placed.record.number}] ${short(placed.record.title ?? placed.record.known)}`
      case 'documents':
        return placed.record.name
      case 'annotations':
        return quotationOf(placed.record).trim() === ''
          ? `a mark in ${document(placed.record.documentId)}`
          : `“${short(quotationOf(placed.record), 60)}”`
      case 'evidenceLinks':
        return `“${quoted.get(placed.record.annotationId) ?? 'a passage'}” ${RELATION_SIGNS[placed.record.relation].word} ${claim(placed.record.claimId)}`
      case 'searchNotes':
        return short(`${placed.record.where}: ${placed.record.words}`)
      case 'tensions':
        return short(placed.record.text)
      case 'parityMatrices':
        return placed.record.title
      case 'parityCells':
        return `${placed.record.elementId}, ${placed.record.agencyId} ${placed.record.year}`
      case 'purchases':
        return short([placed.record.vendor, placed.record.product, placed.record.identifier].filter((part) => part !== '').join(', '))
      case 'chronologyEvents':
        return short(`${placed.record.date}: ${placed.record.title}`)
      case 'textCorrections':
        return `“${short(placed.record.was, 30)}” reads “${short(placed.record.becomes, 30)}”, page ${placed.record.pageIndex + 1} of ${document(placed.record.documentId)}`
      case 'textChoices':
        return `${ORIGIN_WORDS[placed.record.use]}, ${pagesWords(placed.record)} of ${document(placed.record.documentId)}`
      case 'stampRules':
        return `${placed.record.before}${String(placed.record.first).padStart(placed.record.digits, '0')}${placed.record.after}, ${pagesWords(placed.record)} of ${document(placed.record.documentId)}`
      case 'proposalDecisions':
        return `${PROPOSAL_WORDS[placed.record.kind]} ${VERDICT_WORDS[placed.record.verdict]}${placed.record.note === '' ? '' : ` (${short(placed.record.note, 40)})`}, ${placed.record.pageIndex === null ? '' : `page ${placed.record.pageIndex + 1} of `}${document(placed.record.documentId)}`
      case 'documentVersions':
        return `${document(placed.record.laterId)}, a later version of ${document(placed.record.earlierId)}`
      case 'recognitions':
        return `page ${placed.record.pageIndex + 1} of ${document(placed.record.documentId)}`
      case 'disclosureEvents':
        return document(placed.record.documentId)
      default:
        return placed.record.id
    }
  }
}

const FIELDS = ['what_became_of_it', 'kind', 'record', 'note', 'id']

/** The balance sheet as CSV (RFC 4180, UTF-8), one line a record. */
export const balanceCsv = (lines: readonly BalanceLine[]): string =>
  `${Papa.unparse({ fields: FIELDS, data: lines.map((line) => [BALANCE_WORDS[line.kind], TABLE_WORDS[line.table], line.what, line.note, line.id]) }, { newline: '\r\n', escapeFormulae: false })}\r\n`
