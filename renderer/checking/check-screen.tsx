import type { AnalysisId } from '@shared/analyses/analysis'
import type { CheckVerdict } from '@shared/claims/check'
import { type CheckItem, checkItems, firstItem, stepFrom } from '@shared/claims/check-items'
import { isChecked, progressWords } from '@shared/claims/check-standing'
import { progressOf } from '@shared/claims/ledger'
import { FileOutput, ListChecks } from 'lucide-react'
import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { routes } from '../app/routes'
import { isTyping, shortcutFor, type ShortcutId } from '../app/shortcuts'
import { useClaimDetail } from '../claims/claim-detail'
import { type Ledger, useLedger } from '../claims/ledger-source'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { EmptyState } from '../ui/empty-state'
import { CheckField, TextField } from '../ui/field'
import { Progress } from '../ui/progress'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import styles from './check.module.css'
import { CheckCard } from './check-card'
import { exportCheckSheet } from './export-check-sheet'
import { useVerdict } from './use-verdict'

/** Checking by a second reader: one claim or passage after the other, each judged by one key. */
export function CheckScreen({ analysisId }: { readonly analysisId: AnalysisId }) {
  const ledger = useLedger(analysisId)
  if (ledger === undefined || ledger?.complete === false) return null
  const items = ledger === null ? [] : checkItems(ledger.lines)
  const [start] = items
  if (ledger === null || start === undefined) {
    return (
      <EmptyState
        title={ledger === null ? 'This analysis is not in the library' : 'There is nothing to check yet'}
        actions={
          <Link href={ledger === null ? routes.analyses() : routes.analysis(analysisId)}>
            {ledger === null ? 'All analyses' : 'Go to the analysis'}
          </Link>
        }
      >
        Claims are checked one by one, each with the passages that are linked to it.
      </EmptyState>
    )
  }
  return <Screen ledger={ledger} items={items} start={start} />
}

const VERDICTS: Partial<Readonly<Record<ShortcutId, CheckVerdict>>> = {
  'check-right': 'right',
  'check-wrong': 'wrong',
  'check-out-of-context': 'out-of-context',
  'check-unfair': 'unfair',
}

