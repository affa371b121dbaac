import { ANNOTATION_KIND_WORDS, ANNOTATION_KINDS, type AnnotationId } from '@shared/annotations/annotation'
import { counted } from '@shared/dossier/words'
import { Check, ChevronDown, Link2, Tag, Trash2, X } from 'lucide-react'
import { changeMarks } from '../annotations/commands/change-marks'
import { useRun } from '../annotations/use-run'
import { Button } from '../ui/button'
import { Kbd } from '../ui/kbd'
import { Menu } from '../ui/menu'
import type { BulkDialog } from './bulk-dialogs'
import { type MarkRow, isWaiting } from './mark-rows'
import { MarksOut } from './marks-out'
import styles from './marks-screen.module.css'

type BulkBarProps = {
  readonly rows: readonly MarkRow[]
  readonly onAsk: (kind: BulkDialog) => void
  readonly onDelete: (ids: readonly AnnotationId[]) => void
  readonly onNone: () => void
}

/** What can be done with all marks that are chosen, each in one step. */
export function BulkBar({ rows, onAsk, onDelete, onNone }: BulkBarProps) {
  const run = useRun()
  if (rows.length === 0) {
    return (
      <p className={styles.bulk}>
        <span className={styles.hint}>
          Click or walk with the arrows; <Kbd keys="Shift" /> and <Kbd keys="Ctrl" /> choose several, <Kbd keys="Ctrl+A" /> all. What is
          chosen can be linked, tagged, confirmed or exported together.
        </span>
      </p>
    )
  }
  const ids = rows.map((row) => row.id)
  const waiting = rows.filter(isWaiting).map((row) => row.id)
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
        items={ANNOTATION_KINDS.filter((kind) => kind !== 'page-note').map((kind) => ({
          label: ANNOTATION_KIND_WORDS[kind],
          onSelect: () => void run(changeMarks, { ids, addTags: [], removeTags: [], kind }),
        }))}
      />
      {waiting.length === 0 ? null : (
        <Button icon={Check} onClick={() => onAsk('confirm')}>
          Confirm {waiting.length === 1 ? 'the likeness' : `${waiting.length} likenesses`}…
        </Button>
      )}
      <MarksOut rows={rows} />
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
