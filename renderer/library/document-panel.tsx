import type { DisclosureEvent } from '@shared/documents/disclosure-event'
import { isDisclosed } from '@shared/documents/disclosure-event'
import { AUTHOR_WORDS, TRIGGER_WORDS, whyDisclosure } from '@shared/documents/disclosure-standing'
import { isTable, type OutlineItem } from '@shared/documents/document'
import { pageIndex } from '@shared/units/pages'
import { BookOpen, Columns2, Copy, Ellipsis, Pencil, Plus, SquarePlus, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { partialDateWords } from '../analyses/editing/date-words'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { asksForNewTab, useOpenElsewhere } from '../reader/tabs-store'
import { HeldWarning } from '../redactions/held-warning'
import { RecogniseForm } from '../recognition/recognise-form'
import { useRecords } from '../storage/live'
import { ReadingFact } from '../text-versions/reading-fact'
import { Button, IconButton } from '../ui/button'
import { CardButton } from '../ui/card-button'
import { Menu } from '../ui/menu'
import { Notice } from '../ui/notice'
import { Pill } from '../ui/pill'
import { SideBody, SidePanel } from '../ui/side-panel'
import { useToast } from '../ui/toast'
import { VersionSection } from '../versions/version-section'
import { useWorkbench } from '../workbench/workbench'
import { DisclosureDialog } from './disclosure-dialog'
import type { DialogKind } from './document-dialogs'
import styles from './document-panel.module.css'
import { HandlingSection } from './handling-section'
import type { LibraryRow } from './library-rows'
import { metadataFacts } from './metadata-facts'
import { dayWords, sizeWords } from './words'

/** What is known of one document: how it came out, what it is, what it says of itself, and its outline. */
export function DocumentPanel({
  row,
  onClose,
  onAsk,
}: {
  readonly row: LibraryRow
  readonly onClose: () => void
  readonly onAsk: (kind: DialogKind) => void
}) {
  const { document } = row
  const { inNewTab, beside } = useOpenElsewhere()
  return (
    <SidePanel
      label={`About ${document.name}`}
      title="Document"
      closeLabel="Close the details"
      shortcut="Esc"
      onClose={onClose}
      tools={
        <Menu
          align="end"
          trigger={<IconButton label="More" icon={Ellipsis} />}
          items={[
            ...(document.status === 'ready'
              ? ([
                  { label: 'Open in a new tab', icon: SquarePlus, onSelect: () => inNewTab(routes.document(document.id), document.name) },
                  { label: 'Open beside what is being read', icon: Columns2, onSelect: () => beside(document.id) },
                  'separator',
                ] as const)
              : []),
            { label: 'Rename…', icon: Pencil, shortcut: 'F2', onSelect: () => onAsk('rename') },
            { label: 'Remove…', icon: Trash2, shortcut: 'Delete', danger: true, onSelect: () => onAsk('remove') },
          ]}
        />
      }
    >
      <SideBody>
        <h3 className={styles.name}>{document.name}</h3>
        {document.status === 'ready' ? (
          <Button
            kind="primary"
            icon={BookOpen}
            shortcut="Enter"
            onClick={(event) =>
              asksForNewTab(event) ? inNewTab(routes.document(document.id), document.name) : navigate(routes.document(document.id))
            }
          >
            Read and mark
          </Button>
        ) : null}
        {document.trouble === null ? null : (
          <Notice kind="warning">
            <p>{document.trouble.what}</p>
            <p>{document.trouble.remedy}</p>
            {document.status === 'needs-password' ? <Button onClick={() => onAsk('unlock')}>Enter the password</Button> : null}
          </Notice>
        )}
        {document.copyingDiscouraged ? (
          <Notice kind="info">
            <p>This PDF asks readers not to copy its text. Vouch reads it all the same, for quotation.</p>
          </Notice>
        ) : null}
        <HeldWarning documentId={document.id} />
        <Disclosures row={row} />
        <HandlingSection document={document} />
        <VersionSection document={document} title={styles.title ?? ''} />
        <Facts row={row} />
        <Outline row={row} />
      </SideBody>
    </SidePanel>
  )
}

function Disclosures({ row }: { readonly row: LibraryRow }) {
  const events = useRecords('disclosureEvents', 'documentId', row.document.id) ?? []
  const [edited, setEdited] = useState<DisclosureEvent | 'new' | null>(null)
  return (
    <section>
      <div className={styles.heading}>
        <h4 className={styles.title}>How it came out</h4>
        <IconButton label="Add a disclosure event" icon={Plus} onClick={() => setEdited('new')} />
      </div>
      {events.length === 0 ? (
        <p className={styles.absent}>
          Nobody has said how this document came out. Whether it was disclosed or discovered follows from who put it out, and why.
        </p>
      ) : (
        <>
          <p className={styles.faint}>{whyDisclosure(events)}</p>
          <ul className={styles.events}>
            {[...events]
              .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
              .map((event) => (
                <li key={event.id}>
                  <CardButton onClick={() => setEdited(event)}>
                    <span className={styles.line}>
                      <Pill tone={isDisclosed(event) ? 'supports' : 'context'}>{isDisclosed(event) ? 'disclosed' : 'discovered'}</Pill>
                      <span className={styles.mono}>{event.date === null ? 'date unknown' : partialDateWords(event.date)}</span>
                    </span>
                    <span>
                      {AUTHOR_WORDS[event.author]}, {TRIGGER_WORDS[event.trigger]}
                    </span>
                    {event.obtainedBy === '' ? null : <span className={styles.faint}>obtained by {event.obtainedBy}</span>}
                    {event.reference === '' ? null : <span className={styles.faint}>{event.reference}</span>}
                  </CardButton>
                </li>
              ))}
          </ul>
        </>
      )}
      <DisclosureDialog documentId={row.document.id} edited={edited} onClose={() => setEdited(null)} />
    </section>
  )
}

function Facts({ row }: { readonly row: LibraryRow }) {
  const { desktop } = useWorkbench()
  const toasts = useToast()
  const { document } = row
  const copy = async (): Promise<void> => {
    await desktop.app.copyText(document.id)
    toasts.show({ text: 'The SHA-256 was copied.' })
  }
  const nothing = document.pageCount - document.pagesWithText - document.pagesImageOnly
  const facts: readonly (readonly [string, ReactNode])[] = [
    [isTable(document) ? 'Rows' : 'Pages', document.pageCount.toLocaleString('en-US')],
    ...(isTable(document) ? [] : ([['With text', document.pagesWithText.toLocaleString('en')]] as const)),
    ...(document.pagesImageOnly > 0 ? ([['Picture only', document.pagesImageOnly.toLocaleString('en')]] as const) : []),
    ...(row.recognised > 0 ? ([['Recognised', row.recognised.toLocaleString('en')]] as const) : []),
    ...(nothing > 0 ? ([['Empty', nothing.toLocaleString('en')]] as const) : []),
    ['Size', `${sizeWords(document.bytes)} (${document.bytes.toLocaleString('en')} bytes)`],
    ['Imported', dayWords(document.importedAt)],
    ...(document.encrypted ? ([['Encrypted', 'yes']] as const) : []),
    ...(document.extractor === null ? [] : ([['Text read by', <ReadingFact key="reading" document={document} />]] as const)),
    ...metadataFacts(document.metadata),
  ]
  return (
    <section>
      <div className={styles.heading}>
        <h4 className={styles.title}>SHA-256</h4>
        <IconButton label="Copy the SHA-256" icon={Copy} onClick={() => void copy()} />
      </div>
      <p className={styles.hash}>{document.id}</p>
      <h4 className={styles.title}>Facts</h4>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {document.pagesImageOnly > row.recognised ? (
        <RecogniseForm documentId={document.id} pages="needed" words="Recognise the text of its pictures" />
      ) : null}
    </section>
  )
}

function Outline({ row }: { readonly row: LibraryRow }) {
  const { outline, id } = row.document
  if (outline.length === 0) return null
  return (
    <section>
      <h4 className={styles.title}>Outline</h4>
      <OutlineList items={outline} documentId={id} />
    </section>
  )
}

function OutlineList({ items, documentId }: { readonly items: readonly OutlineItem[]; readonly documentId: LibraryRow['document']['id'] }) {
  return (
    <ul className={styles.outline}>
      {items.map((item, at) => (
        <li key={`${at}-${item.title}`}>
          {item.pageIndex === null ? (
            item.title
          ) : (
            <Link href={routes.document(documentId, { page: pageIndex(item.pageIndex) })}>{item.title}</Link>
          )}
          {item.children.length === 0 ? null : <OutlineList items={item.children} documentId={documentId} />}
        </li>
      ))}
    </ul>
  )
}
