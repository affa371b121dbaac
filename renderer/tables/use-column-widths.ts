import type { DocumentId } from '@shared/documents/document'
import { useCallback, useMemo, useState } from 'react'
import { keepColumnWidths } from '../preferences/keep-sizes'
import { usePreference } from '../preferences/preferences'
import { useWorkbench } from '../workbench/workbench'
import type { OpenSheet } from './segment-of-place'
import { firstWidths } from './table-view'

/** How narrow a column can be made, CSS pixels. */
export const NARROWEST = 48

/** Gives a column a width in CSS pixels; a settled one is remembered between visits, one that is being dragged is not. */
export type SetWidth = (column: number, width: number, settled: boolean) => void

/**
 * Widths of the columns of a sheet: as the researcher left them, else what most of their cells need.
 * @param at the place of the sheet among those of its document
 */
export function useColumnWidths(documentId: DocumentId, sheet: OpenSheet | undefined, at: number): readonly [readonly number[], SetWidth] {
  const { db } = useWorkbench()
  const [{ [documentId]: kept }] = usePreference('columnWidths')
  const [made, setMade] = useState<Readonly<Record<string, number>>>({})
  const widths = useMemo(
    () =>
      sheet === undefined ? [] : firstWidths(sheet).map((width, column) => made[`${at} ${column}`] ?? kept?.[`${at} ${column}`] ?? width),
    [sheet, made, kept, at],
  )
  const set = useCallback<SetWidth>(
    (column, width, settled) => {
      const all = { ...made, [`${at} ${column}`]: width }
      setMade(all)
      if (settled) void keepColumnWidths(db, documentId, all)
    },
    [db, documentId, made, at],
  )
  return [widths, set]
}
