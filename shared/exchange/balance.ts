import Papa from 'papaparse'
import { quotationOf } from '../annotations/annotation'
import { ASSESSMENT_WORDS } from '../claims/assessment'
import { RELATION_SIGNS } from '../claims/evidence-link'
import type { DossierSnapshot } from '../dossier/snapshot'
import type { RecordTable } from '../storage/records'
import { keyOf } from './histories'
import type { MergePlan, PlannedRecord } from './plan-merge'
import type { Placed } from './references'
import { type Decisions, decisionKey, keyOfChange, type Settled } from './settle'
import type { FieldConflict } from './three-way'

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
export function balanceOf(plan: MergePlan, settled: Settled, decisions: Decisions, records: DossierSnapshot['records']): readonly BalanceLine[] {
  const changed = new Map(settled.changes.map((change) => [keyOfChange(change), change.op]))
  const leftOut = new Set(settled.leftOut.map(({ key }) => key))
  const numbers = new Map(plan.renumbered.map((one) => [keyOf(one.table, one.id), one]))
  const words = wordsFor(records)
  return plan.records.flatMap((planned): readonly BalanceLine[] => {
    const { key, table, id, ours, theirs, conflicts } = planned
    const record = theirs ?? ours
    if (record === null) return []
    const number = numbers.get(key)
    const notes = [
      ...(number === undefined ? [] : [`${table === 'sources' ? `[${number.from}]` : number.from} there, ${table === 'sources' ? `[${number.to}]` : number.to} here, where that number was given already`]),
      ...(table === 'documents' && ours !== null && planned.fate !== 'same' && !changed.has(key) ? ['known here by its SHA-256; what this library says of it stays'] : []),
      ...conflicts.map((conflict) => `${conflictWords(conflict)}: ${{ ours: 'ours', theirs: 'theirs' }[decisions.get(decisionKey(key, conflict.path)) ?? 'ours']} stands`),
    ]
    return [{ key, table, id, kind: leftOut.has(key) ? 'left-out' : kindOf(planned, changed.get(key)), what: words({ table, record } as Placed), note: notes.join('; ') }]
  })
}

function kindOf({ fate, ours }: PlannedRecord, change: 'put' | 'remove' | undefined): BalanceKind {
  if (change === undefined) return fate === 'same' ? 'same' : 'kept'
  if (change === 'remove') return 'removed'
  return ours === null ? 'new' : fate === 'merged' ? 'merged' : 'changed'
}

export const countBalance = (lines: readonly BalanceLine[]): Readonly<Record<BalanceKind, number>> =>
  Object.fromEntries(BALANCE_KINDS.map((kind) => [kind, lines.filter((line) => line.kind === kind).length])) as Record<BalanceKind, number>

/** How many records of each sort: `24 × claim, 9 × mark`. */
export function sortsOf(lines: readonly BalanceLine[]): string {
  const counts = new Map<string, number>()
  for (const { table } of lines) counts.set(TABLE_WORDS[table], (counts.get(TABLE_WORDS[table]) ?? 0) + 1)
  return [...counts].map(([word, count]) => `${count} × ${word}`).join(', ')
}

/** What a field is called: `text`, `readings, label`; for a record as a whole, what is at stake. */
export function conflictWords({ path, ours, theirs }: FieldConflict): string {
  if (path.length > 0) return path.filter((step) => !step.startsWith('#')).map((step) => step.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join(', ')
  return ours === undefined || theirs === undefined ? `removed ${ours === undefined ? 'here' : 'there'}, and changed ${ours === undefined ? 'there' : 'here'}` : 'changed on both sides as a whole'
}

const short = (text: string, most = 90): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`)

/** Says of a record what a researcher knows it by. */
export function wordsFor({ claims, annotations, documents }: Pick<DossierSnapshot['records'], 'claims' | 'annotations' | 'documents'>): (placed: Placed) => string {
  const numberOf = new Map(claims.map((claim) => [claim.id, claim.number]))
  const quoted = new Map(annotations.map((annotation) => [annotation.id, short(quotationOf(annotation), 60)]))
  const named = new Map(documents.map((document) => [document.id, document.name]))
  const claim = (id: Placed['record']['id']): string => numberOf.get(id as never) ?? 'a claim'
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
        return quotationOf(placed.record).trim() === '' ? `a mark in ${named.get(placed.record.documentId) ?? 'a document'}` : `“${short(quotationOf(placed.record), 60)}”`
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
      case 'recognitions':
      case 'textCorrections':
        return `page ${placed.record.pageIndex + 1} of ${named.get(placed.record.documentId) ?? 'a document'}`
      case 'disclosureEvents':
        return named.get(placed.record.documentId) ?? 'a document'
      default:
        return placed.record.id
    }
  }
}

const FIELDS = ['what_became_of_it', 'kind', 'record', 'note', 'id']

/** The balance sheet as CSV (RFC 4180, UTF-8), one line a record. */
export const balanceCsv = (lines: readonly BalanceLine[]): string =>
  `${Papa.unparse({ fields: FIELDS, data: lines.map((line) => [BALANCE_WORDS[line.kind], TABLE_WORDS[line.table], line.what, line.note, line.id]) }, { newline: '\r\n', escapeFormulae: false })}\r\n`
