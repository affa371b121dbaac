import { useWatched } from '../app/use-watched'
import { type Caret, caretLine } from './caret'
import type { PageColumn } from './page-column'
import type { PageShape } from './page-geometry'
import type { PageTexts } from './page-texts'
import styles from './reader.module.css'

type CaretOnPageProps = {
  readonly caret: Caret
  readonly column: PageColumn
  readonly shapes: readonly PageShape[]
  readonly texts: PageTexts
}

/** The caret, where it stands in the column of pages. */
export function CaretOnPage({ caret, column, shapes, texts }: CaretOnPageProps) {
  const at = useWatched(caret)
  const view = useWatched(column)
  const shape = at === null ? undefined : shapes[at.page]
  const line = at === null || shape === undefined ? null : caretLine(texts, shape, at)
  if (at === null || line === null) return null
  const style = {
    left: (view.width - (view.layout.widths[at.page] ?? 0)) / 2 + line.from.x * view.scale - 1,
    top: (view.layout.tops[at.page] ?? 0) + line.from.y * view.scale,
    height: Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y) * view.scale,
    rotate: `${Math.atan2(line.from.x - line.to.x, line.to.y - line.from.y)}rad`,
  }
  return <div className={styles.caret} style={style} />
}
