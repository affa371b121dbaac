import type { Desktop, VaultState } from '@shared/desktop/desktop'
import type { Document } from '@shared/documents/document'
import type { ExtractedPage } from '@shared/documents/page'
import { type Outcome, ok, type Problem, problem } from '@shared/errors/outcome'
import { textFileOf } from '@shared/storage/text-file'
import { sha256OfText, sha256Schema, type Sha256 } from '@shared/units/hashes'
import type { Database } from './database'
import { blobFromVault, blobToVault, digestOfBlob, neverCame } from './document-bytes'
import { pagesInVault, putPages, type ReadAgain, textIsInDatabase, textIsInVault, textToVault } from './document-texts'

type Parts = {
  readonly db: Database
  readonly vault: Desktop['vault']
  readonly readAgain: ReadAgain
  /** Records that a document's text was read again and differs from the text before. */
  readonly recordNewText: (document: Document, textSha256: Sha256, extractor: Document['extractor']) => Promise<Outcome<unknown>>
  readonly progress: (words: string) => void
}

const NOTHING_TO_DO = 'Nothing was lost; you need do nothing.'
const IMPORT_AGAIN = 'Import the file again from where you had it; its marks are kept.'

/**
 * Compares the copies of every document (bytes and text) and restores each from the other. Never replaces a copy by one
 * whose SHA-256 is wrong.
 * @param damaged documents of the vault whose bytes were found to be wrong
 * @param thorough reads all bytes and texts of the database and all texts of the vault, not only their presence and length
 * @returns what was done, in words; what could not be mended is among it
 */
export async function mendDocuments(
  parts: Parts,
  inVault: VaultState['documents'],
  damaged: readonly Sha256[],
  thorough: boolean,
): Promise<readonly Problem[]> {
  const { db, vault } = parts
  const lengths = new Map<string, number>(inVault.map(({ id, bytes }) => [id, bytes]))
  const found = emptyFindings()
  const documents = await db.all('documents')
  for (const [place, document] of documents.entries()) {
    if (thorough) parts.progress(`Checking document ${place + 1} of ${documents.length}: ${document.name}`)
    const length = lengths.get(document.id)
    const inVaultWhole = length === document.bytes && !damaged.includes(document.id)
    const bytes = await mendBytes(parts, document, length === undefined ? 'missing' : inVaultWhole ? 'whole' : 'damaged', thorough, found)
    if (document.textSha256 === null) continue
    await mendText(parts, document, bytes, thorough, found)
    if ((length === undefined || thorough) && !(await textIsInVault(vault, document)) && (await textToVault(db, vault, document)))
      found.vaultTexts.push(quoted(document.name))
  }
  await keepUnlisted(parts, new Set(documents.map((document) => document.id)), lengths, found)
  return wordsOf(found)
}

/** Bytes whose record was taken back (an undone import) stay in both copies too, so that redo finds them. */
async function keepUnlisted(
  { db, vault }: Parts,
  listed: ReadonlySet<string>,
  inVault: ReadonlyMap<string, number>,
  found: Findings,
): Promise<void> {
  for (const id of await db.files.toCollection().primaryKeys()) {
    if (listed.has(id) || inVault.has(id)) continue
    const blob = (await db.files.get(id))?.blob
    if (blob === undefined || (await digestOfBlob(blob)) !== id) continue
    const name = `a removed document (${id.slice(0, 12)}…)`
    const written = await blobToVault(vault, sha256Schema.parse(id), name, blob)
    if (written.ok) found.vaultMissing.push(name)
    else found.trouble.push(written.problem)
  }
}

/** Brings both copies of a document's bytes to the same; gives the database's Blob, or null where there is no sound copy. */
async function mendBytes(
  { db, vault, progress }: Parts,
  document: Document,
  inVault: 'whole' | 'missing' | 'damaged',
  thorough: boolean,
  found: Findings,
): Promise<Blob | null> {
  const { id, name } = document
  const stored = (await db.files.get(id))?.blob ?? null
  const fits = stored !== null && stored.size === document.bytes
  const checkDigest = thorough || inVault !== 'whole'
  const sound = fits && (!checkDigest || (await digestOfBlob(stored)) === id) ? stored : null
  if (sound !== null && inVault === 'whole') return sound
  if (sound !== null) {
    const written = await blobToVault(vault, id, name, sound)
    if (!written.ok) found.trouble.push(written.problem)
    else (inVault === 'missing' ? found.vaultMissing : found.vaultDamaged).push(quoted(name))
    return sound
  }
  // A copy in the vault of the wrong length can't be right; any other is read, and believed by its SHA-256.
  if (inVault === 'whole') {
    progress(`Restoring ${name}`)
    const restored = await blobFromVault(vault, id, name)
    if (restored.ok) {
      await db.files.put({ id, blob: restored.value })
      ;(stored === null ? found.databaseMissing : found.databaseDamaged).push(quoted(name))
      return restored.value
    }
  }
  if (stored !== null || inVault !== 'missing' || !(await neverCame(db, id))) found.lost.push(quoted(name))
  return null
}

