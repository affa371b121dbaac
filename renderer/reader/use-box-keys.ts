import { pageIndex } from '@shared/units/pages'
import { useEffect } from 'react'
import { isTyping } from '../app/shortcuts'
import { firstBox, stepBox } from './box-steps'
import type { PageColumn } from './page-column'
import { type PageShape, shownSize } from './page-geometry'
import type { PointerWork, Tool } from './pointer-work'

/** With the box tool, arrows draw and move a box, Shift stretches it, Ctrl goes by single points, and Enter asks what it holds. */
export function useBoxKeys(tool: Tool, column: PageColumn, work: PointerWork, shapes: readonly PageShape[]): void {
  useEffect(() => {
    if (tool !== 'box') return undefined
    const press = (event: KeyboardEvent): void => {
      if (
        event.isComposing ||
        event.altKey ||
        event.metaKey ||
        isTyping(event.target) ||
        document.querySelector('[role="dialog"][data-state="open"], [role="menu"]') !== null
      )
        return
      const now = work.get()
      const page = now.kind === 'box' ? now.page : pageIndex(column.get().current)
      const shape = shapes[page]
      const frames = column.frames()
      if (shape === undefined || frames === null) return
      if (event.key === 'Enter' && now.kind === 'box') work.drawBox(page, now.onView, true)
      else {
        const size = shownSize(shape, 1)
        const { layout, scale } = column.get()
        const top = (frames.view.top - frames.inner.top - (layout.tops[page] ?? 0)) / scale
        const box =
          now.kind === 'box'
            ? stepBox(now.onView, event, size)
            : event.key.startsWith('Arrow')
              ? firstBox(size, top, top + frames.view.height / scale)
              : null
        if (box === null) return
        work.drawBox(page, box, false)
        column.reveal(page, box.y, box.y + box.height)
      }
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('keydown', press, { capture: true })
    return () => removeEventListener('keydown', press, { capture: true })
  }, [tool, column, work, shapes])
}
