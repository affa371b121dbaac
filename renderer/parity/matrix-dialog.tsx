import {
  type ParityAgency,
  PARITY_ANSWERS,
  PARITY_BASE_WORDS,
  PARITY_BASES,
  type ParityAsked,
  type ParityElement,
  type ParityMatrix,
} from '@shared/parity/parity-matrix'
import { sheetsOfDocument } from '@shared/tables/table-pages'
import { newId } from '@shared/units/ids'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { useAll } from '../storage/live'
import { Button, IconButton } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { CheckField, SelectField, TextField } from '../ui/field'
import { Segmented } from '../ui/segmented'
import { putParityMatrix } from './commands/put-parity-matrix'
import styles from './dialogs.module.css'

export type MatrixPart = 'tables' | 'elements' | 'agencies'
type Edit = { readonly draft: ParityMatrix; readonly onDraft: (draft: ParityMatrix) => void }

/** Changes the tables, years, elements and agencies of a matrix; all of it is kept in one step. */
export function MatrixDialog({
  matrix,
  part: first,
  act,
  onClose,
}: {
  readonly matrix: ParityMatrix
  readonly part: MatrixPart
  readonly act: Act
  readonly onClose: () => void
}) {
  const [draft, setDraft] = useState(matrix)
  const [part, setPart] = useState(first)
  const { createdAt: _set, ...kept } = draft
  const wrong =
    draft.title.trim() === '' ||
    draft.elements.some(({ label }) => label.trim() === '') ||
    draft.agencies.some(({ short, name }) => short.trim() === '' || name.trim() === '')
  const save = async (): Promise<void> => {
    if (await act(putParityMatrix, kept, 'Matrix changed.')) onClose()
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="The matrix"
      description="What is no longer in the matrix takes its cells with it; Ctrl Z brings both back."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={wrong} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Segmented
          label="Part"
          value={part}
          options={[
            { value: 'tables', label: 'Years and tables' },
            { value: 'elements', label: `Elements (${draft.elements.length})` },
            { value: 'agencies', label: `Agencies (${draft.agencies.length})` },
          ]}
          onChange={setPart}
        />
        {part === 'tables' ? (
          <Tables draft={draft} onDraft={setDraft} />
        ) : part === 'elements' ? (
          <Elements draft={draft} onDraft={setDraft} />
        ) : (
          <Agencies draft={draft} onDraft={setDraft} />
        )}
      </div>
    </Dialog>
  )
}

function Tables({ draft, onDraft }: Edit) {
  const documents = (useAll('documents') ?? [])
    .filter(({ media }) => media === 'csv' || media === 'xlsx')
    .sort((a, b) => a.name.localeCompare(b.name))
  const [year, setYear] = useState('')
  const wanted = Number(year)
  const fits = Number.isInteger(wanted) && wanted >= 1900 && wanted <= 2200 && !draft.years.includes(wanted)
  const add = (): void => {
    if (!fits) return
    onDraft({ ...draft, years: [...draft.years, wanted].sort((a, b) => a - b) })
    setYear('')
  }
  return (
    <>
      <TextField label="Title" value={draft.title} onChange={(title) => onDraft({ ...draft, title })} />
      {documents.length === 0 ? (
        <p className={styles.hint}>
          There is no table in the library yet. Import an inventory (CSV or XLSX) like any document, and choose it here.
        </p>
      ) : null}
      {draft.years.map((of) => {
        const taken = draft.tables.filter((table) => table.year === of)
        return (
          <section key={of} className={styles.card} aria-label={String(of)}>
            <div className={styles.cardHead}>
              <span>{of}</span>
              <IconButton
                label={`Take ${of} out`}
                icon={Trash2}
                onClick={() =>
                  onDraft({
                    ...draft,
                    years: draft.years.filter((each) => each !== of),
                    tables: draft.tables.filter((table) => table.year !== of),
                  })
                }
              />
            </div>
            {taken.map((table) => {
              const document = documents.find(({ id }) => id === table.documentId)
              const sheets = document === undefined ? [] : sheetsOfDocument(document).flatMap(({ name }) => (name === null ? [] : [name]))
              const change = (to: Partial<typeof table>): void =>
                onDraft({ ...draft, tables: draft.tables.map((each) => (each === table ? { ...each, ...to } : each)) })
              return (
                <div key={table.documentId} className={styles.inline}>
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
            })}
            {documents.length === 0 ? null : (
              <SelectField<string>
                label={`Table of ${of}`}
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
                    onDraft({ ...draft, tables: [...draft.tables, { year: of, documentId: document.id, sheet: null, agencyId: null }] })
                }}
              />
            )}
          </section>
        )
      })}
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
    </>
  )
}

const notYetAsked = (year: number): ParityAsked => ({ year, asked: false, columns: [], base: 'all', optional: false })

