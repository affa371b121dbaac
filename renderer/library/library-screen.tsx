import type { Document, DocumentId } from '@shared/documents/document'
import { FileDown, Fingerprint, FolderDown, SquareScissors } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { keysOf } from '../app/shortcuts'
import { importChosen } from '../app/use-actions'
import { WithSide } from '../app/with-side'
import { usePicked } from '../app/use-watched'
import { useOpenElsewhere } from '../reader/tabs-store'
import { RecognitionPanel } from '../recognition/recognition-panel'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { SelectField } from '../ui/field'
import { FilterBar } from '../ui/filter-bar'
import { Kbd } from '../ui/kbd'
import { PanelHeader } from '../ui/panel'
import { VersionOffers } from '../versions/version-offers'
import { useWorkbench } from '../workbench/workbench'
import { DocumentDialogs, type DialogKind } from './document-dialogs'
import { DocumentPanel } from './document-panel'
import { DocumentTable } from './document-table'
import { ImportPanel } from './import-panel'
import { arrange, type Filter, FILTERS, type Order } from './library-rows'
import styles from './library-screen.module.css'
import { OpenSamples } from './open-samples'
import { OpenReading } from './open-reading'
import { useLibrary } from './use-library'

type Narrowed = { readonly words: string; readonly shown: Filter }
const WHOLE: Narrowed = { words: '', shown: 'all' }

/** All documents, how they came in, and what is known of each. */
export function LibraryScreen() {
  const workbench = useWorkbench()
  const { inNewTab } = useOpenElsewhere()
  const rows = useLibrary()
  const [narrowed, setNarrowed] = useState(WHOLE)
  const [order, setOrder] = useState<Order>({ by: 'name', down: false })
  const [selected, setSelected] = useState<DocumentId | null>(null)
  const [dialog, setDialog] = useState<{ readonly kind: DialogKind; readonly document: Document } | null>(null)
  const shown = useMemo(() => arrange(rows ?? [], narrowed.words, narrowed.shown, order), [rows, narrowed, order])
  const current = rows?.find((row) => row.document.id === selected) ?? null
  const underWay = usePicked(workbench.imports.items, (items) => items.some((item) => item.result === null))
  const ask = (kind: DialogKind, document: Document): void => setDialog({ kind, document })
  const unlock = useCallback((document: Document) => setDialog({ kind: 'unlock', document }), [])
  const importButtons = (
    <>
      <Button kind="primary" icon={FileDown} onClick={() => void importChosen(workbench, 'files')}>
        Import files
      </Button>
      <Button icon={FolderDown} title="Import a folder" onClick={() => void importChosen(workbench, 'folder')}>
        <span className={styles.folding}>Import a folder</span>
      </Button>
    </>
  )

  return (
    <WithSide
      group="library"
      side={
        current === null ? null : (
          <DocumentPanel
            key={current.document.id}
            row={current}
            onClose={() => setSelected(null)}
            onAsk={(kind) => ask(kind, current.document)}
          />
        )
      }
    >
      <h1 className={styles.hidden}>Library</h1>
      <section className={styles.list} aria-label="Documents">
        <PanelHeader title="Documents" count={rows?.length}>
          {rows !== undefined && shown.length !== rows.length ? `${shown.length} shown` : null}
        </PanelHeader>
        {rows !== undefined && rows.length > 0 ? (
          <FilterBar
            label="Narrow the documents"
            placeholder="Name or SHA-256"
            filter={narrowed}
            none={WHOLE}
            onFilter={setNarrowed}
            aside={
              <>
                <OpenReading />
                <Button kind="quiet" icon={Fingerprint} title="Identifiers" onClick={() => navigate(routes.identifiers())}>
                  <span className={styles.folding}>Identifiers</span>
                </Button>
                <Button kind="quiet" icon={SquareScissors} title="Withheld" onClick={() => navigate(routes.withheld())}>
                  <span className={styles.folding}>Withheld</span>
                </Button>
                {importButtons}
              </>
            }
          >
            <SelectField
              label="Show"
              hideLabel
              value={narrowed.shown}
              options={(Object.keys(FILTERS) as Filter[]).map((value) => ({ value, label: FILTERS[value] }))}
              onChange={(next) => setNarrowed({ ...narrowed, shown: next })}
            />
          </FilterBar>
        ) : null}
        <ImportPanel onUnlock={unlock} />
        <RecognitionPanel />
        <VersionOffers />
        {rows === undefined ? null : rows.length === 0 && underWay ? (
          <p className={styles.soon}>Each document stands here as soon as it is read.</p>
        ) : rows.length === 0 ? (
          <EmptyState
            title="No documents yet"
            actions={
              <>
                {importButtons}
                <OpenSamples />
              </>
            }
          >
            <p>
              Drop PDFs, CSV or XLSX files here, or folders with them: contracts, releases, inventories, reports. They are copied into the
              vault, byte for byte; the originals stay where they are.
            </p>
            <p>
              Each is known by the SHA-256 of its bytes, so the same file is never kept twice, and whoever receives your dossier can check
              that nothing was altered.
            </p>
            <p>
              Keys: <Kbd keys={keysOf('import')} /> for files, <Kbd keys={keysOf('import-folder')} /> for a folder.
            </p>
          </EmptyState>
        ) : shown.length === 0 ? (
          <EmptyState title="No document fits" actions={<Button onClick={() => setNarrowed(WHOLE)}>Show all {rows.length}</Button>}>
            <p>This list is filtered by name and by what is known of a document. Words inside documents are found in the reader.</p>
          </EmptyState>
        ) : (
          <DocumentTable
            rows={shown}
            order={order}
            onOrder={setOrder}
            selected={selected}
            onSelect={setSelected}
            onOpen={(row) =>
              row.document.status === 'needs-password' ? ask('unlock', row.document) : navigate(routes.document(row.document.id))
            }
            onOpenInTab={(row) =>
              row.document.status === 'ready' ? inNewTab(routes.document(row.document.id), row.document.name) : undefined
            }
            onAsk={(kind, row) => ask(kind, row.document)}
          />
        )}
      </section>
      <DocumentDialogs asked={dialog} onClose={() => setDialog(null)} />
    </WithSide>
  )
}
