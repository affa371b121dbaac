import { Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWatched } from '../app/use-watched'
import { usePreference } from '../preferences/preferences'
import { useRecord } from '../storage/live'
import { Button } from '../ui/button'
import { Progress } from '../ui/progress'
import { Segmented } from '../ui/segmented'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import styles from './settings-screen.module.css'

/** Room for pictures that can be chosen, megabytes by their name. */
const ROOMS = [
  { value: '100', label: '100 MB' },
  { value: '500', label: '500 MB' },
  { value: '2000', label: '2 GB' },
  { value: '10000', label: '10 GB' },
] as const

const inWords = (bytes: number): string => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${Math.round(bytes / 1_000_000)} MB`)

/** How much room kept pictures of pages take and may take. */
export function KeptPictures() {
  const { pictures } = useWorkbench()
  const [budget, setBudget] = usePreference('pictureBudget')
  const [bytes, setBytes] = useState<number | null>(null)
  const filling = useWatched(pictures.filling)
  const document = useRecord('documents', filling?.documentId ?? null)
  const toasts = useToast()
  useEffect(() => void pictures.size().then(setBytes), [pictures])
  const choose = async (megabytes: string): Promise<void> => {
    await setBudget(Number(megabytes))
    await pictures.fit()
    setBytes(await pictures.size())
  }
  const clear = async (): Promise<void> => {
    await pictures.clear()
    setBytes(await pictures.size())
    toasts.show({ text: 'The kept pictures are removed. They are made again as you read.' })
  }
  return (
    <>
      <p>
        Small pictures of every page and readable ones of the pages you looked at, so that a document opens on what you were reading. They
        hold nothing that the documents do not print, are no part of your research, and are made again when they are missing.
      </p>
      <output>{bytes === null ? '…' : `${inWords(bytes)} in use.`}</output>
      {filling === null ? null : (
        <div className={styles.checking}>
          <Progress label="Small pictures of pages" done={filling.done} of={filling.of} />
          <p>
            {document?.name ?? 'A document'}: page {filling.done} of {filling.of}. It goes on while you do nothing in the window.
          </p>
        </div>
      )}
      <Segmented label="Room for pictures" value={String(budget)} options={ROOMS} onChange={(megabytes) => void choose(megabytes)} />
      <Button icon={Trash2} disabled={bytes === null || bytes === 0} onClick={() => void clear()}>
        Remove the pictures
      </Button>
    </>
  )
}
