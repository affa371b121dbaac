import type { BundleSink } from '@shared/bundle/write-bundle'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { blobToVault } from '../storage/document-bytes'
import type { Workbench } from '../workbench/workbench'

/**
 * Where the files of an export go, by the shell. The bytes of exhibits stay there: the shell has them in its vault, hashes them and
 * writes them on. Where its copy is missing or damaged, it is written anew from the database first.
 */
export function exportSink({ desktop, db }: Pick<Workbench, 'desktop' | 'db'>, token: string): BundleSink {
  const { exports, vault } = desktop
  return {
    write: (path, bytes) => exports.write(token, path, bytes),
    async exhibit(path, { sha256, name }, { signal, onWritten }) {
      const restored = async (): Promise<Outcome<null>> => {
        const row = await db.files.get(sha256)
        return row === undefined
          ? trouble(problem('exhibit-missing', `The stored file of “${name}” is missing.`, 'Import it again, then export.'))
          : blobToVault(vault, sha256, name, row.blob)
      }
      let tried = false
      for (let offset = 0; ;) {
        if (signal?.aborted) return ok(null)
        const piece = await exports.writeDocument(token, path, sha256, offset)
        // Only where the vault's copy is at fault: a full disk is not helped by writing more.
        if (!piece.ok && piece.problem.kind === 'exhibit-damaged' && offset === 0 && !tried) {
          tried = true
          const again = await restored()
          if (!again.ok) return again
          continue
        }
        if (!piece.ok) return piece
        offset += piece.value.bytes
        onWritten?.(piece.value.bytes)
        if (offset >= piece.value.of) return ok(null)
      }
    },
  }
}
