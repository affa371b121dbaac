import type { Outcome, Problem } from '@shared/errors/outcome'
import { FileSearch } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { ProblemNotice } from '../ui/problem-notice'
import { Progress } from '../ui/progress'
import { useWorkbench } from '../workbench/workbench'
import styles from './settings-screen.module.css'

type Check =
  | { readonly kind: 'running'; readonly words: string }
  | { readonly kind: 'done'; readonly outcome: Outcome<{ readonly documents: number; readonly repairs: readonly Problem[] }> }

/** Reads every stored byte of both copies again, on demand, and says what was found and mended. `children` are buttons beside its own. */
export function VaultCheck({ children }: { readonly children: ReactNode }) {
  const workbench = useWorkbench()
  const [check, setCheck] = useState<Check | null>(null)
  const run = async (): Promise<void> => {
    setCheck({ kind: 'running', words: 'Reading every document again…' })
    const outcome = await workbench.checkEverything((words) => setCheck({ kind: 'running', words }))
    setCheck({ kind: 'done', outcome })
  }
  return (
    <>
      <div className={styles.row}>
        {children}
        <Button icon={FileSearch} disabled={check?.kind === 'running'} onClick={() => void run()}>
          Check all documents now
        </Button>
      </div>
      {check?.kind === 'running' ? (
        <div className={styles.checking}>
          <Progress label="Checking the documents" done={0} of={null} />
          <output>{check.words}</output>
        </div>
      ) : null}
      {check?.kind === 'done' ? <Result outcome={check.outcome} /> : null}
    </>
  )
}

function Result({ outcome }: { readonly outcome: Extract<Check, { kind: 'done' }>['outcome'] }) {
  if (!outcome.ok) return <ProblemNotice problem={outcome.problem} />
  const { documents, repairs } = outcome.value
  return (
    <Notice kind={repairs.length === 0 ? 'info' : 'warning'}>
      <output>
        {documents === 1 ? 'One document was' : `${documents} documents were`} read again in both copies
        {repairs.length === 0 ? ': each has the bytes of its SHA-256.' : '.'}
      </output>
      {repairs.map((repair) => (
        <p key={repair.what}>
          {repair.what} {repair.remedy}
        </p>
      ))}
    </Notice>
  )
}
