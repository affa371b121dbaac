import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, isFree } from './free-port'

/** A library as it stands after its first start, and the port to which its database belongs (an origin is an address and a port). */
export type SeededLibrary = { readonly folder: string; readonly port: number }

let seeded: Promise<SeededLibrary> | null = null

/**
 * A copy of a library whose first start is over: the samples are read, pictured and indexed. It is made once in each process of the
 * tests; doing it anew for every test took a third of their time. Null while another workbench of this process has the port.
 * @param make starts a new library in the folder at the port, waits until it is ready and closes it
 */
export async function seededLibrary(make: (library: SeededLibrary) => Promise<void>): Promise<SeededLibrary | null> {
  seeded ??= (async () => {
    const library = { folder: mkdtempSync(join(tmpdir(), 'vouch-seed-')), port: await freePort() }
    process.once('exit', () => rmSync(library.folder, { recursive: true, force: true }))
    await make(library)
    return library
  })()
  const { folder, port } = await seeded
  if (!(await isFree(port))) return null
  const copy = mkdtempSync(join(tmpdir(), 'vouch-test-'))
  cpSync(folder, copy, { recursive: true })
  return { folder: copy, port }
}
