import type { Document, DocumentId } from '@shared/documents/document'
import { IDENTIFIER_KINDS, IDENTIFIER_WORDS, type IdentifierKind } from '@shared/identifiers/identifier'
import { newId } from '@shared/units/ids'
import { useVirtualizer } from '@tanstack/react-virtual'
import { CalendarPlus, Coins, FileDown, Pencil } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useAct } from '../analyses/editing/use-act'
import { useInTurns } from '../app/use-in-turns'
import { shortPlaceIn, useTableRows } from '../tables/use-table-rows'
import { Button, IconButton } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SelectField, TextField } from '../ui/field'
import { Pill } from '../ui/pill'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { readIdentifierAs } from './commands/read-identifier-as'
import { exportIdentifiers } from './export-identifiers'
import { filtered, grouped, type IdentifierGroup } from './grouped'
import type { IdentifierRow } from './identifier-rows'
import styles from './identifiers.module.css'
import { goesTo, TakeIdentifierDialog } from './take-identifier-dialog'
import type { ProposalDecision } from '@shared/documents/proposal-decision'
import { groupedBy } from '@shared/units/grouped-by'

type IdentifierListProps = {
  readonly rows: readonly IdentifierRow[]
  readonly documents: ReadonlyMap<DocumentId, Document>
  readonly decisions: readonly ProposalDecision[]
  /** Where there is only one document its name is not said again. */
  readonly oneDocument: boolean
  readonly onGo: (row: IdentifierRow) => void
}

const NONE: readonly IdentifierGroup[] = []

/** Identifiers with their parse and their places, filtered by kind and words, read otherwise, and saved as a table. */
export function IdentifierList({ rows, documents, decisions, oneDocument, onGo }: IdentifierListProps) {
  const { desktop } = useWorkbench()
  const toast = useToast()
  const [kind, setKind] = useState<IdentifierKind | 'all'>('all')
  const [words, setWords] = useState('')
  const [reading, setReading] = useState<IdentifierGroup | null>(null)
  const [taken, setTaken] = useState<IdentifierGroup | null>(null)
  const [unfolded, setUnfolded] = useState<string | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const all =
    useInTurns(useCallback((rest) => grouped(rows, (id) => documents.has(id), decisions, rest), [rows, documents, decisions])) ?? NONE
  const shown = useMemo(() => filtered(all, kind === 'all' ? null : kind, words), [all, kind, words])
  const kinds = useMemo(() => kindsOf(all), [all])
  const list = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 78,
    overscan: 8,
    getItemKey: (at) => shown[at]?.key ?? at,
  })
  const places = useMemo(() => shown.reduce((sum, group) => sum + group.places.length, 0), [shown])
  const nameOf = (id: DocumentId): string => documents.get(id)?.name ?? 'a document that was removed'
  const drawn = list.getVirtualItems().flatMap(({ index, start, key }) => {
    const group = shown[index]
    if (group === undefined) return []
    const places = byPage(group.places)
    return [{ group, index, start, key, places, shownPlaces: unfolded === group.key ? places : places.slice(0, oneDocument ? 6 : 3) }]
  })
  const tableRows = useTableRows(
    drawn.flatMap(({ shownPlaces }) => shownPlaces.map(({ row }) => ({ documentId: row.documentId, page: row.index }))),
    documents,
  )
  const save = async (): Promise<void> => {
    const saved = await exportIdentifiers(desktop, shown, nameOf)
    if (!saved.ok) toast.show({ text: saved.problem.what, problem: saved.problem })
    else if (saved.value !== null) toast.show({ text: `Saved the table: ${saved.value}` })
  }
  return (
    <div className={styles.whole}>
      <div className={styles.filters}>
        <SelectField
          label="Kind"
          hideLabel
          value={kind}
          options={[{ value: 'all', label: `All kinds (${all.length.toLocaleString('en')})` }, ...kinds]}
          onChange={setKind}
        />
        <TextField
          label="Find an identifier"
          hideLabel
          type="search"
          placeholder="As printed, or as parsed"
          value={words}
          onChange={setWords}
        />
        <output className={styles.sum}>
          {shown.length.toLocaleString('en')} {shown.length === 1 ? 'identifier' : 'identifiers'}, {counted(places)}
        </output>
        <Button icon={FileDown} disabled={shown.length === 0} onClick={() => void save()}>
          Save as CSV
        </Button>
      </div>
      <div ref={scroller} className={styles.scroller}>
        <ol className={styles.list} aria-label="Identifiers" style={{ height: list.getTotalSize() }}>
          {drawn.map(({ group, index, start, key, places, shownPlaces }) => (
            <li
              key={key}
              ref={list.measureElement}
              data-index={index}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              <div className={styles.top}>
                <div className={styles.head}>
                  <span className={styles.printed}>{group.printed}</span>
                  <Pill>{IDENTIFIER_WORDS[group.kind]}</Pill>
                  <span className={styles.counts}>
                    {counted(group.places.length)}
                    {oneDocument ? '' : ` · ${group.documents.length} ${group.documents.length === 1 ? 'document' : 'documents'}`}
                  </span>
                </div>
                {goesTo(group.kind) === null ? null : (
                  <IconButton
                    label={`Put ${group.printed} into the ${goesTo(group.kind)}`}
                    icon={goesTo(group.kind) === 'ledger' ? Coins : CalendarPlus}
                    onClick={() => setTaken(group)}
                  />
                )}
                <IconButton label={`Say how ${group.printed} reads`} icon={Pencil} onClick={() => setReading(group)} />
              </div>
              {group.parse === '' ? null : <p className={styles.parse}>{group.parse}</p>}
              {group.why === '' ? null : <p className={styles.why}>Not what it looks like: {group.why}.</p>}
              {group.reading === null ? null : (
                <p className={styles.parse}>
                  read as <b>{group.reading.note}</b>
                </p>
              )}
              <p className={styles.places}>
                {shownPlaces.map(({ row, times }) => {
                  const words = `${oneDocument ? '' : `${nameOf(row.documentId)} `}${shortPlaceIn(tableRows, row.documentId, row.index)}${times === 1 ? '' : ` (${times} times)`}`
                  return (
                    <button
                      key={`${row.documentId} ${row.index}`}
                      type="button"
                      className={styles.place}
                      aria-label={`${words}, ${row.printed}`}
                      onClick={() => onGo(row)}
                    >
                      {words}
                    </button>
                  )
                })}
                {shownPlaces.length < places.length ? (
                  <button type="button" className={styles.place} onClick={() => setUnfolded(group.key)}>
                    {(places.length - shownPlaces.length).toLocaleString('en')} more…
                  </button>
                ) : null}
              </p>
            </li>
          ))}
        </ol>
        {shown.length === 0 && all.length > 0 ? <p className={styles.nothing}>No identifier of this kind has these words in it.</p> : null}
      </div>
      {taken === null ? null : <TakeIdentifierDialog group={taken} documents={documents} onClose={() => setTaken(null)} />}
      {reading === null ? null : <ReadAsDialog group={reading} onClose={() => setReading(null)} />}
    </div>
  )
}

