import type { AnnotationId } from '@shared/annotations/annotation'
import { quotationOf } from '@shared/annotations/annotation'
import { compareClaims } from '@shared/claims/claim'
import { type EvidenceLink, RELATION_SIGNS, RELATIONS, type Relation } from '@shared/claims/evidence-link'
import type { Document } from '@shared/documents/document'
import type { StoredTable } from '@shared/tables/table-pages'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { PassageToEventDialog } from '../chronology/passage-to-event-dialog'
import { passageOfMark } from '../purchases/ledger-passage'
import { PassageToLedgerDialog } from '../purchases/passage-to-ledger-dialog'
import { deleteAnnotations } from '../annotations/commands/delete-annotations'
import { EditLinkDialog } from '../annotations/edit-link-dialog'
import { EditMarkDialog } from '../annotations/edit-mark-dialog'
import { EMPTY_MARKS, type Mark, neighbour } from '../annotations/marks'
import { MarksPanel } from '../annotations/marks-panel'
import { Palette } from '../annotations/palette'
import { useMarks } from '../annotations/use-marks'
import { useRun } from '../annotations/use-run'
import { useCurrentAnalysis } from '../app/use-current-analysis'
import { ClaimList } from '../claims/claim-list'
import { usePreference, writePreference } from '../preferences/preferences'
import type { Frame } from '../reader/frame'
import { useSegmentMarks } from '../reader/use-linking'
import { useMarkActions } from '../reader/use-mark-actions'
import { useReaderKeys } from '../reader/use-reader-keys'
import { useRecords } from '../storage/live'
import { EmptyState } from '../ui/empty-state'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { CellDetail } from './cell-detail'
import { columnMenu } from './column-menu'
import { GoToRowDialog } from './go-to-row-dialog'
import { columnOfHit, openSheets, pageOfRow } from './open-sheets'
import { cellsOfRow, pageOfPlace, rowNumberOf, segmentOfPlace } from './segment-of-place'
import { SheetTabs } from './sheet-tabs'
import { TableGrid } from './table-grid'
import styles from './table-reader.module.css'
import { TableToolbar } from './table-toolbar'
import { type CellPlace, columnCountOf, isNarrowed, NO_FILTER, type RowFilter, type RowOrder } from './table-view'
import { useCellHits } from './use-cell-hits'
import { useColumnWidths } from './use-column-widths'
import { useTableNotes } from './use-open-table'
import { useRowOrder } from './use-row-order'
import { useTableAddress } from './use-table-address'

type TableReaderProps = { readonly document: Document; readonly table: StoredTable; readonly frame: Frame }
/** What is open over the cells. */
type Over =
  | { readonly kind: 'link'; readonly relation: Relation | null }
  | { readonly kind: 'go-to' }
  | { readonly kind: 'link-mark' | 'edit' | 'purchase' | 'event'; readonly mark: AnnotationId }
  | { readonly kind: 'edit-link'; readonly mark: AnnotationId; readonly link: EvidenceLink }

const FIRST: CellPlace = { row: 0, column: 0 }

