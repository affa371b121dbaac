import Papa from 'papaparse'
import { type Annotation, firstSegment } from '../annotations/annotation'
import type { Document } from '../documents/document'
import type { Page } from '../documents/page'
import { boundsOf } from '../units/geometry'
import { pageNumberOf } from '../units/pages'
import type { RedactionProposal } from './propose-redactions'
import { shareOf } from './tally-redactions'

const COLUMNS = [
  'document',
  'document_sha256',
  'page',
  'label',
  'stamp',
  'codes',
  'share_of_page',
  'state',
  'confirmed_by',
  'confirmed_at',
  'author',
  'comment',
] as const

/** The redactions of one document: what is proposed and undecided, and all its marks. */
export type DocumentRedactions = {
  readonly document: Pick<Document, 'id' | 'name'>
  /** At least the pages on which a redaction stands. */
  readonly pages: readonly Pick<Page, 'index' | 'label' | 'box'>[]
  readonly proposals: readonly RedactionProposal[]
  readonly marks: readonly Annotation[]
}

/**
 * The redactions of documents as CSV (RFC 4180), document after document in reading order: those that the researcher confirmed or drew,
 * then those that are proposed only. `share_of_page` is the area of the redaction over the page's, 0 to 1; `page` is the file page from 1.
 */
export const redactionLog = (documents: readonly DocumentRedactions[]): string =>
  `${Papa.unparse({ fields: [...COLUMNS], data: documents.flatMap(linesOf) }, { newline: '\r\n', escapeFormulae: false })}\r\n`

function linesOf({ document, pages, proposals, marks }: DocumentRedactions): readonly (readonly (string | number)[])[] {
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
        document.name,
        document.id,
        pageNumberOf(pageIndex),
        label ?? '',
        stamp ?? '',
        mark.exemptionCodes.join('; '),
        share(
          pageIndex,
          quads.flatMap((quad) => boundsOf([quad]) ?? []),
        ),
        mark.confirmed === null ? 'marked by hand' : 'confirmed',
        mark.confirmed?.by ?? '',
        mark.confirmed?.at ?? '',
        mark.author,
        mark.comment,
      ]),
    )
  const proposed = proposals.map(({ pageIndex, codes, area }) => [
    document.name,
    document.id,
    pageIndex + 1,
    byIndex.get(pageIndex)?.label ?? '',
    '',
    codes.join('; '),
    share(pageIndex, [area]),
    'proposed',
    '',
    '',
    '',
    '',
  ])
  return [...confirmed, ...proposed]
}
