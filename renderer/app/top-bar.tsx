import { ChevronDown, Search, ShieldCheck } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { Kbd } from '../ui/kbd'
import { Menu } from '../ui/menu'
import { Popover } from '../ui/popover'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { navigate } from './hash-location'
import { routes } from './routes'
import { keysOf } from './shortcuts'
import styles from './top-bar.module.css'
import { useAnalyses, useCurrentAnalysis } from './use-current-analysis'
import { useWatched } from './use-watched'

/** The head of the window: which analysis, the way to everything, and the two promises kept in sight. */
export function TopBar({ onPalette }: { readonly onPalette: () => void }) {
  return (
    <header className={styles.bar}>
      <span className={styles.name}>
        <span className={styles.tick} aria-hidden>
          ✓
        </span>
        Vouch
      </span>
      <AnalysisSwitcher />
      <button type="button" className={styles.search} onClick={onPalette} aria-keyshortcuts="Control+K">
        <Search size={15} strokeWidth={1.6} aria-hidden />
        <span className={styles.words}>Find, jump, do…</span>
        <Kbd keys={keysOf('palette')} />
      </button>
      <div className={styles.promises}>
        <Saved />
        <Offline />
      </div>
    </header>
  )
}

function AnalysisSwitcher() {
  const analyses = useAnalyses() ?? []
  const current = useCurrentAnalysis()
  return (
    <Menu
      trigger={
        <button type="button" className={styles.switcher}>
          <span className={styles.title}>{current?.title ?? 'No analysis'}</span>
          <ChevronDown size={14} strokeWidth={1.6} aria-hidden />
        </button>
      }
      items={[
        ...analyses.map((analysis) => ({
          label: analysis.title,
          checked: analysis.id === current?.id,
          onSelect: () => navigate(routes.analysis(analysis.id)),
        })),
        ...(analyses.length > 0 ? (['separator'] as const) : []),
        { label: 'All analyses', onSelect: () => navigate(routes.analyses()) },
        { label: 'New analysis…', onSelect: () => navigate(routes.newAnalysis()) },
      ]}
    />
  )
}

function Saved() {
  const workbench = useWorkbench()
  const state = useWatched(workbench.saved)
  const toasts = useToast()
  const words = state.kind === 'trouble' ? 'Not saved twice' : state.kind === 'saving' ? 'Saving…' : 'Saved twice'
  const retry = useCallback(async () => {
    const done = await workbench.retrySaving()
    if (!done.ok) toasts.show({ text: done.problem.what, problem: done.problem })
  }, [workbench, toasts])
  return (
    <Popover
      label="About saving"
      trigger={
        <button type="button" className={classes(styles.promise, state.kind === 'trouble' && styles.trouble)}>
          <span className={classes(styles.dot, styles[state.kind])} aria-hidden />
          <output>{words}</output>
        </button>
      }
    >
      {state.kind === 'trouble' ? (
        <>
          <p className={styles.strong}>{state.problem.what}</p>
          <p>{state.problem.remedy}</p>
          <Button kind="primary" onClick={() => void retry()}>
            Try again
          </Button>
        </>
      ) : (
        <>
          <p className={styles.strong}>Everything is kept twice.</p>
          <p>
            Each change is written to the library’s database and to the vault, a folder of ordinary files. “Saved twice” stands here only
            when both copies have all that you did; at every start they are compared.
          </p>
          <Button onClick={() => void workbench.desktop.vault.reveal()}>Show the vault</Button>
        </>
      )}
    </Popover>
  )
}

/** Between two looks at the number of refused requests, in ms. */
const LOOKS = 10_000

function Offline() {
  const { desktop } = useWorkbench()
  const [refused, setRefused] = useState(0)
  const look = useCallback(() => void desktop.app.refusedRequests().then(setRefused), [desktop])
  useEffect(() => {
    look()
    const timer = setInterval(look, LOOKS)
    return () => clearInterval(timer)
  }, [look])
  return (
    <Popover
      label="About the network"
      onOpen={look}
      trigger={
        <button type="button" className={styles.promise}>
          <ShieldCheck size={16} strokeWidth={1.6} aria-hidden />
          Offline · 0 sent{refused > 0 ? ` · ${refused} refused` : ''}
        </button>
      }
    >
      <p className={styles.strong}>Nothing leaves this machine.</p>
      <p>Vouch sends no request to the outside, in any state: no updates, no statistics, no fonts or pictures from elsewhere.</p>
      <p>
        {refused === 0
          ? 'Since the start nothing has asked for the network.'
          : `Since the start ${refused} ${refused === 1 ? 'request was' : 'requests were'} refused before leaving: a document, or the browser itself, asked for something outside.`}
      </p>
    </Popover>
  )
}
