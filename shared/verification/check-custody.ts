import { custodyJsonl } from '../bundle/payload'
import { type CustodyEntry, custodyEntrySchema, findChainBreak, hashOfRecord } from '../custody/custody-entry'
import { custodyHeadOf, type DossierSnapshot, keptLogPath, SNAPSHOT_TABLES, statedCustody } from '../dossier/snapshot'
import { countWorking, WORKING_TABLES, type WorkingRecords } from '../dossier/working-records'
import { goesWithBundle } from '../documents/document'
import { marksOfPurchase } from '../purchases/figures'
import type { AnyRecord } from '../storage/records'
import { jsonOf } from '../units/read-json'
import { canonicalJson } from '../custody/canonical-json'
import { type Check, someOf } from './bundle-files'

/** Reads `custody.jsonl`; the entries before the first bad line, and that line's number (from 1) where there is one. */
export function parseCustody(text: string): { readonly entries: readonly CustodyEntry[]; readonly badLine: number | null } {
  const entries: CustodyEntry[] = []
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (const [at, line] of lines.entries()) {
    const parsed = custodyEntrySchema.safeParse(jsonOf(line))
    if (!parsed.success) return { entries, badLine: at + 1 }
    entries.push(parsed.data)
  }
  return { entries, badLine: null }
}

/**
 * The custody chain, whole from its start to the head that the records state, and the same of every log that was kept of other libraries.
 * @param keptLogs the texts of `custody-1.jsonl` and so on, as many as the snapshot names; null for one that is missing
 */
export function checkCustody(text: string, snapshot: DossierSnapshot | null, keptLogs: readonly (string | null)[] = []): Check {
  const fail = (what: string): Check => ({ name: 'custody', ok: false, what })
  const own = logTrouble('custody.jsonl', text)
  if (own !== null) return fail(own)
  if (snapshot === null) return fail('The chain holds, but vouch.json does not say where it ends.')
  for (const [at, { name, log, head }] of [
    { name: 'custody.jsonl', log: text, head: snapshot.custody },
    ...(snapshot.keptLogs ?? []).map((head, at) => ({ name: keptLogPath(at + 1), log: keptLogs[at] ?? '', head })),
  ].entries()) {
    const wrong = at === 0 ? null : logTrouble(name, log)
    if (wrong !== null) return fail(wrong)
    const { entries } = parseCustody(log)
    if (canonicalJson(custodyHeadOf(entries)) !== canonicalJson(head))
      return fail(`The custody log ${name} ends at entry ${entries.length} with another head than vouch.json states.`)
  }
  const kept = snapshot.keptLogs?.length ?? 0
  return {
    name: 'custody',
    ok: true,
    what: `${snapshot.custody.entries} entries, each naming the one before, up to the stated head ${snapshot.custody.head}.${kept === 0 ? '' : ` ${kept === 1 ? 'The log of a bundle that was taken up is' : `The logs of ${kept} bundles that were taken up are`} whole too.`}`,
  }
}

/** What is wrong with a log by itself, in words; null where it is whole. */
function logTrouble(name: string, text: string): string | null {
  const { entries, badLine } = parseCustody(text)
  if (badLine !== null) return `Line ${badLine} of ${name} is no custody entry.`
  if (entries.length === 0) return `${name} holds no entry.`
  const broken = findChainBreak(entries)
  if (broken)
    return `The custody chain of ${name} breaks at entry ${broken.seq}: ${{ number: 'its number does not follow', previous: 'it does not name the entry before', hash: 'it does not have the hash that it states' }[broken.reason]}.`
  if (custodyJsonl(entries) !== text) return `${name} is not written in the one spelling (RFC 8785), so something was put into it.`
  return statedCustody(entries).length === entries.length ? null : `${name} ends with entries that change no record.`
}

/** Each record against the SHA-256 that the custody log last gives it. */
export function checkRecords(custody: string, snapshot: DossierSnapshot): Check {
  const last = new Map<string, string | null>()
  for (const entry of parseCustody(custody).entries)
    for (const change of entry.changes) last.set(`${change.table}/${change.id}`, change.after)
  const records = [
    ...SNAPSHOT_TABLES.flatMap((table) => snapshot.records[table].map((record: AnyRecord) => ({ key: `${table}/${record.id}`, record }))),
    ...snapshot.redactions.map((record) => ({ key: `annotations/${record.id}`, record })),
    ...(snapshot.released ?? []).map((record) => ({ key: `proposalDecisions/${record.id}`, record })),
    ...workingOf(snapshot),
  ]
  const wrong = records.filter(({ key, record }) => last.get(key) !== hashOfRecord(record)).map(({ key }) => key)
  const twice = records.length - new Set(records.map(({ key }) => key)).size
  const [analysis, ...others] = snapshot.records.analyses
  if (wrong.length > 0) return { name: 'records', ok: false, what: `Not as the custody log last states them: ${someOf(wrong)}.` }
  if (twice > 0 || analysis === undefined || others.length > 0)
    return { name: 'records', ok: false, what: 'vouch.json does not hold exactly one analysis, each record once.' }
  const strangers = strayRecords(snapshot, analysis.id)
  if (strangers.length > 0)
    return { name: 'records', ok: false, what: `vouch.json holds what does not belong to its analysis: ${someOf(strangers)}.` }
  const kept = new Set(records.map(({ key }) => key))
  const elsewhere = [...last].filter(([key, after]) => after !== null && !kept.has(key)).length
  return {
    name: 'records',
    ok: true,
    what: `${records.length} records have the SHA-256 that the custody log last states for them; the log knows ${elsewhere} more, which stand in other analyses of the library or are not linked in this one.${snapshot.working === undefined ? '' : ` Among the records are ${countWorking(snapshot.working)} working records on its documents, on which the dossier does not rest: the bundle was made for a colleague.`}`,
  }
}

