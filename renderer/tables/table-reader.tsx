import type { AnnotationId } from '@shared/annotations/annotation'
import { compareClaims } from '@shared/claims/claim'
import { type EvidenceLink, RELATION_SIGNS, RELATIONS } from '@shared/claims/evidence-link'
import type { Document } from '@shared/documents/document'
import type { StoredTable } from '@shared/tables/table-pages'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { deleteAnnotations } from '../annotations/commands/delete-annotations'
import { EMPTY_MARKS, type Mark, neighbour } from '../annotations/marks'
import { useMarks } from '../annotations/use-marks'
import { useRun } from '../annotations/use-run'
import { useCurrentAnalysis } from '../app/use-current-analysis'
import type { Frame } from '../reader/frame'
import { useSegmentMarks } from '../reader/use-linking'
import { useMarkActions } from '../reader/use-mark-actions'
import { useReaderKeys } from '../reader/use-reader-keys'
import { useRecords } from '../storage/live'
import { EmptyState } from '../ui/empty-state'
import { useToast } from '../ui/toast'
import { CellDetail } from './cell-detail'
import { columnMenu } from './column-menu'
import { columnOfHit, openSheets } from './open-sheets'
import { cellsOfRow, pageOfPlace, rowNumberOf, segmentOfPlace } from './segment-of-place'
import { SheetTabs } from './sheet-tabs'
import { TableGrid } from './table-grid'
import { type Over, TableDialogs, TablePalette } from './table-over'
import styles from './table-reader.module.css'
import { TableSides } from './table-sides'
import { TableToolbar } from './table-toolbar'
import { isNarrowed } from './table-view'
import { useCellHits } from './use-cell-hits'
import { useColumnWidths } from './use-column-widths'
import { useTableNotes } from './use-open-table'
import { useRowOrder } from './use-row-order'
import { useTableAddress } from './use-table-address'
import { useTablePlaces } from './use-table-places'

type TableReaderProps = { readonly document: Document; readonly table: StoredTable; readonly frame: Frame }

