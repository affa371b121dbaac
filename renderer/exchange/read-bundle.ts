import { parseManifest } from '@shared/bundle/bag'
import type { CustodyEntry } from '@shared/custody/custody-entry'
import type { DocumentId } from '@shared/documents/document'
import { COMPOSER, type DossierSnapshot, keptLogPath, snapshotSchema } from '@shared/dossier/snapshot'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { piecesOfBlob } from '@shared/units/blob-pieces'
import type { BundleFiles, Check } from '@shared/verification/bundle-files'
import { hashFiles } from '@shared/verification/check-bag'
import { jsonOf } from '@shared/units/read-json'
import { checkCustody, checkRecords, parseCustody } from '@shared/verification/check-custody'
import { type VerificationProgress, verifyBundle } from '@shared/verification/verify-bundle'
import { bundleIn, type ChosenFiles, filesOfZip } from '../verification/chosen-bundle'
import { openExhibitFrom } from '../verification/open-exhibit'

/** A bundle that was read and checked, and not yet taken up. */
export type ReadBundle = {
  readonly name: string
  readonly snapshot: DossierSnapshot
  /** `custody.jsonl`, then the logs that the bundle kept itself; empty where `vouch.json` came alone. */
  readonly logs: readonly (readonly CustodyEntry[])[]
  readonly checks: readonly Check[]
  /** The bytes of the documents that came along, by their SHA-256, each with a name that says what kind of file it is. */
  readonly exhibits: ReadonlyMap<DocumentId, { readonly name: string; readonly blob: Blob }>
}

type Progress = (progress: VerificationProgress) => void

/** Files as they were chosen: a zip is unpacked. */
async function unpacked(chosen: ChosenFiles): Promise<Outcome<ChosenFiles>> {
  const [only, ...others] = chosen
  return only !== undefined && others.length === 0 && only[0].toLowerCase().endsWith('.zip') ? filesOfZip(only[1]) : ok(chosen)
}

/**
 * Reads what was chosen as a bundle (a folder or a zip, or `vouch.json` with whatever lies beside it) and checks it. Trusts nothing: what does
 * not hold is trouble, unless it can be said and left to the researcher.
 * Problems: `zip-broken`, `no-bundle`, `bundle-unreadable`, `bundle-newer`, `bundle-changed`.
 */
export async function readBundle(chosen: ChosenFiles, onProgress: Progress, signal: AbortSignal): Promise<Outcome<ReadBundle>> {
  const files = await unpacked(chosen)
  if (!files.ok) return files
  const bag = bundleIn(files.value)
  if (bag.ok) return readBag(bag.value, onProgress, signal)
  const loose = looseIn(files.value)
  return loose === null
    ? trouble(
        problem(
          'no-bundle',
          'There is neither a bagit.txt nor a vouch.json in what you chose, so it is not a bundle.',
          'Choose the bundle’s own folder (the one that holds bagit.txt), its zip file, or its vouch.json.',
        ),
      )
    : readLoose(loose, signal)
}

type Found = { readonly name: string; readonly files: BundleFiles; readonly blobOf: (path: string) => Blob | undefined }

async function readBag({ name, files, blobOf }: Found, onProgress: Progress, signal: AbortSignal): Promise<Outcome<ReadBundle>> {
  const checks = await verifyBundle(
    files,
    openExhibitFrom(async (path) => blobOf(path)),
    { onProgress, signal },
  )
  const parts = await partsOf(blobOf)
  if (!parts.ok) return parts
  const refused = checks.filter((check) => !check.ok && !isForeignForm(check, parts.value.snapshot) && check.name !== 'quotations')
  if (refused.length > 0)
    return trouble(
      problem(
        'bundle-changed',
        `“${name}” does not hold together, so nothing of it is taken up. ${refused.map(({ what }) => what).join(' ')}`,
        'Ask for the bundle again.',
      ),
    )
  // The manifest holds, as was just checked: no file need be hashed a second time.
  const { lines } = parseManifest(await (blobOf('manifest-sha256.txt') ?? new Blob()).text())
  return ok({ name, ...parts.value, checks, exhibits: exhibitsBy(lines, blobOf) })
}

/** A bundle of another form can't be composed again by this version; everything else about it can be checked. */
const isForeignForm = (check: Check, snapshot: DossierSnapshot): boolean => check.name === 'composition' && snapshot.composer !== COMPOSER

