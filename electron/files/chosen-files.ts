import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { ChosenFile } from '@shared/desktop/desktop'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { type Disk, onDisk, readPiece, realDisk } from './disk'

/** Files that were chosen in this session. Their paths stay here; the window knows them by token. */
export type ChosenFiles = {
  /** Gives out a token for a file; the name shown is the file's own unless another is given. */
  offer(path: string): Promise<Outcome<ChosenFile>>
  find(token: string): { readonly path: string; readonly name: string } | null
  /** Bytes from `offset`: fewer than `length` at the end. */
  read(token: string, offset: number, length: number): Promise<Outcome<Uint8Array>>
}

/** The files of one session, none at first. */
export function chosenFiles(disk: Disk = realDisk): ChosenFiles {
  const files = new Map<string, { readonly path: string; readonly name: string }>()
  return {
    async offer(path) {
      const name = basename(path)
      const found = await onDisk(`“${name}” could not be read`, () => disk.stat(path))
      if (!found.ok) return found
      if (!found.value.isFile())
        return trouble(problem('not-a-file', `“${name}” is not a file.`, 'Choose a file, or import the folder that holds it.'))
      const token = `file-${randomUUID()}`
      files.set(token, { path, name })
      return ok({ token, name, bytes: found.value.size })
    },
    find: (token) => files.get(token) ?? null,
    async read(token, offset, length) {
      const file = files.get(token)
      if (file === undefined)
        return trouble(problem('unknown-token', 'This file was not chosen in this session.', 'Choose the file again.'))
      return onDisk(`“${file.name}” could not be read`, () => readPiece(disk, file.path, offset, length))
    },
  }
}
