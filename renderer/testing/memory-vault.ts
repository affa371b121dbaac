import { findChainBreak } from '@shared/custody/custody-entry'
import { journalChecker } from '@shared/custody/journal-check'
import { type JournalLine, journalLineSchema } from '@shared/custody/journal-line'
import type { Desktop, VaultState } from '@shared/desktop/desktop'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { type Sha256, sha256OfBytes } from '@shared/units/hashes'
import { joined } from './joined'
import { type MemorySwitches, reading, UNKNOWN_TOKEN, writing } from './memory-switches'

/** A vault in memory. It outlives the desktops that are made on it, as a folder outlives the programs that open it. */
export type MemoryVault = {
  /** The journal as text, so that tests can damage it as a disk would. */
  journal: string
  readonly documents: Map<Sha256, Uint8Array>
  readonly texts: Map<Sha256, string>
  readonly aside: Map<string, string>
}

export const createMemoryVault = (): MemoryVault => ({ journal: '', documents: new Map(), texts: new Map(), aside: new Map() })

type Beside = {
  readonly token: () => string
  /** The bytes of a file that a dialog gave. */
  readonly offeredBytes: (token: string) => Uint8Array | undefined
  /** Called when the journal was flushed. */
  readonly flushed: () => void
}

/** The vault's part of the contract, over a vault in memory. */
export function vaultOver(vault: MemoryVault, switches: MemorySwitches, { token, offeredBytes, flushed }: Beside): Desktop['vault'] {
  const incoming = new Map<string, Uint8Array[]>()
  return {
    open: () =>
      reading(switches, (): Outcome<VaultState> => {
        const { lines, damagedAtLine } = sound(vault)
        const head = lines.at(-1)?.entry
        const documents = [...vault.documents].map(([id, bytes]) => ({ id, bytes: bytes.length }))
        return ok({
          shownPath: 'memory',
          head: head === undefined ? null : { seq: head.seq, hash: head.hash },
          damagedAtLine,
          documents,
          freeBytes: null,
        })
      }),
    readJournal: (after, limit) => reading(switches, () => ok(sound(vault).lines.slice(after, after + limit))),
    async append(lines) {
      await switches.beforeAppend?.(lines)
      return writing(switches, () => {
        const { lines: before, damagedAtLine } = sound(vault)
        const all = [...before, ...lines]
        if (damagedAtLine !== null || findChainBreak(all.map((line) => line.entry)) !== null)
          return trouble(
            problem('journal-does-not-follow', 'The lines do not follow on the last line of the journal.', 'Start Vouch again.'),
          )
        vault.journal += lines.map((line) => `${JSON.stringify(line)}\n`).join('')
        flushed()
        if (switches.loseAnswers) return trouble(problem('vault-unreachable', 'The answer of the vault got lost.', 'Try again.'))
        return ok({ seq: all.at(-1)?.entry.seq ?? 0 })
      })
    },
    setJournalAside: () =>
      writing(switches, () => {
        const name = asideName(vault, 'journal')
        vault.aside.set(name, vault.journal)
        vault.journal = ''
        return ok({ name })
      }),
    keepAside: (label, text) =>
      writing(switches, () => {
        const name = asideName(vault, label)
        vault.aside.set(name, text)
        return ok({ name })
      }),
    beginDocument: () =>
      writing(switches, () => {
        const id = token()
        incoming.set(id, [])
        return ok({ token: id })
      }),
    writeDocument: (id, bytes) =>
      writing(switches, () => {
        const pieces = incoming.get(id)
        if (pieces === undefined) return trouble(UNKNOWN_TOKEN)
        pieces.push(bytes.slice())
        return ok(null)
      }),
    finishDocument: (id) =>
      writing(switches, () => {
        const pieces = incoming.get(id)
        if (pieces === undefined) return trouble(UNKNOWN_TOKEN)
        incoming.delete(id)
        return takeIn(vault, joined(pieces))
      }),
    async abandonDocument(id) {
      incoming.delete(id)
    },
    adoptDocument: (id) =>
      writing(switches, () => {
        const bytes = offeredBytes(id)
        return bytes === undefined ? trouble(UNKNOWN_TOKEN) : takeIn(vault, bytes)
      }),
    readDocument: (id, offset, length) =>
      reading(switches, () => {
        const bytes = vault.documents.get(id)
        if (bytes === undefined) return trouble(problem('no-such-document', `The vault has no document ${id}.`, 'Import it again.'))
        return ok(bytes.slice(offset, offset + length))
      }),
    writeText: (id, text) =>
      writing(switches, () => {
        vault.texts.set(id, new TextDecoder().decode(text))
        return ok(null)
      }),
    readText: (id) => reading(switches, () => ok(vault.texts.get(id) ?? null)),
    checkDocuments: () =>
      reading(switches, () => {
        const damaged = [...vault.documents].filter(([id, bytes]) => sha256OfBytes(bytes) !== id).map(([id]) => id)
        return ok({ whole: vault.documents.size - damaged.length, damaged })
      }),
    reveal: async () => undefined,
  }
}

/** The lines of the journal up to the first that can't be read or does not follow. */
function sound(vault: MemoryVault): { readonly lines: readonly JournalLine[]; readonly damagedAtLine: number | null } {
  const checker = journalChecker(null)
  const lines: JournalLine[] = []
  const texts = vault.journal.split('\n')
  // What stands after the last line break is a torn line; it is cut off.
  const torn = texts.pop() ?? ''
  vault.journal = vault.journal.slice(0, vault.journal.length - torn.length)
  for (const text of texts) {
    const line = parseLine(text)
    if (line === null || checker.take(line) !== null) return { lines, damagedAtLine: lines.length + 1 }
    lines.push(line)
  }
  return { lines, damagedAtLine: null }
}

function takeIn(vault: MemoryVault, bytes: Uint8Array): Outcome<{ sha256: Sha256; bytes: number; already: boolean }> {
  const sha256 = sha256OfBytes(bytes)
  const kept = vault.documents.get(sha256)
  const already = kept !== undefined && sha256OfBytes(kept) === sha256
  if (!already) vault.documents.set(sha256, bytes)
  return ok({ sha256, bytes: bytes.length, already })
}

const asideName = (vault: MemoryVault, label: string): string => `aside/${label.replaceAll(' ', '-')}-${vault.aside.size + 1}.jsonl`

function parseLine(text: string): JournalLine | null {
  try {
    const parsed = journalLineSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}
