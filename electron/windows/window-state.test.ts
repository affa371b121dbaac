import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder'
import { readWindowState, writeWindowState } from './window-state'

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 }
const STATE = { x: 100, y: 80, width: 1200, height: 800, maximized: false }

describe('the place of the window', () => {
  test('is remembered', () => {
    const folder = temporaryFolder()
    expect(readWindowState(folder, [SCREEN])).toBeNull()
    writeWindowState(folder, STATE)
    expect(readWindowState(folder, [SCREEN])).toEqual(STATE)
  })

  test.each([
    ['not JSON', '{'],
    ['of another kind', '[]'],
    ['too small to use', JSON.stringify({ ...STATE, width: 3 })],
    ['on a screen that is gone', JSON.stringify({ ...STATE, x: 4000 })],
    ['above every screen', JSON.stringify({ ...STATE, y: -500 })],
    ['almost out at the left', JSON.stringify({ ...STATE, x: -1150 })],
  ])('is forgotten when it is %s', (_name, text) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'window.json'), text)
    expect(readWindowState(folder, [SCREEN])).toBeNull()
  })

  test('may be on a second screen', () => {
    const folder = temporaryFolder()
    writeWindowState(folder, { ...STATE, x: 2200 })
    expect(readWindowState(folder, [SCREEN, { ...SCREEN, x: 1920 }])).not.toBeNull()
  })

  test('is no reason to fail when it cannot be written', () => {
    expect(() => writeWindowState(join(temporaryFolder(), 'missing'), STATE)).not.toThrow()
  })
})