/** A table that is open: its cells, claims, marks, and linking one to the other. */
export function TableReader({ document, table, frame }: TableReaderProps) {
  const { db } = useWorkbench()
  const run = useRun()
  const toast = useToast()
  const analysis = useCurrentAnalysis()
  const allClaims = useRecords('claims', 'analysisId', analysis?.id ?? null)
  const marks = useMarks(document.id, analysis?.id ?? null)
  const notes = useTableNotes(document)
  const { mark: markSegments, linkMark, cite } = useSegmentMarks(document, analysis)
  const [lastClaim] = usePreference('lastClaim')
  const [lastRelation] = usePreference('lastRelation')
  const sheets = useMemo(() => openSheets(document, table), [document, table])
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      sheets.findIndex(({ hidden, pages }) => !hidden && pages.count > 0),
    ),
  )
  const [places, setPlaces] = useState<ReadonlyMap<number, CellPlace>>(new Map())
  const [filter, setFilter] = useState<RowFilter>(NO_FILTER)
  const [sorted, setSorted] = useState<RowOrder>(null)
  const [finding, setFinding] = useState({ words: '', at: 0 })
  const [selected, setSelected] = useState<AnnotationId | null>(null)
  const [over, setOver] = useState<Over | null>(null)
  const [shown, setShown] = useState(0)
  const [focused, setFocused] = useState(0)
  const desk = useRef<HTMLDivElement>(null)
  const findField = useRef<HTMLInputElement>(null)

  const sheet = sheets[at]
  const place = places.get(at) ?? (sheet !== undefined && sheet.rows.length === 0 ? { row: -1, column: 0 } : FIRST)
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
  const choose = useCallback((sheetAt: number, next: CellPlace): void => {
    setAt(sheetAt)
    setPlaces((before) => new Map(before).set(sheetAt, next))
    setShown((before) => before + 1)
  }, [])
  /** Chooses a place; rows that a filter hides are shown again. */
  const goTo = useCallback(
    (index: number, column: number | null): boolean => {
      const sheetAt = sheets.findIndex(({ pages }) => index >= pages.first && index < pages.first + pages.count)
      const target = sheets[sheetAt]
      if (target === undefined) return false
      setFilter(NO_FILTER)
      choose(sheetAt, { row: index - target.pages.first - 1, column })
      return true
    },
    [sheets, choose],
  )
  const goToMark = useCallback(
    (mark: Mark): void => {
      setSelected(mark.annotation.id)
      const [first] = mark.annotation.segments
      if (first !== undefined) goTo(first.pageIndex, first.cell?.column == null ? null : first.cell.column - 1)
    },
    [goTo],
  )
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
    if (hit !== undefined) choose(at, hit)
  }
  const walk = (direction: 1 | -1): void => {
    const next = neighbour(marks ?? EMPTY_MARKS, selected, page, direction)
    if (next !== undefined) goToMark(next)
    else toast.show({ text: direction === 1 ? 'There is no later mark in this document.' : 'There is no earlier mark in this document.' })
  }
  const showAll = (): void => {
    setFilter(NO_FILTER)
    setSorted(null)
    focusGrid()
  }
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    const relation = RELATIONS.find((one) => RELATION_SIGNS[one].key === event.key.toLowerCase())
    if (event.key === 'Enter') setOver({ kind: 'link', relation: null })
    else if (relation !== undefined) setOver({ kind: 'link', relation })
    else if (event.key.toLowerCase() === 'h')
      void markSegments(segments(), { kind: 'highlight', comment: '', exemptionCodes: [], choice: null }).then(marked)
    else if (event.key === ' ') choose(at, { row: place.row, column: place.column === null ? 0 : null })
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
  const preset = { claimId: lastClaim, relation: over?.kind === 'link' && over.relation !== null ? over.relation : lastRelation }
  const palette = {
    claims,
    preset,
    passage: where,
    addTo: null,
    takeFocus: true,
    onRedaction: null,
    onAdd: () => undefined,
    onCorrect: null,
    onClose: close,
  }
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
          {...{ sheet, order, widths, selected, filter, sorted, shown }}
          current={place}
          marks={marks ?? EMPTY_MARKS}
          formulas={notes.formulas}
          isHit={(row, column) => hitKeys.has(`${row} ${column}`)}
          menuOf={(column) =>
            columnMenu({
              sheet,
              column,
              cell: cellsOfRow(sheet, place.row)[column] ?? '',
              filter,
              sorted,
              onFilter: setFilter,
              onSort: setSorted,
            })
          }
          onCurrent={(next) => choose(at, next)}
          onMark={(mark) => setSelected(mark?.annotation.id ?? null)}
          onWidth={setWidth}
          onKey={onKey}
        />
        {columnCountOf(sheet) === 0 ? (
          <p className={styles.emptySheet}>This sheet is empty.</p>
        ) : order.length === 0 && narrowed && !arranging ? (
          <p className={styles.emptySheet}>No row holds all of this.</p>
        ) : null}
        {over?.kind === 'link' ? (
          <Palette
            key={`cell ${over.relation}`}
            {...palette}
            target="passage"
            quote={segments()[0]?.quote ?? ''}
            onLink={(choice, mark) => void markSegments(segments(), { ...mark, comment: '', exemptionCodes: [], choice }).then(marked)}
            onMark={(comment, mark) => void markSegments(segments(), { ...mark, comment, exemptionCodes: [], choice: null }).then(marked)}
            onCite={() => void cite(segments())}
          />
        ) : null}
        {over?.kind === 'link-mark' && markOver !== undefined ? (
          <Palette
            key="mark"
            {...palette}
            target="mark"
            quote={quotationOf(markOver.annotation)}
            onLink={(choice) => void linkMark(markOver.annotation.id, choice).then((done) => (done ? close() : undefined))}
            onMark={() => undefined}
            onCite={() => actions.cite(markOver)}
          />
        ) : null}
      </div>
      <CellDetail
        {...{ sheet, at, place, notes }}
        onLink={() => setOver({ kind: 'link', relation: null })}
        onRow={() => choose(at, { row: place.row, column: null })}
        onCite={() => void cite(segments())}
      />
      {sheets.length > 1 ? (
        <SheetTabs
          sheets={sheets}
          at={at}
          onShow={(next) => {
            setFilter(NO_FILTER)
            setSorted(null)
            setAt(next)
          }}
        />
      ) : null}
      {frame.active && frame.hosts.left !== null
        ? createPortal(
            analysis === null ? (
              <EmptyState title="No analysis yet">
                <p>With an analysis, its claims stand here, and cells can be linked to them.</p>
              </EmptyState>
            ) : (
              <ClaimList
                analysisId={analysis.id}
                selected={lastClaim}
                onSelect={(claimId) => void writePreference(db, 'lastClaim', claimId)}
              />
            ),
            frame.hosts.left,
          )
        : null}
      {frame.active && frame.hosts.right !== null
        ? createPortal(
            <MarksPanel marks={marks} page={page} unit="row" selected={selected} claims={claimsById} actions={actions} />,
            frame.hosts.right,
          )
        : null}
      {over?.kind === 'go-to' ? (
        <GoToRowDialog
          current={rowNumberOf(sheet, place.row)}
          last={rowNumberOf(sheet, sheet.rows.length - 1)}
          onGo={(row) => goTo(pageOfRow(sheet, row), place.column)}
          onClose={close}
        />
      ) : null}
      {over?.kind === 'edit' && markOver !== undefined ? <EditMarkDialog mark={markOver} onClose={close} /> : null}
      {over?.kind === 'purchase' && markOver !== undefined ? (
        <PassageToLedgerDialog passage={passageOfMark(markOver.annotation)} onClose={close} />
      ) : null}
      {over?.kind === 'event' && markOver !== undefined ? (
        <PassageToEventDialog passage={passageOfMark(markOver.annotation)} onClose={close} />
      ) : null}
      {over?.kind === 'edit-link' && markOver !== undefined ? (
        <EditLinkDialog mark={markOver} link={over.link} claims={claims} onClose={close} />
      ) : null}
    </>
  )
}
