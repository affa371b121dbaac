import type { Desktop } from '@shared/desktop/desktop'
import { ok, problem, trouble } from '@shared/errors/outcome'
import { sha256OfBytes } from '@shared/units/hashes'
import { joined } from './joined'
import { type MemorySwitches, UNKNOWN_TOKEN, writing } from './memory-switches'
import type { MemoryVault } from './memory-vault'

/** Small, so that documents of tests are written in several pieces. */
const EXPORT_PIECE = 1000
const EXHIBIT_DAMAGED = problem('exhibit-damaged', 'The vault has no whole copy.', 'Import it again.')

/** The exports' part of the contract. @param exported is given the files of what is finished, by its name */
export function exportsInto(
  exported: Map<string, Map<string, Uint8Array>>,
  vault: MemoryVault,
  switches: MemorySwitches,
  token: () => string,
): Desktop['exports'] {
  const exporting = new Map<string, { readonly name: string; readonly files: Map<string, Uint8Array> }>()
  return {
    async begin(name) {
      const id = token()
      exporting.set(id, { name, files: new Map() })
      return ok({ token: id, shownPath: name })
    },
    write: (id, path, bytes) =>
      writing(switches, () => {
        const files = exporting.get(id)?.files
        if (files === undefined) return trouble(UNKNOWN_TOKEN)
        files.set(path, joined([files.get(path) ?? new Uint8Array(), bytes]))
        return ok(null)
      }),
    writeDocument: (id, path, sha256, offset) =>
      writing(switches, () => {
        const files = exporting.get(id)?.files
        const bytes = vault.documents.get(sha256)
        if (files === undefined) return trouble(UNKNOWN_TOKEN)
        if (bytes === undefined || sha256OfBytes(bytes) !== sha256) return trouble(EXHIBIT_DAMAGED)
        const piece = bytes.slice(offset, offset + EXPORT_PIECE)
        files.set(path, joined([files.get(path) ?? new Uint8Array(), piece]))
        return ok({ bytes: piece.length, of: bytes.length })
      }),
    finish: (id) =>
      writing(switches, () => {
        const one = exporting.get(id)
        if (one === undefined) return trouble(UNKNOWN_TOKEN)
        exporting.delete(id)
        exported.set(one.name, one.files)
        return ok({ shownPath: one.name })
      }),
    async abandon(id) {
      exporting.delete(id)
    },
    reveal: async () => undefined,
  }
}
