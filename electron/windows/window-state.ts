import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rectangle } from 'electron'
import { z } from 'zod'
import { jsonOf } from '@shared/units/read-json'

const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(640).max(20_000),
  height: z.int().min(480).max(20_000),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof stateSchema>

/** How much of a window must lie on a screen, in points each way, for its title bar to be reached. */
const REACHABLE = 120

const pathIn = (folder: string): string => join(folder, 'window.json')

/**
 * Where the window stood last; null where that is not known, makes no sense, or is on a screen that is gone.
 * @param screens the areas of the screens that can be used, in points
 */
export function readWindowState(folder: string, screens: readonly Rectangle[]): WindowState | null {
  let text: string
  try {
    text = readFileSync(pathIn(folder), 'utf8')
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown) return null
    throw thrown
  }
  const state = stateSchema.safeParse(jsonOf(text)).data ?? null
  return state !== null && screens.some((screen) => overlaps(state, screen)) ? state : null
}

function overlaps(window: WindowState, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  // The title bar is at the top: it must be within the screen, not above it.
  return across >= REACHABLE && window.y >= screen.y - 8 && window.y <= screen.y + screen.height - REACHABLE
}

/** Forgets silently where the disk refuses: the place of a window is worth no message. */
export function writeWindowState(folder: string, state: WindowState): void {
  try {
    writeFileSync(pathIn(folder), JSON.stringify(state))
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown)) throw thrown
  }
}
