import type { AppInfo } from '@shared/desktop/desktop'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { StartReport } from '../workbench/open-workbench'
import { useWorkbench } from '../workbench/workbench'
import { useSearchKept } from '../search/use-search-kept'
import { DropZone } from './drop-zone'
import { ErrorBoundary } from './error-boundary'
import { KeysHelp } from './keys-help'
import { Palette } from './palette'
import { Rail } from './rail'
import { Screens } from './screens'
import styles from './shell.module.css'
import { StartNotices } from './start-notices'
import { StatusBar } from './status-bar'
import { TopBar } from './top-bar'
import { useActions } from './use-actions'
import { useRememberAnalysis } from './use-current-analysis'
import { useRecognising } from '../recognition/use-recognising'
import { useHandedFiles } from './use-handed-files'
import { useHandedLinks } from './use-handed-links'
import { useKeptFocus } from './use-kept-focus'
import { useSeeding } from './use-seeding'
import { useShortcuts } from './use-shortcuts'
import { useTheme } from './use-theme'

/** The window: bars around the screen, and what lies over it. */
export function Shell({ report }: { readonly report: StartReport }) {
  const { desktop } = useWorkbench()
  const [path] = useLocation()
  const [over, setOver] = useState<'palette' | 'keys' | null>(null)
  const open = useMemo(() => ({ palette: () => setOver('palette'), keys: () => setOver('keys') }), [])
  const actions = useActions(open)
  const [info, setInfo] = useState<AppInfo | null>(null)
  const screen = useRef<HTMLElement>(null)
  useShortcuts(actions)
  useKeptFocus()
  useTheme()
  useRememberAnalysis()
  useHandedFiles()
  useHandedLinks()
  useRecognising()
  useSearchKept()
  const seeding = useSeeding(report)
  useEffect(() => void desktop.app.info().then(setInfo), [desktop])

  return (
    <div className={styles.shell}>
      <a
        href="#screen"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault()
          screen.current?.focus()
        }}
      >
        Skip to the screen
      </a>
      <div className={styles.top}>
        <TopBar onPalette={open.palette} />
      </div>
      <div className={styles.rail}>
        <Rail />
      </div>
      <section className={styles.notices} aria-label="Notices">
        <StartNotices />
      </section>
      <main ref={screen} id="screen" tabIndex={-1} className={styles.screen}>
        <ErrorBoundary place={path}>
          <Screens seeding={seeding} />
        </ErrorBoundary>
      </main>
      <div className={styles.status}>
        <StatusBar vaultPath={info?.vaultPath ?? '…'} />
      </div>
      <Palette open={over === 'palette'} onClose={() => setOver(null)} actions={actions} />
      <KeysHelp open={over === 'keys'} onClose={() => setOver(null)} />
      <DropZone />
    </div>
  )
}
