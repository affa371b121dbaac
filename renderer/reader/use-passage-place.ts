import { useCallback } from 'react'
import type { Mark } from '../annotations/marks'
import type { WindowRect } from '../annotations/place-palette'
import { quadsOfMark, quadsOfPassage, rectInWindow } from './quads-in-window'
import type { Reading } from './reading'

/** Says where in the window the palette's passage stands: that of a mark, or else what is selected; null where it has no place. */
export function usePassagePlace(
  { column, shapes, texts, work }: Pick<Reading, 'column' | 'shapes' | 'texts' | 'work'>,
  mark: Mark | undefined,
): () => WindowRect | null {
  return useCallback(() => {
    const frames = column.frames()
    if (frames === null) return null
    const now = work.get()
    const quads = mark !== undefined ? quadsOfMark(mark) : now.kind === 'text' ? quadsOfPassage(now.passage, texts, column.get()) : []
    return rectInWindow(quads, shapes, column.get(), frames.inner, frames.view)
  }, [work, texts, column, shapes, mark])
}
