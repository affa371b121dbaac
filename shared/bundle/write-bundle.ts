import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CustodyEntry } from '../custody/custody-entry'
import { type DossierSnapshot, picturePath } from '../dossier/snapshot'
import type { DocumentId } from '../documents/document'
import { bytesOfStamp, stampFiles } from '../time-stamps/added-stamp'
import { type Outcome, ok, problem, trouble } from '../errors/outcome'
import { BAG_DECLARATION, bagInfoText, manifestText, type ManifestLine } from './bag'
import { composePayload, type Payload, type PictureBytes, withPaper } from './payload'

/** Where files go. */
export type BundleSink = {
  /**
   * Appends to the file of that path; files come one after the other, each whole before the next.
   * @param whole how long the file will be, in bytes
   */
  write(path: string, bytes: Uint8Array, whole: number): Promise<Outcome<unknown>>
}

/** The largest piece handed to a sink at once, in bytes. */
export const CHUNK_BYTES = 4 * 1024 * 1024

export type BundleParts = {
  readonly snapshot: DossierSnapshot
  /** The custody log as `statedCustody` gives it. */
  readonly custody: readonly CustodyEntry[]
  /** Logs of bundles that were opened or merged here, in the order of `snapshot.keptLogs`. */
  readonly keptLogs?: readonly (readonly CustodyEntry[])[]
  readonly picture: PictureBytes
  /** The stored bytes of an exhibit, in pieces; null where there are none. */
  readonly exhibit: (id: DocumentId) => Promise<AsyncIterable<Uint8Array> | null>
  /** Prints the dossier as a PDF; null where that can't be done, and the bundle goes out without one. */
  readonly paper?: (payload: Payload) => Promise<Uint8Array | null>
  /** `verify.html`, as it is built. */
  readonly verifier: Uint8Array
}

/** A file of a bundle: its bytes, or pieces of as many. */
type Content = Uint8Array | { readonly pieces: AsyncIterable<Uint8Array>; readonly length: number }

export type BundleProgress = { readonly path: string; readonly bytes: number }

/**
 * Writes a bundle, file by file and in pieces, so that no exhibit is ever whole in memory; every exhibit is hashed on its way.
 * @returns the paths written, from the bundle's folder; trouble when an exhibit's bytes do not have the SHA-256 that names it
 */
export async function writeBundle(parts: BundleParts, sink: BundleSink, { onProgress, signal }: { readonly onProgress?: (done: BundleProgress) => void; readonly signal?: AbortSignal } = {}): Promise<Outcome<readonly string[]>> {
  const composed = composePayload(parts.snapshot, parts.custody, parts.picture, parts.keptLogs)
  const paper = (await parts.paper?.(composed)) ?? null
  const { tree, texts, binaries } = paper === null ? composed : withPaper(composed, parts.snapshot)
  const payload: ManifestLine[] = []
  let payloadBytes = 0
  const written = async (path: string, content: Content): Promise<Outcome<ManifestLine & { readonly bytes: number }>> => {
    const hash = sha256.create()
    let bytes = 0
    for await (const chunk of content instanceof Uint8Array ? [content] : content.pieces) {
      for (let at = 0; at < chunk.length || (chunk.length === 0 && at === 0); at += CHUNK_BYTES) {
        if (signal?.aborted) return trouble(problem('cancelled', 'The export was cancelled.', 'Export again when you like; nothing was left behind.'))
        const piece = chunk.subarray(at, at + CHUNK_BYTES)
        hash.update(piece)
        bytes += piece.length
        const done = await sink.write(path, piece, content.length)
        if (!done.ok) return done
        onProgress?.({ path, bytes: piece.length })
      }
    }
    return ok({ path, sha256: bytesToHex(hash.digest()), bytes })
  }
  const addPayload = async (path: string, content: Content): Promise<Outcome<ManifestLine>> => {
    const line = await written(`data/${path}`, content)
    if (line.ok) {
      payload.push(line.value)
      payloadBytes += line.value.bytes
    }
    return line
  }

  for (const exhibit of tree.exhibits.filter(({ keptOut }) => keptOut === null)) {
    const chunks = await parts.exhibit(exhibit.sha256)
    if (chunks === null) return trouble(problem('exhibit-missing', `The stored file of “${exhibit.name}” is missing.`, 'Import it again, then export.'))
    const line = await addPayload(exhibit.path, { pieces: chunks, length: exhibit.bytes })
    if (!line.ok) return line
    if (line.value.sha256 !== exhibit.sha256) return trouble(problem('exhibit-damaged', `The stored file of “${exhibit.name}” no longer has the SHA-256 that names it.`, 'Import it again from its origin, then export.'))
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
