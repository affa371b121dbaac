import type { AnnotationId } from '@shared/annotations/annotation'
import type { Quad } from '@shared/units/geometry'
import { groupedBy } from '@shared/units/grouped-by'
import { memo, useMemo } from 'react'
import type { PageMarks } from '../annotations/mark-shapes'
import { classes } from '../ui/classes'
import styles from './highlight-layer.module.css'
import { type PageShape, pathOfQuads, shownSize } from './page-geometry'

type HighlightLayerProps = {
  readonly shape: PageShape
  readonly marks: PageMarks
  /** The mark that is chosen, outlined; `flash` changes when it is to be shown again. */
  readonly selected: { readonly id: AnnotationId; readonly flash: number } | null
  readonly selectedQuads: readonly Quad[]
  /** The passage that is being selected. */
  readonly pending: readonly Quad[]
}

/** All marks of a page as one SVG, multiplied with the picture so that the print stays black. One path for each relation. */
export const HighlightLayer = memo(function HighlightLayer({ shape, marks, selected, selectedQuads, pending }: HighlightLayerProps) {
  const { width, height } = shownSize(shape, 1)
  const selectedPath = useMemo(() => pathOfQuads(shape, selectedQuads), [shape, selectedQuads])
  const pendingPath = useMemo(() => pathOfQuads(shape, pending), [shape, pending])
  if (marks.paths.length === 0 && selectedPath === '' && pendingPath === '') return null
  return (
    <svg className={styles.layer} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      {marks.paths.map(({ tone, kind, d }) => (
        <path key={tone + kind} className={classes(styles[tone], kind !== 'text' && styles[kind])} d={d} />
      ))}
      {pendingPath === '' ? null : <path className={styles.pending} d={pendingPath} />}
      {selected === null || selectedPath === '' ? null : (
        <path key={`${selected.id}-${selected.flash}`} className={styles.selected} d={selectedPath} />
      )}
    </svg>
  )
})

/** The shapes of relations in the margin of a page: one text node for each relation, however many marks. */
export const MarginSigns = memo(function MarginSigns({ marks, scale }: { readonly marks: PageMarks; readonly scale: number }) {
  const groups = useMemo(() => groupedBy(marks.signs, (sign) => sign.tone + sign.shape), [marks])
  if (groups.size === 0) return null
  return (
    <svg className={styles.signs} aria-hidden>
      {[...groups].map(([key, signs]) => (
        <text
          key={key}
          className={styles[signs[0]?.tone ?? 'unlinked']}
          x={signs.map((sign) => (sign.x * scale).toFixed(1)).join(' ')}
          y={signs.map((sign) => (sign.y * scale).toFixed(1)).join(' ')}
        >
          {signs.map((sign) => sign.shape).join('')}
        </text>
      ))}
    </svg>
  )
})
