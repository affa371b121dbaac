import type { AnalysisId } from '@shared/analyses/analysis'
import { type PurchaseId, purchaseIdSchema } from '@shared/purchases/purchase'
import { FileDown, Plus } from 'lucide-react'
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useSearch } from 'wouter'
import { useRun } from '../annotations/use-run'
import { WithSide } from '../app/with-side'
import { saveFile } from '../desktop/save-file'
import { useRecords } from '../storage/live'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Kbd } from '../ui/kbd'
import { PanelHeader } from '../ui/panel'
import { Segmented } from '../ui/segmented'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { removePurchases } from './commands/remove-purchases'
import { PurchaseDetail } from './purchase-detail'
import { PurchaseDialog } from './purchase-dialog'
import { PurchaseFilters } from './purchase-filters'
import { filtered, NO_FILTER, type PurchaseFilter, type PurchaseOrder, sorted } from './purchase-rows'
import { PurchaseTable } from './purchase-table'
import { purchasesTable } from './purchases-table'
import styles from './purchases.module.css'

const TotalsView = lazy(async () => ({ default: (await import('./totals-view')).TotalsView }))

type View = 'ledger' | 'totals'

/** What was bought, from whom and for how much: the ledger, and what it adds up to. */
export function PurchasesScreen({ analysisId }: { readonly analysisId: AnalysisId }) {
  const { db, desktop } = useWorkbench()
  const toast = useToast()
  const run = useRun()
  const purchases = useRecords('purchases', 'analysisId', analysisId)
  const named = purchaseIdSchema.safeParse(new URLSearchParams(useSearch()).get('purchase')).data ?? null
  const [view, setView] = useState<View>('ledger')
  const [filter, setFilter] = useState<PurchaseFilter>(NO_FILTER)
  const [order, setOrder] = useState<PurchaseOrder>({ by: 'date', down: true })
  const [chosen, setChosen] = useState<PurchaseId | null>(named)
  const [edited, setEdited] = useState<PurchaseId | 'new' | null>(null)
  // Typing goes on while a long ledger is narrowed.
  const wanted = useDeferredValue(filter)
  const narrowed = useMemo(() => filtered(purchases ?? [], wanted), [purchases, wanted])
  const shown = useMemo(() => sorted(narrowed, order), [narrowed, order])
  const open = useCallback((id: PurchaseId) => setEdited(id), [])
  const remove = useCallback((id: PurchaseId) => void run(removePurchases, { ids: [id] }), [run])
  const choose = useCallback((id: PurchaseId) => {
    setView('ledger')
    setFilter(NO_FILTER)
    setChosen(id)
  }, [])
  if (purchases === undefined) return null
  const single = purchases.find((purchase) => purchase.id === chosen)
  const editing = edited === 'new' ? null : purchases.find((purchase) => purchase.id === edited)
  const save = async (): Promise<void> => {
    const saved = await saveFile(desktop, 'purchases.csv', await purchasesTable(db, shown))
    if (!saved.ok) toast.show({ text: saved.problem.what, problem: saved.problem })
    else if (saved.value !== null) toast.show({ text: `The ledger was written to ${saved.value}.` })
  }
  return (
    <WithSide
      group="purchases"
      side={
        view === 'ledger' && single !== undefined ? (
          <PurchaseDetail key={single.id} purchase={single} onEdit={() => setEdited(single.id)} onClose={() => setChosen(null)} />
        ) : null
      }
    >
      <h1 className={styles.hidden}>Purchases</h1>
      <section className={styles.list} aria-label="Ledger of purchases">
        <PanelHeader title="Purchases" count={purchases.length}>
          {shown.length === purchases.length ? null : (
            <output className={styles.counts}>{shown.length.toLocaleString('en-US')} shown</output>
          )}
          <Segmented<View>
            label="What to show"
            value={view}
            options={[
              { value: 'ledger', label: 'Ledger' },
              { value: 'totals', label: 'Totals' },
            ]}
            onChange={setView}
          />
          <Button icon={FileDown} kind="quiet" disabled={shown.length === 0} onClick={() => void save()}>
            Save as CSV
          </Button>
          <Button icon={Plus} kind="primary" onClick={() => setEdited('new')}>
            Add a purchase
          </Button>
        </PanelHeader>
        {purchases.length === 0 ? (
          <EmptyState
            title="No purchase stands in the ledger yet"
            actions={
              <Button kind="primary" onClick={() => setEdited('new')}>
                Add a purchase
              </Button>
            }
          >
            <p>
              In a document, mark an amount or a contract number and press <Kbd keys="$" />: the passage becomes a purchase, or an amount of
              one. Amounts stand here as obligated, current or potential, each with the passage that gives it; those that differ stand side
              by side.
            </p>
          </EmptyState>
        ) : (
          <>
            <PurchaseFilters purchases={purchases} filter={filter} onFilter={setFilter} />
            {shown.length === 0 ? (
              <EmptyState
                title="No purchase fits"
                actions={<Button onClick={() => setFilter(NO_FILTER)}>Show all {purchases.length}</Button>}
              >
                <p>Every filter has to fit. Words are looked for in vendors, products, numbers, agencies, amounts and notes.</p>
              </EmptyState>
            ) : view === 'ledger' ? (
              <PurchaseTable
                purchases={shown}
                order={order}
                onOrder={setOrder}
                chosen={chosen}
                onChoose={setChosen}
                onOpen={open}
                onDelete={remove}
              />
            ) : (
              <Suspense fallback={<output className={styles.nothing}>Adding up…</output>}>
                <TotalsView purchases={narrowed} onOpen={choose} />
              </Suspense>
            )}
          </>
        )}
      </section>
      {edited === null || editing === undefined ? null : (
        <PurchaseDialog
          analysisId={analysisId}
          purchase={editing}
          onClose={(saved) => {
            setEdited(null)
            if (saved !== null) choose(saved)
          }}
        />
      )}
    </WithSide>
  )
}
