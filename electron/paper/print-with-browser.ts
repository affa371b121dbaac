import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PRINTED_AT } from '@shared/desktop/printed-at'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { z } from 'zod'
import { spawnBrowser } from '../host/browser-process'
import { type DevTools, type DevToolsEvent, devToolsOver } from '../host/devtools'
import { findBrowser, NO_BROWSER } from '../host/find-browser'
import { PAGE_SETUP } from './page-setup'
import type { PrintPage } from './printer'

/** Bytes of the PDF asked of the browser at a time. */
const PIECE = 4 * 1024 * 1024

const target = z.object({ targetId: z.string() })
const session = z.object({ sessionId: z.string() })
const asked = z.object({ requestId: z.string(), request: z.object({ url: z.string() }) })
const printed = z.object({ stream: z.string() })
const read = z.object({ data: z.string(), base64Encoded: z.boolean().optional(), eof: z.boolean() })

/** Prints with an installed Chromium: a process of its own, without a window, with a profile that is thrown away. */
export const printWithBrowser: PrintPage = async (html, signal) => {
  const browser = await findBrowser()
  const remedy = 'The other formats are not affected; dossier.html can be printed to a PDF from any browser.'
  if (browser === null)
    return trouble(problem('no-browser', 'No PDF could be made: there is no Chromium to print with.', `${NO_BROWSER} ${remedy}`))
  const profile = await mkdtemp(join(tmpdir(), 'vouch-print-'))
  const { pipe, close, ended } = spawnBrowser({ browser, url: 'about:blank', profile, headless: true })
  const stop = (): void => close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    if (signal.aborted || pipe === null) return trouble(problem('printing-failed', `No PDF could be made: ${(await ended).words}`, remedy))
    const page = await printOver(pipe, html)
    return page.ok ? page : trouble(problem('printing-failed', `No PDF could be made: ${page.problem}.`, remedy))
  } finally {
    signal.removeEventListener('abort', stop)
    close()
    await ended
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The page is handed over the pipe, so that it lies in no file; whatever else is asked for is refused. */
async function printOver(pipe: Parameters<typeof devToolsOver>[0], html: Uint8Array): Promise<Outcome<Uint8Array, string>> {
  let devtools: DevTools | null = null
  let loaded: (outcome: Outcome<null, string>) => void = () => undefined
  const done = new Promise<Outcome<null, string>>((resolve) => {
    loaded = resolve
  })
  const answer = ({ method, params, sessionId }: DevToolsEvent): void => {
    if (method === 'Page.loadEventFired') loaded(ok(null))
    else if (method === 'Inspector.targetCrashed') loaded(trouble('the browser’s page crashed'))
    const request = method === 'Fetch.requestPaused' ? asked.safeParse(params) : null
    if (request?.success !== true) return
    const { requestId } = request.data
    const own = request.data.request.url === PRINTED_AT
    const headers = [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }]
    void devtools?.send(
      own ? 'Fetch.fulfillRequest' : 'Fetch.failRequest',
      own
        ? { requestId, responseCode: 200, responseHeaders: headers, body: Buffer.from(html).toString('base64') }
        : { requestId, errorReason: 'BlockedByClient' },
      sessionId ?? undefined,
    )
  }
  devtools = devToolsOver(pipe, answer)
  const { send } = devtools
  const created = await called(send('Target.createTarget', { url: 'about:blank' }), target)
  if (!created.ok) return created
  const attached = await called(send('Target.attachToTarget', { targetId: created.value.targetId, flatten: true }), session)
  if (!attached.ok) return attached
  const { sessionId } = attached.value
  for (const [method, params] of [
    ['Emulation.setScriptExecutionDisabled', { value: true }],
    ['Fetch.enable', { patterns: [{ urlPattern: '*' }] }],
    ['Inspector.enable', {}],
    ['Page.enable', {}],
  ] as const) {
    const set = await send(method, params, sessionId)
    if (!set.ok) return set
  }
  const navigated = await send('Page.navigate', { url: PRINTED_AT }, sessionId)
  if (!navigated.ok) return navigated
  if (typeof navigated.value['errorText'] === 'string') return trouble(navigated.value['errorText'])
  const shown = await done
  if (!shown.ok) return shown
  const pdf = await called(send('Page.printToPDF', { ...PAGE_SETUP, transferMode: 'ReturnAsStream' }, sessionId), printed)
  if (!pdf.ok) return pdf
  const pieces: Buffer[] = []
  for (;;) {
    const piece = await called(send('IO.read', { handle: pdf.value.stream, size: PIECE }, sessionId), read)
    if (!piece.ok) return piece
    pieces.push(Buffer.from(piece.value.data, piece.value.base64Encoded === true ? 'base64' : 'utf8'))
    if (piece.value.eof) return ok(new Uint8Array(Buffer.concat(pieces)))
  }
}

async function called<Value>(answer: ReturnType<DevTools['send']>, schema: z.ZodType<Value>): Promise<Outcome<Value, string>> {
  const given = await answer
  if (!given.ok) return given
  const parsed = schema.safeParse(given.value)
  return parsed.success ? ok(parsed.data) : trouble('the browser answered in another form than Vouch knows')
}
