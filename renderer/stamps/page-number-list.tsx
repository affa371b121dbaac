import type { DocumentId } from '@shared/documents/document'
import { stampByRule } from '@shared/stamps/stamp-of'
import type { StampRule } from '@shared/stamps/stamp-rule'
import { newId } from '@shared/units/ids'
import { type PageIndex, pageNumberOf, pageStamp } from '@shared/units/pages'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Pencil } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import type { PageColumn } from '../reader/page-column'
import { useRestingPage } from '../reader/panels/use-resting-page'
import type { PageRow } from '../storage/database'
import { classes } from '../ui/classes'
import { putStampRules } from './commands/put-stamp-rules'
import { setPageStamp } from './commands/set-page-stamp'
import styles from './numbers-panel.module.css'

/** Height of a line in CSS pixels, as the style sheet has it. */
const ROW = 28

/** A stamp of a page, or that it has none by this rule; a page without a rule has one line with neither. */
type Line = {
  readonly page: PageRow
  readonly rule: StampRule | null
  readonly stamp: string | null
  readonly byHand: boolean
  readonly first: boolean
}

type PageNumberListProps = {
  readonly pages: readonly PageRow[]
  readonly rules: readonly StampRule[]
  readonly column: PageColumn
  readonly documentId: DocumentId
  readonly act: Act
  readonly onGo: (page: number) => void
}

/** Every page by file page, label and stamps. A stamp is corrected in its place. */
export function PageNumberList({ pages, rules, column, documentId, act, onGo }: PageNumberListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => pages.flatMap((page) => linesOf(page, rules)), [pages, rules])
  const current = useRestingPage(column)
  const [reached, setReached] = useState(0)
  const [editing, setEditing] = useState<number | null>(null)
  const list = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 12 })
  const walked = useRef(false)
  useEffect(() => {
    const at = lines.findIndex((line) => line.page.index === current)
    if (at !== -1) list.scrollToIndex(at, { align: 'auto' })
  }, [current, lines, list])
  useEffect(() => {
    if (!walked.current) return
    walked.current = false
    scroller.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus({ preventScroll: true })
  })

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || editing !== null) return
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -lines.length,
      End: lines.length,
    }
    const step = steps[event.key]
    const line = lines[reached]
    if (step !== undefined) {
      const to = Math.max(0, Math.min(reached + step, lines.length - 1))
      walked.current = true
      setReached(to)
      list.scrollToIndex(to, { align: 'auto' })
    } else if (event.key === 'F2' && line !== undefined) setEditing(reached)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const save = (line: Line, typed: string): void => {
    setEditing(null)
    walked.current = true
    const words = typed.trim()
    if (words === (line.stamp ?? '')) return
    const stamp = words === '' ? null : pageStamp(words)
    const said =
      stamp === null
        ? `Page ${pageNumberOf(line.page.index)} has no stamp now.`
        : `Page ${pageNumberOf(line.page.index)} is stamped ${words} now.`
    if (line.rule !== null) void act(setPageStamp, { ruleId: line.rule.id, page: line.page.index, stamp }, said)
    else if (stamp !== null) void act(putStampRules, { documentId, rules: [onePage(line.page.index, stamp)] }, said)
  }

  return (
    <div className={styles.table}>
      <div className={styles.tableHead} aria-hidden>
        <span className={styles.filePage}>file</span>
        <span className={styles.label}>label</span>
        <span className={styles.stamp}>stamp</span>
      </div>
      <div ref={scroller} className={styles.scroller}>
        <ol aria-label="Numbers of each page" className={styles.rows} style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            if (line === undefined) return null
            const { page, stamp, byHand, first } = line
            const number = pageNumberOf(page.index)
            return (
              <li
                key={index}
                className={classes(styles.row, page.index === current && styles.current)}
                style={{ transform: `translateY(${start}px)` }}
              >
                <button
                  type="button"
                  aria-label={`Page ${number}, ${page.label === null ? 'no label' : `label ${page.label}`}, ${stamp === null ? 'no stamp' : `stamp ${stamp}`}${byHand ? ', set by hand' : ''}`}
                  aria-current={page.index === current ? 'page' : undefined}
                  aria-keyshortcuts="F2"
                  tabIndex={index === reached ? 0 : -1}
                  className={styles.go}
                  title={`${stamp ?? 'no stamp'}${byHand ? ', set by hand' : ''}`}
                  onFocus={() => setReached(index)}
                  onKeyDown={press}
                  onClick={() => {
                    setReached(index)
                    onGo(page.index)
                  }}
                  onDoubleClick={() => setEditing(index)}
                >
                  <span className={styles.filePage}>{first ? number : ''}</span>
                  <span className={styles.label}>{first ? (page.label ?? '–') : ''}</span>
                  {editing === index ? null : (
                    <span className={styles.stamp}>
                      <bdi className={styles.stampWords}>{stamp ?? (byHand ? 'none' : '–')}</bdi>
                      {byHand ? <Pencil className={styles.byHand} size={12} strokeWidth={1.6} aria-hidden /> : null}
                    </span>
                  )}
                </button>
                {editing === index ? (
                  <StampField page={number} stamp={stamp ?? ''} onSave={(typed) => save(line, typed)} onLeave={() => setEditing(null)} />
                ) : null}
              </li>
            )
          })}
        </ol>
      </div>
      <p className={styles.hint}>Double-click a stamp, or press F2, to correct it; leave it empty where the page has none.</p>
    </div>
  )
}

/** A stamp being corrected: Enter keeps, Escape leaves it. */
function StampField({
  page,
  stamp,
  onSave,
  onLeave,
}: {
  readonly page: number
  readonly stamp: string
  readonly onSave: (typed: string) => void
  readonly onLeave: () => void
}) {
  const [typed, setTyped] = useState(stamp)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.select(), [])
  return (
    <input
      ref={box}
      className={styles.field}
      aria-label={`Stamp of page ${page}`}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => onSave(typed)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') onSave(typed)
        if (event.key === 'Escape') onLeave()
      }}
    />
  )
}

function linesOf(page: PageRow, rules: readonly StampRule[]): readonly Line[] {
  const own = rules.filter((rule) => rule.from <= page.index && page.index <= rule.to).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  if (own.length === 0) return [{ page, rule: null, stamp: null, byHand: false, first: true }]
  return own.map((rule, at) => ({
    page,
    rule,
    stamp: stampByRule(rule, page.index),
    byHand: rule.exceptions.some((exception) => exception.page === page.index),
    first: at === 0,
  }))
}

/** A stamp that no series gives: a rule of one page, set by hand. */
const onePage = (page: PageIndex, stamp: ReturnType<typeof pageStamp>) => ({
  id: newId('stamprule'),
  from: page,
  to: page,
  before: '',
  after: '',
  first: 0,
  step: 1,
  digits: 0,
  exceptions: [{ page, stamp }],
})
