import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { timingSafeEqual } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { givesBytes, isCallName, takesBytes } from '@shared/desktop/calls'
import type { ShellDesktop } from '@shared/desktop/desktop-from'
import { ARGUMENTS_HEADER, CALLS_PATH, TOKEN_HEADER } from '@shared/desktop/http'
import { messageOf } from '@shared/errors/outcome'
import { applicationFile } from '../files/application-file'
import { answerCall, RefusedCall } from '../ipc/answer-call'
import { contentSecurityPolicy, pageHeaders } from '../security/content-security-policy'

/** The largest body of a call: a whole text file of a long document. */
const MOST_BYTES = 512 * 1024 * 1024

export type HttpHostOptions = {
  readonly desktop: ShellDesktop
  /** The folder of the built renderer. */
  readonly root: string
  /** 0 for any free one. Fixed for people: the window's database belongs to an origin, and the port is part of it. */
  readonly port: number
  /** Proves that a call comes from the window that the launcher opened. */
  readonly token: string
  /** Origin of the development server, whose pages may call too. */
  readonly developmentOrigin: string | null
  /** PDFs handed over at the start; asked for once by the window. */
  takeHandedFiles(): Promise<readonly unknown[]>
  /** Told of a fault in the shell itself, for the person who started it. */
  report(line: string): void
}

export type HttpHost = { readonly port: number; refused(): number; close(): Promise<void> }

/** Serves the workbench and answers its calls on 127.0.0.1. Everything that is not exactly that is refused and counted. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  let refused = 0
  const headers = pageHeaders(contentSecurityPolicy())
  let port = options.port

  const refuse = (response: ServerResponse, status: number, why: string): void => {
    refused += 1
    response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(`${why}\n`)
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A page of another site can be made to call this port by a name of its own that resolves to 127.0.0.1; its Host shows it.
    if (request.headers.host !== `127.0.0.1:${port}`) return refuse(response, 421, 'Vouch answers only to 127.0.0.1.')
    const { origin } = request.headers
    if (origin !== undefined && origin !== `http://127.0.0.1:${port}` && origin !== options.developmentOrigin)
      return refuse(response, 403, 'Vouch answers only its own window.')
    const fetchSite = request.headers['sec-fetch-site']
    if (fetchSite === 'cross-site' || (fetchSite === 'same-site' && options.developmentOrigin === null))
      return refuse(response, 403, 'Vouch answers only its own window.')
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (pathname.startsWith(CALLS_PATH)) return call(pathname.slice(CALLS_PATH.length), request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET is answered here.')
    const file = await applicationFile(options.root, request.url?.split(/[?#]/)[0] ?? '/')
    if (file === null) {
      response.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no such file.\n')
      return
    }
    response.writeHead(200, { ...headers, 'Content-Type': file.mediaType, 'Content-Length': file.bytes, 'Cache-Control': 'no-cache' })
    if (request.method === 'HEAD') response.end()
    else await pipeline(createReadStream(file.path), response)
  }

  const call = async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') return refuse(response, 405, 'Calls are made with POST.')
    if (!sameText(String(request.headers[TOKEN_HEADER] ?? ''), options.token))
      return refuse(response, 401, 'This window was not opened by Vouch.')
    if (name === 'handed-files') return sendJson(response, await options.takeHandedFiles())
    if (!isCallName(name)) return refuse(response, 404, 'There is no such call.')
    const body = await bodyOf(request)
    if (body === null) return refuse(response, 413, 'This is more than a call may carry.')
    const args = argumentsOf(request, body, takesBytes(name))
    if (args === null) return refuse(response, 400, 'The arguments could not be read.')
    try {
      const answer = await answerCall(options.desktop, name, args)
      if (givesBytes(name) && isBytesOutcome(answer)) {
        response
          .writeHead(200, {
            'Content-Type': 'application/octet-stream',
            'Content-Length': answer.value.length,
            'Cache-Control': 'no-store',
          })
          .end(answer.value)
      } else sendJson(response, answer)
    } catch (thrown) {
      if (thrown instanceof RefusedCall) return refuse(response, 400, thrown.message)
      throw thrown
    }
  }

  const sendJson = (response: ServerResponse, value: unknown): void => {
    response
      .writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
      .end(JSON.stringify(value) ?? 'null')
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((thrown: unknown) => {
      // The window went away while it was answered: nobody is left to tell.
      if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ERR_STREAM_PREMATURE_CLOSE' || thrown.code === 'ECONNRESET'))
        return
      options.report(
        `A fault in Vouch while answering ${request.method ?? ''} ${request.url?.split('?')[0] ?? ''}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : messageOf(thrown)}`,
      )
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(messageOf(thrown))
    })
  })
  port = await listen(server, options.port)
  return { port, refused: () => refused, close: () => closeServer(server) }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((listening, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail)
      const address = server.address()
      if (address === null || typeof address === 'string') fail(new Error('the server has no port'))
      else listening(address.port)
    })
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed())
    server.closeAllConnections()
  })
}

/** Compares without telling by its duration how much was right. */
const sameText = (given: string, expected: string): boolean => {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Null where it is larger than allowed. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > MOST_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}

/** Null where they are not a list. With bytes, the others travel in a header, percent-encoded. */
function argumentsOf(request: IncomingMessage, body: Buffer, withBytes: boolean): readonly unknown[] | null {
  try {
    const text = withBytes ? decodeURIComponent(String(request.headers[ARGUMENTS_HEADER] ?? '')) : body.toString('utf8')
    const args: unknown = JSON.parse(text)
    if (!Array.isArray(args)) return null
    return withBytes ? [...args, new Uint8Array(body.buffer, body.byteOffset, body.length)] : args
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof URIError) return null
    throw thrown
  }
}

const isBytesOutcome = (answer: unknown): answer is { readonly ok: true; readonly value: Uint8Array } =>
  typeof answer === 'object' && answer !== null && 'value' in answer && answer.value instanceof Uint8Array
