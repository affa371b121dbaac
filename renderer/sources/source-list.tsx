import type { Analysis } from '@shared/analyses/analysis'
import { recordOfSource } from '@shared/citations/cited-record'
import { designation, upperFirst } from '@shared/citations/parts'
import type { Claim } from '@shared/claims/claim'
import type { Document } from '@shared/documents/document'
import type { DisclosureEvent } from '@shared/documents/disclosure-event'
import { disclosureOf, standingOfAll, whyStanding } from '@shared/documents/disclosure-standing'
import { RECORD_KIND_WORDS } from '@shared/sources/record-kind'
import type { Source } from '@shared/sources/source'
import { newId } from '@shared/units/ids'
import { Paperclip, Pencil, Plus, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { partialDateWords } from '../analyses/editing/date-words'
import type { Act } from '../analyses/editing/use-act'
import { routes } from '../app/routes'
import { useAll, useRecords } from '../storage/live'
import { Button, IconButton } from '../ui/button'
import { AttachDocumentsDialog } from './attach-documents-dialog'
import { addSource } from './commands/add-source'
import { removeSource } from './commands/remove-source'
import { SourceDialog } from './source-dialog'
import { SourceExchange } from './source-exchange'
import { StandingPill } from './standing-pill'
import styles from './source-list.module.css'

type Open = { readonly what: 'edit' | 'attach'; readonly id: string }

/** The numbered sources of an analysis: what is known, what is not (said as unknown), and the documents behind each. */
export function SourceList({
  analysis,
  claims,
  act,
}: {
  readonly analysis: Analysis
  readonly claims: readonly Claim[]
  readonly act: Act
}) {
  const sources = useRecords('sources', 'analysisId', analysis.id)?.toSorted((a, b) => a.number - b.number) ?? []
  const documents = useAll('documents') ?? []
  const events = useAll('disclosureEvents') ?? []
  const [open, setOpen] = useState<Open | null>(null)
  const wanted = new URLSearchParams(useSearch()).get('source')
  const loaded = sources.length > 0
  useEffect(() => {
    if (wanted === null || !loaded) return
    document.querySelector(`#source-${wanted}`)?.scrollIntoView({ block: 'center' })
  }, [wanted, loaded])

  const add = async (): Promise<void> => {
    const id = newId('source')
    const blank = {
      title: null,
      author: null,
      publisher: null,
      date: null,
      url: null,
      known: '',
      toFind: '',
      channels: [],
      channelConfidence: null,
      documentIds: [],
    }
    if (
      await act(
        addSource,
        { ...blank, id, analysisId: analysis.id, numbersCited: claims.flatMap((claim) => claim.citedSources) },
        'Source added.',
      )
    )
      setOpen({ what: 'edit', id })
  }
  const opened = sources.find((source) => source.id === open?.id)
  return (
    <section className={styles.block} aria-labelledby="sources">
      <div className={styles.head}>
        <h2 id="sources" className={styles.title}>
          Sources
        </h2>
        <span className={styles.buttons}>
          <Link href={routes.searches(analysis.id)}>Search notes</Link>
          <Link href={routes.channels(analysis.id)}>Claims by channel</Link>
          <SourceExchange analysis={analysis} sources={sources} claims={claims} act={act} />
          <Button kind="quiet" icon={Plus} onClick={() => void add()}>
            Add source
          </Button>
        </span>
      </div>
      {sources.length === 0 ? (
        <p className={styles.third}>
          No sources yet. A source is a citable origin with a number; none, one or several documents stand behind it.
        </p>
      ) : null}
      <ol className={styles.sources}>
        {sources.map((source) => (
          <li
            key={source.id}
            id={`source-${source.number}`}
            className={styles.source}
            data-wanted={wanted === String(source.number) ? '' : undefined}
          >
            <SourceEntry
              source={source}
              documents={documents}
              events={events}
              citedBy={claims.filter((claim) => claim.citedSources.includes(source.number)).map((claim) => claim.number)}
              onEdit={() => setOpen({ what: 'edit', id: source.id })}
              onAttach={() => setOpen({ what: 'attach', id: source.id })}
              onRemove={() => void act(removeSource, { id: source.id }, `Source [${source.number}] removed.`)}
            />
          </li>
        ))}
      </ol>
      {opened === undefined ? null : open?.what === 'edit' ? (
        <SourceDialog source={opened} documents={documents} act={act} onClose={() => setOpen(null)} />
      ) : (
        <AttachDocumentsDialog source={opened} documents={documents} act={act} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

type SourceEntryProps = {
  readonly source: Source
  readonly documents: readonly Document[]
  readonly events: readonly DisclosureEvent[]
  readonly citedBy: readonly string[]
  readonly onEdit: () => void
  readonly onAttach: () => void
  readonly onRemove: () => void
}

function SourceEntry({ source, documents, events, citedBy, onEdit, onAttach, onRemove }: SourceEntryProps) {
  const behind = source.documentIds.map((id) => ({
    name: documents.find((document) => document.id === id)?.name ?? `${id.slice(0, 12)}…`,
    disclosure: disclosureOf(events.filter((event) => event.documentId === id)),
  }))
  const record = recordOfSource(source, null)
  const number = designation(record)
  // What has a number of its own need not have a title.
  const name = source.title ?? (number === null ? null : upperFirst(number))
  return (
    <>
      <span className={styles.number}>[{source.number}]</span>
      <div className={styles.body}>
        <h3 className={name === null ? styles.unknown : undefined}>{name ?? 'Title unknown'}</h3>
        <p className={styles.facts}>
          {record.kind === null ? null : <span>{RECORD_KIND_WORDS[record.kind]}</span>}
          {number === null || source.title === null ? null : <span>{upperFirst(number)}</span>}
          <Fact name="author" value={source.author} />
          <Fact name="publisher" value={source.publisher} />
          <Fact name="date" value={source.date === null ? null : partialDateWords(source.date)} />
          <Fact name="address" value={source.url} />
        </p>
        {source.known === '' ? null : <p>{source.known}</p>}
        {source.toFind === '' ? null : (
          <p className={styles.second}>
            <span className={styles.third}>Still to find:</span> {source.toFind}
          </p>
        )}
        <p className={styles.second}>
          {source.channels.length === 0 ? null : (
            <>
              Channel: {source.channels.map((channel) => channel.replaceAll('-', ' ')).join(', ')} (inferred
              {source.channelConfidence === null ? '' : `, confidence ${source.channelConfidence}`}) ·{' '}
            </>
          )}
          {citedBy.length === 0
            ? 'cited for no claim'
            : `cited for ${citedBy.length === 1 ? (citedBy[0] ?? '') : `${citedBy.length} claims`}`}
        </p>
        <ul className={styles.documents} aria-label={`Documents behind source ${source.number}`}>
          {source.documentIds.map((id) => {
            const behind = documents.find((document) => document.id === id)
            return (
              <li key={id}>
                {behind === undefined ? (
                  <span className={styles.mono}>{id.slice(0, 12)}… (not in the library)</span>
                ) : (
                  <Link href={routes.document(id)}>{behind.name}</Link>
                )}
              </li>
            )
          })}
          {source.documentIds.length === 0 ? <li className={styles.unknown}>no document behind it</li> : null}
        </ul>
        {behind.length === 0 ? null : (
          <p className={styles.second}>
            <StandingPill standing={standingOfAll(behind.map(({ disclosure }) => disclosure))} /> {whyStanding(behind)}
          </p>
        )}
      </div>
      <span className={styles.buttons}>
        <IconButton label={`Attach documents to source ${source.number}`} icon={Paperclip} onClick={onAttach} />
        <IconButton label={`Edit source ${source.number}`} icon={Pencil} onClick={onEdit} />
        {citedBy.length === 0 ? <IconButton label={`Remove source ${source.number}`} icon={Trash2} onClick={onRemove} /> : null}
      </span>
    </>
  )
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string | null }) =>
  value === null || value === '' ? <span className={styles.unknown}>{name} unknown</span> : <span>{value}</span>
