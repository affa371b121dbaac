import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fakeDesktop } from '../testing/fake-desktop'
import { temporaryFolder } from '../testing/temporary-folder'
import { startHttpHost } from './http-host'

const TOKEN = 'a-token-of-this-start'

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly body: string }

async function host(developmentOrigin: string | null = null) {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer/index.html'), '<title>Vouch</title>')
  writeFileSync(join(folder, 'renderer/assets/a b.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  const { desktop, calls } = fakeDesktop()
  const reports: string[] = []
  const started = await startHttpHost({
    desktop,
    root: join(folder, 'renderer'),
    port: 0,
    token: TOKEN,
    developmentOrigin,
    takeHandedFiles: () => Promise.resolve([{ token: 'file-1', name: 'a.pdf', bytes: 3 }]),
    report: (line) => reports.push(line),
  })
  onTestFinished(() => started.close())
  const ask = (
    path: string,
    options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Uint8Array } = {},
  ): Promise<Answer> =>
    new Promise((answered, fail) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port: started.port,
          path,
          method: options.method ?? 'GET',
          headers: { host: `127.0.0.1:${started.port}`, ...options.headers },
        },
        (response) => {
          let body = ''
          response.setEncoding('latin1').on('data', (chunk: string) => (body += chunk))
          response.on('end', () => answered({ status: response.statusCode ?? 0, headers: response.headers, body }))
        },
      )
      asked.once('error', fail)
      asked.end(options.body)
    })
  const call = (name: string, body: string | Uint8Array = '[]', headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    ask(`/desktop/${name}`, { method: 'POST', headers: { 'x-vouch-token': TOKEN, ...headers }, body })
  return { ...started, ask, call, calls, reports }
}

describe('the browser host', () => {
  test('serves the workbench with a policy from nothing and the other guarding headers', async () => {
    const { ask } = await host()
    const page = await ask('/')
    expect(page).toMatchObject({ status: 200, body: '<title>Vouch</title>' })
    expect(page.headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none';/),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    })
    expect(page.headers['content-security-policy']).not.toMatch(/https?:|\*|'unsafe-eval'|script-src[^;]*unsafe-inline/)
    expect(await ask('/assets/a%20b.js?v=1')).toMatchObject({ status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' } })
    expect((await ask('/index.html', { method: 'HEAD' })).body).toBe('')
  })

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '//etc/passwd',
    '/%00',
    '/%',
    '/assets',
    '/assets/',
    '/C:/secret.txt',
    '/nothing.js',
  ])('does not answer %s', async (path) => {
    const answer = await (await host()).ask(path)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('secret')
  })

  test.each([
    'evil.example',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost:PORT',
    'evil.example:PORT',
    '127.0.0.1.evil.example:PORT',
    '[::1]:PORT',
  ])('refuses a request for the host %s, and counts it', async (name) => {
    const { ask, port, refused } = await host()
    expect((await ask('/', { headers: { host: name.replace('PORT', String(port)) } })).status).toBe(421)
    expect(refused()).toBe(1)
  })

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost'])(
    'refuses a call from the origin %s, even with the token',
    async (origin) => {
      const { call, calls } = await host()
      expect((await call('vault.open', '[]', { origin })).status).toBe(403)
      expect((await call('vault.open', '[]', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
      expect(calls).toEqual([])
    },
  )

  test('answers its own origin, and a development server only where one was named', async () => {
    const own = await host()
    expect((await own.call('vault.open', '[]', { origin: `http://127.0.0.1:${own.port}` })).status).toBe(200)
    const developing = await host('http://127.0.0.1:5199')
    expect((await developing.call('vault.open', '[]', { origin: 'http://127.0.0.1:5199' })).status).toBe(200)
    expect((await own.call('vault.open', '[]', { origin: 'http://127.0.0.1:5199' })).status).toBe(403)
  })

  test.each(['', 'wrong', `${TOKEN}x`, TOKEN.slice(1)])('refuses a call with the token %j', async (token) => {
    const { call, calls, refused } = await host()
    expect((await call('vault.open', '[]', { 'x-vouch-token': token })).status).toBe(401)
    expect((await call('handed-files', '', { 'x-vouch-token': token })).status).toBe(401)
    expect(calls).toEqual([])
    expect(refused()).toBe(2)
  })

  test('refuses other methods', async () => {
    const { ask } = await host()
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) expect((await ask('/', { method })).status).toBe(405)
    for (const method of ['GET', 'PUT', 'OPTIONS'])
      expect((await ask('/desktop/vault.open', { method, headers: { 'x-vouch-token': TOKEN } })).status).toBe(405)
  })

  test.each([
    ['vault.nothing', '[]', 404],
    ['constructor', '[]', 404],
    ['vault.open', '{}', 400],
    ['vault.open', 'not json', 400],
    ['vault.open', '["extra"]', 400],
    ['vault.readText', '["../../etc/passwd"]', 400],
    ['vault.readDocument', '["00", 0, 5]', 400],
    ['vault.append', '[[{"entry":{}}]]', 400],
    ['files.choose', '["everything"]', 400],
  ])('refuses the call %s with %s', async (name, body, status) => {
    const { call, calls } = await host()
    expect((await call(name, body)).status).toBe(status)
    expect(calls).toEqual([])
  })

  test('carries arguments and answers as JSON, and bytes as bytes both ways', async () => {
    const { call, calls } = await host()
    const id = 'a'.repeat(64)
    expect(JSON.parse((await call('vault.readText', JSON.stringify([id]))).body)).toEqual({ ok: true, value: 'vault.readText' })
    const read = await call('vault.readDocument', JSON.stringify([id, 0, 4]))
    expect(read).toMatchObject({ headers: { 'content-type': 'application/octet-stream' }, body: '%PDF' })
    await call('exports.write', new Uint8Array([0, 255, 10]), { 'x-vouch-arguments': encodeURIComponent('["t","data/ä.bin"]') })
    expect(calls.at(-1)).toEqual(['exports.write', 't', 'data/ä.bin', new Uint8Array([0, 255, 10])])
    expect(await call('paper.print', new Uint8Array([60, 62]), { 'x-vouch-arguments': encodeURIComponent('["t"]') })).toMatchObject({
      headers: { 'content-type': 'application/octet-stream' },
      body: '%PDF',
    })
    expect(calls.at(-1)).toEqual(['paper.print', 't', new Uint8Array([60, 62])])
  })

  test('says which port is taken by failing, not by moving to another', async () => {
    const { port } = await host()
    const { desktop } = fakeDesktop()
    const again = startHttpHost({
      desktop,
      root: '/',
      port,
      token: TOKEN,
      developmentOrigin: null,
      takeHandedFiles: () => Promise.resolve([]),
      report: () => undefined,
    })
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
