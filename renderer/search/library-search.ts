import type { Outcome, Problem } from '@shared/errors/outcome'
import { liveQuery } from 'dexie'
import type { Database } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'
import { watchedValue, type WatchedValue } from '../storage/watched-value'
import type { Watched } from '../workbench/workbench'
import type { Asked, AskedKind, FromSearchWorker, IndexState, StartSearch, ToSearchWorker } from './engine/messages'

/** Changes within so many ms are told to the index together. */
const GATHER = 250

/** The search over the library. Everything it knows lies in its worker. */
export type LibrarySearch = {
  readonly state: Watched<IndexState>
  /** Begins to bring the index up to date; asking does so too. A job without a window never needs it. */
  start(): void
  ask<Kind extends AskedKind>(what: Kind, ask: Asked[Kind]['ask']): Promise<Asked[Kind]['answer']>
  close(): void
}

const OPENING: IndexState = { stage: 'opening', done: 0, of: 0, waiting: 0, lies: 'disk', problem: null, form: 0 }

/** The search of a library: its worker, which is told whenever something that is searched may have changed. */
export function createLibrarySearch(db: Database, derived: DerivedDatabase): LibrarySearch {
  const state = watchedValue(OPENING)
  let started: Started | null = null
  const start = (): Started => (started ??= startWorker(db, derived, state))
  return {
    state,
    start: () => void start(),
    ask: (what, ask) => start().ask(what, ask),
    close: () => started?.close(),
  }
}

type Started = Pick<LibrarySearch, 'ask' | 'close'>

function startWorker(db: Database, derived: DerivedDatabase, state: WatchedValue<IndexState>): Started {
  const worker = new Worker(new URL('./engine/search-worker.ts', import.meta.url), { type: 'module', name: 'vouch-search' })
  const { port1, port2 } = new MessageChannel()
  const waiting = new Map<number, (answer: unknown) => void>()
  const send = (message: ToSearchWorker): void => port1.postMessage(message)
  let asked = 0
  port1.addEventListener('message', ({ data }: MessageEvent<FromSearchWorker>) => {
    if (data.kind === 'state') state.set(data.state)
    else {
      waiting.get(data.id)?.(data.answer)
      waiting.delete(data.id)
    }
  })
  worker.addEventListener('error', ({ message }) => {
    const failed: Problem = {
      kind: 'search-failed',
      what: `The search stopped: ${message}.`,
      remedy: 'Your documents and marks are not touched by it. Reload the window to start it again.',
    }
    state.set({ ...state.get(), stage: 'failed', problem: failed })
    const nothing: Outcome<never> = { ok: false, problem: failed }
    for (const answer of waiting.values()) answer(nothing)
    waiting.clear()
  })
  port1.start()
  worker.postMessage({ database: db.name, derived: derived.name, port: port2 } satisfies StartSearch, [port2])

  let timer: ReturnType<typeof setTimeout> | undefined
  const changed = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => send({ kind: 'changed' }), GATHER)
  }
  const watching = liveQuery(
    async () => [await db.lastSeq(), await derived.steps.count(), await derived.steps.where('step').equals('examined').last()] as const,
  ).subscribe(changed)
  return {
    ask: <Kind extends AskedKind>(what: Kind, ask: Asked[Kind]['ask']) =>
      new Promise<Asked[Kind]['answer']>((found) => {
        const id = (asked += 1)
        waiting.set(id, (answer) => found(answer as Asked[Kind]['answer']))
        send({ kind: 'ask', id, what, ask } as ToSearchWorker)
      }),
    close() {
      watching.unsubscribe()
      clearTimeout(timer)
      worker.terminate()
    },
  }
}
