import { type Outcome, ok, type Problem } from '@shared/errors/outcome'
import { FileArchive, FolderOpen } from 'lucide-react'
import { useRef } from 'react'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { Button } from '../ui/button'
import { FileChoice } from '../ui/file-choice'
import { ProblemNotice } from '../ui/problem-notice'
import { type ChosenFiles, filesOfInput } from '../verification/chosen-bundle'
import { useWorkbench } from '../workbench/workbench'
import styles from './exchange.module.css'
import { beginOpening, opening } from './opening'

/** Where the bundle is: a folder, a zip, or `vouch.json` alone. Dropping it anywhere in the window does the same. */
export function ChooseBundle({ problem }: { readonly problem: Problem | null }) {
  const workbench = useWorkbench()
  const folder = useRef<HTMLInputElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const take = (chosen: Outcome<ChosenFiles>): void => {
    if (chosen.ok) void beginOpening(workbench, chosen.value)
    else opening.set({ kind: 'choosing', problem: chosen.problem })
  }
  return (
    <div className={styles.scroller}>
      <div className={styles.page}>
        <header className={styles.head}>
          <h1 className={styles.title}>Open a bundle</h1>
          <p className={styles.second}>
            A bundle is a dossier as it was exported, with its exhibits, records and custody log. It is checked first; then you see what
            would come in, and nothing is taken up before you say so. <Link href={routes.analyses()}>All&nbsp;analyses</Link>
          </p>
        </header>
        {problem === null ? null : <ProblemNotice problem={problem} />}
        <section className={styles.way} aria-label="Choose the bundle">
          <div className={styles.buttons}>
            <Button kind="primary" icon={FolderOpen} onClick={() => folder.current?.click()}>
              Choose the bundle’s folder…
            </Button>
            <Button icon={FileArchive} onClick={() => file.current?.click()}>
              Choose a zip or vouch.json…
            </Button>
          </div>
          <p className={styles.third}>
            Or drop the folder or the zip anywhere on the window. With vouch.json alone the records come in, and the documents stay missing
            until you import them.
          </p>
          <FileChoice ref={folder} label="Bundle folder" folder onChosen={(files) => take(filesOfInput(files))} />
          <FileChoice
            ref={file}
            label="Bundle file"
            accept=".zip,.json,application/zip,application/json"
            onChosen={([chosen]) => take(ok(new Map([[chosen.name, chosen]])))}
          />
        </section>
        <section className={styles.way} aria-label="What happens">
          <h2 className={styles.subtitle}>If the analysis is here already</h2>
          <p className={styles.second}>
            Then the two are merged, mark by mark and claim by claim: what only one side changed comes from that side, what both changed
            differently you decide, and both custody logs are kept.
          </p>
        </section>
      </div>
    </div>
  )
}
