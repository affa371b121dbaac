import { spawnSync } from 'node:child_process'

/** A browser that is not Chromium, driven by the protocol that it brings itself. */
export type ForeignBrowser = {
  goto(url: string): Promise<void>
  /** Gives files to an input of the page, in this order. */
  choose(selector: string, ...paths: readonly string[]): Promise<void>
  /** The value of an expression in the page, as text. */
  read(expression: string): Promise<string>
  close(): Promise<void>
}

export const isInstalled = (program: string): boolean => spawnSync('which', [program]).status === 0

/** Reads an expression again and again until it gives something. */
export async function readUntil(browser: ForeignBrowser, expression: string, patience = 60_000): Promise<string> {
  const end = Date.now() + patience
  for (;;) {
    const text = await browser.read(expression)
    if (text !== '') return text
    if (Date.now() > end) throw new Error(`nothing came of ${expression}`)
    await new Promise((done) => setTimeout(done, 200))
  }
}
