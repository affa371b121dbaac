import { ANNOTATION_KIND_WORDS, ANNOTATION_KINDS, type AnnotationId } from '@shared/annotations/annotation'
import { counted } from '@shared/dossier/words'
import { Check, ChevronDown, FileDown, Link2, Tag, Trash2, X } from 'lucide-react'
import { changeMarks } from '../annotations/commands/change-marks'
import { useRun } from '../annotations/use-run'
import { Button } from '../ui/button'
import { Kbd } from '../ui/kbd'
import { Menu } from '../ui/menu'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import type { BulkDialog } from './bulk-dialogs'
import { type MarkRow, isWaiting } from './mark-rows'
import { marksCsv } from './marks-csv'
import styles from './marks-screen.module.css'

type BulkBarProps = { readonly rows: readonly MarkRow[]; readonly onAsk: (kind: BulkDialog) => void; readonly onDelete: (ids: readonly AnnotationId[]) => void; readonly onNone: () => void }

/** What can be done with all marks that are chosen, each in one step. */
export function BulkBar({ rows, onAsk, onDelete, onNone }: BulkBarProps) {
  const run = useRun()
  const { desktop } = useWorkbench()
  const toast = useToast()
  if (rows.length === 0) {
    return (
      <p className={styles.bulk}>
        <span className={styles.hint}>
          Click or walk with the arrows; <Kbd keys="Shift" /> and <Kbd keys="Ctrl" /> choose several, <Kbd keys="Ctrl+A" /> all. What is chosen can be linked, tagged, confirmed or exported together.
        </span>
      </p>
    )
  }
  const ids = rows.map((row) => row.id)
  const waiting = rows.filter(isWaiting).map((row) => row.id)
  const save = async (): Promise<void> => {
    const { exports } = desktop
    const begun = await exports.begin('marks.csv', 'file')
    if (!begun.ok) return toast.show({ text: begun.problem.what, problem: begun.problem })
    if (begun.value === null) return
    const { token } = begun.value
    const written = await exports.write(token, 'marks.csv', new TextEncoder().encode(marksCsv(rows)))
    const finished = written.ok ? await exports.finish(token) : written
    if (!finished.ok) {
      await exports.abandon(token)
      toast.show({ text: finished.problem.what, problem: finished.problem })
    } else if (finished.value !== null) toast.show({ text: `${counted(rows.length, 'mark')} written to ${finished.value.shownPath}`, action: { label: 'Show', onSelect: () => void exports.reveal(token) } })
  }
  return (
    <section className={styles.bulk} data-chosen aria-label="What is chosen">
      <output className={styles.chosen}>{counted(rows.length, 'mark')} chosen</output>
      <Button icon={Link2} onClick={() => onAsk('link')}>
        Link…
      </Button>
      <Button icon={Tag} onClick={() => onAsk('tag')}>
        Tags…
      </Button>
      <Menu
        trigger={<Button icon={ChevronDown}>Kind</Button>}
        items={ANNOTATION_KINDS.filter((kind) => kind !== 'page-note').map((kind) => ({ label: ANNOTATION_KIND_WORDS[kind], onSelect: () => void run(changeMarks, { ids, addTags: [], removeTags: [], kind }) }))}
      />
      {waiting.length === 0 ? null : (
        <Button icon={Check} onClick={() => onAsk('confirm')}>
          Confirm {waiting.length === 1 ? 'the likeness' : `${waiting.length} likenesses`}…
        </Button>
      )}
      <Button icon={FileDown} onClick={() => void save()}>
        Export as CSV
      </Button>
      <Button kind="danger" icon={Trash2} onClick={() => onDelete(ids)}>
        Delete
      </Button>
      <span className={styles.gap} />
      <Button kind="quiet" icon={X} onClick={onNone}>
        Choose none
      </Button>
    </section>
  )
}
