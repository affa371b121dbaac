import { withPaper } from '../bundle/payload'
import { type DossierSnapshot, COMPOSER, keptLogPath, snapshotSchema } from '../dossier/snapshot'
import { jsonOf } from '../units/read-json'
import type { BundleFiles, Check, OpenExhibit } from './bundle-files'
import { type BundleIdentity, identityOf } from './compare-given'
import { checkBag, checkTags, type FileHashes, hashFiles } from './check-bag'
import { checkComposition, checkExhibits, checkPictures, readPictures, recompose } from './check-composition'
import { checkCustody, checkRecords, parseCustody } from './check-custody'
import { checkPaper } from './check-paper'
import { checkQuotations } from './check-quotations'
import { checkStamps } from './check-stamps'
import { checkVerifier } from './check-verifier'
import type { VerifierPage } from './verifier-seal'

export type VerificationOptions = {
  readonly onProgress?: (progress: VerificationProgress) => void
  readonly signal?: AbortSignal
  /** The verifier page of the program that checks, with which that of the bundle is compared. */
  readonly own?: VerifierPage | null
  /** Told by what the bundle can be known, as soon as it was hashed. */
  readonly onIdentity?: (identity: BundleIdentity) => void
}

export type VerificationProgress = { readonly step: 'hashing' | 'composing' | 'quotations'; readonly done: number; readonly of: number }

/**
 * Checks a bundle by itself: the bag's hashes, the custody chain, the records against it, the texts composed again from the
 * records, and every cited quotation read again from the exhibits. Trusts nothing in the bundle.
 * @returns one line a check, in a fixed order; the bundle holds when every line is ok
 */
export async function verifyBundle(
  files: BundleFiles,
  openExhibit: OpenExhibit,
  { onProgress, signal, own = null, onIdentity }: VerificationOptions = {},
): Promise<readonly Check[]> {
  const bytes = files.list.reduce((sum, file) => sum + file.bytes, 0)
  let hashed = 0
  const aborts = signal ? { signal } : {}
  const hashes = await hashFiles(files, {
    ...aborts,
    onBytes: (_, more) => onProgress?.({ step: 'hashing', done: (hashed += more), of: bytes }),
  })
  const identity = await identityOf(files, hashes)
  onIdentity?.(identity)
  const text = async (path: string): Promise<string | null> => (hashes.has(path) ? utf8Of(await files.read(path)) : null)
  const custody = await text('data/custody.jsonl')
  const vouch = await text('data/vouch.json')
  const evidence = await text('data/evidence.csv')
  const passages = files.list.some(({ path }) => path === 'data/passages.csv') ? await text('data/passages.csv') : ''
  const parsed = snapshotSchema.safeParse(jsonOf(vouch ?? ''))
  const snapshot = parsed.success ? parsed.data : null
  const stamps = await checkStamps(files, identity)
  const keptLogs = await Promise.all((snapshot?.keptLogs ?? []).map((_, at) => text(`data/${keptLogPath(at + 1)}`)))
  onProgress?.({ step: 'composing', done: 0, of: 1 })
  return [
    await whole('bag', () => checkBag(files, hashes)),
    await whole('tags', () => checkTags(files, hashes)),
    custody === null ? absent('custody', 'custody.jsonl') : checkCustody(custody, snapshot, keptLogs),
    ...(snapshot === null
      ? [absent('records', 'vouch.json')]
      : await recordChecks(snapshot, custody ?? '', keptLogs, files, hashes, openExhibit)),
    checkVerifier(await text('data/verify.html'), snapshot, own),
    ...(stamps === null ? [] : [stamps]),
    evidence === null || passages === null
      ? absent('quotations', evidence === null ? 'evidence.csv' : 'passages.csv')
      : await checkQuotations(
          new Map([['evidence.csv', evidence], ...(passages === '' ? [] : [['passages.csv', passages] as const])]),
          hashes,
          openExhibit,
          snapshot,
          { ...aborts, onQuotation: (done, of) => onProgress?.({ step: 'quotations', done, of }) },
        ),
  ]
}

const absent = (name: string, path: string): Check => ({ name, ok: false, what: `data/${path} is missing or cannot be read.` })

/** A file that is not UTF-8 is data that fails its check, not a fault of the program. */
async function whole(name: string, check: () => Promise<Check>): Promise<Check> {
  try {
    return await check()
  } catch (thrown) {
    if (thrown instanceof TypeError) return { name, ok: false, what: 'A file of the bag is not text in UTF-8.' }
    throw thrown
  }
}

function utf8Of(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown
    return null
  }
}

async function recordChecks(
  snapshot: DossierSnapshot,
  custody: string,
  keptLogs: readonly (string | null)[],
  files: BundleFiles,
  hashes: FileHashes,
  openExhibit: OpenExhibit,
): Promise<readonly Check[]> {
  const composed = recompose(
    snapshot,
    parseCustody(custody).entries,
    await readPictures(files, snapshot),
    keptLogs.map((log) => parseCustody(log ?? '').entries),
  )
  const records = checkRecords(custody, snapshot)
  if (composed === null) {
    return [
      records,
      {
        name: 'composition',
        ok: false,
        what: `The bundle was composed in form ${snapshot.composer}, this program composes form ${COMPOSER}: use the verify.html in the bundle, or the version of Vouch that made it (${snapshot.vouch}).`,
      },
    ]
  }
  const payload = hashes.has('data/dossier.pdf') ? withPaper(composed, snapshot) : composed
  return [
    records,
    checkExhibits(payload, hashes),
    checkPictures(snapshot, hashes),
    await checkComposition(payload, snapshot, files, hashes),
    ...(payload.paper ? [await checkPaper(payload, openExhibit)] : []),
  ]
}
