import { viewRect } from '@shared/units/geometry'
import { describe, expect, it } from 'vitest'
import { firstBox, stepBox } from './box-steps'

const page = { width: 612, height: 792 }
const press = (key: string, over: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({ key, shiftKey: false, ctrlKey: false, ...over })

describe('a box drawn with keys', () => {
  it('begins in the middle of what is seen of the page', () => {
    expect(firstBox(page, 0, 400)).toEqual(viewRect(186, 176, 240, 48))
    expect(firstBox(page, 700, 1400).y).toBeLessThan(page.height - 48)
  })
  it('moves and stretches, by single points with Ctrl, and stays on the page', () => {
    const box = viewRect(100, 100, 50, 20)
    expect(stepBox(box, press('ArrowRight'), page)).toEqual(viewRect(112, 100, 50, 20))
    expect(stepBox(box, press('ArrowDown', { shiftKey: true, ctrlKey: true }), page)).toEqual(viewRect(100, 100, 50, 21))
    expect(stepBox(viewRect(0, 0, 50, 20), press('ArrowLeft'), page)?.x).toBe(0)
    expect(stepBox(viewRect(600, 0, 10, 20), press('ArrowRight', { shiftKey: true }), page)?.width).toBe(12)
    expect(stepBox(box, press('ArrowUp', { shiftKey: true }), page)?.height).toBe(8)
    expect(stepBox(box, press('Enter'), page)).toBeNull()
  })
})
