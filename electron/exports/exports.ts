import { createHash, type Hash, randomUUID } from 'node:crypto'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Desktop } from '@shared/desktop/desktop'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { Sha256 } from '@shared/units/hashes'
import { type Disk, flushFolder, onDisk, realDisk } from '../files/disk'
import { fileNameFrom, partsInside } from '../files/outside-name'
import { shownPath } from '../files/shown-path'
import { whatStandsAt } from './earlier-export'
import { replaceFolder } from './replace-folder'
import { type ZipTarget, zipTarget } from './zip-target'

type Kind = 'folder' | 'file'
type ReadDocument = Desktop['vault']['readDocument']
/** Says where an export goes: a path, or null when the researcher cancelled. */
export type ChoosePlace = (name: string, kind: Kind) => Promise<string | null>

type Export = {
  readonly kind: Kind
  readonly zip: ZipTarget | null
  /** Where it goes, and where it is written until it is finished. */
  readonly target: string
  readonly temporary: string
  /** Files that are flushed at the end. */
  readonly written: Set<string>
  /** Paths of the vault's documents of which a part was written. */
  readonly documents: Set<string>
  copying: Copying | null
  placed: boolean
}
/** A document of the vault that is being written to an export, and the hash of what was. */
type Copying = { readonly id: Sha256; readonly of: number; readonly hash: Hash }

/** Bytes of a document that are written at a call: some tenths of a second. */
const PIECE_BYTES = 16 * 1024 * 1024

export type Exports = Omit<Desktop['exports'], 'reveal'> & {
  /** Where an export was put; null before it is finished. */
  placeOf(token: string): string | null
  /** Removes what was begun and not finished. */
  close(): Promise<void>
}

const damaged = (id: Sha256): Outcome<never> =>
  trouble(
    problem(
      'exhibit-damaged',
      `The vault's copy of document ${id.slice(0, 12)}… no longer has the SHA-256 that names it.`,
      'Import the file again from its origin, then export.',
    ),
  )

/**
 * Exports are written beside their place under a temporary name, flushed, and put there in one step.
 * @param readDocument of the vault
 */
