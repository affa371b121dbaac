import type { DossierTree } from '../dossier/dossier-tree'
import type { DossierSnapshot } from '../dossier/snapshot'

/** The tag files of a BagIt 1.0 bag (RFC 8493). */

/** A file of the bag by its path from the bag's folder. */
export type ManifestLine = { readonly path: string; readonly sha256: string }

/** What `bagit.txt` says (RFC 8493, 2.1.1). */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

const byPath = (a: ManifestLine, b: ManifestLine): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

/** A manifest: `<sha256>  <path>` a line, by path. Our paths hold no line ends or percent signs, so none needs escaping. */
export const manifestText = (lines: readonly ManifestLine[]): string =>
  [...lines]
    .sort(byPath)
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('')

/** Reads a manifest. Lines that are none come back under `bad`. Decodes the percent escapes of RFC 8493 for CR, LF and `%`. */
export function parseManifest(text: string): { readonly lines: readonly ManifestLine[]; readonly bad: readonly string[] } {
  const lines: ManifestLine[] = []
  const bad: string[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === '') continue
    const match = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line)
    const [, sha256, path] = match ?? []
    if (sha256 === undefined || path === undefined) bad.push(line)
    else lines.push({ sha256: sha256.toLowerCase(), path: path.replace(/%(0[aA]|0[dD]|25)/g, (escape) => decodeURIComponent(escape)) })
  }
  return { lines, bad }
}

/** `<bytes>.<files>` of the payload. */
export const payloadOxum = (bytes: number, files: number): string => `${bytes}.${files}`

/**
 * `bag-info.txt` with the elements of RFC 8493 (2.2.2) that say something here; the packer's only where they were given, those of a group of bags never,
 * as each bundle is whole by itself. The date is that of the state of the records, so that the same state gives the same bag.
 */
export function bagInfoText(
  tree: DossierTree,
  payload: { readonly bytes: number; readonly files: number },
  { packer, working }: Pick<DossierSnapshot, 'packer' | 'working'>,
): string {
  const line = (label: string, value: string): readonly string[] => {
    const words = value.replace(/[\s\p{Cc}]+/gu, ' ').trim()
    return words === '' ? [] : [`${label}: ${words}`]
  }
  return [
    ...line('Source-Organization', packer?.organization ?? ''),
    ...line('Contact-Name', packer?.contact ?? ''),
    ...line(
      'External-Description',
      `Dossier with its exhibits${working === undefined ? '' : ', and the working records on its documents, for a colleague and not for publication'}: ${tree.title}${tree.question === '' ? '' : `. ${tree.question}`}`,
    ),
    ...line('External-Identifier', `urn:sha-256:${tree.custody.head}`),
    ...line('Bagging-Date', tree.custody.at.slice(0, 10)),
    ...line('Bag-Size', sizeWords(payload.bytes)),
    ...line('Payload-Oxum', payloadOxum(payload.bytes, payload.files)),
    ...line('Bag-Software-Agent', `Vouch ${tree.vouch}`),
    '',
  ].join('\n')
}

/** `42.6 MB`, in powers of ten. */
export function sizeWords(bytes: number): string {
  const power = Math.min(4, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return `${(bytes / 1000 ** power).toFixed(1)} ${['B', 'kB', 'MB', 'GB', 'TB'][power] ?? 'TB'}`
}
