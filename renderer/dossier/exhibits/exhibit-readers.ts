import type { ExtractedPage } from '@shared/documents/page'
import { type Outcome, ok, trouble } from '@shared/errors/outcome'
import type { PaintedPage } from '@shared/redactions/painted-page'
import type { PdfRect } from '@shared/units/geometry'
import type { PageIndex } from '@shared/units/pages'
import { brokenPdf, stuckPdf } from '../../pdf/pdf-problems'
import type { ExhibitAnswer, ExhibitAsk, ExhibitStart } from './exhibit-job'

/** Time for one answer after which a worker is given up, seconds. */
const PATIENCE = 120

/** An exhibit that is open in a worker. What it is asked fails as `ExhibitLost` where the worker does not answer. */
export type ExhibitReader = {
  readonly pageCount: number
  extract(index: PageIndex): Promise<ExtractedPage>
  painted(index: PageIndex): Promise<PaintedPage>
  /** A PNG of part of a page (PDF user space, points), at `scale` pixels a point; null where it can't be drawn. */
  picture(index: PageIndex, area: PdfRect, scale: number): Promise<Uint8Array | null>
  close(): Promise<void>
}

/** Thrown by a reader whose worker crashed, got stuck or was ended. */
export class ExhibitLost extends Error {}

export type ExhibitReaders = {
  /** Opens an exhibit from its bytes. Problems: those of `openPdf`, `pdf-stuck`. */
  open(blob: Blob, name: string, password: string | null): Promise<Outcome<ExhibitReader>>
  /** Ends all workers, whatever they are doing. */
  end(): void
}

type Hand = { ask(ask: ExhibitAsk): Promise<ExhibitAnswer>; end(why: string): void }

/**
 * Workers that read exhibits one after the other, so that none waits for one to start. As many as are open at once; one that crashes or
 * gets stuck is not used again.
 */
export function exhibitReaders(): ExhibitReaders {
  const free: Hand[] = []
  const hands = new Set<Hand>()
  const start = (): Hand => {
    const hand = startHand(() => hands.delete(hand))
    hands.add(hand)
    return hand
  }
  return {
    async open(blob, name, password) {
      const hand = free.pop() ?? start()
      try {
        const opened = await hand.ask({ kind: 'open', blob, name, password })
        if (opened.kind === 'open') return ok(readerOf(hand, opened.pageCount, () => free.push(hand)))
        free.push(hand)
        return trouble(
          opened.kind === 'trouble'
            ? opened.problem
            : brokenPdf(name, opened.kind === 'failed' ? opened.message : 'it could not be opened'),
        )
      } catch (thrown) {
        if (thrown instanceof ExhibitLost)
          return trouble(thrown.message === STUCK ? stuckPdf(name, PATIENCE) : brokenPdf(name, thrown.message))
        throw thrown
      }
    },
    end() {
      for (const hand of hands) hand.end('reading was ended')
    },
  }
}

const STUCK = 'it gave no answer'

function startHand(ended: () => void): Hand {
  const worker = new Worker(new URL('./exhibit-worker.ts', import.meta.url), { type: 'module', name: 'exhibits' })
  const { port1, port2: port } = new MessageChannel()
  let waiting: { readonly done: (answer: ExhibitAnswer) => void; readonly lost: (why: ExhibitLost) => void } | null = null
  let lost: ExhibitLost | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = (why: string): void => {
    clearTimeout(timer)
    lost ??= new ExhibitLost(why)
    worker.terminate()
    port1.close()
    ended()
    waiting?.lost(lost)
    waiting = null
  }
  port1.addEventListener('message', ({ data }: MessageEvent<ExhibitAnswer>) => {
    clearTimeout(timer)
    const { done } = waiting ?? {}
    waiting = null
    done?.(data)
  })
  port1.start()
  worker.addEventListener('error', (event) => end(event.message))
  worker.postMessage({ base: document.baseURI, port } satisfies ExhibitStart, [port])
  return {
    ask: (ask) =>
      new Promise((done, reject) => {
        if (lost !== null) return reject(lost)
        waiting = { done, lost: reject }
        timer = setTimeout(() => end(STUCK), PATIENCE * 1000)
        port1.postMessage(ask)
      }),
    end,
  }
}

function readerOf(hand: Hand, pageCount: number, closed: () => void): ExhibitReader {
  /** What is asked one after the other, as a worker does one thing at a time. */
  let last: Promise<unknown> = Promise.resolve()
  const ask = async <Kind extends ExhibitAnswer['kind']>(
    kind: Kind,
    asked: ExhibitAsk,
  ): Promise<Extract<ExhibitAnswer, { kind: Kind }>> => {
    const before = last
    const answering = before.then(() => hand.ask(asked))
    // Whoever asked is told of a failure; whoever asks next is told by his own.
    last = answering.then(
      () => undefined,
      () => undefined,
    )
    const answer = await answering
    const isWanted = (given: ExhibitAnswer): given is Extract<ExhibitAnswer, { kind: Kind }> => given.kind === kind
    if (isWanted(answer)) return answer
    throw new Error(answer.kind === 'failed' ? answer.message : 'the worker answered something else')
  }
  return {
    pageCount,
    extract: async (index) => (await ask('extract', { kind: 'extract', index })).page,
    painted: async (index) => (await ask('painted', { kind: 'painted', index })).page,
    picture: async (index, area, scale) => (await ask('picture', { kind: 'picture', index, area, scale })).bytes,
    async close() {
      try {
        await ask('close', { kind: 'close' })
        closed()
      } catch (thrown) {
        // A worker that has ended holds nothing open.
        if (!(thrown instanceof ExhibitLost)) throw thrown
      }
    },
  }
}
