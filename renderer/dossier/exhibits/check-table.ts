import { type Document, mediaOf } from '@shared/documents/document'
import type { SegmentCheck } from '@shared/dossier/snapshot'
import { pagesOfTable } from '@shared/tables/table-pages'
import type { Database } from '../../storage/database'
import { readTableApart } from '../../tables/read-table-apart'
import { checkSegment } from './check-segment'
import { FILE_TROUBLE } from './exhibit-files'
import { type PlacedSegment, unreadPassages } from './passage-findings'

/** Reads a table again whole, in a worker, and looks for the marked rows and cells in it; a row has no picture. */
export async function checkTable(db: Database, document: Document, passages: readonly PlacedSegment[]): Promise<readonly SegmentCheck[]> {
  const media = mediaOf(document)
  const blob = (await db.files.get(document.id))?.blob
  if (media === 'pdf' || blob === undefined) return unreadPassages(passages, FILE_TROUBLE.missing)
  const table = await readTableApart(blob, media, document.name)
  if (!table.ok) return unreadPassages(passages, `The document could not be opened: ${table.problem.what}`)
  const pages = [...pagesOfTable(table.value)]
  const checks: SegmentCheck[] = []
  for (const { annotationId, segment, at } of passages) {
    const checked = await checkSegment(
      segment,
      pages.length,
      async (index) => pages[index],
      async () => null,
      () => undefined,
    )
    checks.push({ annotationId, segment: at, ...checked })
  }
  return checks
}
