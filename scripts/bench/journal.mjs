// A library that is filled for a bench by lines of its journal which its database does not have yet: the next start takes them in.
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'

const root = join(import.meta.dirname, '../..')

/**
 * Appends lines to the journal of a workbench that is closed.
 * @param source the TypeScript file beside this one that makes the lines
 * @param make is given its exports and the lines that are there, and gives the new ones as `lines`, with whatever else the bench wants to know
 * @returns what `make` gave
 */
export async function appendToJournal(vault, source, make) {
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'shared') } },
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false },
  })
  const journal = join(vault, 'journal.jsonl')
  const before = readFileSync(journal, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const made = make(await server.ssrLoadModule(`/scripts/bench/${source}`), before)
  appendFileSync(journal, made.lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  await server.close()
  return made
}

/** The records of a table that lines of a journal put, as they put them. */
export const recordsIn = (lines, table) =>
  lines.flatMap((line) => line.rows).flatMap((row) => (row.table === table && row.after !== null ? [row.after] : []))
