import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import type { DocumentId } from '@shared/documents/document'
import { useEffect, useMemo, useState } from 'react'
import { watchedValue } from '../storage/watched-value'
import { useWorkbench } from '../workbench/workbench'
import { createFinding, type Finding, type Hit } from './finding'
import type { PageColumn } from './page-column'
import type { PageShape } from './page-geometry'
import type { PageTexts } from './page-texts'
import type { PointerWork } from './pointer-work'
import { extentOnPage } from './quads-in-window'
import type { Jumping } from './use-jumps'

type Parts = {
  readonly documentId: DocumentId
  readonly shapes: readonly PageShape[]
  readonly column: PageColumn
  readonly texts: PageTexts
  readonly work: PointerWork
  readonly jumping: Jumping
}

/** Finding in the document that is read: what is looked for, and making a mark of a hit. */
export function useFinding({ documentId, shapes, column, texts, work, jumping }: Parts): {
  readonly finding: Finding
  readonly markHit: (index: number) => void
} {
  const { db, derived, examination } = useWorkbench()
  const [shown] = useState(() => watchedValue(shapes))
  useEffect(() => shown.set(shapes), [shown, shapes])
  const [finding] = useState(() => {
    const show = async (hit: Hit): Promise<void> => {
      const text = await texts.load(hit.page)
      const extent = text === null ? null : extentOnPage([{ page: hit.page, quads: quadsOfRanges(text, [hit]) }], shown.get())
      if (extent !== null) jumping.jump('find', () => column.reveal(extent.page, extent.top, extent.bottom))
    }
    return createFinding({
      stores: { db, derived },
      documentId,
      pageCount: shapes.length,
      examined: () => examination.whenExamined(documentId),
      here: () => column.get().current,
      show: (hit) => void show(hit),
    })
  })
  useEffect(() => finding.attach(), [finding])
  return useMemo(
    () => ({
      finding,
      markHit(index) {
        const hit = finding.get().hits[index]
        if (hit === undefined) return
        finding.choose(index)
        column.focus()
        void texts
          .load(hit.page)
          .then(() => work.select({ from: { page: hit.page, offset: hit.start }, to: { page: hit.page, offset: hit.end } }))
      },
    }),
    [finding, column, texts, work],
  )
}
