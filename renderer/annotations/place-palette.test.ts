import { describe, expect, it } from 'vitest'
import { placePalette, type WindowRect } from './place-palette'

const desk: WindowRect = { left: 300, top: 80, right: 1000, bottom: 780 }
const size = { width: 400, height: 120 }

const covers = (at: { readonly left: number; readonly top: number }, passage: WindowRect): boolean =>
  at.left < passage.right && at.left + size.width > passage.left && at.top < passage.bottom && at.top + size.height > passage.top

describe('the palette', () => {
  it('stands below the passage where there is room', () => {
    expect(placePalette({ left: 500, top: 200, right: 700, bottom: 260 }, size, desk)).toEqual({ left: 400, top: 270 })
  })

  it('stands above a passage at the foot of the window', () => {
    expect(placePalette({ left: 500, top: 600, right: 700, bottom: 760 }, size, desk)?.top).toBe(470)
  })

  it('stays on the desk beside a passage at the edge', () => {
    expect(placePalette({ left: 310, top: 200, right: 330, bottom: 220 }, size, desk)?.left).toBe(310)
  })

  it('stands beside a tall, narrow passage', () => {
    expect(placePalette({ left: 320, top: 90, right: 420, bottom: 770 }, size, desk)).toEqual({ left: 430, top: 370 })
  })

  it('is docked when the passage fills the desk', () => {
    expect(placePalette({ left: 320, top: 90, right: 980, bottom: 770 }, size, desk)).toBeNull()
  })

  it('never covers the passage, wherever it is', () => {
    const sizes = [
      [40, 14],
      [300, 60],
      [600, 14],
      [200, 500],
    ] as const
    const passages = sizes.flatMap(([width, height]) =>
      Array.from({ length: 11 * 17 }, (_, at): WindowRect => {
        const [left, top] = [300 + 60 * (at % 11), 80 + 40 * Math.floor(at / 11)]
        return { left, top, right: Math.min(1000, left + width), bottom: Math.min(780, top + height) }
      }),
    )
    const covered = passages.filter((passage) => {
      const at = placePalette(passage, size, desk)
      return at !== null && covers(at, passage)
    })
    expect(covered).toEqual([])
  })
})
