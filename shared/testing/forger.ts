import { utf8ToBytes } from '@noble/hashes/utils.js'
import { manifestText, payloadOxum, sizeWords } from '../bundle/bag'
import { sha256OfBytes } from '../units/hashes'

/** A bundle in memory that somebody changes: bytes by path. */
export type BundleInMemory = Map<string, Uint8Array>

export const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string): string => new TextDecoder().decode(files.get(path))

export const rewrite = (files: BundleInMemory, path: string, edit: (text: string) => string): void =>
  void files.set(path, utf8ToBytes(edit(textOf(files, path))))

/** Makes both manifests and the oxum right again, as a forger would. */
export function remakeManifests(files: BundleInMemory): void {
  const payload = [...files].filter(([path]) => path.startsWith('data/'))
  const bytes = payload.reduce((sum, [, each]) => sum + each.length, 0)
  if (files.has('bag-info.txt'))
    rewrite(files, 'bag-info.txt', (text) =>
      text
        .replace(/Payload-Oxum: .*/, `Payload-Oxum: ${payloadOxum(bytes, payload.length)}`)
        .replace(/Bag-Size: .*/, `Bag-Size: ${sizeWords(bytes)}`),
    )
  const lines = (wanted: (path: string) => boolean) =>
    [...files].filter(([path]) => wanted(path)).map(([path, bytes]) => ({ path, sha256: sha256OfBytes(bytes) }))
  files.set('manifest-sha256.txt', utf8ToBytes(manifestText(lines((path) => path.startsWith('data/')))))
  files.set(
    'tagmanifest-sha256.txt',
    utf8ToBytes(manifestText(lines((path) => !path.startsWith('data/') && path !== 'tagmanifest-sha256.txt'))),
  )
}
