import type { Analysis, AnalysisId } from '@shared/analyses/analysis'
import { type Annotation, type AnnotationId, annotationSchema } from '@shared/annotations/annotation'
import type { LedgerInput, PassageFacts } from '@shared/claims/ledger'
import { channelWords, passageFactsOf } from '@shared/claims/passage-facts'
import type { JournalLine } from '@shared/custody/journal-line'
import type { DisclosureEvent } from '@shared/documents/disclosure-event'
import { RECORD_SCHEMAS, type RecordOf } from '@shared/storage/records'
import type { Database } from '../storage/database'

/** The tables whose records belong to an analysis and are kept here whole. */
const OWN = ['claims', 'assessments', 'evidenceLinks', 'searchNotes', 'tensions', 'checks'] as const
type Own = (typeof OWN)[number]
type Rows = { readonly [Table in Own]: Map<string, RecordOf<Table>> }
type Row = JournalLine['rows'][number]

/** From how many marks on all are read at once instead of one by one. */
const MANY = 300

/**
 * The records of one analysis that the ledger is made of, held in memory and brought up to date by the lines of the custody log: with
 * twenty thousand links, reading all of them again at every change would take longer than the change.
 */
export type LedgerRecords = {
  readonly analysis: () => Analysis | null
  readonly input: () => LedgerInput
  /** Reads the analysis with all but its passages. */
  readonly load: () => Promise<void>
  /** Reads the passages that are linked and not known yet. */
  readonly loadPassages: () => Promise<void>
  /** Takes a line of the custody log over, in turns. Lines come in order; one that was read already changes nothing. */
  readonly take: (line: Pick<JournalLine, 'rows'>, rest: () => Promise<void> | undefined) => Promise<void>
}

/** Records that hold nothing until they are loaded. */
export function ledgerRecords(db: Database, analysisId: AnalysisId): LedgerRecords {
  let analysis: Analysis | null = null
  const rows: Rows = {
    claims: new Map(),
    assessments: new Map(),
    evidenceLinks: new Map(),
    searchNotes: new Map(),
    tensions: new Map(),
    checks: new Map(),
  }
  const passages = new Map<AnnotationId, PassageFacts>()
  let disclosures = new Map<string, DisclosureEvent>()

  const eventsOf = (documentId: string): readonly DisclosureEvent[] =>
    [...disclosures.values()].filter((event) => event.documentId === documentId)
  const keep = (annotation: Annotation): unknown => passages.set(annotation.id, passageFactsOf(annotation, eventsOf(annotation.documentId)))

  const takeOwn = <Table extends Own>(table: Table, { id, after }: Row): void => {
    const kept: Map<string, RecordOf<Table>> = rows[table]
    const parsed = after === null ? null : RECORD_SCHEMAS[table].safeParse(after)
    const record = parsed?.success === true ? (parsed.data as RecordOf<Table>) : null
    if (record !== null && record.analysisId === analysisId) kept.set(id, record)
    else kept.delete(id)
  }

  const takeDisclosure = ({ id, before, after }: Row): void => {
    const event = RECORD_SCHEMAS.disclosureEvents.safeParse(after ?? before).data
    if (event === undefined) return
    if (after === null) disclosures.delete(id)
    else disclosures.set(id, event)
    const channels = [...new Set(eventsOf(event.documentId).map(channelWords))]
    for (const [key, facts] of passages) if (facts.documentId === event.documentId) passages.set(key, { ...facts, channels })
  }

  const takeAnnotation = ({ after, id }: Row, linked: ReadonlySet<string>): void => {
    const annotation = after === null || !linked.has(id) ? undefined : annotationSchema.safeParse(after).data
    if (annotation !== undefined) keep(annotation)
    else passages.delete(id as AnnotationId)
  }

  return {
    analysis: () => analysis,
    input: () => ({
      claims: [...rows.claims.values()],
      assessments: [...rows.assessments.values()],
      links: [...rows.evidenceLinks.values()],
      passages,
      searches: [...rows.searchNotes.values()],
      tensions: [...rows.tensions.values()].sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
      checks: [...rows.checks.values()],
    }),
    async load() {
      const fill = async <Table extends Own>(table: Table): Promise<void> => {
        const kept: Map<string, RecordOf<Table>> = rows[table]
        kept.clear()
        for (const record of await db.where(table, 'analysisId', analysisId)) kept.set(record.id, record)
      }
      passages.clear()
      const [found, events] = await Promise.all([
        db.get('analyses', analysisId),
        db.all('disclosureEvents'),
        ...OWN.map((table) => fill(table)),
      ])
      analysis = found ?? null
      disclosures = new Map(events.map((event) => [event.id, event]))
    },
    async loadPassages() {
      const missing = new Set([...rows.evidenceLinks.values()].map((link) => link.annotationId).filter((id) => !passages.has(id)))
      if (missing.size === 0) return
      if (missing.size > MANY) {
        for (const annotation of await db.all('annotations')) if (missing.has(annotation.id)) keep(annotation)
        return
      }
      for (const row of await db.annotations.bulkGet([...missing])) if (row !== undefined) keep(row)
    },
    async take(line, rest) {
      for (const row of line.rows) {
        await rest()
        if (row.table === 'analyses') {
          if (row.id === analysisId) analysis = RECORD_SCHEMAS.analyses.safeParse(row.after).data ?? null
        } else if (row.table === 'disclosureEvents') takeDisclosure(row)
        else for (const table of OWN) if (row.table === table) takeOwn(table, row)
      }
      // Marks come after the links of the same line: only those that are linked are kept.
      const marks = line.rows.filter(({ table }) => table === 'annotations')
      const linked = new Set<string>(marks.length === 0 ? [] : [...rows.evidenceLinks.values()].map((link) => link.annotationId))
      for (const row of marks) {
        await rest()
        takeAnnotation(row, linked)
      }
    },
  }
}
