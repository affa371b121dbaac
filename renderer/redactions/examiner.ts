import type { ExaminationAnswer, ExaminationAsk, ExaminationStart, PageToLookAt } from './examination-job'

/** Time for one page after which a worker is given up, seconds. */
const PATIENCE = 60
/** How long a worker stays after its last page, ms: going from document to document must not start one each time. */
const LINGER = 20_000

/** `lost`: the worker crashed on the page or got stuck; `unavailable`: the document can't be opened now, or the examiner was ended. */
export type Looked = 'looked' | 'lost' | 'unavailable'

/** Looks at pages in a worker of its own, one page after the other. */
export type Examiner = {
  look(page: PageToLookAt): Promise<Looked>
  /** Writes what was seen and lets the document go. */
  rest(): Promise<void>
  end(): void
}

type Running = { readonly worker: Worker; readonly port: MessagePort }

/** @param databases the names of the databases that it reads and writes */
export function createExaminer(databases: Pick<ExaminationStart, 'database' | 'derived'>): Examiner {
  let running: Running | null = null
  let waiting: ((answer: ExaminationAnswer | 'lost' | 'ended') => void) | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  /** What was asked before: a worker does one thing at a time. */
  let last: Promise<unknown> = Promise.resolve()

  const conclude = (answer: ExaminationAnswer | 'lost' | 'ended'): void => {
    clearTimeout(timer)
    if (typeof answer === 'string') {
      running?.worker.terminate()
      running?.port.close()
      running = null
    } else timer = setTimeout(() => conclude('ended'), LINGER)
    const told = waiting
    waiting = null
    told?.(answer)
  }
  const start = (): Running => {
    const worker = new Worker(new URL('./examination-worker.ts', import.meta.url), { type: 'module', name: 'examination' })
    const { port1: port, port2 } = new MessageChannel()
    port.addEventListener('message', ({ data }: MessageEvent<ExaminationAnswer>) => conclude(data))
    port.start()
    worker.addEventListener('error', () => conclude('lost'))
    worker.postMessage({ ...databases, base: document.baseURI, port: port2 } satisfies ExaminationStart, [port2])
    return { worker, port }
  }
  const ask = (asked: ExaminationAsk): Promise<ExaminationAnswer | 'lost' | 'ended'> => {
    const answering = last.then(
      () =>
        new Promise<ExaminationAnswer | 'lost' | 'ended'>((tell) => {
          if (ended) return tell('ended')
          waiting = tell
          const { port } = (running ??= start())
          clearTimeout(timer)
          timer = setTimeout(() => conclude('lost'), PATIENCE * 1000)
          port.postMessage(asked)
        }),
    )
    last = answering
    return answering
  }
  return {
    async look(page) {
      const answer = await ask({ kind: 'look', ...page })
      if (answer === 'lost') return answer
      return answer !== 'ended' && answer.kind === 'looked' && answer.opened ? 'looked' : 'unavailable'
    },
    async rest() {
      if (running !== null) await ask({ kind: 'rest' })
    },
    end() {
      ended = true
      conclude('ended')
    },
  }
}
