import type { Document, DocumentId } from '@shared/documents/document'
import { ChevronDown, ChevronRight, X } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { useWatched } from '../app/use-watched'
import type { ImportItem } from '../import/import-queue'
import { MarksOffer } from '../pdf-marks/marks-offer'
import { HeldWarning } from '../redactions/held-warning'
import { Button, IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { NearGroups } from '../ui/near-groups'
import { Progress } from '../ui/progress'
import { useWorkbench } from '../workbench/workbench'
import { balanceOf, type BalanceSheet, RESULT_WORDS, wordsOf } from './balance-sheet'
import { useFoundInImport } from './found-in-import'
import styles from './import-panel.module.css'

/** Files drawn together, and the height of one that was not drawn yet, CSS pixels. */
const TOGETHER = 40
const ROW = 29

/** The files on their way in, each with its step; at the end the balance sheet, on which every file stands once. */
export function ImportPanel({ onUnlock }: { readonly onUnlock: (document: Document) => void }) {
  const { imports } = useWorkbench()
  const items = useWatched(imports.items)
  const [chosen, setFolded] = useState<boolean | null>(null)
  const sheet = useMemo(() => balanceOf(items), [items])
  const running = sheet.underWay > 0
  const added = useMemo(() => (running ? NONE : addedOf(items)), [items, running])
  const listed = useMemo(() => (running ? items : items.toSorted(attentionFirst)), [items, running])
  const { held, marked } = useFoundInImport(useMemo(() => added.map(({ documentId }) => documentId), [added]))
  if (items.length === 0) return null
  // At the end, what needs no attention needs no room.
  const folded = chosen ?? (!running && sheet.added + sheet.duplicate === sheet.in)
  return (
    <section className={styles.panel} aria-label="Import">
      <div className={styles.head}>
        <button type="button" className={styles.fold} aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {folded ? <ChevronRight size={16} strokeWidth={1.6} aria-hidden /> : <ChevronDown size={16} strokeWidth={1.6} aria-hidden />}
          <h2 className={styles.title}>{running ? `Importing: ${sheet.in - sheet.underWay} of ${sheet.in} files` : 'Import finished'}</h2>
        </button>
        <output className={styles.sheet}>{running ? null : <Sheet sheet={sheet} />}</output>
        {running ? (
          <>
            <div className={styles.overall}>
              <Progress label="Files imported" done={sheet.in - sheet.underWay} of={sheet.in} />
            </div>
            <Button kind="quiet" onClick={() => imports.cancelAll()}>
              Cancel all
            </Button>
          </>
        ) : (
          <Button kind="quiet" onClick={() => imports.clear()}>
            Put away
          </Button>
        )}
      </div>
      {added.map(({ id, name, documentId }) =>
        held.has(documentId) ? <HeldWarning key={id} documentId={documentId} name={name} /> : null,
      )}
      {added.map(({ id, name, documentId }) =>
        marked.has(documentId) ? <MarksOffer key={id} documentId={documentId} name={name} /> : null,
      )}
      {folded ? null : (
        <div className={styles.items}>
          <NearGroups label="Files" items={listed} size={TOGETHER} height={ROW}>
            {(item) => <Item key={item.id} item={item} onUnlock={onUnlock} />}
          </NearGroups>
        </div>
      )}
    </section>
  )
}

type Added = { readonly id: ImportItem['id']; readonly name: string; readonly documentId: DocumentId }
const NONE: readonly Added[] = []
const addedOf = (items: readonly ImportItem[]): readonly Added[] =>
  items.flatMap(({ id, name, result }) => (result?.kind === 'added' ? [{ id, name, documentId: result.documentId }] : []))

const ATTENTION: readonly (ImportItem['result'] & {})['kind'][] = ['refused', 'kept', 'cancelled', 'duplicate', 'added']
const attentionFirst = (a: ImportItem, b: ImportItem): number =>
  ATTENTION.indexOf(a.result?.kind ?? 'added') - ATTENTION.indexOf(b.result?.kind ?? 'added')

/** `38 in = 33 added + 2 already there + 3 refused`. */
function Sheet({ sheet }: { readonly sheet: BalanceSheet }) {
  const lines = (Object.keys(RESULT_WORDS) as readonly (keyof typeof RESULT_WORDS)[]).filter((kind) => sheet[kind] > 0)
  return (
    <>
      <b>{sheet.in}</b> in = {lines.map((kind) => `${sheet[kind]} ${RESULT_WORDS[kind]}`).join(' + ')}
    </>
  )
}

type ItemProps = { readonly item: ImportItem; readonly onUnlock: (document: Document) => void }

/** A file with its step, or with what became of it. It is drawn again only when that changes. */
const Item = memo(function Item({ item, onUnlock }: ItemProps) {
  const { db, imports } = useWorkbench()
  const { result } = item
  const locked = result?.kind === 'kept' && result.problem.kind === 'pdf-needs-password'
  const unlock = async (): Promise<void> => {
    const document = result?.kind === 'kept' ? await db.get('documents', result.documentId) : undefined
    if (document !== undefined) onUnlock(document)
  }
  return (
    <li className={styles.item}>
      <span className={styles.name} title={item.name}>
        {result !== null && 'documentId' in result ? <Link href={routes.document(result.documentId)}>{item.name}</Link> : item.name}
      </span>
      <span className={classes(styles.words, (result?.kind === 'refused' || result?.kind === 'kept') && styles.attention)}>
        {wordsOf(item)}
      </span>
      {result === null ? (
        <>
          <span className={styles.bar}>
            {item.step === 'waiting' ? null : (
              <Progress label={`Progress of ${item.name}`} done={item.pages?.done ?? 0} of={item.pages?.of ?? null} />
            )}
          </span>
          <IconButton label={`Cancel ${item.name}`} icon={X} onClick={() => imports.cancel(item.id)} />
        </>
      ) : locked ? (
        <Button onClick={() => void unlock()}>Enter the password</Button>
      ) : null}
    </li>
  )
})
