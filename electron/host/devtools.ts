import type { Readable, Writable } from 'node:stream'
import { type Outcome, ok, trouble } from '@shared/errors/outcome'
import { z } from 'zod'

const fields = z.record(z.string(), z.unknown())
/** A message of the Chrome DevTools Protocol, as far as Vouch reads it. */
const messageSchema = z.object({
  id: z.int().optional(),
  result: fields.optional(),
  error: z.object({ message: z.string() }).optional(),
  method: z.string().optional(),
  params: fields.optional(),
  sessionId: z.string().optional(),
})

export type DevToolsPipe = { readonly toBrowser: Writable; readonly fromBrowser: Readable }
export type DevToolsEvent = {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  readonly sessionId: string | null
}
export type DevTools = {
  /** Never throws: what the browser refuses, and that it has ended, comes back as trouble in its own words. */
  send(
    method: string,
    params?: Readonly<Record<string, unknown>>,
    sessionId?: string,
  ): Promise<Outcome<Readonly<Record<string, unknown>>, string>>
}

/**
 * Speaks to a browser that was started with `--remote-debugging-pipe`: JSON messages that end in a zero byte
 * (https://chromedevtools.github.io/devtools-protocol/). Only the process that started the browser can use the pipe.
 */
export function devToolsOver({ toBrowser, fromBrowser }: DevToolsPipe, onEvent: (event: DevToolsEvent) => void): DevTools {
  const waiting = new Map<number, (answer: Outcome<Readonly<Record<string, unknown>>, string>) => void>()
  let last = 0
  let over = false
  const hear = (text: string): void => {
    const message = messageSchema.safeParse(JSON.parse(text))
    if (!message.success) return
    const { id, result, error, method, params, sessionId } = message.data
    if (id !== undefined) {
      waiting.get(id)?.(error === undefined ? ok(result ?? {}) : trouble(error.message))
      waiting.delete(id)
    } else if (method !== undefined) onEvent({ method, params: params ?? {}, sessionId: sessionId ?? null })
  }
  const ended = (): void => {
    over = true
    for (const answer of waiting.values()) answer(trouble('the browser ended'))
    waiting.clear()
  }

  // A message can come in thousands of pieces; they are put together once it is whole.
  let pieces: string[] = []
  fromBrowser.setEncoding('utf8')
  fromBrowser.on('data', (chunk: string) => {
    const parts = chunk.split('\0')
    const rest = parts.pop() ?? ''
    for (const part of parts) {
      const text = pieces.join('') + part
      pieces = []
      hear(text)
    }
    if (rest !== '') pieces.push(rest)
  })
  // The pipe breaks when the browser ends, which its exit tells better.
  fromBrowser.on('error', ended)
  fromBrowser.on('close', ended)
  toBrowser.on('error', ended)
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((answer) => {
        if (over) return answer(trouble('the browser ended'))
        last += 1
        waiting.set(last, answer)
        toBrowser.write(`${JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`)
      }),
  }
}
