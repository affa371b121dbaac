import type { Desktop } from '@shared/desktop/desktop'
import { messageOf, type Outcome, problem, trouble } from '@shared/errors/outcome'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { Button } from '../ui/button'
import { ProblemNotice } from '../ui/problem-notice'
import { type OpenOptions, openWorkbench, type StartReport } from '../workbench/open-workbench'
import type { Workbench } from '../workbench/workbench'
import styles from './start.module.css'

export type Opened = { readonly workbench: Workbench; readonly report: StartReport }

/** Opens the library, once, and says meanwhile what takes long; afterwards shows the interface, or why there is none. */
export function Start({ desktop, children }: { readonly desktop: Desktop; readonly children: (opened: Opened) => ReactNode }) {
  const [opened, setOpened] = useState<Outcome<Opened> | null>(null)
  const [words, setWords] = useState('The database and the vault are being compared.')
  const open = useCallback(
    (options: OpenOptions) => {
      openWorkbench(desktop, { ...options, progress: setWords }).then(setOpened, (thrown: unknown) =>
        setOpened(
          trouble(
            problem(
              'start-broke',
              `Opening the library stopped: ${messageOf(thrown)}.`,
              'Try again; if it happens every time, the vault’s folder holds all that you did, in ordinary files.',
            ),
          ),
        ),
      )
    },
    [desktop],
  )
  const openAgain = (options: OpenOptions): void => {
    setOpened(null)
    open(options)
  }
  useEffect(() => open({}), [open])
  if (opened?.ok) return children(opened.value)
  return (
    <main className={styles.page}>
      <p className={styles.name}>✓ Vouch</p>
      {opened === null ? (
        <>
          <h1 className={styles.title}>Opening the library…</h1>
          <output>{words}</output>
        </>
      ) : (
        <>
          <h1 className={styles.title}>The library was not opened</h1>
          <ProblemNotice problem={opened.problem} />
          <p>Nothing was changed. What you did before is where it was.</p>
          <div className={styles.actions}>
            <Button kind="primary" onClick={() => openAgain({})}>
              Try again
            </Button>
            {opened.problem.kind === 'database-unopenable' ? (
              <Button onClick={() => openAgain({ forgetDatabase: true })}>Rebuild the database from the vault</Button>
            ) : null}
          </div>
        </>
      )}
    </main>
  )
}