export function exportsTo(choose: ChoosePlace, readDocument: ReadDocument, disk: Disk = realDisk): Exports {
  const open = new Map<string, Export>()
  const unknown = (): Outcome<never> => trouble(problem('unknown-token', 'This export is no longer open.', 'Export again.'))

  const abandon: Exports['abandon'] = async (token) => {
    const begun = open.get(token)
    if (begun === undefined || begun.placed) return
    open.delete(token)
    await begun.zip?.close()
    await disk.rm(begun.temporary, { recursive: true, force: true })
  }

  const append = async (begun: Export, path: string, bytes: Uint8Array, whole?: number): Promise<Outcome<null>> => {
    const parts = begun.kind === 'folder' || begun.zip !== null ? partsInside(path) : ok([])
    if (!parts.ok) return parts
    return onDisk(`Vouch could not write ${shownPath(begun.target)}`, async () => {
      if (begun.zip !== null) await begun.zip.append(parts.value.join('/'), bytes, whole)
      else {
        const file = join(begun.temporary, ...parts.value)
        if (begun.kind === 'folder') await disk.mkdir(dirname(file), { recursive: true })
        const handle = await disk.open(file, 'a')
        try {
          await handle.writeFile(bytes)
        } finally {
          await handle.close()
        }
        begun.written.add(file)
      }
      return null
    })
  }

  return {
    async begin(name, kind) {
      const chosen = await choose(fileNameFrom(name), kind === 'folder' ? kind : 'file')
      if (chosen === null) return ok(null)
      const target = resolve(chosen)
      const temporary = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.part`)
      const begun = await onDisk(`Vouch could not export to ${shownPath(target)}`, async () => {
        await disk.mkdir(dirname(target), { recursive: true })
        if (kind === 'folder' && (await whatStandsAt(disk, target)) === 'something else') return null
        if (kind === 'folder') await disk.mkdir(temporary)
        else if (kind === 'file') await (await disk.open(temporary, 'wx')).close()
        return { zip: typeof kind === 'object' ? await zipTarget(disk, temporary, kind.zipAt, basename(name, extname(name))) : null }
      })
      if (!begun.ok) return begun
      if (begun.value === null)
        return trouble(
          problem(
            'place-taken',
            `${shownPath(target)} holds something that is not an earlier export of Vouch, so nothing was written there.`,
            'Name an empty or a new folder.',
          ),
        )
      const token = `export-${randomUUID()}`
      open.set(token, {
        kind: kind === 'folder' ? kind : 'file',
        zip: begun.value.zip,
        target,
        temporary,
        written: new Set(),
        documents: new Set(),
        copying: null,
        placed: false,
      })
      return ok({ token, shownPath: shownPath(target) })
    },
    async write(token, path, bytes) {
      const begun = open.get(token)
      return begun === undefined || begun.placed ? unknown() : append(begun, path, bytes)
    },
    async writeDocument(token, path, id, offset) {
      const begun = open.get(token)
      if (begun === undefined || begun.placed) return unknown()
      if (offset === 0) {
        const of = await checkedLength(id, readDocument)
        if (!of.ok) return of
        // A second beginning would stand behind the first in the same file.
        if (begun.documents.has(path)) return trouble(problem('exhibit-begun', `A part of ${path} was written already.`, 'Export again.'))
        begun.documents.add(path)
        begun.copying = { id, of: of.value, hash: createHash('sha256') }
      }
      const { copying } = begun
      if (copying === null || copying.id !== id) return unknown()
      const piece = await readDocument(id, offset, PIECE_BYTES)
      if (!piece.ok) return piece
      const written = await append(begun, path, piece.value, copying.of)
      if (!written.ok) return written
      copying.hash.update(piece.value)
      const ended = offset + piece.value.length >= copying.of
      // Whoever changes the file between the two readings is noticed all the same.
      if ((ended && copying.hash.digest('hex') !== id) || (!ended && piece.value.length === 0)) return damaged(id)
      return ok({ bytes: piece.value.length, of: copying.of })
    },
    async finish(token) {
      const begun = open.get(token)
      if (begun === undefined || begun.placed) return unknown()
      const placed = await onDisk(`Vouch could not write ${shownPath(begun.target)}`, async () => {
        await begun.zip?.end()
        await begun.zip?.close()
        for (const file of begun.written) await flushFile(disk, file)
        if (begun.kind === 'folder') await replaceFolder(disk, begun.temporary, begun.target)
        else await disk.rename(begun.temporary, begun.target)
        await flushFolder(disk, dirname(begun.target))
      })
      if (!placed.ok) {
        await abandon(token)
        return placed
      }
      begun.placed = true
      return ok({ shownPath: shownPath(begun.target) })
    },
    abandon,
    placeOf: (token) => {
      const begun = open.get(token)
      return begun?.placed === true ? begun.target : null
    },
    async close() {
      for (const token of open.keys()) await abandon(token)
    },
  }
}

/** How long a document of the vault is, once all of it was read and found to have the SHA-256 that names it. */
async function checkedLength(id: Sha256, readDocument: ReadDocument): Promise<Outcome<number>> {
  const hash = createHash('sha256')
  for (let offset = 0; ;) {
    const piece = await readDocument(id, offset, PIECE_BYTES)
    if (!piece.ok) return trouble({ ...piece.problem, kind: 'exhibit-damaged' })
    if (piece.value.length === 0) return hash.digest('hex') === id ? ok(offset) : damaged(id)
    hash.update(piece.value)
    offset += piece.value.length
  }
}

async function flushFile(disk: Disk, path: string): Promise<void> {
  const handle = await disk.open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
