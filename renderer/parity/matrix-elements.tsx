import { PARITY_ANSWERS, PARITY_BASE_WORDS, PARITY_BASES, type ParityAsked, type ParityElement } from '@shared/parity/parity-matrix'
import { newId } from '@shared/units/ids'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../ui/button'
import { CheckField, SelectField, TextField } from '../ui/field'
import styles from './dialogs.module.css'
import type { MatrixEdit } from './matrix-edit'

const notYetAsked = (year: number): ParityAsked => ({ year, asked: false, columns: [], base: 'all', optional: false })

/** The elements of a matrix, one at a time: their order, and how each is asked for. */
export function MatrixElements({ draft, onDraft }: MatrixEdit) {
  const [at, setAt] = useState(0)
  const element = draft.elements[at]
  const move = (by: number): void => {
    const to = at + by
    const other = draft.elements[to]
    if (element === undefined || other === undefined) return
    onDraft({ ...draft, elements: draft.elements.map((each, place) => (place === at ? other : place === to ? element : each)) })
    setAt(to)
  }
  const takeOut = (): void => {
    onDraft({ ...draft, elements: draft.elements.filter((_, place) => place !== at) })
    setAt(Math.max(0, at - 1))
  }
  const add = (): void => {
    const asked = draft.years.map((year) => ({ ...notYetAsked(year), asked: true }))
    const added = { id: newId('element'), label: 'New element', group: element?.group ?? '', answer: 'words', asked, note: '' } as const
    onDraft({ ...draft, elements: [...draft.elements, added] })
    setAt(draft.elements.length)
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
        <IconButton label="Take the element out" icon={Trash2} disabled={element === undefined} onClick={takeOut} />
        <Button icon={Plus} onClick={add}>
          Add
        </Button>
      </div>
      {element === undefined ? (
        <p className={styles.hint}>
          No element yet. An element is one thing that an agency ought to disclose: the vendor, the date of use, a privacy assessment.
        </p>
      ) : (
        <OneElement
          element={element}
          years={draft.years}
          onChange={(to) =>
            onDraft({ ...draft, elements: draft.elements.map((each, place) => (place === at ? { ...each, ...to } : each)) })
          }
        />
      )}
    </>
  )
}

type ElementProps = {
  readonly element: ParityElement
  readonly years: readonly number[]
  readonly onChange: (to: Partial<ParityElement>) => void
}

function OneElement({ element, years, onChange }: ElementProps) {
  const put = (asked: ParityAsked): void =>
    onChange({ asked: [...element.asked.filter(({ year }) => year !== asked.year), asked].sort((a, b) => a.year - b.year) })
  return (
    <>
      <div className={styles.pair}>
        <TextField label="Name" value={element.label} onChange={(label) => onChange({ label })} />
        <TextField label="Group" value={element.group} onChange={(group) => onChange({ group })} />
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
        onChange={(answer) => onChange({ answer })}
      />
      {years.map((year) => (
        <AskedInYear key={year} asked={element.asked.find((each) => each.year === year) ?? notYetAsked(year)} onAsked={put} />
      ))}
      <TextField label="Note" multiline rows={2} value={element.note} onChange={(note) => onChange({ note })} />
    </>
  )
}

/** How an element was asked for in a year: under which headings, and of which rows. */
function AskedInYear({ asked, onAsked }: { readonly asked: ParityAsked; readonly onAsked: (asked: ParityAsked) => void }) {
  const { year } = asked
  return (
    <section className={styles.card} aria-label={`${year}`}>
      <div className={styles.inline}>
        <CheckField label={`Asked in ${year}`} checked={asked.asked} onChange={(on) => onAsked({ ...asked, asked: on })} />
        <CheckField label="Optional" checked={asked.optional} onChange={(optional) => onAsked({ ...asked, optional })} />
      </div>
      <TextField
        label={`Column headings in ${year}`}
        multiline
        rows={2}
        value={asked.columns.join('\n')}
        onChange={(text) => onAsked({ ...asked, columns: text === '' ? [] : text.split('\n') })}
        hint="One to a line; the first that the table has is read."
      />
      <SelectField
        label={`Applied in ${year} to`}
        value={asked.base}
        options={PARITY_BASES.map((value) => ({ value, label: PARITY_BASE_WORDS[value] }))}
        onChange={(base) => onAsked({ ...asked, base })}
      />
    </section>
  )
}