/** `vouch.json` alone, or with the files that lie beside it in a bundle, without the bag around them. */
async function readLoose({ name, files, blobOf }: Found, signal: AbortSignal): Promise<Outcome<ReadBundle>> {
  const parts = await partsOf(blobOf)
  if (!parts.ok) return parts
  const { snapshot, logs } = parts.value
  const text = async (path: string): Promise<string | null> => (await blobOf(path)?.text()) ?? null
  const custody = await text('data/custody.jsonl')
  const kept = await Promise.all((snapshot.keptLogs ?? []).map((_, at) => text(`data/${keptLogPath(at + 1)}`)))
  const checks = custody === null ? [] : [checkCustody(custody, snapshot, kept), checkRecords(custody, snapshot)]
  const refused = checks.filter(({ ok: holds }) => !holds)
  if (refused.length > 0)
    return trouble(
      problem(
        'bundle-changed',
        `“${name}” does not hold together, so nothing of it is taken up. ${refused.map(({ what }) => what).join(' ')}`,
        'Ask for the bundle again.',
      ),
    )
  const hashes = await hashFiles({ ...files, list: files.list.filter(({ path }) => path.startsWith('data/exhibits/')) }, { signal })
  return ok({
    name,
    snapshot,
    logs,
    checks,
    exhibits: exhibitsBy(
      [...hashes].map(([path, sha256]) => ({ path, sha256 })),
      blobOf,
    ),
  })
}

/** By content, never by name: what has the SHA-256 of a document is that document, wherever it lies among the exhibits. */
const exhibitsBy = (
  lines: readonly { readonly path: string; readonly sha256: string }[],
  blobOf: Found['blobOf'],
): ReadBundle['exhibits'] =>
  new Map(
    lines.flatMap(({ path, sha256 }) => {
      const blob = path.startsWith('data/exhibits/') ? blobOf(path) : undefined
      return blob === undefined ? [] : [[sha256 as DocumentId, { name: path.split('/').at(-1) ?? path, blob }] as const]
    }),
  )

/** The snapshot and the logs, as far as they are there. */
async function partsOf(blobOf: Found['blobOf']): Promise<Outcome<Pick<ReadBundle, 'snapshot' | 'logs'>>> {
  const parsed = snapshotSchema.safeParse(jsonOf((await blobOf('data/vouch.json')?.text()) ?? ''))
  if (!parsed.success)
    return trouble(
      problem(
        'bundle-unreadable',
        'vouch.json is missing, damaged, or holds records that this version of Vouch does not know.',
        'If a newer version of Vouch made the bundle, open it with that version; else ask for it again.',
      ),
    )
  const snapshot = parsed.data
  if (snapshot.composer > COMPOSER)
    return trouble(
      problem(
        'bundle-newer',
        `The bundle was made by a newer version of Vouch (${snapshot.vouch}).`,
        'Open it with that version, or a later one.',
      ),
    )
  const custody = blobOf('data/custody.jsonl')
  const kept = (snapshot.keptLogs ?? []).map((_, at) => blobOf(`data/${keptLogPath(at + 1)}`) ?? new Blob())
  const logs =
    custody === undefined ? [] : await Promise.all([custody, ...kept].map(async (blob) => parseCustody(await blob.text()).entries))
  return ok({ snapshot, logs })
}

/** Finds `vouch.json` and what lies beside it; in the words of a bundle, all that is its payload. */
function looseIn(files: ChosenFiles): Found | null {
  const path = [...files.keys()]
    .filter((each) => each === 'vouch.json' || each.endsWith('/vouch.json'))
    .sort((a, b) => a.length - b.length)[0]
  if (path === undefined) return null
  const folder = path.slice(0, -'vouch.json'.length)
  const inside: ReadonlyMap<string, Blob> = new Map(
    [...files].flatMap(([each, blob]) => (each.startsWith(folder) ? [[`data/${each.slice(folder.length)}`, blob] as const] : [])),
  )
  return {
    name: 'vouch.json',
    blobOf: (each) => inside.get(each),
    files: {
      list: [...inside].map(([each, { size }]) => ({ path: each, bytes: size })),
      read: async (each) => new Uint8Array(await (inside.get(each) ?? new Blob()).arrayBuffer()),
      async *stream(each) {
        yield* piecesOfBlob(inside.get(each) ?? new Blob())
      },
    },
  }
}
