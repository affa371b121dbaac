import { canonicalJson } from '../custody/canonical-json'
import type { CustodyEntry } from '../custody/custody-entry'
import { composeDossier } from '../dossier/compose-dossier'
import { dossierDocument } from '../dossier/document/dossier-document'
import type { DossierTree } from '../dossier/dossier-tree'
import { renderHtml } from '../dossier/render-html'
import { renderMarkdown } from '../dossier/render-markdown'
import { dossierTables } from '../dossier/render-tables'
import { renderWord } from '../dossier/word/render-word'
import { type DossierSnapshot, keptLogPath, orderedSnapshot } from '../dossier/snapshot'
import { REFERENCE_FILES } from '../sources/reference-formats/reference-files'
import { bytesToBase64 } from '../units/base64'
import { annotationsJsonLd } from './annotations-jsonld'
import { csvMetadataJson } from './csv-metadata'
import { roCrateJson } from './ro-crate'

/** Bytes of a picture by its path in the payload; null where there is none. */
export type PictureBytes = (path: string) => Uint8Array | null

/** A composed payload: the tree, every text file and every other composed file by its path in `data/`, and whether a PDF of the dossier lies beside them. */
export type Payload = {
  readonly tree: DossierTree
  readonly texts: ReadonlyMap<string, string>
  readonly binaries: ReadonlyMap<string, Uint8Array>
  readonly paper: boolean
}

/** `custody.jsonl`: one canonical JSON object (RFC 8785) a line. */
export const custodyJsonl = (entries: readonly CustodyEntry[]): string => entries.map((entry) => `${canonicalJson(entry)}\n`).join('')

/** `vouch.json`: the snapshot as one line of canonical JSON. */
export const snapshotJson = (snapshot: DossierSnapshot): string => `${canonicalJson(orderedSnapshot(snapshot))}\n`

/**
 * Composes every file of a payload that follows from the snapshot alone (exhibits, pictures and the verifier are bytes from
 * elsewhere). The verification composes it a second time and compares.
 * @param keptLogs logs of bundles that were opened or merged, in the order of `snapshot.keptLogs`
 */
export function composePayload(
  given: DossierSnapshot,
  custody: readonly CustodyEntry[],
  picture: PictureBytes,
  keptLogs: readonly (readonly CustodyEntry[])[] = [],
): Payload {
  const snapshot = orderedSnapshot(given)
  const tree = composeDossier(snapshot, custody)
  const document = dossierDocument(tree)
  const tables = dossierTables(tree)
  const texts = new Map<string, string>([
    ['dossier.html', renderHtml(document, { picture: (path) => pngDataUri(picture(path)), exhibitsBeside: true })],
    ['dossier.md', renderMarkdown(document, { bundled: true })],
    ...tables,
    ['csv-metadata.json', csvMetadataJson(tree, tables)],
    ...(snapshot.records.sources.length === 0
      ? []
      : REFERENCE_FILES.map(({ path, write }) => [path, write(snapshot.records.sources)] as const)),
    ['annotations.jsonld', annotationsJsonLd(tree, snapshot)],
    ['custody.jsonl', custodyJsonl(custody)],
    ...keptLogs.map((log, at) => [keptLogPath(at + 1), custodyJsonl(log)] as const),
    ['vouch.json', snapshotJson(snapshot)],
    ['ro-crate-metadata.json', roCrateJson(tree, snapshot)],
  ])
  return {
    tree,
    texts,
    binaries: new Map([['dossier.docx', renderWord(document, { picture, exhibitsBeside: true, at: tree.custody.at })]]),
    paper: false,
  }
}

/** The same payload with a PDF of the dossier beside it. */
export const withPaper = (payload: Payload, snapshot: DossierSnapshot): Payload => ({
  ...payload,
  texts: new Map([...payload.texts, ['ro-crate-metadata.json', roCrateJson(payload.tree, orderedSnapshot(snapshot), { paper: true })]]),
  paper: true,
})

/** A PNG as a data URI (RFC 2397). */
export function pngDataUri(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null
  return `data:image/png;base64,${bytesToBase64(bytes)}`
}
