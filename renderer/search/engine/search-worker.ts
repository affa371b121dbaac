import { messageOf, type Problem, problem, trouble } from '@shared/errors/outcome'
import sqlite3InitModule, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import type { TextStores } from '../../documents/page-readings'
import { Database } from '../../storage/database'
import { DerivedDatabase } from '../../storage/derived-database'
import { answering } from './answer'
import { type IndexFile, openIndexFile } from './index-file'
import { keepIndex } from './keep-index'
import type { FromSearchWorker, IndexState, StartSearch, ToSearchWorker } from './messages'
import { searchIndexOf } from './search-index'

// A dedicated worker that keeps the index of the library and answers from it: neither SQLite nor the texts pass through the window's thread.

/** Least time between two words of progress, ms. */
const PROGRESS_EVERY = 150
/** How often an index that fails is begun anew before it is given up. */
const ANEW = 2

let port: MessagePort | null = null
const say = (message: FromSearchWorker): void => port?.postMessage(message)

let state: IndexState = { stage: 'opening', done: 0, of: 0, waiting: 0, lies: 'disk', problem: null, form: 0 }
function setState(change: Partial<IndexState>): void {
  state = { ...state, ...change }
  say({ kind: 'state', state })
}

/** SQLite's own complaints are about the file of the index, which can be made again; anything else is a fault of ours. */
const isOfFile = (sqlite: Sqlite3Static, thrown: unknown): thrown is Error => thrown instanceof sqlite.SQLite3Error

async function serve(database: string, derivedName: string): Promise<(message: ToSearchWorker) => void> {
  // Of SQLite's ways to keep files only the pool of handles is used: the others would start a worker of their own.
  Object.assign(globalThis, { sqlite3ApiConfig: { disable: { vfs: { opfs: true, 'opfs-vfs': true, 'opfs-wl': true, kvvfs: true } } } })
  const sqlite = await sqlite3InitModule()
  const db = new Database(database)
  const stores: TextStores = { db, derived: new DerivedDatabase(derivedName) }
  let file: IndexFile = await openIndexFile(sqlite)
  let index = searchIndexOf(file.db)
  let answers = answering(db, file.db, index)
  let begun = 0
  let wanted = false
  let working = false

  const lies = (): void =>
    setState({
      lies: file.lies,
      problem:
        file.reason === null
          ? state.problem
          : problem(
              'search-in-memory',
              `The index of the search is kept in memory only (${file.reason}), so it is built again at each start.`,
              'Searching works all the same. Free some space on the disk and start Vouch again to keep it.',
            ),
    })
  const anew = (thrown: Error): boolean => {
    begun += 1
    if (begun > ANEW) {
      setState({
        stage: 'failed',
        problem: problem(
          'search-failed',
          `The index of the search could not be built (${messageOf(thrown)}).`,
          'Your documents and marks are not touched by it. Free some space on the disk and start Vouch again.',
        ),
      })
      return false
    }
    file = file.anew()
    index = searchIndexOf(file.db)
    answers = answering(db, file.db, index)
    setState({
      problem: problem(
        'search-rebuilt',
        'The index of the search was damaged; it was deleted and is being built anew.',
        'Nothing needs to be done: it holds only what stands in the library.',
      ),
    })
    lies()
    return true
  }

  const work = async (): Promise<void> => {
    wanted = true
    if (working || state.stage === 'failed') return
    working = true
    while (wanted) {
      wanted = false
      let told = 0
      try {
        await keepIndex({
          stores,
          index,
          progress(done, of, waiting) {
            if (waiting !== state.waiting) setState({ waiting })
            if (of === 0 || (performance.now() - told < PROGRESS_EVERY && done < of)) return
            told = performance.now()
            answers.forget()
            setState({ stage: 'indexing', done, of, form: state.form + 1 })
          },
        })
        answers.forget()
        setState({ stage: 'ready', done: 0, of: 0, form: state.form + 1 })
      } catch (thrown) {
        if (!isOfFile(sqlite, thrown)) throw thrown
        wanted = anew(thrown)
      }
    }
    working = false
  }

  const answer = async (message: Extract<ToSearchWorker, { kind: 'ask' }>): Promise<unknown> => {
    const ask = () => {
      switch (message.what) {
        case 'find':
          return answers.find(message.ask)
        case 'rows':
          return answers.rows(message.ask)
        case 'tally':
          return answers.tally(message.ask)
        case 'scope':
          return answers.scope(message.ask)
      }
    }
    try {
      return await ask()
    } catch (thrown) {
      if (!isOfFile(sqlite, thrown)) throw thrown
      if (anew(thrown)) void work()
      return trouble<Problem>(state.problem ?? problem('search-failed', 'The search could not be made.', 'Try again.'))
    }
  }

  lies()
  void work()
  return (message) => {
    if (message.kind === 'changed') void work()
    else if (message.kind === 'ask') void answer(message).then((given) => say({ kind: 'answer', id: message.id, answer: given }))
  }
}

self.addEventListener(
  'message',
  ({ data }: MessageEvent<StartSearch>) => {
    port = data.port
    const serving = serve(data.database, data.derived)
    port.addEventListener('message', ({ data: message }: MessageEvent<ToSearchWorker>) => void serving.then((take) => take(message)))
    port.start()
  },
  { once: true },
)
