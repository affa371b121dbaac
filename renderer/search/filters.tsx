import { DISCLOSURE_AUTHORS, DISCLOSURE_TRIGGERS } from '@shared/documents/disclosure-event'
import type { Document, DocumentId } from '@shared/documents/document'
import { SEARCHED_KINDS, type SearchQuery } from '@shared/searches/search-query'
import { partialDateSchema } from '@shared/units/time'
import { type ReactNode, useState } from 'react'
import { AUTHOR_WORDS, TRIGGER_WORDS } from '@shared/documents/disclosure-standing'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import type { Tally } from './engine/found'
import styles from './search-aside.module.css'

const KIND_WORDS: Readonly<Record<(typeof SEARCHED_KINDS)[number], string>> = {
  page: 'Pages',
  mark: 'Marks',
  note: 'Notes and comments',
  claim: 'Claims',
}
const ORIGIN_WORDS = { embedded: 'Embedded in the PDF', ocr: 'Recognised (OCR)' } as const
/** Documents named in the list; the rest is found by writing more of the name. */
const SHOWN = 40

type FiltersProps = {
  readonly query: SearchQuery
  readonly onQuery: (query: SearchQuery) => void
  readonly tally: Tally | null
  readonly documents: ReadonlyMap<DocumentId, Document>
}

/** Narrows the search: by kind, document, channel, date and where the text comes from. Nothing ticked narrows nothing. */
export function Filters({ query, onQuery, tally, documents }: FiltersProps) {
  const [name, setName] = useState('')
  const counts = new Map(tally?.documents.map(({ documentId, entries }) => [documentId, entries]))
  const folded = name.trim().toLowerCase()
  const listed = [...documents.values()]
    .filter(
      (one) =>
        one.status === 'ready' &&
        (query.documentIds.includes(one.id) || (folded === '' ? counts.has(one.id) : one.name.toLowerCase().includes(folded))),
    )
    .sort(
      (a, b) =>
        Number(query.documentIds.includes(b.id)) - Number(query.documentIds.includes(a.id)) ||
        (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) ||
        a.name.localeCompare(b.name),
    )
  return (
    <>
      <Group title="In" narrowed={query.kinds.length}>
        {SEARCHED_KINDS.map((kind) => (
          <Tick
            key={kind}
            label={KIND_WORDS[kind]}
            count={query.kinds.length === 0 || query.kinds.includes(kind) ? tally?.kinds[kind] : undefined}
            checked={query.kinds.includes(kind)}
            onChange={() => onQuery({ ...query, kinds: toggled(query.kinds, kind) })}
          />
        ))}
      </Group>
      <Group title="Documents" narrowed={query.documentIds.length}>
        <TextField label="Name of a document" hideLabel type="search" placeholder="Name of a document" value={name} onChange={setName} />
        {listed.slice(0, SHOWN).map((one) => (
          <Tick
            key={one.id}
            label={one.name}
            count={counts.get(one.id)}
            checked={query.documentIds.includes(one.id)}
            onChange={() => onQuery({ ...query, documentIds: toggled(query.documentIds, one.id) })}
          />
        ))}
        {listed.length > SHOWN ? <p className={styles.more}>and {listed.length - SHOWN} more: write a part of the name.</p> : null}
        {listed.length === 0 ? (
          <p className={styles.more}>
            {folded === '' ? 'Documents stand here once something is found in them.' : 'No document is called that.'}
          </p>
        ) : null}
      </Group>
      <Group title="Who released it" narrowed={query.authors.length}>
        {DISCLOSURE_AUTHORS.map((author) => (
          <Tick
            key={author}
            label={AUTHOR_WORDS[author]}
            checked={query.authors.includes(author)}
            onChange={() => onQuery({ ...query, authors: toggled(query.authors, author) })}
          />
        ))}
      </Group>
      <Group title="How it came out" narrowed={query.triggers.length}>
        {DISCLOSURE_TRIGGERS.map((trigger) => (
          <Tick
            key={trigger}
            label={TRIGGER_WORDS[trigger]}
            checked={query.triggers.includes(trigger)}
            onChange={() => onQuery({ ...query, triggers: toggled(query.triggers, trigger) })}
          />
        ))}
      </Group>
      <Group title="When it came out" narrowed={Number(query.fromDate !== null) + Number(query.toDate !== null)}>
        <DateField
          key={`from-${query.fromDate}`}
          label="From"
          value={query.fromDate}
          onChange={(fromDate) => onQuery({ ...query, fromDate })}
        />
        <DateField key={`to-${query.toDate}`} label="To" value={query.toDate} onChange={(toDate) => onQuery({ ...query, toDate })} />
      </Group>
      <Group title="Text" narrowed={query.textOrigins.length}>
        {(['embedded', 'ocr'] as const).map((origin) => (
          <Tick
            key={origin}
            label={ORIGIN_WORDS[origin]}
            checked={query.textOrigins.includes(origin)}
            onChange={() => onQuery({ ...query, textOrigins: toggled(query.textOrigins, origin) })}
          />
        ))}
      </Group>
    </>
  )
}

const toggled = <Value,>(list: readonly Value[], value: Value): readonly Value[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]

function Group({ title, narrowed, children }: { readonly title: string; readonly narrowed: number; readonly children: ReactNode }) {
  const begins = title === 'In' || title === 'Documents' || narrowed > 0
  return (
    <details className={styles.group} open={begins}>
      <summary>
        {title}
        {narrowed === 0 ? null : <span className={styles.narrowed}> · {narrowed} chosen</span>}
      </summary>
      {children}
    </details>
  )
}

function Tick({
  label,
  count,
  checked,
  onChange,
}: {
  readonly label: string
  readonly count?: number | undefined
  readonly checked: boolean
  readonly onChange: () => void
}) {
  return (
    <label className={styles.choice} title={label}>
      <input type="checkbox" checked={checked} onChange={onChange} />
      <span className={styles.choiceWords}>{label}</span>
      {count === undefined ? null : <span className={styles.count}>{count.toLocaleString('en')}</span>}
    </label>
  )
}

function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: SearchQuery['fromDate']
  readonly onChange: (value: SearchQuery['fromDate']) => void
}) {
  const [text, setText] = useState<string>(value ?? '')
  const parsed = partialDateSchema.safeParse(text.trim())
  const wrong = text.trim() !== '' && !parsed.success
  return (
    <form
      className={styles.date}
      onSubmit={(event) => {
        event.preventDefault()
        if (!wrong) onChange(parsed.success ? parsed.data : null)
      }}
    >
      <TextField
        label={label}
        value={text}
        onChange={setText}
        placeholder="2019-06"
        error={wrong && text.trim().length > 3 ? 'Write 2019, 2019-06 or 2019-06-30.' : null}
      />
      <Button type="submit" disabled={wrong || text.trim() === (value ?? '')}>
        Set
      </Button>
    </form>
  )
}
