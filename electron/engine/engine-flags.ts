import type { App } from 'electron'
import flags from './engine-flags.json'

/**
 * Switches that keep the memory of the JavaScript engine small. V8 lets the space for young objects grow to 16 MiB a half, for the window and for each
 * worker, whose sum was the largest part of what reading through a long document added; halves of 4 MiB (the unit of `--max-semi-space-size`)
 * cost no speed that could be measured. `--heap-growing-percent=40` lets the space for old objects grow by 40 % between two collections, where V8 by itself lets it
 * grow up to fourfold; an import takes about an eighth longer with it. They stand in a file of their own so that `npm run bench` measures with them.
 */
const SWITCHES: readonly (readonly [string, string])[] = Object.entries(flags)

/** As arguments of a Chromium that is started. */
export const engineArguments = (): readonly string[] => SWITCHES.map(([name, value]) => `--${name}=${value}`)

/** For Electron; must be called before the application is ready. */
export function limitMemory(app: App): void {
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value)
}
