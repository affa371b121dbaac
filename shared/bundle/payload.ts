import { canonicalJson } from '../custody/canonical-json'
import type { CustodyEntry } from '../custody/custody-entry'
import { composeDossier } from '../dossier/compose-dossier'
import type { DossierTree } from '../dossier/dossier-tree'
import { renderHtml } from '../dossier/render-html'
import { renderMarkdown } from '../dossier/render-markdown'
import { channelsCsv, claimsCsv, evidenceCsv, moneyAndTimeTables, parityCsv, searchesCsv, sourcesCsv } from '../dossier/render-tables'
import { type DossierSnapshot, keptLogPath, orderedSnapshot } from '../dossier/snapshot'
import { cslJsonOf } from '../sources/exchange/csl'
import { annotationsJsonLd } from './annotations-jsonld'
import { roCrateJson } from './ro-crate'

/** Bytes of a picture by its path in the payload; null where there is none. */
export type PictureBytes = (path: string) => Uint8Array | null

/** A composed payload: the tree, and every text file by its path in `data/`. */
export type Payload = { readonly tree: DossierTree; readonly texts: ReadonlyMap<string, string> }

/** `custody.jsonl`: one canonical JSON object (RFC 8785) a line. */
export const custodyJsonl = (entries: readonly CustodyEntry[]): string => entries.map((entry) => `${canonicalJson(entry)}\n`).join('')

/** `vouch.json`: the snapshot as one line of canonical JSON. */
export const snapshotJson = (snapshot: DossierSnapshot): string => `${canonicalJson(orderedSnapshot(snapshot))}\n`

/**
 * Composes every file of a payload that follows from the snapshot alone (exhibits, pictures and the verifier are bytes from
 * elsewhere). The verification composes it a second time and compares.
 * @param keptLogs logs of bundles that were opened or merged, in the order of `snapshot.keptLogs`
 */
export function composePayload(given: DossierSnapshot, custody: readonly CustodyEntry[], picture: PictureBytes, keptLogs: readonly (readonly CustodyEntry[])[] = []): Payload {
  const snapshot = orderedSnapshot(given)
  const tree = composeDossier(snapshot)
  const texts = new Map<string, string>([
    ['dossier.html', renderHtml(tree, { picture: (path) => pngDataUri(picture(path)), exhibitsBeside: true })],
    ['dossier.md', renderMarkdown(tree, { bundled: true })],
    ['claims.csv', claimsCsv(tree)],
    ['evidence.csv', evidenceCsv(tree)],
    ['sources.csv', sourcesCsv(tree)],
    ...present('parity.csv', parityCsv(tree)),
    ...moneyAndTimeTables(tree),
    ...present('searches.csv', searchesCsv(tree)),
    ...present('channels.csv', channelsCsv(tree)),
    ...present('sources.csl.json', snapshot.records.sources.length === 0 ? null : cslJsonOf(snapshot.records.sources)),
    ['annotations.jsonld', annotationsJsonLd(tree, snapshot)],
    ['custody.jsonl', custodyJsonl(custody)],
    ...keptLogs.map((log, at) => [keptLogPath(at + 1), custodyJsonl(log)] as const),
    ['vouch.json', snapshotJson(snapshot)],
    ['ro-crate-metadata.json', roCrateJson(tree)],
  ])
  return { tree, texts }
}

/** A text that is part of a payload only where there is something to say. */
const present = (path: string, text: string | null): readonly (readonly [string, string])[] => (text === null ? [] : [[path, text]])

/** A PNG as a data URI (RFC 2397). */
export function pngDataUri(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return `data:image/png;base64,${btoa(binary)}`
}
