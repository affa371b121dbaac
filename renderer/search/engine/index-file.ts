import { messageOf } from '@shared/errors/outcome'
import type { Database, SAHPoolUtil, Sqlite3Static } from '@sqlite.org/sqlite-wasm'

/** Raised when the form of the index changes: an index of another form is deleted and built anew. */
const FORM = 5
const FILE = '/index.sqlite'
const POOL = 'vouch-search'
/** After a reload the window before may hold the files for a moment: how often they are asked for, and how long to wait between, ms. */
const TRIES = 12
const PAUSE = 250

/**
 * `found` knows the place of each term, for phrases; `stands` only which terms stand in an entry, and how often by step (`tiers.ts`): it is a small part of the
 * size, and what is asked of it takes as small a part of the time. `ascii` parts the terms at blanks and leaves them as they are: folding is done before
 * (`termsOf`).
 */
const SCHEMA = `
  CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE documents(no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, as_of INTEGER NOT NULL, examined TEXT NOT NULL, pages INTEGER NOT NULL, silent INTEGER NOT NULL);
  CREATE TABLE entries(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, document INTEGER, page INTEGER, record TEXT, origin INTEGER);
  CREATE INDEX entries_document ON entries(document);
  CREATE INDEX entries_record ON entries(record) WHERE record IS NOT NULL;
  CREATE TABLE texts(id INTEGER PRIMARY KEY, text TEXT NOT NULL);
  CREATE VIRTUAL TABLE found USING fts5(words, pieces, content='', contentless_delete=1, tokenize='ascii');
  CREATE VIRTUAL TABLE stands USING fts5(terms, content='', contentless_delete=1, detail=none, prefix='2 3 4 5', tokenize='ascii');
  PRAGMA user_version = ${FORM};
`

export type IndexFile = {
  readonly db: Database
  /** Where it lies: in the browser's files, or in memory where they are not to be had. */
  readonly lies: 'disk' | 'memory'
  /** Why it lies in memory, in words; null where it does not. */
  readonly reason: string | null
  /** Deletes it and begins it anew. */
  anew(): IndexFile
}

/** Creates the tables of an empty index. */
export function createTables(db: Database): void {
  db.exec(SCHEMA)
}

/** Opens the index of this library; one of another form, or one that can't be opened, is deleted: nothing in it is the only copy. */
export async function openIndexFile(sqlite: Sqlite3Static): Promise<IndexFile> {
  const pool = await openPool(sqlite)
  if (typeof pool === 'string') return inMemory(sqlite, pool)
  return onDisk(sqlite, pool) ?? inMemory(sqlite, 'its file could not be written')
}

async function openPool(sqlite: Sqlite3Static): Promise<SAHPoolUtil | string> {
  let reason = ''
  for (let tried = 0; tried < TRIES; tried += 1) {
    try {
      return await sqlite.installOpfsSAHPoolVfs({
        name: POOL,
        directory: `/${POOL}`,
        initialCapacity: 6,
        preserveOnInitFailure: true,
        forceReinitIfPreviouslyFailed: true,
      } as Parameters<Sqlite3Static['installOpfsSAHPoolVfs']>[0])
    } catch (thrown) {
      reason = messageOf(thrown)
      await new Promise((done) => setTimeout(done, PAUSE))
    }
  }
  return reason
}

function onDisk(sqlite: Sqlite3Static, pool: SAHPoolUtil): IndexFile | null {
  for (const fresh of [false, true]) {
    if (fresh) pool.unlink(FILE)
    const db = opened(pool)
    if (db !== null) {
      return {
        db,
        lies: 'disk',
        reason: null,
        anew() {
          db.close()
          pool.unlink(FILE)
          return onDisk(sqlite, pool) ?? inMemory(sqlite, 'its file could not be written')
        },
      }
    }
  }
  return null
}

/** The database, ready for use; null where its bytes are damaged or of another form. */
function opened(pool: SAHPoolUtil): Database | null {
  const db = new pool.OpfsSAHPoolDb(FILE)
  try {
    // WAL with one connection needs no shared memory; NORMAL then loses at most the last commits when the machine stops, never the file.
    db.exec(
      'PRAGMA locking_mode=exclusive; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY',
    )
    const form = Number(db.selectValue('PRAGMA user_version'))
    const empty = Number(db.selectValue('SELECT count(*) FROM sqlite_schema')) === 0
    if (empty) createTables(db)
    if (empty || form === FORM) return db
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
  }
  db.close()
  return null
}

function inMemory(sqlite: Sqlite3Static, reason: string): IndexFile {
  const db = new sqlite.oo1.DB(':memory:')
  createTables(db)
  return {
    db,
    lies: 'memory',
    reason,
    anew() {
      db.close()
      return inMemory(sqlite, reason)
    },
  }
}
