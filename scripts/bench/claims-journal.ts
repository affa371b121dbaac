import { analysisSchema } from '@shared/analyses/analysis'
import { ASSESSMENT_STATUSES, type Assessment } from '@shared/claims/assessment'
import { CLAIM_KINDS, type Claim } from '@shared/claims/claim'
import type { Reading } from '@shared/claims/reading'
import { hashOfRecord, sealEntry } from '@shared/custody/custody-entry'
import type { JournalLine } from '@shared/custody/journal-line'
import type { DocumentId } from '@shared/documents/document'
import type { AnyRecord, RecordTable } from '@shared/storage/records'
import { quad } from '@shared/units/geometry'
import { type Id, newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { timestampOf } from '@shared/units/time'
import { benchLink, benchMark } from './bench-mark'

const SECTIONS = 20

/** Records that one command is said to have made; more at once is not what people do. */
const A_LINE = 2000

/** The journal lines of commands that made an analysis of many claims, with `perClaim` linked passages each; and the analysis's id with that of its first claim. */
export function linesWithClaims(
  last: JournalLine,
  documentId: DocumentId,
  pages: number,
  claims: number,
  perClaim: number,
): { readonly lines: readonly JournalLine[]; readonly analysisId: string; readonly claimId: string } {
  const rows: JournalLine['rows'][number][] = []
  const at = timestampOf(Date.parse(last.entry.at) + 1000)
  const analysisId: Id<'analysis'> = newId('analysis')
  const add = (table: RecordTable, after: AnyRecord): unknown => rows.push({ table, id: after.id, before: null, after })
  add(
    'analyses',
    analysisSchema.parse({
      id: analysisId,
      title: 'Two thousand claims',
      question: 'How long does it take?',
      asOf: null,
      answer: '',
      method: '',
      subject: null,
      comparator: null,
      limits: [],
      openQuestions: [],
      origin: 'new',
      createdAt: at,
      deletedAt: null,
      sections: Array.from({ length: SECTIONS }, (_, place) => ({ id: `s${place}`, number: place, label: `Section ${place}` })),
    }),
  )
  let firstClaim = ''
  for (let n = 0; n < claims; n += 1) {
    const readings: Reading[] =
      n % 4 === 0
        ? [
            { id: newId('reading'), label: 'any list of uses', description: '' },
            { id: newId('reading'), label: 'a list of purchases', description: '' },
          ]
        : []
    const claim: Claim = {
      id: newId('claim'),
      analysisId,
      number: `C${String(n + 1).padStart(2, '0')}`,
      sectionId: `s${n % SECTIONS}`,
      order: n,
      kind: CLAIM_KINDS[n % CLAIM_KINDS.length] ?? 'finding',
      text: `Claim ${n + 1}: the agency has said of system ${n % 37} what it is for, but not what it cost in the year ${2015 + (n % 10)}.`,
      scopeLimit: null,
      readings,
      citedSources: [],
      citationScope: null,
      dependsOn: n % 9 === 8 ? [`C${String(n).padStart(2, '0')}`] : [],
      notes: '',
      tests: { wouldSupport: [], wouldContradict: [], wouldQualify: [] },
    }
    if (n === 0) firstClaim = claim.id
    add('claims', claim)
    const status = ASSESSMENT_STATUSES[n % ASSESSMENT_STATUSES.length] ?? 'undeveloped'
    const assessment: Assessment = {
      id: newId('assessment'),
      analysisId,
      claimId: claim.id,
      readingId: null,
      status,
      confidence: 'moderate',
      reasoning: 'Because the records say so.',
      author: 'Bench',
      at,
    }
    if (status !== 'undeveloped') add('assessments', assessment)
    for (let mark = 0; mark < perClaim; mark += 1) {
      const place = n * perClaim + mark
      const top = 735 - (place % 60) * 10
      const annotation = benchMark({
        documentId,
        page: pageIndex(place % pages),
        quads: [quad(72, top, 400, top, 72, top - 10, 400, top - 10)],
        range: { start: place % 500, end: (place % 500) + 60 },
        quote: `what passage ${place} says of the system`,
        at,
      })
      add('annotations', annotation)
      add('evidenceLinks', benchLink(claim, annotation, mark, at))
    }
  }
  const lines: JournalLine[] = []
  let before = last
  for (let from = 0; from < rows.length; from += A_LINE) {
    const here = rows.slice(from, from + A_LINE)
    const changes = here.map(({ table, id, after }) => ({ table, id, before: null, after: hashOfRecord(after as AnyRecord) }))
    const entry = sealEntry(
      { at, actor: 'Bench', command: 'bench-claims', summary: `Made ${here.length} records`, changes, reverts: null },
      before.entry,
    )
    const tallies = { ...before.tallies }
    for (const { table } of here) tallies[table] = (tallies[table] ?? 0) + 1
    before = { entry, rows: here, tallies }
    lines.push(before)
  }
  return { lines, analysisId, claimId: firstClaim }
}
