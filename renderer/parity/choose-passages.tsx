import { type Annotation, type AnnotationId, firstSegment, quotationOf } from '@shared/annotations/annotation'
import { pageNumberOf } from '@shared/units/pages'
import { useState } from 'react'
import { useAll } from '../storage/live'
import { CheckField, TextField } from '../ui/field'
import styles from './dialogs.module.css'

/** Marks shown to choose from; words narrow them. */
const SHOWN = 40

const shortened = (words: string): string => (words.length > 160 ? `${words.slice(0, 110)}… ${words.slice(-46)}` : words)

type ChoosePassagesProps = {
  readonly chosen: readonly AnnotationId[]
  readonly onChosen: (chosen: readonly AnnotationId[]) => void
}

/** The marks of the library to choose from: those that are chosen first, then the latest. */
export function ChoosePassages({ chosen, onChosen }: ChoosePassagesProps) {
  const annotations = useAll('annotations') ?? []
  const documents = new Map((useAll('documents') ?? []).map((document) => [document.id, document.name]))
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const wordsOf = (mark: Annotation): string =>
    `${quotationOf(mark) || 'a marked area'} · ${documents.get(mark.documentId) ?? 'removed document'}, page ${pageNumberOf(firstSegment(mark).pageIndex)}`
  const fits = annotations
    .filter((mark) => chosen.includes(mark.id) || wanted === '' || wordsOf(mark).toLowerCase().includes(wanted))
    .sort((a, b) => Number(chosen.includes(b.id)) - Number(chosen.includes(a.id)) || b.createdAt.localeCompare(a.createdAt))
  return (
    <fieldset className={styles.choices}>
      <legend>Passages it rests on ({chosen.length})</legend>
      {annotations.length === 0 ? (
        <p className={styles.hint}>Nothing is marked yet. Passages of documents and cells of tables that you mark can be chosen here.</p>
      ) : (
        <>
          <TextField
            label="Words in the passages"
            hideLabel
            type="search"
            placeholder="Words in the quotation or the document’s name"
            value={words}
            onChange={setWords}
          />
          <div className={styles.list}>
            {fits.slice(0, SHOWN).map((mark) => (
              <CheckField
                key={mark.id}
                label={shortened(wordsOf(mark))}
                checked={chosen.includes(mark.id)}
                onChange={(checked) => onChosen(checked ? [...chosen, mark.id] : chosen.filter((id) => id !== mark.id))}
              />
            ))}
          </div>
          {fits.length > SHOWN ? <p className={styles.hint}>{fits.length - SHOWN} more; words narrow them.</p> : null}
        </>
      )}
    </fieldset>
  )
}