/** The kinds that there are, with how many of each. */
function kindsOf(groups: readonly IdentifierGroup[]): readonly { readonly value: IdentifierKind; readonly label: string }[] {
  const counts = new Map<IdentifierKind, number>()
  for (const { kind } of groups) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return IDENTIFIER_KINDS.flatMap((kind) => {
    const count = counts.get(kind)
    return count === undefined ? [] : [{ value: kind, label: `${IDENTIFIER_WORDS[kind]} (${count.toLocaleString('en')})` }]
  })
}

/** Each page once, with how often the identifier stands on it. */
function byPage(places: readonly IdentifierRow[]): readonly { readonly row: IdentifierRow; readonly times: number }[] {
  const pages = groupedBy(places, ({ documentId, index }) => `${documentId} ${index}`)
  return [...pages.values()].flatMap((rows) => rows.slice(0, 1).map((row) => ({ row, times: rows.length })))
}

const counted = (places: number): string => `${places.toLocaleString('en')} ${places === 1 ? 'place' : 'places'}`

/** Asks how an identifier is to be read. What is printed stays. */
function ReadAsDialog({ group, onClose }: { readonly group: IdentifierGroup; readonly onClose: () => void }) {
  const act = useAct()
  const [words, setWords] = useState(group.reading?.note ?? '')
  // A reading is changed where it was said; it holds for every place of the identifier.
  const documentId = group.reading?.documentId ?? group.documents[0]
  const save = async (): Promise<void> => {
    if (
      documentId !== undefined &&
      (await act(
        readIdentifierAs,
        { id: newId('decision'), documentId, key: group.key, readAs: words },
        words.trim() === '' ? 'Taken back.' : 'Kept how it reads.',
      ))
    )
      onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`How ${group.printed} reads`}
      description="The document keeps what it prints. Your reading is shown beside it in every document, and stands in the custody log."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => void save()}>
            Keep
          </Button>
        </>
      }
    >
      <TextField
        label="Read as"
        value={words}
        onChange={setWords}
        placeholder={group.value}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save()
        }}
      />
    </Dialog>
  )
}
