import type { DocumentId } from '@shared/documents/document'
import type { Page } from '@shared/documents/page'
import type { PageRotation } from '@shared/units/geometry'
import { useEffect, useMemo, useState } from 'react'
import type { Preference } from '../preferences/preferences'
import { useWorkbench } from '../workbench/workbench'
import { createPageColumn } from './page-column'
import { turned } from './page-geometry'
import type { Flow } from './page-layout'
import { createPageTexts } from './page-texts'
import { useTextInForce } from './use-text-in-force'
import { createPointerWork, type Tool } from './pointer-work'
import { useLastPlace, zoomOf } from './use-last-place'

/** The moving parts under an open document: the column of pages, their texts, and the selecting; made once. */
export function useReaderParts(
  documentId: DocumentId,
  pages: readonly Page[],
  place: Preference<'lastPlaces'>[string] | null,
  placeKey: string,
  flow: Flow,
) {
  const { db, derived, examination } = useWorkbench()
  const [turn, setTurn] = useState<PageRotation>(place?.turn ?? 0)
  const [tool, setTool] = useState<Tool>('text')
  const shapes = useMemo(() => pages.map((page) => turned(page, turn)), [pages, turn])
  const [texts] = useState(() => createPageTexts({ db, derived }, documentId, (page) => examination.examinePage(documentId, page)))
  const [column] = useState(() =>
    createPageColumn(
      shapes,
      zoomOf(place),
      place === null ? null : { page: Math.min(place.page, pages.length - 1), fraction: place.offset },
      flow,
    ),
  )
  const [work] = useState(() => createPointerWork({ column, texts, shapes }))
  useTextInForce(db, texts)
  useLastPlace(db, placeKey, column, turn)
  useEffect(() => column.setFlow(flow), [column, flow])
  useEffect(() => {
    column.setShapes(shapes)
    work.setShapes(shapes)
  }, [column, work, shapes])
  useEffect(() => work.setTool(tool), [work, tool])
  return { turn, setTurn, tool, setTool, shapes, texts, column, work }
}
