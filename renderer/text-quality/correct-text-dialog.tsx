import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import type { TextRange } from '@shared/annotations/segment'
import type { PageReading } from '@shared/documents/page-reading'
import { boundsOf, pdfRect } from '@shared/units/geometry'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { useState } from 'react'
import { useRun } from '../annotations/use-run'
import { useReading } from '../reader/reading'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { correctText } from './commands/correct-text'
import styles from './text-quality.module.css'
import { useRegionPicture } from './use-region-picture'

/** Asks what the page prints where its text says something else. The extracted words stay; the correction lies over them. */
export function CorrectTextDialog({
  reading,
  range,
  onClose,
}: {
  readonly reading: PageReading
  readonly range: TextRange
  readonly onClose: () => void
}) {
  const { document, pdf } = useReading()
  const run = useRun()
  const was = reading.text.slice(range.start, range.end)
  const [becomes, setBecomes] = useState(was.replace(/\s+/g, ' '))
  const bounds = boundsOf(quadsOfRanges(reading, [range]))
  const picture = useRegionPicture(
    pdf,
    reading.index,
    bounds === null ? null : pdfRect(bounds.left - 30, bounds.bottom - 8, bounds.right + 30, bounds.top + 8),
  )
  const keep = async (): Promise<void> => {
    const done = await run(correctText, {
      id: newId('correction'),
      documentId: document.id,
      pageIndex: pageIndex(reading.index),
      origin: reading.origin,
      range,
      was,
      becomes,
    })
    if (done) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Correct the text of page ${reading.index + 1}`}
      description="The words as they were read stay in the library. Quotations show your correction in square brackets, and search finds both."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={becomes === was} onClick={() => void keep()}>
            Correct
          </Button>
        </>
      }
    >
      {picture === null ? null : <img className={styles.picture} src={picture} alt="These words as they are printed on the page" />}
      <p>
        The text says <q className={styles.words}>{was}</q>
      </p>
      <TextField label="The page prints" value={becomes} onChange={setBecomes} serif multiline={was.length > 60} focusAtStart />
    </Dialog>
  )
}
