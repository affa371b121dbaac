import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { machine } from 'node:os'
import type { ForeignBrowser } from './foreign-browser'
import { freePort } from './free-port'

export const WEBKIT_DRIVER = 'WebKitWebDriver'
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** Where Debian keeps WebKitGTK's small browser; null where it is not installed. */
export const webKitBrowser = (): string | null =>
  ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0']
    .map((version) => `/usr/lib/${machine()}-linux-gnu/${version}/MiniBrowser`)
    .find((path) => existsSync(path)) ?? null

/** WebKitGTK's own small browser as Debian has it, driven by WebDriver (W3C) over HTTP; on a display in memory. */
export async function openWebKit(browserPath: string): Promise<ForeignBrowser> {
  const display = process.env['DISPLAY'] === undefined ? await displayInMemory() : null
  const port = await freePort()
  const driver = spawn(WEBKIT_DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...(display === null ? {} : { DISPLAY: display.name }),
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  })
  const end = async (): Promise<void> => {
    for (const program of [driver, ...(display === null ? [] : [display.server])]) {
      const ended = new Promise((done) => program.once('exit', done))
      if (program.exitCode === null && program.kill()) await ended
    }
  }
  const ask = async <Value>(method: 'POST' | 'DELETE', path: string, body: unknown): Promise<Value> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    })
    const { value } = (await response.json()) as { readonly value: Value & { readonly error?: string; readonly message?: string } }
    if (!response.ok) throw new Error(`${path}: ${value.error ?? ''} ${value.message ?? ''}`)
    return value
  }
  try {
    await listening(port)
    const { sessionId } = await ask<{ readonly sessionId: string }>('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browserPath, args: ['--automation'] } } },
    })
    const session = `/session/${sessionId}`
    return {
      goto: async (url) => void (await ask('POST', `${session}/url`, { url })),
      choose: async (selector, ...paths) => {
        const element = await ask<Readonly<Record<string, string>>>('POST', `${session}/element`, {
          using: 'css selector',
          value: selector,
        })
        await ask('POST', `${session}/element/${element[ELEMENT] ?? ''}/value`, { text: paths.join('\n') })
      },
      read: (expression) => ask<string>('POST', `${session}/execute/sync`, { script: `return String(${expression})`, args: [] }),
      close: async () => {
        await ask('DELETE', session, {})
        await end()
      },
    }
  } catch (thrown) {
    await end()
    throw thrown
  }
}

async function listening(port: number): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`)
      return
    } catch {
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  throw new Error(`${WEBKIT_DRIVER} did not answer`)
}

function displayInMemory(): Promise<{ readonly name: string; readonly server: ChildProcess }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  return new Promise((found, fail) => {
    server.once('error', () => fail(new Error('a window needs a display: set DISPLAY, or install xvfb')))
    server.stdio[3]?.once('data', (number: Buffer) => found({ name: `:${number.toString('utf8').trim()}`, server }))
  })
}
