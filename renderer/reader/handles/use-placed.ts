import { quadOfRect, type Quad, uprightPieces, type ViewRect, viewRect } from '@shared/units/geometry'
import { useWatched } from '../../app/use-watched'
import { quadOnView } from '../page-geometry'
import { useReading } from '../reading'

/** Draws quads of a page in the scrolled column's own pixels. */
export function usePlaced(): (page: number, quads: readonly Quad[]) => readonly ViewRect[] {
  const { column, shapes } = useReading()
  const view = useWatched(column)
  return (page, quads) => {
    const shape = shapes[page]
    if (shape === undefined) return []
    const [left, top] = [(view.width - (view.layout.widths[page] ?? 0)) / 2, view.layout.tops[page] ?? 0]
    return quads.flatMap(uprightPieces).map((piece) => {
      const rect = quadOnView(shape, view.scale, quadOfRect(piece))
      return viewRect(left + rect.x, top + rect.y, rect.width, rect.height)
    })
  }
}