/** A table that is open: its cells, claims, marks, and linking one to the other. */
export function TableReader({ document, table, frame }: TableReaderProps) {
  const run = useRun()
  const toast = useToast()
  const analysis = useCurrentAnalysis()
  const allClaims = useRecords('claims', 'analysisId', analysis?.id ?? null)
  const marks = useMarks(document.id, analysis?.id ?? null)
  const notes = useTableNotes(document)
  const linking = useSegmentMarks(document, analysis)
  const { mark: markSegments, cite } = linking
  const sheets = useMemo(() => openSheets(document, table), [document, table])
  const places = useTablePlaces(sheets)
  const { at, sheet, place, shown, filter, setFilter, sorted, setSorted, selected, setSelected, selectMark, chooseHere, goTo, goToMark } =
    places
  const [finding, setFinding] = useState({ words: '', at: 0 })
  const [over, setOver] = useState<Over | null>(null)
  const [focused, setFocused] = useState(0)
  const desk = useRef<HTMLDivElement>(null)
  const findField = useRef<HTMLInputElement>(null)

  const { order, arranging } = useRowOrder(sheet, filter, sorted)
  const { hits, hitKeys, looking, whenFound } = useCellHits(sheet, order, finding.words)
  const [widths, setWidth] = useColumnWidths(document.id, sheet, at)
  const claims = useMemo(() => {
    const numbers = new Map(analysis?.sections.map((section) => [section.id, section.number]))
    return (allClaims ?? []).toSorted(compareClaims((id) => numbers.get(id) ?? Number.POSITIVE_INFINITY))
  }, [allClaims, analysis])
  const claimsById = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims])
  const markOver = over !== null && 'mark' in over ? marks?.byId.get(over.mark) : undefined
  const selectedMark = selected === null ? undefined : marks?.byId.get(selected)
  const page = sheet === undefined ? 0 : pageOfPlace(sheet, place)

  const focusGrid = (): void => setFocused((before) => before + 1)
  useEffect(() => {
    if (focused > 0 || frame.active) desk.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })
  }, [focused, frame.active])
  const address = useMemo(
    () => ({
      mark: goToMark,
      missing: () => toast.show({ text: 'This mark is not in the library any more.' }),
      page: (index: number, words: string | null) => goTo(index, words === null ? 0 : columnOfHit(sheets, index, words)),
      find: (words: string) => setFinding({ words, at: 0 }),
    }),
    [goToMark, goTo, toast, sheets],
  )
  useTableAddress(frame.column === 'main', marks, address)
  const actions = useMarkActions({
    analysisId: analysis?.id ?? null,
    select: goToMark,
    edit: useCallback((mark: Mark) => setOver({ kind: 'edit', mark: mark.annotation.id }), []),
    link: useCallback(
      (mark: Mark) => {
        goToMark(mark)
        setOver({ kind: 'link-mark', mark: mark.annotation.id })
      },
      [goToMark],
    ),
    toPurchase: useCallback((mark: Mark) => setOver({ kind: 'purchase', mark: mark.annotation.id }), []),
    toEvent: useCallback((mark: Mark) => setOver({ kind: 'event', mark: mark.annotation.id }), []),
    editLink: useCallback((mark: Mark, link: EvidenceLink) => setOver({ kind: 'edit-link', mark: mark.annotation.id, link }), []),
    // What is only a likeness does not come about in a table: a cell holds its words or it does not.
    compare: useCallback(() => undefined, []),
    cite: useCallback(({ annotation }: Mark) => cite(annotation.segments), [cite]),
  })

  const close = (): void => {
    setOver(null)
    focusGrid()
  }
  const marked = (id: AnnotationId | null): void => {
    if (id === null) return
    close()
    setSelected(id)
  }
  const segments = () => (sheet === undefined ? [] : [segmentOfPlace(document, sheet, place)])
  const step = async (direction: 1 | -1): Promise<void> => {
    // The words may have been typed a moment ago.
    const found = await whenFound()
    if (found.length === 0) return
    const here = found.findIndex((hit) => hit.row === place.row && hit.column === place.column)
    const next = here === -1 ? finding.at : (here + direction + found.length) % found.length
    const hit = found[Math.min(next, found.length - 1)]
    setFinding({ words: finding.words, at: next })
    if (hit !== undefined) chooseHere(hit)
  }
  const walk = (direction: 1 | -1): void => {
    const next = neighbour(marks ?? EMPTY_MARKS, selected, page, direction)
    if (next !== undefined) goToMark(next)
    else toast.show({ text: direction === 1 ? 'There is no later mark in this document.' : 'There is no earlier mark in this document.' })
  }
  const showAll = (): void => {
    places.showAll()
    focusGrid()
  }
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    const relation = RELATIONS.find((one) => RELATION_SIGNS[one].key === event.key.toLowerCase())
    if (event.key === 'Enter') setOver({ kind: 'link', relation: null })
    else if (relation !== undefined) setOver({ kind: 'link', relation })
    else if (event.key.toLowerCase() === 'h')
      void markSegments(segments(), { kind: 'highlight', comment: '', exemptionCodes: [], choice: null }).then(marked)
    else if (event.key === ' ') chooseHere({ row: place.row, column: place.column === null ? 0 : null })
    else return false
    return true
  }
  useReaderKeys(frame.active, {
    'next-mark': () => walk(1),
    'previous-mark': () => walk(-1),
    'go-to-page': () => setOver({ kind: 'go-to' }),
    'copy-citation': () => void cite(segments()),
    'edit-mark': () => (selectedMark === undefined ? undefined : actions.edit(selectedMark)),
    'link-mark': () => (selectedMark === undefined ? undefined : actions.link(selectedMark)),
    'mark-to-purchase': () => (selectedMark === undefined ? undefined : actions.toPurchase(selectedMark)),
    'mark-to-event': () => (selectedMark === undefined ? undefined : actions.toEvent(selectedMark)),
    'delete-mark': () => (selectedMark === undefined ? undefined : void run(deleteAnnotations, { ids: [selectedMark.annotation.id] })),
    find: () => findField.current?.select(),
    'next-hit': () => void step(1),
    'previous-hit': () => void step(-1),
    scroll: () => undefined,
    leave: () => (selected !== null ? setSelected(null) : setFinding({ words: '', at: 0 })),
  })
  const menuOf = useCallback(
    (column: number) =>
      sheet === undefined
        ? []
        : columnMenu({
            sheet,
            column,
            cell: cellsOfRow(sheet, place.row)[column] ?? '',
            filter,
            sorted,
            onFilter: setFilter,
            onSort: setSorted,
          }),
    [sheet, place.row, filter, sorted, setFilter, setSorted],
  )
  const where = useCallback(() => {
    const cell = desk.current?.querySelector('[aria-selected="true"]')?.getBoundingClientRect()
    return cell === undefined ? null : { left: cell.left, top: cell.top, right: cell.right, bottom: cell.bottom }
  }, [])

  if (sheet === undefined)
    return (
      <EmptyState title={document.name}>
        <p>There is no sheet in this file.</p>
      </EmptyState>
    )
  const narrowed = isNarrowed(filter)
  return (
    <>
      <TableToolbar
        {...{ document, frame, findField }}
        place={`${sheet.name === null ? '' : `${sheet.name} · `}row ${rowNumberOf(sheet, place.row)}`}
        onGoTo={() => setOver({ kind: 'go-to' })}
        words={filter.words}
        onWords={(words) => setFilter((before) => ({ ...before, words }))}
        narrowed={narrowed || sorted !== null}
        counts={
          arranging
            ? 'Looking through the rows…'
            : narrowed
              ? `${order.length.toLocaleString('en-US')} of ${sheet.rows.length.toLocaleString('en-US')} rows`
              : `${sheet.rows.length.toLocaleString('en-US')} rows`
        }
        onAll={showAll}
        finding={{ ...finding, count: hits.length, looking }}
        onFind={(words) => setFinding({ words, at: 0 })}
        onStep={(direction) => void step(direction)}
        onLeave={focusGrid}
      />
      <div ref={desk} className={styles.desk}>
        <TableGrid
          key={at}
          name={sheet.name ?? document.name}
          {...{ sheet, order, widths, selected, filter, sorted, shown, menuOf }}
          current={place}
          marks={marks ?? EMPTY_MARKS}
          formulas={notes.formulas}
          hits={hitKeys}
          onCurrent={chooseHere}
          onMark={selectMark}
          onWidth={setWidth}
          onKey={onKey}
        />
        {widths.length === 0 ? (
          <p className={styles.emptySheet}>This sheet is empty.</p>
        ) : order.length === 0 && narrowed && !arranging ? (
          <p className={styles.emptySheet}>No row holds all of this.</p>
        ) : null}
        {over === null ? null : (
          <TablePalette mark={markOver} {...{ over, claims, linking, segments, where }} onMarked={marked} onClose={close} />
        )}
      </div>
      <CellDetail
        {...{ sheet, at, place, notes }}
        onLink={() => setOver({ kind: 'link', relation: null })}
        onRow={() => chooseHere({ row: place.row, column: null })}
        onCite={() => void cite(segments())}
      />
      {sheets.length > 1 ? <SheetTabs sheets={sheets} at={at} onShow={places.showSheet} /> : null}
      <TableSides {...{ frame, marks, page, selected, actions }} analysisId={analysis?.id ?? null} claims={claimsById} />
      {over === null ? null : <TableDialogs mark={markOver} {...{ over, claims, sheet, place }} onGo={goTo} onClose={close} />}
    </>
  )
}
