type Listener = (event: { readonly data: unknown }) => void

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/**
 * The port between both halves of pdf.js when they run in one thread. pdf.js's own port for that case makes a deep copy of
 * every message, which takes a tenth of the time of reading text. Here messages are handed over as they are, except for the
 * chunks of a stream: the sending half empties their lists and uses them again, so these are copied.
 */
export class InsidePort {
  readonly #listeners = new Map<Listener, AbortSignal | null>()
  readonly #later = Promise.resolve()

  postMessage(message: unknown): void {
    const event = { data: withOwnChunk(message) }
    void this.#later.then(() => {
      for (const [listener, signal] of this.#listeners) if (signal?.aborted !== true) listener(event)
    })
  }

  /** pdf.js listens for messages only, and stops by a signal. */
  addEventListener(_: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void {
    const signal = options?.signal ?? null
    this.#listeners.set(listener, signal)
    signal?.addEventListener('abort', () => this.#listeners.delete(listener))
  }

  removeEventListener(_: string, listener: Listener): void {
    this.#listeners.delete(listener)
  }
}

/** Bytes of a file, which are the other kind of chunk, are nobody's list and are handed over as they are. */
const isList = (chunk: unknown): chunk is Readonly<Record<string, unknown>> =>
  isObject(chunk) && !(chunk instanceof ArrayBuffer) && !ArrayBuffer.isView(chunk)

function withOwnChunk(message: unknown): unknown {
  if (!isObject(message) || !isList(message['chunk'])) return message
  const chunk = Object.entries(message['chunk']).map(([key, value]): [string, unknown] => [
    key,
    Array.isArray(value) ? value.slice() : value,
  ])
  return { ...message, chunk: Object.fromEntries(chunk) }
}
