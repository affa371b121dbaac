import { messageOf } from '../errors/outcome'
import * as library from '../zip/zip-library'
import { TableTrouble, unpacksTooFar } from './table-trouble'

export type ZipPart = library.FileEntry

/** What may still be unpacked, in bytes; shared by all parts of a file. */
export type UnpackBudget = { left: number; readonly most: number }

/**
 * The parts of a zip by name, from the list at its end. Programs that write tables are many and few follow the format to the letter, so
 * what another reader could take otherwise is let pass here, as spreadsheet programs do; in a bundle it is not (`shared/zip/read-zip.ts`).
 */
export async function zipParts(bytes: Uint8Array): Promise<ReadonlyMap<string, ZipPart>> {
  try {
    const entries = await new library.ZipReader(new library.Uint8ArrayReader(bytes), {
      strictness: 'tolerant',
      checkCrc32: true,
    }).getEntries()
    return new Map(entries.flatMap((entry) => (entry.directory ? [] : [[entry.filename.replace(/^\/+/, ''), entry] as const])))
  } catch (thrown) {
    throw new TableTrouble(`It is no whole XLSX file: the list of its parts is missing or damaged (${messageOf(thrown)})`)
  }
}

/** Unpacks a part a piece at a time, and stops as soon as it unpacks too far. Sizes that a zip states of its parts are not believed. */
export async function unpackPart(part: ZipPart, budget: UnpackBudget, take: (piece: Uint8Array) => void): Promise<void> {
  if (part.encrypted)
    throw new TableTrouble(
      'It is encrypted',
      'Open it in a spreadsheet program with its password, save it without one, and import that file.',
    )
  if (part.compressionMethod !== 0 && part.compressionMethod !== 8)
    throw new TableTrouble(`A part of it (${part.filename}) is packed in a way that Vouch does not read`)
  // What is thrown by the one who takes is theirs, and not about the zip.
  let theirs: { readonly thrown: unknown } | null = null
  const write = (piece: Uint8Array): void => {
    try {
      budget.left -= piece.length
      if (budget.left < 0) throw unpacksTooFar(budget.most)
      take(piece)
    } catch (thrown) {
      theirs = { thrown }
      throw thrown
    }
  }
  try {
    await part.getData(new WritableStream({ write }))
  } catch (thrown) {
    const failure = theirs as { readonly thrown: unknown } | null
    if (failure !== null) throw failure.thrown
    throw new TableTrouble(`A part of it (${part.filename}) is damaged and cannot be unpacked (${messageOf(thrown)})`)
  }
}
