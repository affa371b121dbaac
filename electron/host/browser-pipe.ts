import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'

/** A message of the Chrome DevTools Protocol, as far as the launcher reads it. */
const messageSchema = z.object({
  id: z.int().optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  sessionId: z.string().optional(),
})
const attachedSchema = z.object({ sessionId: z.string(), targetInfo: z.object({ type: z.string() }) })
const exceptionSchema = z.object({ exceptionDetails: z.object({ text: z.string(), exception: z.object({ description: z.string().optional() }).optional() }) })

export type PageTrouble = { readonly kind: 'crashed' | 'error'; readonly words: string }

/**
 * Speaks to a browser that was started with `--remote-debugging-pipe`: JSON messages that end in a zero byte
 * (https://chromedevtools.github.io/devtools-protocol/). Only the process that started the browser can use the pipe.
 * @param origin gets lasting storage, so that the browser does not clear the library when its disk runs short
 */
export function watchBrowser(pipe: { readonly toBrowser: Writable; readonly fromBrowser: Readable }, origin: string, onTrouble: ((trouble: PageTrouble) => void) | null): void {
  let last = 0
  const send = (method: string, params: Readonly<Record<string, unknown>> = {}, sessionId?: string): void => {
    last += 1
    pipe.toBrowser.write(`${JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`)
  }
  const attach = (sessionId?: string): void => send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, sessionId)

  const hear = (text: string): void => {
    const message = messageSchema.safeParse(JSON.parse(text))
    if (!message.success || onTrouble === null) return
    const { method, params } = message.data
    if (method === 'Target.attachedToTarget') {
      const attached = attachedSchema.safeParse(params)
      if (!attached.success) return
      const { sessionId, targetInfo } = attached.data
      send('Runtime.enable', {}, sessionId)
      if (targetInfo.type === 'page') {
        send('Inspector.enable', {}, sessionId)
        attach(sessionId)
      }
    } else if (method === 'Inspector.targetCrashed') onTrouble({ kind: 'crashed', words: 'The browser’s page crashed.' })
    else if (method === 'Runtime.exceptionThrown') {
      const thrown = exceptionSchema.safeParse(params)
      if (thrown.success) onTrouble({ kind: 'error', words: thrown.data.exceptionDetails.exception?.description ?? thrown.data.exceptionDetails.text })
    }
  }

  let rest = ''
  pipe.fromBrowser.setEncoding('utf8')
  pipe.fromBrowser.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0')
    rest = parts.pop() ?? ''
    for (const part of parts) hear(part)
  })
  // The pipe breaks when the browser ends, which its exit tells better.
  const ended = (): void => undefined
  pipe.fromBrowser.on('error', ended)
  pipe.toBrowser.on('error', ended)
  send('Browser.setPermission', { permission: { name: 'persistent-storage' }, setting: 'granted', origin })
  if (onTrouble !== null) attach()
}
