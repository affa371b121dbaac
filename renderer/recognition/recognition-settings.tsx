import { useLiveQuery } from 'dexie-react-hooks'
import { FilePlus2, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Problem } from '@shared/errors/outcome'
import { sizeWords } from '../library/words'
import { usePreference } from '../preferences/preferences'
import { Button, IconButton } from '../ui/button'
import { CheckField } from '../ui/field'
import { FileChoice } from '../ui/file-choice'
import { ProblemNotice } from '../ui/problem-notice'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { addLanguage, type Language, readLanguages, removeLanguage } from './languages'
import styles from './recognition-settings.module.css'

/** When text is recognised, and in which languages. */
export function RecognitionSettings() {
  const { db } = useWorkbench()
  const toast = useToast()
  const [byItself, setByItself] = usePreference('recogniseAfterImport')
  const [usual, setUsual] = usePreference('recognitionLanguages')
  const languages = useLiveQuery(() => readLanguages(db), [db])
  const [trouble, setTrouble] = useState<Problem | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const add = async (file: File): Promise<void> => {
    const added = await addLanguage(db, file)
    setTrouble(added.ok ? null : added.problem)
    if (added.ok) toast.show({ text: `${added.value.name} was added.` })
  }
  const use = (code: string, wanted: boolean): void => {
    const next = wanted ? [...usual, code] : usual.filter((one) => one !== code)
    void setUsual(next.length === 0 ? ['eng'] : next)
  }
  const drop = async ({ code, name }: Language): Promise<void> => {
    await removeLanguage(db, code)
    use(code, false)
    toast.show({ text: `${name} was removed. Text that was recognised with it stays.` })
  }
  return (
    <div className={styles.all}>
      <CheckField
        label="Recognise the text of scans after they are imported"
        checked={byItself}
        onChange={(next) => void setByItself(next)}
        hint="Page after page in the background, the page you look at first. It can be paused in the library."
      />
      <h3 className={styles.title}>Languages</h3>
      <ul className={styles.languages} aria-label="Languages for recognising text">
        {(languages ?? []).map((language) => (
          <li key={language.code} className={styles.language}>
            <CheckField
              label={language.name}
              checked={usual.includes(language.code)}
              onChange={(next) => use(language.code, next)}
              hint={language.ships ? 'Comes with Vouch.' : `${language.code}, ${sizeWords(language.bytes)}`}
            />
            {language.ships ? null : <IconButton label={`Remove ${language.name}`} icon={Trash2} onClick={() => void drop(language)} />}
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        Ticked languages are looked for on every page, which takes longer with each. Others can be chosen for a single document when it is
        recognised again.
      </p>
      <Button icon={FilePlus2} onClick={() => chooser.current?.click()}>
        Add a language from a file
      </Button>
      <FileChoice ref={chooser} label="Language file" accept=".traineddata,.gz" onChosen={([file]) => void add(file)} />
      <p className={styles.hint}>
        Language files are called fra.traineddata, deu.traineddata and so on; the makers of Tesseract publish them. Vouch fetches none by
        itself.
      </p>
      {trouble === null ? null : <ProblemNotice problem={trouble} />}
    </div>
  )
}
