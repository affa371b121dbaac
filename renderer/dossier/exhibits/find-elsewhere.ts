import { findInDocument } from '@shared/anchoring/find-in-document'
import type { DocumentId } from '@shared/documents/document'
import type { PageText } from '@shared/documents/page'
import { readEmbeddedTexts } from '../../documents/page-readings'
import type { Workbench } from '../../workbench/workbench'
import type { FindElsewhere } from './check-segment'

/**
 * Looks through the stored text of a document for the one other page that has a passage's words; the bytes of that page are then read. What
 * is held back on pages that have them is left out before one is chosen.
 */
export function findElsewhereIn(workbench: Pick<Workbench, 'db' | 'derived' | 'examination'>, id: DocumentId): FindElsewhere {
  let texts: Promise<Map<number, PageText>> | null = null
  const looked = new Set<number>()
  return async (segment) => {
    texts ??= readEmbeddedTexts(workbench, id).then((read) => new Map(read))
    const known = await texts
    for (;;) {
      const { pageIndex: on, passage, candidates } = findInDocument((index) => known.get(index), known.size, segment, segment.pageIndex)
      const others = [on, ...candidates.map((candidate) => candidate.pageIndex)].filter(
        (index) => index !== segment.pageIndex && !looked.has(index),
      )
      if (others.length === 0) return passage.how === 'moved' ? on : null
      await workbench.examination.examinePages(id, others)
      for (const index of others) {
        looked.add(index)
        for (const [page, text] of await readEmbeddedTexts(workbench, id, index, index)) known.set(page, text)
      }
    }
  }
}
