import Papa from 'papaparse'
import { type Annotation, firstSegment } from '../annotations/annotation'
import type { Document } from '../documents/document'
import type { Page } from '../documents/page'
import { boundsOf } from '../units/geometry'
import { pageNumberOf } from '../units/pages'
import type { RedactionProposal } from './propose-redactions'
import { shareOf } from './tally-redactions'

const COLUMNS = ['document', 'document_sha256', 'page', 'label', 'stamp', 'codes', 'share_of_page', 'state', 'confirmed_by', 'confirmed_at', 'author', 'comment'] as const

/**
 * The redactions of a document as CSV (RFC 4180), in reading order: those that the researcher confirmed or drew, then those that are
 * proposed only. `share_of_page` is the area of the redaction over the page's, 0 to 1; `page` is the file page from 1.
 */
export function redactionLog(document: Pick<Document, 'id' | 'name'>, pages: readonly Page[], proposals: readonly RedactionProposal[], marks: readonly Annotation[]): string {
  const byIndex = new Map(pages.map((page) => [Number(page.index), page]))
  const share = (index: number, areas: Parameters<typeof shareOf>[0]): string => {
    const page = byIndex.get(index)
    return page === undefined ? '' : shareOf(areas, page.box).toFixed(4)
  }
  const confirmed = marks
    .filter(({ kind }) => kind === 'redaction')
    .toSorted((a, b) => firstSegment(a).pageIndex - firstSegment(b).pageIndex)
    .flatMap((mark) =>
      mark.segments.map(({ pageIndex, label, stamp, quads }) => [
        document.name, document.id, pageNumberOf(pageIndex), label ?? '', stamp ?? '', mark.exemptionCodes.join('; '), share(pageIndex, quads.flatMap((quad) => boundsOf([quad]) ?? [])),
        mark.confirmed === null ? 'marked by hand' : 'confirmed', mark.confirmed?.by ?? '', mark.confirmed?.at ?? '', mark.author, mark.comment,
      ]),
    )
  const proposed = proposals.map(({ pageIndex, codes, area }) => [
    document.name, document.id, pageIndex + 1, byIndex.get(pageIndex)?.label ?? '', '', codes.join('; '), share(pageIndex, [area]), 'proposed', '', '', '', '',
  ])
  return `${Papa.unparse({ fields: [...COLUMNS], data: [...confirmed, ...proposed] }, { newline: '\r\n', escapeFormulae: false })}\r\n`
}
