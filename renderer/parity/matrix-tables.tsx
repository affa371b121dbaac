import type { Document } from '@shared/documents/document'
import type { ParityTable } from '@shared/parity/parity-matrix'
import { sheetsOfDocument } from '@shared/tables/table-pages'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useAll } from '../storage/live'
import { Button, IconButton } from '../ui/button'
import { SelectField, TextField } from '../ui/field'
import styles from './dialogs.module.css'
import type { MatrixEdit } from './matrix-edit'

/** The title of a matrix, its years, and the tables that are counted in for each year. */
export function MatrixTables({ draft, onDraft }: MatrixEdit) {
  const documents = (useAll('documents') ?? [])
    .filter(({ media }) => media === 'csv' || media === 'xlsx')
    .sort((a, b) => a.name.localeCompare(b.name))
  return (
    <>
      <TextField label="Title" value={draft.title} onChange={(title) => onDraft({ ...draft, title })} />
      {documents.length === 0 ? (
        <p className={styles.hint}>
          There is no table in the library yet. Import an inventory (CSV or XLSX) like any document, and choose it here.
        </p>
      ) : null}
      {draft.years.map((year) => (
        <TablesOfYear key={year} {...{ draft, onDraft, year, documents }} />
      ))}
      <AnotherYear draft={draft} onDraft={onDraft} />
    </>
  )
}

type OfYear = MatrixEdit & { readonly year: number; readonly documents: readonly Document[] }

function TablesOfYear({ draft, onDraft, year, documents }: OfYear) {
  const taken = draft.tables.filter((table) => table.year === year)
  return (
    <section className={styles.card} aria-label={String(year)}>
      <div className={styles.cardHead}>
        <span>{year}</span>
        <IconButton
          label={`Take ${year} out`}
          icon={Trash2}
          onClick={() =>
            onDraft({
              ...draft,
              years: draft.years.filter((each) => each !== year),
              tables: draft.tables.filter((table) => table.year !== year),
            })
          }
        />
      </div>
      {taken.map((table) => (
        <TakenTable key={table.documentId} {...{ draft, onDraft, table }} document={documents.find(({ id }) => id === table.documentId)} />
      ))}
      {documents.length === 0 ? null : (
        <SelectField<string>
          label={`Table of ${year}`}
          hideLabel
          value=""
          options={[
            { value: '', label: taken.length === 0 ? 'Choose the inventory table of this year…' : 'Add another table…' },
            ...documents
              .filter(({ id }) => !taken.some((table) => table.documentId === id))
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(chosen) => {
            const document = documents.find(({ id }) => id === chosen)
            if (document !== undefined)
              onDraft({ ...draft, tables: [...draft.tables, { year, documentId: document.id, sheet: null, agencyId: null }] })
          }}
        />
      )}
    </section>
  )
}

type Taken = MatrixEdit & { readonly table: ParityTable; readonly document: Document | undefined }

/** A table that is counted in: its sheet, where it has several, and whose file it is. */
function TakenTable({ draft, onDraft, table, document }: Taken) {
  const sheets = document === undefined ? [] : sheetsOfDocument(document).flatMap(({ name }) => (name === null ? [] : [name]))
  const change = (to: Partial<typeof table>): void =>
    onDraft({ ...draft, tables: draft.tables.map((each) => (each === table ? { ...each, ...to } : each)) })
  return (
    <div className={styles.inline}>
      <span>{document?.name ?? 'A table that is not in the library'}</span>
      {sheets.length < 2 ? null : (
        <SelectField
          label="Sheet"
          value={table.sheet ?? sheets[0] ?? ''}
          options={sheets.map((name) => ({ value: name, label: name }))}
          onChange={(sheet) => change({ sheet })}
        />
      )}
      <SelectField
        label="Whose file"
        value={table.agencyId ?? ''}
        options={[
          { value: '', label: 'of several agencies' },
          ...draft.agencies.map(({ id, short }) => ({ value: id, label: `${short}’s own` })),
        ]}
        onChange={(agencyId) => change({ agencyId: agencyId === '' ? null : agencyId })}
      />
      <IconButton
        label={`Take ${document?.name ?? 'the table'} out`}
        icon={Trash2}
        onClick={() => onDraft({ ...draft, tables: draft.tables.filter((each) => each !== table) })}
      />
    </div>
  )
}

function AnotherYear({ draft, onDraft }: MatrixEdit) {
  const [year, setYear] = useState('')
  const wanted = Number(year)
  const fits = Number.isInteger(wanted) && wanted >= 1900 && wanted <= 2200 && !draft.years.includes(wanted)
  const add = (): void => {
    if (!fits) return
    onDraft({ ...draft, years: [...draft.years, wanted].sort((a, b) => a - b) })
    setYear('')
  }
  return (
    <div className={styles.inline}>
      <TextField
        label="Another year"
        type="number"
        value={year}
        onChange={setYear}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
      <Button icon={Plus} disabled={!fits} onClick={add}>
        Add the year
      </Button>
    </div>
  )
}
