import type { Annotation } from '@shared/annotations/annotation'
import type { Claim } from '@shared/claims/claim'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import { hashOfRecord, sealEntry } from '@shared/custody/custody-entry'
import type { JournalLine } from '@shared/custody/journal-line'
import type { DocumentId } from '@shared/documents/document'
import { quad } from '@shared/units/geometry'
import { pageIndex } from '@shared/units/pages'
import { timestampOf } from '@shared/units/time'
import { benchLink, benchMark } from './bench-mark'

/** The journal line of a command that made marks of three printed lines each, linked to the claims in turn. */
export function lineWithMarks(
  last: JournalLine,
  documentId: DocumentId,
  claims: readonly Claim[],
  pages: number,
  perPage: number,
): JournalLine {
  const rows: JournalLine['rows'][number][] = []
  const at = timestampOf(Date.parse(last.entry.at) + 1000)
  for (let page = 0; page < pages; page += 1) {
    for (let mark = 0; mark < perPage; mark += 1) {
      const top = 735 - mark * (640 / perPage)
      const line = (down: number) =>
        quad(
          72,
          top - down,
          72 + 300 + ((mark * 13) % 160),
          top - down,
          72,
          top - down - 10,
          72 + 300 + ((mark * 13) % 160),
          top - down - 10,
        )
      const annotation = benchMark({
        documentId,
        page: pageIndex(page),
        quads: [line(0), line(16), line(32)],
        range: { start: mark * 40, end: mark * 40 + 200 },
        quote: `mark ${mark} of page ${page}`,
        at,
      })
      const claim = claims[mark % claims.length]
      if (claim === undefined) throw new Error('the library has no claim')
      const link = benchLink(claim, annotation, mark, at)
      rows.push(
        { table: 'annotations', id: annotation.id, before: null, after: annotation },
        { table: 'evidenceLinks', id: link.id, before: null, after: link },
      )
    }
  }
  const changes = rows.map(({ table, id, after }) => ({ table, id, before: null, after: hashOfRecord(after as Annotation | EvidenceLink) }))
  const entry = sealEntry(
    { at, actor: 'Bench', command: 'bench-marks', summary: `Made ${pages * perPage} marks`, changes, reverts: null },
    last.entry,
  )
  const more = (table: string): number => (last.tallies[table] ?? 0) + pages * perPage
  return { entry, rows, tallies: { ...last.tallies, annotations: more('annotations'), evidenceLinks: more('evidenceLinks') } }
}
