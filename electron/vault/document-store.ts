import { createHash, type Hash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DOCUMENT_MEDIA, type DocumentMedia } from '@shared/documents/document'
import { mediaOfBytes } from '@shared/documents/media-of-bytes'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { Sha256 } from '@shared/units/hashes'
import { type Disk, flushFolder, isMissing, onDisk, readPiece } from '../files/disk'

type Handle = Awaited<ReturnType<Disk['open']>>
type Incoming = { readonly handle: Handle; readonly path: string; readonly hash: Hash; bytes: number; media: DocumentMedia | null }
type TakenIn = { readonly sha256: Sha256; readonly bytes: number; readonly already: boolean }

const PIECE_BYTES = 4 * 1024 * 1024
const DOCUMENT_NAME = /^([0-9a-f]{64})\.(pdf|csv|xlsx)$/
const INCOMING = '.incoming-'

/** The documents of a vault: `documents/<sha256>.pdf` (or `.csv`, `.xlsx`, by what the bytes are), written once and never changed. */
export type DocumentStore = {
  list(): Promise<Outcome<readonly { readonly id: Sha256; readonly bytes: number }[]>>
  begin(): Promise<Outcome<{ readonly token: string }>>
  write(token: string, bytes: Uint8Array): Promise<Outcome<null>>
  finish(token: string): Promise<Outcome<TakenIn>>
  abandon(token: string): Promise<void>
  /** Takes in a file of this machine, a piece at a time. */
  adopt(path: string, name: string): Promise<Outcome<TakenIn>>
  read(id: Sha256, offset: number, length: number): Promise<Outcome<Uint8Array>>
  /** Reads every document again and compares it with its name. */
  check(): Promise<Outcome<{ readonly whole: number; readonly damaged: readonly Sha256[] }>>
  /** Removes what an interrupted import left behind. Only while nothing is being taken in. */
  sweep(): Promise<Outcome<null>>
  /** Gives up whatever is still being taken in. */
  close(): Promise<void>
}

/** @param shown the vault's folder as people know it, for sentences */
export function documentStore(disk: Disk, vault: string, shown: string): DocumentStore {
  const folder = join(vault, 'documents')
  const incoming = new Map<string, Incoming>()
  const pathOf = (id: Sha256, media: DocumentMedia): string => join(folder, `${id}.${media}`)
  /** Where a document lies; its ending is not known from its name. */
  const find = async (id: Sha256): Promise<string> => {
    for (const media of DOCUMENT_MEDIA) {
      try {
        await disk.stat(pathOf(id, media))
        return pathOf(id, media)
      } catch (thrown) {
        if (!isMissing(thrown)) throw thrown
      }
    }
    return pathOf(id, 'pdf')
  }
  const unknown = (): Outcome<never> =>
    trouble(problem('unknown-token', 'This file is no longer being taken in.', 'Import the file again.'))

  const list: DocumentStore['list'] = () =>
    onDisk(`Vouch could not list the documents in ${shown}`, async () => {
      const found: { id: Sha256; bytes: number }[] = []
      for (const name of (await disk.readdir(folder)).sort()) {
        const id = DOCUMENT_NAME.exec(name)?.[1]
        if (id !== undefined) found.push({ id: id as Sha256, bytes: (await disk.stat(join(folder, name))).size })
      }
      return found
    })

  const begin: DocumentStore['begin'] = () =>
    onDisk(`Vouch could not take a document into ${shown}`, async () => {
      const token = randomUUID()
      const path = join(folder, `${INCOMING}${token}`)
      incoming.set(token, { handle: await disk.open(path, 'wx'), path, hash: createHash('sha256'), bytes: 0, media: null })
      return { token }
    })

  const write: DocumentStore['write'] = async (token, bytes) => {
    const file = incoming.get(token)
    if (file === undefined) return unknown()
    return onDisk(`Vouch could not write a document into ${shown}`, async () => {
      for (let done = 0; done < bytes.length;)
        done += (await file.handle.write(bytes, done, bytes.length - done, file.bytes + done)).bytesWritten
      file.media ??= mediaOfBytes(bytes)
      file.hash.update(bytes)
      file.bytes += bytes.length
      return null
    })
  }

  const abandon: DocumentStore['abandon'] = async (token) => {
    const file = incoming.get(token)
    if (file === undefined) return
    incoming.delete(token)
    await file.handle.close()
    await disk.rm(file.path, { force: true })
  }

  const finish: DocumentStore['finish'] = async (token) => {
    const file = incoming.get(token)
    if (file === undefined) return unknown()
    const done = await onDisk(`Vouch could not write a document into ${shown}`, async () => {
      await file.handle.sync()
      const sha256 = file.hash.digest('hex') as Sha256
      // A copy that is there already is read again: if it was damaged, this whole one takes its place.
      const path = pathOf(sha256, file.media ?? 'pdf')
      const already = (await digestOf(disk, path)) === sha256
      if (!already) {
        await file.handle.close()
        await disk.rename(file.path, path)
        await flushFolder(disk, folder)
        incoming.delete(token)
      }
      return { sha256, bytes: file.bytes, already }
    })
    if (!done.ok || done.value.already) await abandon(token)
    return done
  }

  return {
    list,
    begin,
    write,
    finish,
    abandon,
    async adopt(path, name) {
      const begun = await begin()
      if (!begun.ok) return begun
      const { token } = begun.value
      for (let offset = 0; ;) {
        const piece = await onDisk(`“${name}” could not be read`, () => readPiece(disk, path, offset, PIECE_BYTES))
        const step = piece.ok && piece.value.length > 0 ? await write(token, piece.value) : piece
        if (!step.ok) {
          await abandon(token)
          return step
        }
        if (!piece.ok || piece.value.length === 0) return finish(token)
        offset += piece.value.length
      }
    },
    read: (id, offset, length) =>
      onDisk(`Document ${id.slice(0, 12)}… could not be read from ${shown}`, async () => readPiece(disk, await find(id), offset, length)),
    async check() {
      const listed = await list()
      if (!listed.ok) return listed
      const damaged: Sha256[] = []
      for (const { id } of listed.value) {
        const digest = await onDisk(`Document ${id.slice(0, 12)}… could not be read from ${shown}`, async () =>
          digestOf(disk, await find(id)),
        )
        if (!digest.ok || digest.value !== id) damaged.push(id)
      }
      return ok({ whole: listed.value.length - damaged.length, damaged })
    },
    sweep: () =>
      onDisk(`Vouch could not tidy ${shown}`, async () => {
        if (incoming.size > 0) return null
        for (const name of await disk.readdir(folder)) {
          if (name.startsWith(INCOMING) || name.endsWith('.part')) await disk.rm(join(folder, name), { force: true })
        }
        return null
      }),
    async close() {
      for (const token of incoming.keys()) await abandon(token)
    },
  }
}

/** SHA-256 of a file; null where there is none. */
async function digestOf(disk: Disk, path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    const handle = await disk.open(path, 'r')
    try {
      const buffer = Buffer.allocUnsafe(PIECE_BYTES)
      for (let offset = 0; ;) {
        const { bytesRead } = await handle.read(buffer, 0, PIECE_BYTES, offset)
        if (bytesRead === 0) return hash.digest('hex')
        hash.update(buffer.subarray(0, bytesRead))
        offset += bytesRead
      }
    } finally {
      await handle.close()
    }
  } catch (thrown) {
    if (isMissing(thrown)) return null
    throw thrown
  }
}
