import { useLiveQuery } from 'dexie-react-hooks'
import { useAct } from '../analyses/editing/use-act'
import { readPreference, usePreference } from '../preferences/preferences'
import type { Database } from '../storage/database'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useWorkbench } from '../workbench/workbench'
import { startEmpty } from './commands/start-empty'
import { FirstReading } from './first-reading'
import { type FirstReadingPlace, placeOfFirstReading, readSamples } from './samples'
import styles from './sample-notice.module.css'

const NAME = 'samples'

/** Says that the library began with a bundled analysis and sample evidence, leads through it, and starts empty in one click; until put away. */
export function SampleNotice() {
  const { db } = useWorkbench()
  const act = useAct()
  const [dismissed, setDismissed] = usePreference('dismissed')
  const there = useLiveQuery(() => samplesIn(db), [db])
  if (there === undefined || there === null) return null
  const { path, ...samples } = there
  return (
    <Notice
      kind="info"
      action={
        <span className={styles.actions}>
          <Button onClick={() => void act(startEmpty, samples, 'The bundled analysis and the sample documents were taken away.')}>
            Start empty
          </Button>
          <Button kind="quiet" onClick={() => void setDismissed([...dismissed, NAME])}>
            Keep them
          </Button>
        </span>
      }
    >
      <p>
        Sample evidence to begin with: two made-up documents, as each page says, and an excerpt of a real inventory. What “Sample” judged
        decides nothing.
      </p>
      {path === null ? null : <FirstReading {...path} />}
    </Notice>
  )
}

type SamplesThere = Parameters<typeof startEmpty.decide>[0] & { readonly path: FirstReadingPlace | null }

/** What of the samples is in the library; null where the notice has nothing to say. */
async function samplesIn(db: Database): Promise<SamplesThere | null> {
  if ((await readPreference(db, 'dismissed')).includes(NAME) || (await readPreference(db, 'seeding'))) return null
  const [place, samples] = [placeOfFirstReading(), readSamples()]
  if (place === null || !samples.ok || (await db.get('analyses', place.analysisId)) === undefined) return null
  // What came in a bundle is somebody's work: no button here takes it away.
  if ((await db.table('openedBundles').where('analysisId').equals(place.analysisId).count()) > 0) return null
  const documents = await Promise.all(samples.value.documents.map(({ sha256 }) => db.get('documents', sha256)))
  const [claim, mark] = await Promise.all([db.get('claims', place.claimId), db.get('annotations', place.markId)])
  return {
    analysisId: place.analysisId,
    documentIds: documents.flatMap((document) => document?.id ?? []),
    path: claim === undefined || mark === undefined ? null : place,
  }
}