function Elements({ draft, onDraft }: Edit) {
  const [at, setAt] = useState(0)
  const element = draft.elements[at]
  const put = (to: Partial<ParityElement>): void =>
    onDraft({ ...draft, elements: draft.elements.map((each, place) => (place === at ? { ...each, ...to } : each)) })
  const move = (by: number): void => {
    const to = at + by
    const other = draft.elements[to]
    if (element === undefined || other === undefined) return
    onDraft({ ...draft, elements: draft.elements.map((each, place) => (place === at ? other : place === to ? element : each)) })
    setAt(to)
  }
  return (
    <>
      <div className={styles.inline}>
        <SelectField
          label="Element"
          value={String(at)}
          options={draft.elements.map(({ label, group }, place) => ({
            value: String(place),
            label: `${group === '' ? '' : `${group}: `}${label}`,
          }))}
          onChange={(value) => setAt(Number(value))}
        />
        <IconButton label="Move the element up" icon={ArrowUp} disabled={at === 0} onClick={() => move(-1)} />
        <IconButton label="Move the element down" icon={ArrowDown} disabled={at >= draft.elements.length - 1} onClick={() => move(1)} />
        <IconButton
          label="Take the element out"
          icon={Trash2}
          disabled={element === undefined}
          onClick={() => {
            onDraft({ ...draft, elements: draft.elements.filter((_, place) => place !== at) })
            setAt(Math.max(0, at - 1))
          }}
        />
        <Button
          icon={Plus}
          onClick={() => {
            onDraft({
              ...draft,
              elements: [
                ...draft.elements,
                {
                  id: newId('element'),
                  label: 'New element',
                  group: element?.group ?? '',
                  answer: 'words',
                  asked: draft.years.map((year) => ({ ...notYetAsked(year), asked: true })),
                  note: '',
                },
              ],
            })
            setAt(draft.elements.length)
          }}
        >
          Add
        </Button>
      </div>
      {element === undefined ? (
        <p className={styles.hint}>
          No element yet. An element is one thing that an agency ought to disclose: the vendor, the date of use, a privacy assessment.
        </p>
      ) : (
        <>
          <div className={styles.pair}>
            <TextField label="Name" value={element.label} onChange={(label) => put({ label })} />
            <TextField label="Group" value={element.group} onChange={(group) => put({ group })} />
          </div>
          <SelectField
            label="How it is answered"
            value={element.answer}
            options={PARITY_ANSWERS.map((value) => ({
              value,
              label:
                value === 'words'
                  ? 'in words: one text in every row says nothing of any'
                  : 'by choosing: the same choice in every row can be true',
            }))}
            onChange={(answer) => put({ answer })}
          />
          {draft.years.map((year) => {
            const asked = element.asked.find((each) => each.year === year) ?? notYetAsked(year)
            const change = (to: Partial<ParityAsked>): void =>
              put({ asked: [...element.asked.filter((each) => each.year !== year), { ...asked, ...to }].sort((a, b) => a.year - b.year) })
            return (
              <section key={year} className={styles.card} aria-label={`${year}`}>
                <div className={styles.inline}>
                  <CheckField label={`Asked in ${year}`} checked={asked.asked} onChange={(on) => change({ asked: on })} />
                  <CheckField label="Optional" checked={asked.optional} onChange={(optional) => change({ optional })} />
                </div>
                <TextField
                  label={`Column headings in ${year}`}
                  multiline
                  rows={2}
                  value={asked.columns.join('\n')}
                  onChange={(text) => change({ columns: text === '' ? [] : text.split('\n') })}
                  hint="One to a line; the first that the table has is read."
                />
                <SelectField
                  label={`Applied in ${year} to`}
                  value={asked.base}
                  options={PARITY_BASES.map((value) => ({ value, label: PARITY_BASE_WORDS[value] }))}
                  onChange={(base) => change({ base })}
                />
              </section>
            )
          })}
          <TextField label="Note" multiline rows={2} value={element.note} onChange={(note) => put({ note })} />
        </>
      )}
    </>
  )
}

function Agencies({ draft, onDraft }: Edit) {
  const put = (id: string, to: Partial<ParityAgency>): void =>
    onDraft({ ...draft, agencies: draft.agencies.map((each) => (each.id === id ? { ...each, ...to } : each)) })
  return (
    <>
      {draft.agencies.map((agency) => (
        <section key={agency.id} className={styles.card} aria-label={agency.name}>
          <div className={styles.inline}>
            <TextField label="Name" value={agency.name} onChange={(name) => put(agency.id, { name })} />
            <TextField label="Short" value={agency.short} onChange={(short) => put(agency.id, { short })} />
            <IconButton
              label={`Take ${agency.short} out`}
              icon={Trash2}
              onClick={() => onDraft({ ...draft, agencies: draft.agencies.filter(({ id }) => id !== agency.id) })}
            />
          </div>
          {agency.rows.map((condition, at) => {
            const change = (to: Partial<typeof condition>): void =>
              put(agency.id, { rows: agency.rows.map((each, place) => (place === at ? { ...each, ...to } : each)) })
            return (
              <div key={`${agency.id} ${at}`} className={styles.pair}>
                <TextField
                  label={at === 0 ? 'Rows of its submission: columns' : 'Of these, its own: columns'}
                  multiline
                  rows={2}
                  value={condition.columns.join('\n')}
                  onChange={(text) => change({ columns: text.split('\n') })}
                  hint="One to a line; the first that the table has is read."
                />
                <TextField
                  label="hold one of"
                  multiline
                  rows={2}
                  value={condition.values.join('\n')}
                  onChange={(text) => change({ values: text.split('\n') })}
                  hint="One to a line."
                />
              </div>
            )
          })}
          <div className={styles.inline}>
            <Button icon={Plus} onClick={() => put(agency.id, { rows: [...agency.rows, { columns: [], values: [] }] })}>
              Add a condition
            </Button>
            {agency.rows.length === 0 ? null : (
              <Button kind="quiet" onClick={() => put(agency.id, { rows: agency.rows.slice(0, -1) })}>
                Take the last condition out
              </Button>
            )}
          </div>
        </section>
      ))}
      <Button
        icon={Plus}
        onClick={() =>
          onDraft({
            ...draft,
            agencies: [
              ...draft.agencies,
              { id: newId('agency'), name: 'New agency', short: 'NEW', rows: [{ columns: ['Agency'], values: [] }] },
            ],
          })
        }
      >
        Add an agency
      </Button>
    </>
  )
}