function Screen({ ledger, items, start }: { readonly ledger: Ledger; readonly items: readonly CheckItem[]; readonly start: CheckItem }) {
  const { analysis } = ledger
  const workbench = useWorkbench()
  const toast = useToast()
  const [, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('claim')
  const [key, setKey] = useState(() => firstItem(items, asked)?.key ?? start.key)
  const [open, setOpen] = useState(true)
  const item = items.find((one) => one.key === key) ?? start
  const note = useRef<HTMLDivElement>(null)
  const { reader, setReader, found, setFound, keep } = useVerdict()
  const detail = useClaimDetail(analysis.id, item.claim.id)
  const evidence = detail?.evidence.find(({ link }) => link.id === item.linkId)

  const step = (by: 1 | -1, onlyOpen: boolean): void => {
    setKey(stepFrom(items, item.key, by, onlyOpen)?.key ?? item.key)
    setFound('')
  }
  const judge = async (verdict: CheckVerdict): Promise<void> => {
    if (detail === undefined || detail === null) return
    if (await keep(detail, evidence, item.linkId, verdict)) step(1, open)
  }
  const openPage = (): void => {
    if (evidence !== undefined) navigate(routes.document(evidence.annotation.documentId, { mark: evidence.annotation.id }))
  }
  const latest = useRef({ step, judge, openPage, open })
  useEffect(() => {
    latest.current = { step, judge, openPage, open }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('[role="dialog"][data-state="open"]') !== null) return
      const id = shortcutFor(event, 'checking')
      const onControl = event.target instanceof HTMLElement && event.target.closest('button, a') !== null
      // Enter on a button or a link is that button's or link's own.
      if (id === null || (id === 'check-open' && onControl)) return
      const verdict = VERDICTS[id]
      event.preventDefault()
      if (verdict !== undefined) void latest.current.judge(verdict)
      else if (id === 'check-next') latest.current.step(1, latest.current.open)
      else if (id === 'check-previous') latest.current.step(-1, false)
      else if (id === 'check-note') note.current?.querySelector('textarea')?.focus()
      else latest.current.openPage()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  const sheet = async (): Promise<void> => {
    const put = await exportCheckSheet(workbench, ledger)
    if (!put.ok) toast.show({ text: put.problem.what, problem: put.problem })
    else if (put.value !== null) toast.show({ text: `The check sheet is in ${put.value}.` })
  }
  if (detail === undefined || detail === null) return null
  return (
    <div className={styles.screen}>
      <aside className={styles.side} aria-label="How far checking has come">
        <h1 className={styles.title}>Checking</h1>
        <p className={styles.second}>{analysis.title}</p>
        <Overall ledger={ledger} />
        <CheckField label="Go on with unchecked ones only" checked={open} onChange={setOpen} />
        <TextField
          label="Second reader"
          value={reader}
          onChange={setReader}
          hint="Whoever checks. The name stands beside each verdict, and in the dossier."
          onKeyDown={leaveField}
        />
        <Sections ledger={ledger} items={items} current={item} onGo={setKey} />
        <div className={styles.sideButtons}>
          <Button icon={ListChecks} onClick={() => navigate(routes.ledger(analysis.id))}>
            Ledger
          </Button>
          <Button icon={FileOutput} onClick={() => void sheet()}>
            Check sheet…
          </Button>
        </div>
      </aside>
      <CheckCard
        key={item.key}
        item={item}
        place={items.indexOf(item) + 1}
        of={items.length}
        detail={detail}
        evidence={evidence}
        reader={reader}
        found={found}
        noteRef={note}
        onFound={setFound}
        onVerdict={(verdict) => void judge(verdict)}
        onStep={(by) => step(by, false)}
      />
    </div>
  )
}

/** Enter and Escape leave the field, so that the keys judge again. */
const leaveField = (event: ReactKeyboardEvent<HTMLElement>): void => {
  if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
}

function Overall({ ledger }: { readonly ledger: Ledger }) {
  const progress = progressOf(ledger.lines)
  return (
    <div className={styles.overall}>
      <Progress label="Claims and passages checked" done={progress.checked} of={progress.of} />
      <output>{progressWords(progress)}</output>
    </div>
  )
}

type SectionsProps = {
  readonly ledger: Ledger
  readonly items: readonly CheckItem[]
  readonly current: CheckItem
  readonly onGo: (key: string) => void
}

/** Each section with how far it has come; a click goes to its first unchecked item. */
function Sections({ ledger, items, current, onGo }: SectionsProps) {
  const sections = useMemo(() => sectionsOf(ledger, items), [ledger, items])
  return (
    <ul className={styles.sections}>
      {sections.map(({ section, first, progress }) => (
        <li key={section.id}>
          <button
            type="button"
            className={classes(styles.section, current.claim.sectionId === section.id && styles.here)}
            onClick={() => onGo(first.key)}
          >
            <span>
              {section.number} · {section.label}
            </span>
            <span className={styles.third}>{progressWords(progress)}</span>
          </button>
          <Progress label={`Checked in section ${section.number}`} done={progress.checked} of={progress.of} />
        </li>
      ))}
    </ul>
  )
}

function sectionsOf({ analysis, lines }: Ledger, items: readonly CheckItem[]) {
  return analysis.sections
    .toSorted((a, b) => a.number - b.number)
    .flatMap((section) => {
      const here = items.filter((item) => item.claim.sectionId === section.id)
      const first = here.find((item) => !isChecked(item)) ?? here[0]
      return first === undefined
        ? []
        : [{ section, first, progress: progressOf(lines.filter((line) => line.claim.sectionId === section.id)) }]
    })
}
