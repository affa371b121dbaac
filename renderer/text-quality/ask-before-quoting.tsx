import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import type { TextRange } from '@shared/annotations/segment'
import { boundsOf, type PdfRect, pdfRect } from '@shared/units/geometry'
import { useReading } from '../reader/reading'
import { useRecords } from '../storage/live'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { ChooseTextForm } from './choose-text-form'
import { DoubtReasons } from './doubt-reasons'
import styles from './text-quality.module.css'
import { useRegionPicture } from './use-region-picture'
import { type PageDoubt, useTextDoubts } from './use-text-doubts'

/** Points of the page shown around a passage. */
const MARGIN = 8

type AskProps = {
  readonly doubt: PageDoubt
  /** The passage on the doubted page, in its text. */
  readonly ranges: readonly TextRange[]
  /** Asked for another way: a box is drawn and its words are typed. */
  readonly onBox: () => void
  readonly onClose: () => void
}

/** Before the first quotation from a doubted page: what its text layer says beside what it prints, and which text is to be quoted. */
export function AskBeforeQuoting({ doubt, ranges, onBox, onClose }: AskProps) {
  const { document, texts, pdf } = useReading()
  const doubts = useTextDoubts(document.id)
  const recognised = useRecords('recognitions', 'documentId', document.id)?.some((one) => one.pageIndex === doubt.index) ?? false
  const text = texts.peek(doubt.index)
  const bounds = text === null ? null : boundsOf(quadsOfRanges(text, ranges))
  const picture = useRegionPicture(pdf, doubt.index, bounds === null ? null : around(bounds))
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={`Can page ${doubt.index + 1} be quoted from its text layer?`}
      description="What a program reads on this page may not be what is printed there. Compare the two before you quote it."
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button onClick={onBox}>Draw a box and type the words</Button>
        </>
      }
    >
      <div className={styles.sides}>
        <section>
          <h3>The text layer says</h3>
          <p className={styles.words}>{text === null ? '' : ranges.map(({ start, end }) => text.text.slice(start, end)).join(' ')}</p>
        </section>
        <section>
          <h3>The page prints</h3>
          {picture === null ? (
            <p>Drawing…</p>
          ) : (
            <img className={styles.picture} src={picture} alt="The passage as it is printed on the page" />
          )}
        </section>
      </div>
      <DoubtReasons doubt={doubt} />
      <ChooseTextForm
        document={document}
        page={doubt.index}
        recognised={recognised}
        doubted={[...doubts.keys()]}
        onChosen={(use) => (use === 'ocr' ? onClose() : undefined)}
      />
    </Dialog>
  )
}

const around = ({ left, bottom, right, top }: PdfRect): PdfRect => pdfRect(left - MARGIN, bottom - MARGIN, right + MARGIN, top + MARGIN)
