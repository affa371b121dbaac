import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import type { PageReading } from '@shared/documents/page-reading'
import { validCorrections } from '@shared/text-quality/valid-corrections'
import { useReading } from '../reader/reading'
import { type PageShape, placeOfQuad } from '../reader/page-geometry'
import { useRecords } from '../storage/live'
import styles from './text-quality.module.css'

/** Dotted lines under corrected words of a page, with both forms for screen readers. */
export function CorrectionLayer({
  reading,
  shape,
  scale,
}: {
  readonly reading: PageReading
  readonly shape: PageShape
  readonly scale: number
}) {
  const { document } = useReading()
  const corrections = useRecords('textCorrections', 'documentId', document.id) ?? []
  const valid = validCorrections(
    reading,
    corrections.filter((one) => one.pageIndex === reading.index),
  )
  if (valid.length === 0) return null
  return (
    <>
      {valid.map(({ id, range }) =>
        quadsOfRanges(reading, [range]).map((quad, at) => (
          <span key={`${id}-${at}`} className={styles.correction} style={placeOfQuad(shape, scale, quad)} />
        )),
      )}
      <ul className={styles.hidden} aria-label="Corrections of this page">
        {valid.map(({ id, was, becomes }) => (
          <li key={id}>
            “{was}” is corrected to “{becomes}”
          </li>
        ))}
      </ul>
    </>
  )
}