async function mendText(parts: Parts, document: Document, blob: Blob | null, thorough: boolean, found: Findings): Promise<void> {
  const { db, vault } = parts
  if (await textIsInDatabase(db, document, thorough)) return
  const kept = await pagesInVault(vault, document)
  if (kept !== null) {
    await putPages(db, document.id, kept)
    found.texts.push(quoted(document.name))
    return
  }
  if (blob === null) return
  parts.progress(`Reading the text of ${document.name} again`)
  const read = await parts.readAgain(document, blob)
  if (!read.ok) {
    found.trouble.push(read.problem)
    return
  }
  await keepNewText(parts, document, read.value, found)
}

async function keepNewText(
  { db, vault, recordNewText }: Parts,
  document: Document,
  read: { readonly pages: readonly ExtractedPage[]; readonly extractor: Document['extractor'] },
  found: Findings,
): Promise<void> {
  const text = textFileOf(read.pages)
  const digest = sha256OfText(text)
  await putPages(db, document.id, read.pages)
  const written = await vault.writeText(document.id, new TextEncoder().encode(text))
  if (!written.ok) found.trouble.push(written.problem)
  if (digest === document.textSha256) {
    found.readAgain.push(quoted(document.name))
    return
  }
  const recorded = await recordNewText(document, digest, read.extractor)
  if (recorded.ok) found.readDifferently.push(quoted(document.name))
  else found.trouble.push(recorded.problem)
}

const quoted = (name: string): string => `“${name}”`

/** Names of documents as sentences have them, by what was found of them. */
type Findings = ReturnType<typeof emptyFindings>
function emptyFindings() {
  const names = (): string[] => []
  return {
    databaseMissing: names(),
    databaseDamaged: names(),
    vaultMissing: names(),
    vaultDamaged: names(),
    vaultTexts: names(),
    texts: names(),
    readAgain: names(),
    readDifferently: names(),
    lost: names(),
    trouble: [] as Problem[],
  }
}

function wordsOf(found: Findings): readonly Problem[] {
  const words: Problem[] = []
  const tell = (kind: string, names: readonly string[], what: (named: string) => string, remedy: string): void => {
    if (names.length > 0) words.push(problem(kind, what(named(names)), remedy))
  }
  tell(
    'database-file-missing',
    found.databaseMissing,
    (of) => `The database had lost the file of ${of}; it was restored from the vault.`,
    NOTHING_TO_DO,
  )
  tell(
    'database-file-damaged',
    found.databaseDamaged,
    (of) => `The database's copy of ${of} was damaged; it was replaced from the vault.`,
    NOTHING_TO_DO,
  )
  tell(
    'vault-document-missing',
    found.vaultMissing,
    (of) => `The vault lacked ${of}; it was written again from the database.`,
    NOTHING_TO_DO,
  )
  tell(
    'vault-document-damaged',
    found.vaultDamaged,
    (of) => `The vault's copy of ${of} was damaged; it was replaced from the database.`,
    NOTHING_TO_DO,
  )
  tell(
    'database-text-missing',
    found.texts,
    (of) => `The database had lost the text of ${of}; it was restored from the vault.`,
    NOTHING_TO_DO,
  )
  tell(
    'vault-text-missing',
    found.vaultTexts,
    (of) => `The vault's text of ${of} was missing or damaged; it was written again from the database.`,
    NOTHING_TO_DO,
  )
  tell(
    'text-read-again',
    found.readAgain,
    (of) => `The text of ${of} was in neither copy; it was read from the document again, and is the same.`,
    NOTHING_TO_DO,
  )
  tell(
    'text-read-differently',
    found.readDifferently,
    (of) => `The text of ${of} was in neither copy; it was read from the document again, and differs from the text before.`,
    'Look through its marks: each is checked against the new text.',
  )
  tell('document-lost', found.lost, (of) => `The file of ${of} is sound in neither copy.`, IMPORT_AGAIN)
  return [...words, ...found.trouble]
}

/** Names of documents for a sentence: at most three in full. */
function named(names: readonly string[]): string {
  const shown = names.slice(0, 3)
  const rest = names.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '')
}

/** Reads every document of both copies and mends what differs. */
export async function checkDocuments(parts: Parts): Promise<Outcome<{ readonly documents: number; readonly repairs: readonly Problem[] }>> {
  const state = await parts.vault.open()
  if (!state.ok) return state
  parts.progress('Reading the vault')
  const checked = await parts.vault.checkDocuments()
  if (!checked.ok) return checked
  const repairs = await mendDocuments(parts, state.value.documents, checked.value.damaged, true)
  return ok({ documents: await parts.db.rows('documents').count(), repairs })
}