/** Records that a bundle for a colleague brings beside its dossier. */
const workingOf = ({ working }: DossierSnapshot): readonly { readonly key: string; readonly record: WorkingRecord }[] =>
  working === undefined
    ? []
    : WORKING_TABLES.flatMap((table) => working[table].map((record: WorkingRecord) => ({ key: `${table}/${record.id}`, record })))

type WorkingRecord = WorkingRecords[keyof WorkingRecords][number]

/** The documents on which a working record was made. */
const documentsUnder = (record: WorkingRecord): readonly string[] =>
  'documentId' in record ? [record.documentId] : [record.earlierId, record.laterId]

function strayRecords(snapshot: DossierSnapshot, analysisId: string): readonly string[] {
  const { records, checks, redactions, blackouts, released = [] } = snapshot
  const open = new Set<string>(records.documents.filter(goesWithBundle).map(({ id }) => id))
  const citedPages = new Set(
    records.annotations.flatMap(({ segments }) => segments.map(({ documentId, pageIndex }) => `${documentId}:${pageIndex}`)),
  )
  return [
    ...strayDossierRecords({ records, checks, redactions, blackouts }, analysisId),
    ...released
      .filter(({ documentId, pageIndex, kind }) => kind !== 'failed-redaction' || !citedPages.has(`${documentId}:${pageIndex}`))
      .map(({ id }) => id),
    // Of a document that is kept out of the bundle nothing goes along but what is cited.
    ...workingOf(snapshot)
      .filter(({ record }) => !documentsUnder(record).every((id) => open.has(id)))
      .map(({ key }) => key),
  ]
}

function strayDossierRecords(
  { records, checks, redactions, blackouts }: Pick<DossierSnapshot, 'records' | 'checks' | 'redactions' | 'blackouts'>,
  analysisId: string,
): readonly string[] {
  const owned = [
    ...records.claims,
    ...records.assessments,
    ...records.sources,
    ...records.evidenceLinks,
    ...records.searchNotes,
    ...records.tensions,
    ...records.checks,
    ...records.parityMatrices,
    ...records.parityCells,
    ...records.purchases,
    ...records.chronologyEvents,
  ]
    .filter((record) => record.analysisId !== analysisId)
    .map((record) => record.id)
  const cited = new Set<string>([
    ...[...records.evidenceLinks, ...records.searchNotes].flatMap(({ annotationId }) => annotationId ?? []),
    ...records.purchases.flatMap(marksOfPurchase),
    ...[...records.chronologyEvents, ...records.parityCells].flatMap(({ annotationIds }) => annotationIds),
  ])
  const claims = new Set<string>(records.claims.map((claim) => claim.id))
  const places = new Set(records.annotations.flatMap((annotation) => annotation.segments.map((_, at) => `${annotation.id}/${at}`)))
  const citedDocuments = new Set<string>(records.annotations.map(({ documentId }) => documentId))
  const redacted = new Set<string>([...records.annotations, ...redactions].flatMap(({ id, kind }) => (kind === 'redaction' ? [id] : [])))
  return [
    ...owned,
    ...redactions.filter(({ kind, documentId }) => kind !== 'redaction' || !citedDocuments.has(documentId)).map(({ id }) => id),
    ...blackouts
      .filter(({ annotationId, segment, redactionId }) => !places.has(`${annotationId}/${segment}`) || !redacted.has(redactionId))
      .map(({ annotationId }) => `a redaction in ${annotationId}`),
    ...records.annotations.filter((annotation) => !cited.has(annotation.id)).map((annotation) => annotation.id),
    ...records.evidenceLinks.filter((link) => !claims.has(link.claimId)).map((link) => link.id),
    ...checks.filter((check) => !places.has(`${check.annotationId}/${check.segment}`)).map((check) => `the check of ${check.annotationId}`),
  ]
}
