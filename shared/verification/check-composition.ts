import { bagInfoText, manifestText } from '../bundle/bag'
import { composePayload, type Payload, type PictureBytes, snapshotJson } from '../bundle/payload'
import type { CustodyEntry } from '../custody/custody-entry'
import { COMPOSER, type DossierSnapshot, picturePath } from '../dossier/snapshot'
import { NOT_IN_BUNDLE } from '../dossier/words'
import { bytesOfStamp, stampFiles } from '../time-stamps/added-stamp'
import { sha256OfBytes, sha256OfText } from '../units/hashes'
import { type BundleFiles, type Check, someOf } from './bundle-files'
import type { FileHashes } from './check-bag'

/** Exhibits: each that the records cite lies there with the SHA-256 that names it, and nothing else lies in their folder. */
export function checkExhibits({ tree }: Payload, hashes: FileHashes): Check {
  const bundled = tree.exhibits.filter(({ keptOut }) => keptOut === null)
  const keptOut = tree.exhibits.filter((exhibit) => exhibit.keptOut !== null).map(({ number }) => number)
  const wrong = bundled.filter((exhibit) => hashes.get(`data/${exhibit.path}`) !== exhibit.sha256).map((exhibit) => exhibit.number)
  const expected = new Set(bundled.map((exhibit) => `data/${exhibit.path}`))
  const extra = [...hashes.keys()].filter((path) => path.startsWith('data/exhibits/') && !expected.has(path))
  if (wrong.length > 0) return { name: 'exhibits', ok: false, what: `Missing or changed: ${someOf(wrong)}.` }
  if (extra.length > 0) return { name: 'exhibits', ok: false, what: `Files that are no exhibit of this dossier: ${someOf(extra)}.` }
  return {
    name: 'exhibits',
    ok: true,
    what: `${bundled.length} exhibits have the SHA-256 by which the dossier names them.${keptOut.length === 0 ? '' : ` ${NOT_IN_BUNDLE.replace(/^n/, 'N')}: ${someOf(keptOut)}.`}`,
  }
}

/** Pictures: each lies there as the snapshot states it. */
export function checkPictures(snapshot: DossierSnapshot, hashes: FileHashes): Check {
  const wrong = snapshot.pictures.filter((picture) => hashes.get(`data/${picturePath(picture)}`) !== picture.sha256).map(picturePath)
  const expected = new Set(snapshot.pictures.map((picture) => `data/${picturePath(picture)}`))
  const extra = [...hashes.keys()].filter((path) => path.startsWith('data/pictures/') && !expected.has(path))
  if (wrong.length > 0) return { name: 'pictures', ok: false, what: `Missing or changed: ${someOf(wrong)}.` }
  if (extra.length > 0) return { name: 'pictures', ok: false, what: `Files that are no picture of this dossier: ${someOf(extra)}.` }
  return { name: 'pictures', ok: true, what: `${snapshot.pictures.length} pictures are those that vouch.json states.` }
}

/** Reads the pictures that a composition needs, by path. */
export async function readPictures(files: BundleFiles, snapshot: DossierSnapshot): Promise<PictureBytes> {
  const there = new Set(files.list.map(({ path }) => path))
  const bytes = new Map<string, Uint8Array>()
  for (const picture of snapshot.pictures) {
    const path = picturePath(picture)
    if (there.has(`data/${path}`)) bytes.set(path, await files.read(`data/${path}`))
  }
  return (path) => bytes.get(path) ?? null
}

/** Composes every text of the bundle again from the records; null when this program composes another form. */
export const recompose = (
  snapshot: DossierSnapshot,
  custody: readonly CustodyEntry[],
  pictures: PictureBytes,
  keptLogs: readonly (readonly CustodyEntry[])[],
): Payload | null =>
  snapshot.composer === COMPOSER && snapshot.records.analyses.length > 0 ? composePayload(snapshot, custody, pictures, keptLogs) : null

/** The dossier, the tables and the other texts are those that the records give, byte for byte, and the payload holds no other file. */
export async function checkComposition(
  payload: Payload,
  snapshot: DossierSnapshot,
  files: BundleFiles,
  hashes: FileHashes,
): Promise<Check> {
  const wrong = [...payload.texts]
    .filter(([path, text]) => hashes.get(`data/${path}`) !== sha256OfText(path === 'vouch.json' ? snapshotJson(snapshot) : text))
    .map(([path]) => path)
  const stamps = stampFiles(snapshot.records.analyses[0]?.timeStamps ?? [])
  wrong.push(
    ...stamps.filter(({ path, stamp }) => hashes.get(`data/${path}`) !== sha256OfBytes(bytesOfStamp(stamp))).map(({ path }) => path),
  )
  wrong.push(...[...payload.binaries].filter(([path, bytes]) => hashes.get(`data/${path}`) !== sha256OfBytes(bytes)).map(([path]) => path))
  const expected = new Set(
    [
      ...payload.texts.keys(),
      ...payload.binaries.keys(),
      ...(payload.paper ? ['dossier.pdf'] : []),
      ...stamps.map(({ path }) => path),
      'verify.html',
      ...payload.tree.exhibits.flatMap((exhibit) => (exhibit.keptOut === null ? [exhibit.path] : [])),
      ...snapshot.pictures.map(picturePath),
    ].map((path) => `data/${path}`),
  )
  const inData = files.list.filter(({ path }) => path.startsWith('data/'))
  const extra = inData.filter(({ path }) => !expected.has(path)).map(({ path }) => path)
  const missing = [...expected].filter((path) => !hashes.has(path))
  const info = bagInfoText(payload.tree, { bytes: inData.reduce((sum, { bytes }) => sum + bytes, 0), files: inData.length }, snapshot)
  const manifest = manifestText([...hashes].filter(([path]) => path.startsWith('data/')).map(([path, sha256]) => ({ path, sha256 })))
  const tags = [
    ['bag-info.txt', info],
    ['manifest-sha256.txt', manifest],
  ] as const
  const all = [...wrong, ...tags.filter(([path, text]) => hashes.get(path) !== sha256OfText(text)).map(([path]) => path)]
  if (all.length > 0)
    return { name: 'composition', ok: false, what: `Not what the records in vouch.json give when composed again: ${someOf(all, 5)}.` }
  if (extra.length + missing.length > 0)
    return {
      name: 'composition',
      ok: false,
      what: `The bundle does not hold the files of a dossier: ${[...(missing.length > 0 ? [`missing ${someOf(missing)}`] : []), ...(extra.length > 0 ? [`added ${someOf(extra)}`] : [])].join('; ')}.`,
    }
  return {
    name: 'composition',
    ok: true,
    what: `The dossier, the tables and the other texts (${payload.texts.size + payload.binaries.size} files) are byte for byte what the records give when composed again.`,
  }
}
