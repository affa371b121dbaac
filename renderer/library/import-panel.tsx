import type { Document } from '@shared/documents/document'
import { ChevronDown, ChevronRight, X } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { useWatched } from '../app/use-watched'
import type { ImportItem } from '../import/import-queue'
import { MarksOffer } from '../pdf-marks/marks-offer'
import { HeldWarning } from '../redactions/held-warning'
import { Button, IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { Progress } from '../ui/progress'
import { useWorkbench } from '../workbench/workbench'
import { balanceOf, type BalanceSheet, RESULT_WORDS, wordsOf } from './balance-sheet'
import styles from './import-panel.module.css'

/** The files on their way in, each with its step; at the end the balance sheet, on which every file stands once. */
export function ImportPanel({ onUnlock }: { readonly onUnlock: (document: Document) => void }) {
  const { imports } = useWorkbench()
  const items = useWatched(imports.items)
  const [chosen, setFolded] = useState<boolean | null>(null)
  if (items.length === 0) return null
  const sheet = balanceOf(items)
  const running = sheet.underWay > 0
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
      {running
        ? null
        : items.map(({ id, name, result }) =>
            result?.kind === 'added' ? <HeldWarning key={id} documentId={result.documentId} name={name} /> : null,
          )}
      {running
        ? null
        : items.map(({ id, name, result }) =>
            result?.kind === 'added' ? <MarksOffer key={id} documentId={result.documentId} name={name} /> : null,
          )}
      {folded ? null : (
        <ul className={styles.items} aria-label="Files">
          {(running ? items : items.toSorted(attentionFirst)).map((item) => (
            <Item key={item.id} item={item} onCancel={() => imports.cancel(item.id)} onUnlock={onUnlock} />
          ))}
        </ul>
      )}
    </section>
  )
}

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

function Item({
  item,
  onCancel,
  onUnlock,
}: {
  readonly item: ImportItem
  readonly onCancel: () => void
  readonly onUnlock: (document: Document) => void
}) {
  const { db } = useWorkbench()
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
          <IconButton label={`Cancel ${item.name}`} icon={X} onClick={onCancel} />
        </>
      ) : locked ? (
        <Button onClick={() => void unlock()}>Enter the password</Button>
      ) : null}
    </li>
  )
}
