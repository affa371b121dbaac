import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import type { PageReading } from '@shared/documents/page-reading'
import { type PageShape, quadOnView } from '../reader/page-geometry'
import { useReading } from '../reader/reading'
import styles from './differences.module.css'
import { isOpen } from './read-differences'
import { useDifferences } from './use-differences'

/** Dashes around words of a page that another version of pdf.js reads otherwise, until it is decided. The panel has them in words. */
export function DifferenceLayer({
  reading,
  shape,
  scale,
}: {
  readonly reading: PageReading
  readonly shape: PageShape
  readonly scale: number
}) {
  const { document } = useReading()
  const open = useDifferences(document, reading.index)?.differences.filter(isOpen) ?? []
  // The ranges mean the embedded text, whose places are known only while it is in force.
  if (open.length === 0 || reading.origin !== 'embedded') return null
  return open.map(({ key, range }) =>
    quadsOfRanges(reading, [range]).map((quad, at) => {
      const { x, y, width, height } = quadOnView(shape, scale, quad)
      return (
        <span key={`${key} ${at}`} className={styles.outline} style={{ left: x - 2, top: y - 1, width: width + 4, height: height + 2 }} />
      )
    }),
  )
}
