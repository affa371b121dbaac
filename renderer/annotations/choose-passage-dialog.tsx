import type { AnnotationId } from '@shared/annotations/annotation'
import { useDeferredValue, useMemo, useState } from 'react'
import { filtered, NO_FILTER } from '../all-marks/mark-rows'
import { useAllMarks } from '../all-marks/use-all-marks'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { useRowWalk } from '../ui/use-row-walk'
import styles from './choose-passage-dialog.module.css'

/** Height of a row in CSS pixels, as the style sheet has it. */
const ROW = 44

type Props = {
  readonly title: string
  readonly chosen: AnnotationId | null
  readonly onChoose: (id: AnnotationId) => void
  readonly onClose: () => void
}

/** Chooses one of all marks of the library, found by its words. */
export function ChoosePassageDialog({ title, chosen: before, onChoose, onClose }: Props) {
  const rows = useAllMarks()
  const [words, setWords] = useState('')
  const [at, setAt] = useState<AnnotationId | null>(before)
  const wanted = useDeferredValue(words)
  const shown = useMemo(() => filtered(rows ?? [], { ...NO_FILTER, words: wanted }), [rows, wanted])
  const ids = useMemo(() => shown.map((row) => row.id), [shown])
  // The only one that fits, or the first, is what Enter in the field means.
  const chosen = at !== null && ids.includes(at) ? at : (ids[0] ?? null)
  const { scroller, drawn, reachable, onKey } = useRowWalk({
    ids,
    chosen,
    onChoose: (id) => (id === null ? onClose() : setAt(id)),
    onOpen: onChoose,
    height: ROW,
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      wide
      description={
        rows?.length === 0
          ? 'Nothing is marked yet: mark the passage in its document first.'
          : 'Any marked passage of the library. What is not marked yet is marked in the reader.'
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={chosen === null} onClick={() => (chosen === null ? undefined : onChoose(chosen))}>
            Choose the passage
          </Button>
        </>
      }
    >
      <TextField
        label="Find a passage"
        hideLabel
        type="search"
        placeholder="Words of the passage, its document, comment or tags"
        value={words}
        onChange={setWords}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && chosen !== null) {
            event.preventDefault()
            onChoose(chosen)
          } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') onKey(reachable, event)
        }}
      />
      <div ref={scroller} className={styles.scroller}>
        <ul className={styles.list} aria-label="Passages" style={{ height: ids.length * ROW }}>
          {drawn.map((index) => {
            const row = shown[index]
            return row === undefined ? null : (
              <li
                key={row.id}
                className={classes(styles.row, row.id === chosen && styles.chosen)}
                style={{ transform: `translateY(${index * ROW}px)` }}
              >
                <button
                  type="button"
                  data-row={row.id}
                  aria-current={row.id === chosen}
                  tabIndex={index === reachable ? 0 : -1}
                  className={styles.choose}
                  onClick={() => setAt(row.id)}
                  onDoubleClick={() => onChoose(row.id)}
                  onKeyDown={(event) => onKey(index, event)}
                >
                  <span className={styles.quote} dir="auto">
                    {row.quote === '' ? 'a marked area without words' : row.quote}
                  </span>
                  <span className={styles.place}>
                    p. {row.page}, {row.document?.name ?? 'removed document'}
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
        {rows !== undefined && rows.length > 0 && shown.length === 0 ? <p className={styles.nothing}>No passage has these words.</p> : null}
      </div>
    </Dialog>
  )
}
