import type { AnnotationId } from '@shared/annotations/annotation'
import { countsByState } from '@shared/anchoring/anchor-marks'
import { ANCHOR_STATES } from '@shared/annotations/segment'
import { RotateCcw } from 'lucide-react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useSearch } from 'wouter'
import { CompareDialog } from '../annotations/compare-dialog'
import { deleteAnnotations } from '../annotations/commands/delete-annotations'
import { EditMarkDialog } from '../annotations/edit-mark-dialog'
import { useRun } from '../annotations/use-run'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { useInTurns } from '../app/use-in-turns'
import { WithSide } from '../app/with-side'
import { NotesDialog } from '../foreign-notes/notes-dialog'
import { AnchorStateSign } from '../ui/anchor-state'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Kbd } from '../ui/kbd'
import { PanelHeader } from '../ui/panel'
import { AnchorAgainDialog } from './anchor-again-dialog'
import { BulkBar } from './bulk-bar'
import { BulkDialogs, type BulkDialog } from './bulk-dialogs'
import type { Chosen } from './choosing'
import { MarkDetail } from './mark-detail'
import { MarksExchange } from './marks-out'
import { filtered, type MarkFilter, type MarkOrder, type MarkRow, NO_FILTER, sorted } from './mark-rows'
import { MarksFilters } from './marks-filters'
import styles from './marks-screen.module.css'
import { MarksTable } from './marks-table'
import { useAllMarks } from './use-all-marks'

const NO_ROWS: readonly MarkRow[] = []
const NOTHING: Chosen<AnnotationId> = { ids: new Set(), last: null }
type Open = { readonly kind: BulkDialog | 'anchor' } | { readonly kind: 'edit' | 'compare'; readonly row: MarkRow }

/** All marks of the library: narrowed, put in order, and changed together. */
export function MarksScreen() {
  const rows = useAllMarks()
  const run = useRun()
  const [filter, setFilter] = useState<MarkFilter>(NO_FILTER)
  const [order, setOrder] = useState<MarkOrder>({ by: 'place', down: false })
  const [chosen, setChosen] = useState(NOTHING)
  const [open, setOpen] = useState<Open | null>(null)
  // Typing goes on while a long list is narrowed.
  const wanted = useDeferredValue(filter)
  const arranged = useInTurns(
    useCallback(async (rest) => (rows === undefined ? undefined : sorted(filtered(rows, wanted), order, rest)), [rows, wanted, order]),
  )
  const shown = arranged ?? NO_ROWS
  const counts = useMemo(() => countsByState(shown.map((row) => row.state)), [shown])
  const picked = useMemo(() => shown.filter((row) => chosen.ids.has(row.id)), [shown, chosen])
  const takingIn = new URLSearchParams(useSearch()).has('notes')
  const close = useCallback(() => setOpen(null), [])
  const remove = useCallback((ids: readonly AnnotationId[]) => void run(deleteAnnotations, { ids }), [run])
  if (rows === undefined || arranged === undefined) return null
  const single = picked.length === 1 ? picked[0] : undefined

  return (
    <WithSide
      group="marks"
      side={
        single === undefined ? null : (
          <MarkDetail
            key={single.id}
            row={single}
            onEdit={() => setOpen({ kind: 'edit', row: single })}
            onCompare={() => setOpen({ kind: 'compare', row: single })}
            onOpen={() => openMark(single)}
            onClose={() => setChosen(NOTHING)}
          />
        )
      }
    >
      <h1 className={styles.hidden}>All marks</h1>
      <section className={styles.list} aria-label="All marks">
        <PanelHeader title="Marks" count={rows.length}>
          <output className={styles.counts}>
            {shown.length === rows.length ? null : <span>{shown.length.toLocaleString('en-US')} shown:</span>}
            {ANCHOR_STATES.map((state) => (
              <span key={state} className={styles.count} data-none={counts[state] === 0 ? '' : undefined}>
                {counts[state].toLocaleString('en-US')} <AnchorStateSign state={state} />
              </span>
            ))}
          </output>
          <MarksExchange rows={shown} />
          <Button icon={RotateCcw} kind="quiet" disabled={rows.length === 0} onClick={() => setOpen({ kind: 'anchor' })}>
            Anchor all again…
          </Button>
        </PanelHeader>
        {rows.length === 0 ? (
          <EmptyState
            title="Nothing is marked yet"
            actions={
              <Button kind="primary" onClick={() => navigate(routes.library())}>
                Go to the library
              </Button>
            }
          >
            <p>
              Open a document and select a passage: <Kbd keys="H" /> marks it, a letter and <Kbd keys="Enter" /> link it to a claim. All
              marks of all documents stand here then, to be found, tagged and linked together.
            </p>
          </EmptyState>
        ) : (
          <>
            <MarksFilters rows={rows} filter={filter} onFilter={setFilter} />
            <BulkBar rows={picked} onAsk={(kind) => setOpen({ kind })} onDelete={remove} onNone={() => setChosen(NOTHING)} />
            {shown.length === 0 ? (
              <EmptyState title="No mark fits" actions={<Button onClick={() => setFilter(NO_FILTER)}>Show all {rows.length}</Button>}>
                <p>Every filter has to fit. Words are looked for in quotations, comments, tags, notes and names of documents.</p>
              </EmptyState>
            ) : (
              <MarksTable
                rows={shown}
                order={order}
                onOrder={setOrder}
                chosen={chosen}
                onChosen={setChosen}
                onOpen={openMark}
                onDelete={remove}
              />
            )}
          </>
        )}
      </section>
      {takingIn ? <NotesDialog onClose={() => navigate(routes.marks(), { replace: true })} /> : null}
      {open === null ? null : open.kind === 'edit' ? (
        <EditMarkDialog mark={open.row} onClose={close} />
      ) : open.kind === 'compare' ? (
        open.row.document === null ? null : (
          <CompareDialog annotation={open.row.annotation} document={open.row.document} onClose={close} />
        )
      ) : open.kind === 'anchor' ? (
        <AnchorAgainDialog rows={rows} onClose={close} />
      ) : (
        <BulkDialogs kind={open.kind} rows={picked} onClose={close} />
      )}
    </WithSide>
  )
}

const openMark = (row: MarkRow): void => navigate(routes.document(row.annotation.documentId, { mark: row.id }))
