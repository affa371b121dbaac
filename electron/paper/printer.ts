import type { Desktop } from '@shared/desktop/desktop'
import { messageOf, type Outcome, problem, trouble } from '@shared/errors/outcome'

/** Prints one page; rejects, or ends with trouble, soon after `signal` says so. */
export type PrintPage = (html: Uint8Array, signal: AbortSignal) => Promise<Outcome<Uint8Array>>

/** How long a page may take: 5 minutes, for a dossier of thousands of passages on a slow machine. */
const LIMIT_MS = 5 * 60 * 1000

const CANCELLED = problem('cancelled', 'The printing was cancelled.', 'Export again when you like; nothing was left behind.')
const TOO_SLOW = (ms: number) =>
  problem(
    'printing-too-slow',
    `The PDF was not done after ${Math.round(ms / 1000)} seconds, so its printing was ended.`,
    'Export it again when the machine has less to do, or open dossier.html in a browser and print it to a PDF there.',
  )
const FAILED = (why: string) =>
  problem(
    'printing-failed',
    `The PDF could not be printed: ${why}.`,
    'Export it again; if that does not help, open dossier.html in a browser and print it to a PDF there.',
  )

/** Both hosts' side of `paper`: printings by their token, each with an end in time. */
export function printerOf(print: PrintPage, limitMs = LIMIT_MS): Desktop['paper'] {
  const running = new Map<string, AbortController>()
  return {
    async print(token, html) {
      const cancelled = new AbortController()
      running.set(token, cancelled)
      const late = AbortSignal.timeout(limitMs)
      const signal = AbortSignal.any([cancelled.signal, late])
      const ended = new Promise<'ended'>((resolve) => signal.addEventListener('abort', () => resolve('ended'), { once: true }))
      try {
        const printed = await Promise.race([print(html, signal), ended])
        if (printed !== 'ended') return printed
        return trouble(cancelled.signal.aborted ? CANCELLED : TOO_SLOW(limitMs))
      } catch (thrown) {
        return trouble(FAILED(messageOf(thrown)))
      } finally {
        running.delete(token)
      }
    },
    cancel(token) {
      running.get(token)?.abort()
      return Promise.resolve()
    },
  }
}
