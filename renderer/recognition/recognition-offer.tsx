import { useLiveQuery } from 'dexie-react-hooks'
import { ScanText } from 'lucide-react'
import { usePreference } from '../preferences/preferences'
import { Button } from '../ui/button'
import { useWorkbench, type Workbench } from '../workbench/workbench'
import styles from './recognition-panel.module.css'

/** The name under which a put-away offer is remembered: more pictures than then are offered again. */
const noticeOf = (pages: number): string => `recognise:${pages}`

/** Offers to recognise the pages of the library that are pictures; nothing where there are none. */
export function RecognitionOffer() {
  const { db, recognition } = useWorkbench()
  const [dismissed, setDismissed] = usePreference('dismissed')
  const open = useLiveQuery(() => documentsOfPictures(db), [db])
  const pages = open?.reduce((sum, one) => sum + one.pages, 0) ?? 0
  if (open === undefined || pages === 0 || dismissed.includes(noticeOf(pages))) return null
  const start = async (): Promise<void> => {
    for (const { documentId } of open) await recognition.want(documentId, 'needed')
  }
  return (
    <section className={styles.offer} aria-label="Pages that are pictures">
      <p>
        {pages === 1 ? 'One page is a picture' : `${pages.toLocaleString('en')} pages are pictures`}: nothing on{' '}
        {pages === 1 ? 'it' : 'them'} can be selected, found or quoted. {pages === 1 ? 'Its' : 'Their'} text can be recognised on this
        machine.
      </p>
      <Button icon={ScanText} onClick={() => void start()}>
        Recognise {pages === 1 ? 'its' : 'their'} text
      </Button>
      <Button kind="quiet" onClick={() => void setDismissed([...dismissed.filter((id) => !id.startsWith('recognise:')), noticeOf(pages)])}>
        Not now
      </Button>
    </section>
  )
}

/** Documents with pages that are pictures and were not recognised, counted from the records and an index alone. */
async function documentsOfPictures(db: Workbench['db']) {
  const pictures = (await db.all('documents')).filter(({ status, pagesImageOnly }) => status === 'ready' && pagesImageOnly > 0)
  const counted = await Promise.all(
    pictures.map(async ({ id, pagesImageOnly }) => ({
      documentId: id,
      pages: Math.max(0, pagesImageOnly - (await db.rows('recognitions').where('documentId').equals(id).count())),
    })),
  )
  return counted.filter(({ pages }) => pages > 0)
}
