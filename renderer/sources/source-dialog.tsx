import { recordOfSource } from '@shared/citations/cited-record'
import type { Document } from '@shared/documents/document'
import { RECORD_KIND_WORDS, RECORD_KINDS, type RecordKind } from '@shared/sources/record-kind'
import type { Source } from '@shared/sources/source'
import { factsOfItem, itemWithFacts, type SourceFact, type SourceFacts } from '@shared/sources/source-facts'
import { partialDateSchema } from '@shared/units/time'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SelectField, TextField } from '../ui/field'
import { CitationPreview } from './citation-preview'
import { editSource } from './commands/edit-source'
import { DATED, factsAsked } from './facts-asked'
import styles from './source-dialog.module.css'

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const isDate = (text: string): boolean => orNull(text) === null || partialDateSchema.safeParse(text.trim()).success
const DATE_FORM = 'Write 2026, 2026-02 or 2026-02-01.'
const KINDS: readonly { readonly value: RecordKind | 'unsaid'; readonly label: string }[] = [
  { value: 'unsaid', label: 'Not said' },
  ...RECORD_KINDS.map((value) => ({ value, label: RECORD_KIND_WORDS[value] })),
]

/** Writes down what is known of a source. A field left empty is unknown, and shown as such. */
export function SourceDialog({
  source,
  documents,
  act,
  onClose,
}: {
  readonly source: Source
  readonly documents: readonly Document[]
  readonly act: Act
  readonly onClose: () => void
}) {
  const [draft, setDraft] = useState({
    title: source.title ?? '',
    author: source.author ?? '',
    publisher: source.publisher ?? '',
    date: (source.date as string | null) ?? '',
    url: source.url ?? '',
    known: source.known,
    toFind: source.toFind,
    channels: source.channels.join(', '),
    channelConfidence: source.channelConfidence ?? '',
  })
  const [facts, setFacts] = useState<SourceFacts>(factsOfItem(source.csl ?? {}))
  const field = (name: keyof typeof draft) => ({ value: draft[name], onChange: (value: string) => setDraft({ ...draft, [name]: value }) })
  const factField = (fact: SourceFact) => ({
    value: facts[fact] ?? '',
    onChange: (value: string) => setFacts({ ...facts, [fact]: value === '' ? null : value }),
  })

  const asked = factsAsked(facts.kind, (fact) => facts[fact] !== null)
  const valid = isDate(draft.date) && DATED.every((fact) => isDate(facts[fact] ?? ''))
  const edited = ((): Source => {
    const trimmed = Object.fromEntries(
      Object.entries(facts).map(([fact, value]) => [fact, fact === 'kind' ? value : orNull(value ?? '')]),
    ) as SourceFacts
    const before = source.csl ?? {}
    const after = itemWithFacts(before, trimmed)
    const date = orNull(draft.date) === null ? null : partialDateSchema.safeParse(draft.date.trim())
    return {
      ...source,
      title: orNull(draft.title),
      author: orNull(draft.author),
      publisher: orNull(draft.publisher),
      date: date?.data ?? null,
      url: orNull(draft.url),
      known: draft.known.trim(),
      toFind: draft.toFind.trim(),
      channels: draft.channels
        .split(',')
        .map((channel) => channel.trim())
        .filter((channel) => channel !== ''),
      channelConfidence: orNull(draft.channelConfidence),
      ...(source.csl === undefined && Object.keys(after).length === 0 ? {} : { csl: after }),
    }
  })()
  const save = async (): Promise<void> => {
    if (!valid) return
    const { id, analysisId: _analysis, number: _number, documentIds: _documents, ...fields } = edited
    if (await act(editSource, { id, fields }, `Source [${source.number}] changed.`)) onClose()
  }
  const behind = documents.find((document) => source.documentIds.includes(document.id)) ?? null
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`Source [${source.number}]`}
      description="What is left empty is unknown, and is shown as unknown."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={!valid} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <TextField label="Title" {...field('title')} />
      <div className={styles.pairs}>
        <TextField label="Author" {...field('author')} hint="Put semicolons between several." />
        <TextField label="Publisher" {...field('publisher')} />
        <TextField label="Date" {...field('date')} hint="2026, 2026-02 or 2026-02-01" error={isDate(draft.date) ? null : DATE_FORM} />
        <TextField label="Address" {...field('url')} hint="Kept as text; Vouch never opens it." />
      </div>
      <SelectField
        label="Kind of record"
        value={facts.kind ?? 'unsaid'}
        options={KINDS}
        onChange={(kind) => setFacts({ ...facts, kind: kind === 'unsaid' ? null : kind })}
        hint="Decides what a citation needs, and how each style writes it."
      />
      <fieldset className={styles.group}>
        <legend>What a citation needs</legend>
        <div className={styles.pairs}>
          {asked.map(({ fact, label, hint }) => (
            <TextField
              key={fact}
              label={label}
              {...factField(fact)}
              {...(hint === undefined ? {} : { hint })}
              error={DATED.includes(fact) && !isDate(facts[fact] ?? '') ? DATE_FORM : null}
            />
          ))}
        </div>
        <CitationPreview record={recordOfSource(edited, behind)} />
      </fieldset>
      <TextField label="What is known of it" multiline {...field('known')} />
      <TextField label="Still to find out" multiline rows={2} {...field('toFind')} />
      <TextField label="Channels, as inferred" {...field('channels')} hint="Separated by commas: press-report, agency-statement." />
      <TextField label="Confidence in the channels" {...field('channelConfidence')} />
    </Dialog>
  )
}
