import type { AnalysisId } from '@shared/analyses/analysis'
import { quotationOf } from '@shared/annotations/annotation'
import { checkProgress, progressWords } from '@shared/claims/check-standing'
import { renderCheckSheet, type SheetRow } from '@shared/claims/check-sheet'
import { RELATION_SIGNS } from '@shared/claims/evidence-link'
import { type Outcome, ok } from '@shared/errors/outcome'
import { pageNumberOf } from '@shared/units/pages'
import { plainName } from '../analyses/plain-name'
import { saveFile } from '../desktop/save-file'
import { readClaimDetail } from '../claims/claim-detail'
import type { Ledger } from '../claims/ledger-source'
import type { Workbench } from '../workbench/workbench'

/** Writes the check sheet of an analysis where the researcher chooses; null when that was cancelled. */
export async function exportCheckSheet(
  { db, desktop }: Pick<Workbench, 'db' | 'desktop'>,
  { analysis, lines }: Pick<Ledger, 'analysis' | 'lines'>,
): Promise<Outcome<string | null>> {
  const sections: { readonly label: string; readonly rows: SheetRow[] }[] = []
  for (const section of analysis.sections.toSorted((a, b) => a.number - b.number)) {
    const rows: SheetRow[] = []
    for (const { claim } of lines)
      if (claim.sectionId === section.id && claim.mergedInto === undefined) rows.push(...(await rowsOf(db, analysis.id, claim.id)))
    sections.push({ label: `${section.number} · ${section.label}`, rows })
  }
  const progress = progressWords(checkProgress(sections.flatMap(({ rows }) => rows.map((row) => row.standing))))
  const put = await saveFile(
    desktop,
    `${plainName(analysis.title)}-check-sheet.html`,
    renderCheckSheet({ title: analysis.title, asOf: analysis.asOf, progress, sections }),
  )
  return put.ok ? ok(put.value) : put
}

async function rowsOf(
  db: Workbench['db'],
  analysisId: AnalysisId,
  claimId: Ledger['lines'][number]['claim']['id'],
): Promise<readonly SheetRow[]> {
  const detail = await readClaimDetail(db, analysisId, claimId)
  if (detail === null) return []
  const { claim, evidence, standings } = detail
  const own: SheetRow = {
    claim: claim.number,
    relation: '',
    words: claim.text,
    document: '',
    page: '',
    note: claim.scopeLimit === null ? '' : `Confined to ${claim.scopeLimit}.`,
    standing: standings.text,
  }
  return [
    own,
    ...evidence.map(({ link, annotation, document }): SheetRow => {
      const readings = claim.readings.filter((reading) => link.readingIds.includes(reading.id)).map((reading) => `“${reading.label}”`)
      const pages = [...new Set(annotation.segments.map((segment) => pageNumberOf(segment.pageIndex)))]
      const quote = quotationOf(annotation)
      return {
        claim: claim.number,
        relation: `${RELATION_SIGNS[link.relation].shape} ${RELATION_SIGNS[link.relation].word}${readings.length === 0 ? '' : ` on the reading ${readings.join(', ')}`}`,
        words: quote.trim() === '' ? 'An area without words: see the page.' : `“${quote}”`,
        document: document?.name ?? 'a document that was removed',
        page: `p. ${pages.join(', ')}`,
        note: link.note,
        standing: standings.links.get(link.id) ?? { state: 'unchecked', checks: [] },
      }
    }),
  ]
}
