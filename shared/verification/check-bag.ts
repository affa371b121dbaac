import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { BAG_DECLARATION, manifestText, parseManifest, payloadOxum } from '../bundle/bag'
import { isStampBeside } from '../time-stamps/added-stamp'
import { type BundleFiles, type Check, someOf } from './bundle-files'

/** SHA-256 of every file of a bundle, by path. */
export type FileHashes = ReadonlyMap<string, string>

/** Hashes every file, in pieces. */
export async function hashFiles(
  files: BundleFiles,
  options: { readonly onBytes?: (path: string, bytes: number) => void; readonly signal?: AbortSignal } = {},
): Promise<FileHashes> {
  const hashes = new Map<string, string>()
  for (const { path } of files.list) {
    const hash = sha256.create()
    for await (const chunk of files.stream(path)) {
      options.signal?.throwIfAborted()
      hash.update(chunk)
      options.onBytes?.(path, chunk.length)
    }
    hashes.set(path, bytesToHex(hash.digest()))
  }
  return hashes
}

const TAG_MANIFEST = 'tagmanifest-sha256.txt'
const TAGS = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'] as const
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** Compares what a manifest lists with what lies in the folder; empty when they agree. */
function differences(text: string, hashes: FileHashes, covered: (path: string) => boolean): string[] {
  const { lines, bad } = parseManifest(text)
  const listed = new Map(lines.map((line) => [line.path, line.sha256]))
  const twice = lines.length - listed.size
  const wrong = [...listed].filter(([path, hash]) => hashes.has(path) && hashes.get(path) !== hash).map(([path]) => path)
  const missing = [...listed.keys()].filter((path) => !hashes.has(path))
  const outside = [...listed.keys()].filter((path) => !covered(path))
  const extra = [...hashes.keys()].filter((path) => covered(path) && !listed.has(path))
  return [
    ...(wrong.length > 0 ? [`changed: ${someOf(wrong)}`] : []),
    ...(missing.length > 0 ? [`missing: ${someOf(missing)}`] : []),
    ...(extra.length > 0 ? [`not in the manifest: ${someOf(extra)}`] : []),
    ...(outside.length > 0 ? [`listed but outside what the manifest covers: ${someOf(outside)}`] : []),
    ...(bad.length + twice > 0 ? [`${bad.length + twice} lines of the manifest cannot be used`] : []),
  ]
}

/** The bag (RFC 8493): declaration, payload manifest, nothing missing, nothing added, Payload-Oxum. */
export async function checkBag(files: BundleFiles, hashes: FileHashes): Promise<Check> {
  const fail = (what: string): Check => ({ name: 'bag', ok: false, what })
  const absent = TAGS.filter((path) => !hashes.has(path))
  if (absent.length > 0) return fail(`This is no whole bundle: ${absent.join(', ')} missing.`)
  if (decode(await files.read('bagit.txt')) !== BAG_DECLARATION) return fail('bagit.txt does not declare a BagIt 1.0 bag in UTF-8.')
  const payload = files.list.filter(({ path }) => path.startsWith('data/'))
  const wrong = differences(decode(await files.read('manifest-sha256.txt')), hashes, (path) => path.startsWith('data/'))
  if (wrong.length > 0) return fail(`The files are not those that the manifest lists: ${wrong.join('; ')}.`)
  const oxum = payloadOxum(
    payload.reduce((sum, { bytes }) => sum + bytes, 0),
    payload.length,
  )
  const stated = /^Payload-Oxum:\s*(\S+)\s*$/m.exec(decode(await files.read('bag-info.txt')))?.[1]
  if (stated !== oxum) return fail(`bag-info.txt states ${stated ?? 'no'} bytes and files, and there are ${oxum}.`)
  return { name: 'bag', ok: true, what: `${payload.length} files, all with the SHA-256 that the manifest lists, none missing, none added.` }
}

/** The tag files against the tag manifest; nothing else may lie beside `data/` but time stamps, which can only be made when the lists are. */
export async function checkTags(files: BundleFiles, hashes: FileHashes): Promise<Check> {
  if (!hashes.has(TAG_MANIFEST)) return { name: 'tags', ok: false, what: `${TAG_MANIFEST} is missing.` }
  const text = decode(await files.read(TAG_MANIFEST))
  const wrong = differences(text, hashes, (path) => !path.startsWith('data/') && path !== TAG_MANIFEST && !isStampBeside(path))
  if (wrong.length === 0 && manifestText(parseManifest(text).lines) !== text) wrong.push('something was put between its lines')
  return wrong.length > 0
    ? { name: 'tags', ok: false, what: `The bag’s own files are not those that the tag manifest lists: ${wrong.join('; ')}.` }
    : { name: 'tags', ok: true, what: 'The bag’s own files have the SHA-256 that the tag manifest lists.' }
}
