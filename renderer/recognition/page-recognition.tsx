import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import { needsRecognition } from '@shared/documents/needs-recognition'
import type { PageReading } from '@shared/documents/page-reading'
import { ScanText } from 'lucide-react'
import { keysOf } from '../app/shortcuts'
import { useWatched } from '../app/use-watched'
import { usePreference } from '../preferences/preferences'
import { type PageShape, placeOfQuad } from '../reader/page-geometry'
import type { PageRow } from '../storage/database'
import { Button } from '../ui/button'
import { CheckField } from '../ui/field'
import { Popover } from '../ui/popover'
import { useWorkbench } from '../workbench/workbench'
import styles from './page-recognition.module.css'
import { RecogniseForm } from './recognise-form'

/** Confidence below which a word counts as doubtful, 0 to 100. */
const DOUBTFUL = 75

type PageRecognitionProps = { readonly page: PageRow; readonly reading: PageReading; readonly shape: PageShape; readonly scale: number }

/** What a page says of its text where it was recognised, or could be: the origin and how sure it is, doubtful words, and the way to have it recognised. */
export function PageRecognition({ page, reading, shape, scale }: PageRecognitionProps) {
  const { recognition } = useWorkbench()
  const { underWay, paused } = useWatched(recognition)
  const own = underWay.find((one) => one.documentId === page.documentId && one.page === page.index)
  if (own !== undefined) {
    return (
      <output className={styles.note} data-page-control>
        Recognising the text of this page: {Math.round(own.share * 100)} %
      </output>
    )
  }
  if (reading.origin === 'ocr') return <Recognised page={page} reading={reading} shape={shape} scale={scale} />
  if (page.content === 'empty' && reading.text.trim() === '') {
    return (
      <p className={styles.note} data-page-control>
        This page is empty: there is nothing to select.
      </p>
    )
  }
  if (!needsRecognition(page, reading.text)) return null
  return (
    <div className={styles.note} data-page-control>
      <span>
        {reading.text.trim() === ''
          ? 'This page is a picture: nothing can be selected.'
          : 'Most words of this page stand only in its picture.'}
        {recognition.isWaiting({ documentId: page.documentId, page: page.index })
          ? ` Its text is waiting to be recognised${paused ? '; that is paused' : ''}.`
          : ''}
      </span>
      <Button
        icon={ScanText}
        shortcut={keysOf('recognise-page')}
        onClick={() => void recognition.want(page.documentId, [page.index], { first: true })}
      >
        Recognise its text
      </Button>
      <span>or draw a box ({keysOf('box')}) and type what it says.</span>
    </div>
  )
}

function Recognised({ page, reading, shape, scale }: PageRecognitionProps) {
  const [underlined, setUnderlined] = usePreference('showDoubtfulWords')
  const sure =
    reading.words.length === 0 ? 0 : Math.round(reading.words.reduce((sum, [, , confidence]) => sum + confidence, 0) / reading.words.length)
  const doubtful = reading.words.filter(([, , confidence]) => confidence < DOUBTFUL)
  return (
    <>
      {underlined ? <DoubtfulWords reading={reading} words={doubtful} shape={shape} scale={scale} /> : null}
      <div className={styles.badge} data-page-control>
        <Popover
          label="Recognised text"
          trigger={
            <button type="button" className={styles.chip}>
              <ScanText size={14} strokeWidth={1.6} aria-hidden />
              {reading.words.length === 0 ? 'No text was recognised' : `Recognised text, ${sure} % sure`}
            </button>
          }
        >
          <div className={styles.about}>
            <p>
              A program read these words in the picture of the page (OCR). It can misread: a quotation of them carries its picture, and says
              so.
            </p>
            {doubtful.length === 0 ? null : (
              <CheckField
                label={`Underline the ${doubtful.length === 1 ? 'word' : `${doubtful.length} words`} it was less sure of`}
                checked={underlined}
                onChange={(next) => void setUnderlined(next)}
              />
            )}
            <RecogniseForm documentId={page.documentId} pages={[page.index]} words="Recognise this page again" />
          </div>
        </Popover>
      </div>
    </>
  )
}

function DoubtfulWords({
  reading,
  words,
  shape,
  scale,
}: {
  readonly reading: PageReading
  readonly words: PageReading['words']
  readonly shape: PageShape
  readonly scale: number
}) {
  return words.flatMap(([start, end, confidence]) =>
    quadsOfRanges(reading, [{ start, end }]).map((quad) => (
      <span key={start} className={styles.doubtful} data-confidence={Math.round(confidence)} style={placeOfQuad(shape, scale, quad)} />
    )),
  )
}
