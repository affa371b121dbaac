import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CustodyEntry } from '../custody/custody-entry'
import { type DossierSnapshot, picturePath } from '../dossier/snapshot'
import type { DocumentId } from '../documents/document'
import { bytesOfStamp, stampFiles } from '../time-stamps/added-stamp'
import { type Outcome, ok, problem, trouble } from '../errors/outcome'
import { BAG_DECLARATION, bagInfoText, manifestText, type ManifestLine } from './bag'
import { composePayload, type Payload, type PictureBytes, withPaper } from './payload'

/** Where files go; they come one after the other, each whole before the next. */
export type BundleSink = {
  /** Appends to the file of that path. */
  write(path: string, bytes: Uint8Array): Promise<Outcome<unknown>>
  /** Writes the stored bytes of a document as the file of that path. Trouble where they do not have the SHA-256 that names it. An aborted signal ends it early. */
  exhibit(
    path: string,
    document: { readonly sha256: DocumentId; readonly name: string },
    options: { readonly signal?: AbortSignal | undefined; readonly onWritten?: (bytes: number) => void },
  ): Promise<Outcome<unknown>>
}

/** The largest piece handed to a sink at once, in bytes. */
export const CHUNK_BYTES = 4 * 1024 * 1024

/** What a bundle is written from; its exhibits come by their own way. */
export type BundleParts = {
  readonly snapshot: DossierSnapshot
  /** The custody log as `statedCustody` gives it. */
  readonly custody: readonly CustodyEntry[]
  /** Logs of bundles that were opened or merged here, in the order of `snapshot.keptLogs`. */
  readonly keptLogs?: readonly (readonly CustodyEntry[])[]
  readonly picture: PictureBytes
  /** Prints the dossier as a PDF; null where that can't be done, and the bundle goes out without one. */
  readonly paper?: (payload: Payload) => Promise<Uint8Array | null>
  /** `verify.html`, as it is built. */
  readonly verifier: Uint8Array
}

/** The file that is being written, and how many bytes of it are. */
export type BundleProgress = { readonly path: string; readonly bytes: number }

/**
 * Writes a bundle, file by file and in pieces, so that no exhibit is ever whole in memory.
 * @returns the paths written, from the bundle's folder
 */
export async function writeBundle(
  parts: BundleParts,
  sink: BundleSink,
  { onProgress, signal }: { readonly onProgress?: (done: BundleProgress) => void; readonly signal?: AbortSignal } = {},
): Promise<Outcome<readonly string[]>> {
  const composed = composePayload(parts.snapshot, parts.custody, parts.picture, parts.keptLogs)
  const paper = (await parts.paper?.(composed)) ?? null
  const { tree, texts, binaries } = paper === null ? composed : withPaper(composed, parts.snapshot)
  const payload: ManifestLine[] = []
  let payloadBytes = 0
  const cancelled = (): Outcome<never> =>
    trouble(problem('cancelled', 'The export was cancelled.', 'Export again when you like; nothing was left behind.'))
  const written = async (path: string, content: Uint8Array): Promise<Outcome<ManifestLine>> => {
    const hash = sha256.create()
    for (let at = 0; at < content.length || at === 0; at += CHUNK_BYTES) {
      if (signal?.aborted) return cancelled()
      const piece = content.subarray(at, at + CHUNK_BYTES)
      hash.update(piece)
      const done = await sink.write(path, piece)
      if (!done.ok) return done
      onProgress?.({ path, bytes: piece.length })
    }
    return ok({ path, sha256: bytesToHex(hash.digest()) })
  }
  const addPayload = async (path: string, content: Uint8Array): Promise<Outcome<null>> => {
    const line = await written(`data/${path}`, content)
    if (!line.ok) return line
    payload.push(line.value)
    payloadBytes += content.length
    return ok(null)
  }

  for (const exhibit of tree.exhibits.filter(({ keptOut }) => keptOut === null)) {
    if (signal?.aborted) return cancelled()
    const path = `data/${exhibit.path}`
    const done = await sink.exhibit(path, exhibit, { signal, onWritten: (bytes) => onProgress?.({ path, bytes }) })
    if (!done.ok) return done
    payload.push({ path, sha256: exhibit.sha256 })
    payloadBytes += exhibit.bytes
  }
  for (const picture of parts.snapshot.pictures) {
    const path = picturePath(picture)
    const bytes = parts.picture(path)
    if (bytes === null) throw new Error(`no bytes for ${path}`)
    const line = await addPayload(path, bytes)
    if (!line.ok) return line
  }
  for (const { path, stamp } of stampFiles(parts.snapshot.records.analyses[0]?.timeStamps ?? [])) {
    const line = await addPayload(path, bytesOfStamp(stamp))
    if (!line.ok) return line
  }
  for (const [path, text] of texts) {
    const line = await addPayload(path, utf8ToBytes(text))
    if (!line.ok) return line
  }
  for (const [path, bytes] of [...binaries, ...(paper === null ? [] : [['dossier.pdf', paper] as const])]) {
    const line = await addPayload(path, bytes)
    if (!line.ok) return line
  }
  const verifier = await addPayload('verify.html', parts.verifier)
  if (!verifier.ok) return verifier
  const tags: ManifestLine[] = []
  const tagTexts = [
    ['bagit.txt', BAG_DECLARATION],
    ['bag-info.txt', bagInfoText(tree, { bytes: payloadBytes, files: payload.length }, parts.snapshot)],
    ['manifest-sha256.txt', manifestText(payload)],
  ] as const
  for (const [path, text] of tagTexts) {
    const line = await written(path, utf8ToBytes(text))
    if (!line.ok) return line
    tags.push(line.value)
  }
  const last = await written('tagmanifest-sha256.txt', utf8ToBytes(manifestText(tags)))
  if (!last.ok) return last
  return ok([...payload.map((line) => line.path), ...tags.map((line) => line.path), last.value.path])
}
