import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ForeignBrowser } from './foreign-browser'
import { removeFolder } from './remove-folder'
import { openTextSocket } from './web-socket'

export const FIREFOX = 'firefox-esr'
/** No page of it reaches anything: every request goes to a port where nobody listens. */
const PREFERENCES = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
}

type Answer = { readonly id?: number; readonly type: string; readonly result?: unknown; readonly error?: string; readonly message?: string }

/** Firefox as Debian has it, without a window, driven by WebDriver BiDi. */
export async function openFirefox(): Promise<ForeignBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'vouch-firefox-'))
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(PREFERENCES)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  )
  const program = spawn(FIREFOX, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile, MOZ_HEADLESS: '1' },
  })
  const url = await new Promise<string>((found, fail) => {
    let printed = ''
    program.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
      const place = /WebDriver BiDi listening on (ws:\S+)/.exec(printed)?.[1]
      if (place !== undefined) found(place)
    })
    program.once('error', fail)
    program.once('exit', (status) => fail(new Error(`Firefox stopped with status ${status}: ${printed}`)))
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  const socket = await openTextSocket(`${url}/session`, (text) => {
    const answer = JSON.parse(text) as Answer
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  let last = 0
  const ask = async <Result>(method: string, params: unknown): Promise<Result> => {
    last += 1
    const id = last
    const answer = await new Promise<Answer>((done) => {
      waiting.set(id, done)
      socket.send(JSON.stringify({ id, method, params }))
    })
    waiting.delete(id)
    if (answer.type === 'error') throw new Error(`${method}: ${answer.error ?? ''} ${answer.message ?? ''}`)
    return answer.result as Result
  }
  await ask('session.new', { capabilities: {} })
  const { contexts } = await ask<{ readonly contexts: readonly { readonly context: string }[] }>('browsingContext.getTree', { maxDepth: 0 })
  const context = contexts[0]?.context
  const evaluate = async (expression: string): Promise<{ readonly value?: unknown; readonly sharedId?: string }> => {
    const { type, result, exceptionDetails } = await ask<{
      readonly type: string
      readonly result?: { readonly value?: unknown; readonly sharedId?: string }
      readonly exceptionDetails?: { readonly text: string }
    }>('script.evaluate', { expression, target: { context }, awaitPromise: true })
    if (type !== 'success') throw new Error(exceptionDetails?.text ?? 'the page threw')
    return result ?? {}
  }
  return {
    goto: async (address) => void (await ask('browsingContext.navigate', { context, url: address, wait: 'complete' })),
    choose: async (selector, ...paths) => {
      const { sharedId } = await evaluate(`document.querySelector(${JSON.stringify(selector)})`)
      await ask('input.setFiles', { context, element: { sharedId }, files: paths })
    },
    read: async (expression) => String((await evaluate(`String(${expression})`)).value ?? ''),
    close: async () => {
      socket.close()
      const ended = new Promise((done) => program.once('exit', done))
      if (program.exitCode === null && program.kill()) await ended
      await removeFolder(profile)
    },
  }
}
