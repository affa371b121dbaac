import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { describe, expect, test } from 'vitest'
import { ownAddress } from '../security/origin'
import { fakeDesktop } from '../testing/fake-desktop'
import { handleCalls } from './handle-calls'

type Frame = { readonly url: string; readonly parent: object | null } | null

function calls(development: string | null = null) {
  const fake = fakeDesktop()
  let handler: ((event: IpcMainInvokeEvent, ...args: unknown[]) => unknown) | null = null
  const ipcMain: Pick<IpcMain, 'handle'> = {
    handle: (_channel, listener) => {
      handler = listener
    },
  }
  handleCalls(ipcMain as IpcMain, fake.desktop, ownAddress(development))
  const ask = async (frame: Frame, ...args: readonly unknown[]): Promise<unknown> =>
    handler?.({ senderFrame: frame } as IpcMainInvokeEvent, ...args)
  return { ...fake, ask }
}
const ours: Frame = { url: 'app://vouch/#/library', parent: null }

describe('calls over IPC', () => {
  test('from the window are parsed and answered', async () => {
    const { ask, calls: made } = calls()
    expect(await ask(ours, 'vault.open', [])).toEqual({ ok: true, value: 'vault.open' })
    expect(made).toEqual([['vault.open']])
  })

  test.each([
    ['no frame at all', null],
    ['another site', { url: 'https://evil.example/', parent: null }],
    ['another host of the scheme', { url: 'app://evil/', parent: null }],
    ['a name in front', { url: 'app://vouch@evil/', parent: null }],
    ['a user name', { url: 'app://evil@vouch/', parent: null }],
    ['a longer host', { url: 'app://vouch.evil.example/', parent: null }],
    ['a file', { url: 'file:///home/ada/vouch/index.html', parent: null }],
    ['a frame within the page', { url: 'app://vouch/', parent: {} }],
    ['the development server, when there is none', { url: 'http://127.0.0.1:5199/', parent: null }],
    ['an empty address', { url: '', parent: null }],
  ] satisfies readonly (readonly [string, Frame])[])('from %s are refused', async (_name, frame) => {
    const { ask, calls: made } = calls()
    await expect(ask(frame, 'vault.open', [])).rejects.toThrow('may not call')
    expect(made).toEqual([])
  })

  test.each([
    ['vault.close', []],
    ['__proto__', []],
    ['vault.readText', ['../../etc/passwd']],
    ['vault.readText', []],
    ['files.read', ['t', -1, 5]],
    ['files.read', ['t', 0, 1e12]],
    ['exports.write', ['t', 'a', 'not bytes']],
    ['paper.print', ['t', '<p>not bytes']],
    ['paper.cancel', ['']],
    ['job.done', ['text', 900]],
    [17, []],
    ['vault.open', 'no list'],
  ])('%j with %j is refused', async (name, args) => {
    const { ask, calls: made } = calls()
    await expect(ask(ours, name, args)).rejects.toThrow(/a call has|there is no call|: /)
    expect(made).toEqual([])
  })

  test('from the development server are answered only while developing', async () => {
    expect(await calls('http://127.0.0.1:5199/').ask({ url: 'http://127.0.0.1:5199/#/', parent: null }, 'vault.open', [])).toEqual({
      ok: true,
      value: 'vault.open',
    })
  })
})
