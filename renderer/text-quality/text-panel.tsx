import { useLiveQuery } from 'dexie-react-hooks'
import { Trash2 } from 'lucide-react'
import { pageNumberOf } from '@shared/units/pages'
import { dayWords } from '../analyses/editing/date-words'
import { useRun } from '../annotations/use-run'
import { readPageReading } from '../documents/page-readings'
import { useReading } from '../reader/reading'
import { useRestingPage } from '../reader/panels/use-resting-page'
import { useRecords } from '../storage/live'
import { DifferencesSection } from '../text-versions/differences-section'
import { IconButton } from '../ui/button'
import { PanelHeader } from '../ui/panel'
import { Pill } from '../ui/pill'
import { useWorkbench } from '../workbench/workbench'
import { ChooseTextForm } from './choose-text-form'
import { removeCorrection } from './commands/remove-correction'
import { DoubtReasons } from './doubt-reasons'
import styles from './text-quality.module.css'
import { useTextDoubts } from './use-text-doubts'

/** Where the text of the page that is read comes from, what speaks against it, and which text is quoted; what another version reads; and the document's corrections. */
export function TextPanel() {
  const { document, pages: all, column, goTo } = useReading()
  const { db, derived } = useWorkbench()
  const run = useRun()
  const index = useRestingPage(column)
  const doubts = useTextDoubts(document.id)
  const corrections = useRecords('textCorrections', 'documentId', document.id)
  const recognitions = useRecords('recognitions', 'documentId', document.id)
  const reading = useLiveQuery(() => readPageReading({ db, derived }, document.id, index), [db, derived, document.id, index])
  const recognition = recognitions?.find((one) => one.pageIndex === index)
  const doubt = doubts.get(index)
  const pages = [...doubts.keys()].sort((a, b) => a - b)
  const open = pages.filter((page) => doubts.get(page)?.decided === false)
  const next = open.find((page) => page > index) ?? open[0]
  /** A picture has no text layer, so there is nothing to choose. */
  const hasLayer = ['text', 'both'].includes(all[index]?.content ?? '')
  const origin = !reading || reading.text.trim() === '' ? 'none' : reading.origin
  const sorted = (corrections ?? []).toSorted((a, b) => a.pageIndex - b.pageIndex || a.range.start - b.range.start)
  return (
    <div className={styles.panel}>
      <PanelHeader title={`Text of page ${index + 1}`} />
      <div className={styles.scroller}>
        <section className={styles.block}>
          <p>
            <Pill tone={origin === 'none' ? 'absent' : 'plain'}>
              {{ embedded: 'text layer', ocr: 'recognised', none: 'no text' }[origin]}
            </Pill>{' '}
            {origin === 'embedded'
              ? 'The words come from the file itself.'
              : origin === 'ocr'
                ? `The words were recognised in the picture of the page, ${Math.round(recognition?.confidence ?? 0)} % sure.`
                : 'Nothing on this page can be selected. Draw a box and type what it says, or have its text recognised.'}
          </p>
          {doubt === undefined ? null : (
            <>
              <h3 className={styles.heading}>
                {doubt.decided ? 'What spoke against the text layer' : 'The text layer may not say what is printed'}
              </h3>
              <DoubtReasons doubt={doubt} />
            </>
          )}
          {doubt === undefined && (recognition === undefined || !hasLayer) ? null : (
            <ChooseTextForm key={index} document={document} page={index} recognised={recognition !== undefined} doubted={pages} />
          )}
        </section>
        {pages.length === 0 ? null : (
          <p className={styles.note}>
            {pages.length === 1 ? 'One page' : `${pages.length.toLocaleString('en')} pages`} of this document{' '}
            {pages.length === 1 ? 'has' : 'have'} a doubted text layer;{' '}
            {open.length === 0 ? 'you have chosen a text for all of them.' : `${open.length.toLocaleString('en')} still to be decided.`}{' '}
            {next === undefined || next === index ? null : (
              <button type="button" className={styles.link} onClick={() => goTo({ page: next, fraction: 0 }, 'text')}>
                Go to page {next + 1}
              </button>
            )}
          </p>
        )}
        <DifferencesSection index={index} />
        <section className={styles.block}>
          <h3 className={styles.heading}>Corrections</h3>
          {sorted.length === 0 ? (
            <p className={styles.note}>
              None in this document. Select words that are misread and choose “Correct the text”: the extracted words stay, and a quotation
              shows yours in brackets.
            </p>
          ) : null}
          <ul className={styles.corrections}>
            {sorted.map((correction) => (
              <li key={correction.id}>
                <button type="button" className={styles.link} onClick={() => goTo({ page: correction.pageIndex, fraction: 0 }, 'text')}>
                  p. {pageNumberOf(correction.pageIndex)}
                </button>{' '}
                <del>{correction.was}</del> → <ins>{correction.becomes === '' ? '(nothing)' : correction.becomes}</ins>
                <span className={styles.by}>
                  {' '}
                  by {correction.author}, {dayWords(correction.at)}
                </span>
                <IconButton
                  label={`Remove the correction of “${correction.was}”`}
                  icon={Trash2}
                  onClick={() => void run(removeCorrection, { id: correction.id })}
                />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}
