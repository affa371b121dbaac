import type { DocumentId } from '@shared/documents/document'
import type { PageIndex } from '@shared/units/pages'
import { useLiveQuery } from 'dexie-react-hooks'
import { ScanText } from 'lucide-react'
import { useState } from 'react'
import { usePreference } from '../preferences/preferences'
import { Button } from '../ui/button'
import { SelectField } from '../ui/field'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import styles from './page-recognition.module.css'
import { readLanguages } from './languages'

/** Puts pages into the queue, in a language that can be chosen where there is more than one. */
export function RecogniseForm({
  documentId,
  pages,
  words,
}: {
  readonly documentId: DocumentId
  readonly pages: readonly PageIndex[] | 'needed'
  readonly words: string
}) {
  const { db, recognition } = useWorkbench()
  const toast = useToast()
  const known = useLiveQuery(() => readLanguages(db), [db])
  const [usual] = usePreference('recognitionLanguages')
  const [chosen, setChosen] = useState<string | null>(null)
  const language = chosen ?? usual.join('+')
  const choices = [
    ...new Map([
      [usual.join('+'), usual.map((code) => known?.find((one) => one.code === code)?.name ?? code).join(' and ')],
      ...(known ?? []).map(({ code, name }) => [code, name] as const),
    ]),
  ]
  const start = async (): Promise<void> => {
    const queued = await recognition.want(documentId, pages, { languages: language.split('+'), first: pages !== 'needed' })
    toast.show({
      text:
        queued === 0
          ? 'Nothing is left to recognise.'
          : queued === 1
            ? 'One page is being recognised.'
            : `${queued} pages are being recognised; you can go on working.`,
    })
  }
  return (
    <div className={styles.form}>
      {choices.length > 1 ? (
        <SelectField label="Language" value={language} options={choices.map(([value, label]) => ({ value, label }))} onChange={setChosen} />
      ) : null}
      <Button icon={ScanText} onClick={() => void start()}>
        {words}
      </Button>
    </div>
  )
}
