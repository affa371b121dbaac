import { useLiveQuery } from 'dexie-react-hooks'
import { useAct } from '../analyses/editing/use-act'
import { readPreference, usePreference } from '../preferences/preferences'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useWorkbench } from '../workbench/workbench'
import { startEmpty } from './commands/start-empty'
import { bundledRecords, sampleNames } from './seed-library'
import styles from './sample-notice.module.css'

const NAME = 'samples'

/** Says that the library began with a bundled analysis and synthetic documents, and starts empty in one click; until put away. */
export function SampleNotice() {
  const { db } = useWorkbench()
  const act = useAct()
  const [dismissed, setDismissed] = usePreference('dismissed')
  const there = useLiveQuery(async () => {
    const records = bundledRecords()
    const hidden = (await readPreference(db, 'dismissed')).includes(NAME) || (await readPreference(db, 'seeding'))
    if (hidden || !records.ok || (await db.get('analyses', records.value.analysis.id)) === undefined) return null
    const names = sampleNames()
    const documents = (await db.all('documents')).filter((document) => names.includes(document.name))
    return { analysisId: records.value.analysis.id, documentIds: documents.map((document) => document.id) }
  }, [db])
  if (there === undefined || there === null) return null
  return (
    <Notice
      kind="info"
      action={
        <span className={styles.actions}>
          <Button onClick={() => void act(startEmpty, there, 'The bundled analysis and the sample documents were taken away.')}>Start empty</Button>
          <Button kind="quiet" onClick={() => void setDismissed([...dismissed, NAME])}>
            Keep them
          </Button>
        </span>
      }
    >
      This library began with a bundled analysis and two short documents, marked as synthetic on every page, so that there is something to try. They prove nothing.
    </Notice>
  )
}
