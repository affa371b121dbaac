import type { AnalysisId } from '@shared/analyses/analysis'
import { type ChronologyEvent, eventIdSchema } from '@shared/chronology/event'
import { yearsOf } from '@shared/chronology/timeline'
import { FileDown, Plus } from 'lucide-react'
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useRun } from '../annotations/use-run'
import { WithSide } from '../app/with-side'
import { saveFile } from '../desktop/save-file'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Kbd } from '../ui/kbd'
import { PanelHeader } from '../ui/panel'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { ChronologyDetail } from './chronology-detail'
import { type ChronologyFilter, filtered, NO_FILTER, yearsWanted } from './chronology-filter'
import { ChronologyFilters } from './chronology-filters'
import { ChronologyList } from './chronology-list'
import { chronologyTable } from './chronology-table'
import styles from './chronology.module.css'
import { removeEvents } from './commands/remove-events'
import { EventDialog, type EventStart } from './event-dialog'
import { purchaseOfLine, purchasesById } from './event-marks'
import { useChronology } from './use-chronology'

const TimelineChart = lazy(async () => ({ default: (await import('./timeline-chart')).TimelineChart }))

type Edited = { readonly event: ChronologyEvent | null; readonly start?: EventStart }

/** What happened when: events from passages and by hand, and what follows from purchases and documents, as a timeline and as a list. */
export function ChronologyScreen({ analysisId }: { readonly analysisId: AnalysisId }) {
  const { db, desktop } = useWorkbench()
  const toast = useToast()
  const run = useRun()
  const chronology = useChronology(analysisId)
  const [filter, setFilter] = useState<ChronologyFilter>(NO_FILTER)
  const [chosen, setChosen] = useState<string | null>(null)
  const [edited, setEdited] = useState<Edited | null>(null)
  const wanted = useDeferredValue(filter)
  const lines = chronology?.lines
  const shown = useMemo(() => filtered(lines ?? [], wanted), [lines, wanted])
  const years = useMemo(() => {
    const all = yearsOf(shown)
    return all === null ? null : yearsWanted(wanted, all)
  }, [shown, wanted])
  const byId = useMemo(() => purchasesById(chronology?.purchases ?? []), [chronology])
  const open = useCallback(
    (id: string) => {
      const line = lines?.find((one) => one.id === id)
      if (line?.origin.from === 'event') setEdited({ event: line.origin.event })
    },
    [lines],
  )
  const remove = useCallback(
    (id: string) => {
      const event = eventIdSchema.safeParse(id)
      if (event.success) void run(removeEvents, { ids: [event.data] })
      else toast.show({ text: 'This follows from a purchase or a document, and is changed there.' })
    },
    [run, toast],
  )
  if (chronology === undefined || lines === undefined) return null
  const single = lines.find((line) => line.id === chosen)
  const purchaseId = single === undefined ? null : purchaseOfLine(single)
  const save = async (): Promise<void> => {
    const saved = await saveFile(desktop, 'chronology.csv', await chronologyTable(db, shown))
    if (!saved.ok) toast.show({ text: saved.problem.what, problem: saved.problem })
    else if (saved.value !== null) toast.show({ text: `The chronology was written to ${saved.value}.` })
  }
  const side =
    single === undefined ? null : (
      <ChronologyDetail
        key={single.id}
        analysisId={analysisId}
        line={single}
        purchase={purchaseId === null ? undefined : byId.get(purchaseId)}
        onEdit={() => open(single.id)}
        onKeep={() =>
          setEdited({
            event: null,
            start: {
              kind: single.kind,
              date: single.date,
              title: single.title,
              annotationIds: single.annotationIds,
              purchaseId,
              mark: null,
              words: '',
            },
          })
        }
        onDelete={() => remove(single.id)}
        onClose={() => setChosen(null)}
      />
    )
  return (
    <WithSide group="chronology" side={side}>
      <h1 className={styles.hidden}>Chronology</h1>
      <section className={styles.list} aria-label="Chronology">
        <PanelHeader title="Chronology" count={lines.length}>
          {shown.length === lines.length ? null : <output className={styles.hint}>{shown.length.toLocaleString('en-US')} shown</output>}
          <Button icon={FileDown} kind="quiet" disabled={shown.length === 0} onClick={() => void save()}>
            Save as CSV
          </Button>
          <Button icon={Plus} kind="primary" onClick={() => setEdited({ event: null })}>
            Add an event
          </Button>
        </PanelHeader>
        {lines.length === 0 ? (
          <EmptyState
            title="Nothing has a date yet"
            actions={
              <Button kind="primary" onClick={() => setEdited({ event: null })}>
                Add an event
              </Button>
            }
          >
            <p>
              In a document, choose a mark and press <Kbd keys="T" />: the passage becomes an event. Dates of purchases and how documents
              came out stand here by themselves. A year stands as its whole year, never as a day.
            </p>
          </EmptyState>
        ) : (
          <>
            <ChronologyFilters lines={lines} filter={filter} onFilter={setFilter} />
            {years === null ? (
              <EmptyState title="No event fits" actions={<Button onClick={() => setFilter(NO_FILTER)}>Show all {lines.length}</Button>}>
                <p>Every filter has to fit.</p>
              </EmptyState>
            ) : (
              <>
                <Suspense fallback={<div className={styles.timeline} />}>
                  <TimelineChart lines={shown} years={years} chosen={chosen} onChoose={setChosen} />
                </Suspense>
                <ChronologyList lines={shown} chosen={chosen} onChoose={setChosen} onOpen={open} onDelete={remove} />
              </>
            )}
          </>
        )}
      </section>
      {edited === null ? null : (
        <EventDialog
          analysisId={analysisId}
          purchases={chronology.purchases}
          event={edited.event}
          {...(edited.start === undefined ? {} : { start: edited.start })}
          onClose={(saved) => {
            setEdited(null)
            if (saved !== null) setChosen(saved)
          }}
        />
      )}
    </WithSide>
  )
}
