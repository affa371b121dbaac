import { takesBytes } from '@shared/desktop/calls'
import { type CallName, type CallResult, desktopFrom, type ShellDesktop } from '@shared/desktop/desktop-from'
import type { ChosenFile } from '@shared/desktop/desktop'
import { ARGUMENTS_HEADER, CALLS_PATH, TOKEN_HEADER } from '@shared/desktop/http'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { resting } from '@shared/units/resting'
import { list, record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { jsonInPieces } from './json-in-pieces'

const TOKEN_KEY = 'vouch-token'
/** From how many bytes on a call sends a Blob. */
const MUCH = 1024 * 1024

/**
 * The token that the launcher put into the address it opened. It is taken out of the address, so that it stands in no
 * history, and kept for this window only.
 */
export function takeToken(): string {
  const given = /^#token=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1]
  if (given === undefined) return sessionStorage.getItem(TOKEN_KEY) ?? ''
  sessionStorage.setItem(TOKEN_KEY, given)
  history.replaceState(null, '', location.pathname + location.search)
  return given
}

const GONE = problem(
  'launcher-gone',
  'The part of Vouch that writes to the disk has stopped.',
  'Close this window and start Vouch again: what was shown as saved is on the disk.',
)
const NOT_OURS = problem(
  'no-token',
  'This window was not opened by the Vouch that is running now.',
  'Close this tab, and use the window that Vouch opened or the address that it printed.',
)

/** The calls whose answer is not an outcome, and so can't carry trouble. */
const PLAIN: ReadonlySet<CallName> = new Set<CallName>([
  'app.info',
  'app.refusedRequests',
  'app.copyText',
  'vault.abandonDocument',
  'vault.reveal',
  'files.choose',
  'exports.abandon',
  'exports.reveal',
  'paper.cancel',
  'job.get',
  'job.progress',
  'job.done',
])

/** Calls the launcher over HTTP. A launcher that is gone, or that did not open this window, is trouble, not an exception, wherever the call can say so. */
export function launcherCalls(token: string): ShellDesktop {
  return desktopFrom(async <Name extends CallName>(name: Name, ...args: readonly unknown[]): Promise<CallResult<Name>> => {
    const response = await post(name, args, token)
    const refused = response === null ? GONE : response.status === 401 ? NOT_OURS : null
    if (refused !== null) {
      if (PLAIN.has(name)) throw new Error(refused.what)
      return trouble(refused) as CallResult<Name>
    }
    if (response === null || !response.ok) throw new Error(`${name}: ${await response?.text()}`)
    // Page and launcher are built together from one contract, so their answers are taken as it describes them.
    if (response.headers.get('content-type') === 'application/octet-stream')
      return ok(new Uint8Array(await response.arrayBuffer())) as CallResult<Name>
    return (await response.json()) as CallResult<Name>
  })
}

async function post(name: CallName, args: readonly unknown[], token: string): Promise<Response | null> {
  const headers: Record<string, string> = { [TOKEN_HEADER]: token }
  let body: BodyInit
  const last = args.at(-1)
  if (takesBytes(name) && last instanceof Uint8Array) {
    headers[ARGUMENTS_HEADER] = encodeURIComponent(JSON.stringify(args.slice(0, -1)))
    // Of bytes the browser makes its copies while the window waits; a Blob of them is fetched from it piece by piece.
    body = last.length > MUCH ? new Blob([new Uint8Array(last)]) : new Uint8Array(last)
  } else {
    const pieces = await jsonInPieces(args, resting())
    body = pieces.reduce((sum, { length }) => sum + length, 0) > MUCH ? new Blob([...pieces]) : pieces.join('')
  }
  return send(CALLS_PATH + name, { method: 'POST', headers, body })
}

/** Null where nobody answers. */
async function send(path: string, request: RequestInit): Promise<Response | null> {
  try {
    return await fetch(path, { ...request, cache: 'no-store', credentials: 'omit', redirect: 'error' })
  } catch (thrown) {
    if (thrown instanceof TypeError) return null
    throw thrown
  }
}

const handedSchema = list(record({ token: z.string(), name: z.string(), bytes: z.int() }))

/** PDFs named on the command line; they are given out once. */
export async function handedFiles(token: string): Promise<readonly ChosenFile[]> {
  const response = await send(`${CALLS_PATH}handed-files`, { method: 'POST', headers: { [TOKEN_HEADER]: token } })
  return response?.ok === true ? handedSchema.parse(await response.json()) : []
}
