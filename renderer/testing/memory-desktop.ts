import { findChainBreak } from '@shared/custody/custody-entry'
import { journalChecker } from '@shared/custody/journal-check'
import { type JournalLine, journalLineSchema } from '@shared/custody/journal-line'
import type { ChosenFile, Desktop, Job, VaultState } from '@shared/desktop/desktop'
import { type Outcome, ok, type Problem, problem, trouble } from '@shared/errors/outcome'
import { type Sha256, sha256OfBytes } from '@shared/units/hashes'

/** A vault in memory. It outlives the desktops that are made on it, as a folder outlives the programs that open it. */
export type MemoryVault = {
  /** The journal as text, so that tests can damage it as a disk would. */
  journal: string
  readonly documents: Map<Sha256, Uint8Array>
  readonly texts: Map<Sha256, string>
  readonly aside: Map<string, string>
}

export const createMemoryVault = (): MemoryVault => ({ journal: '', documents: new Map(), texts: new Map(), aside: new Map() })

/** Ways in which the machine fails. */
export type MemorySwitches = {
  /** All writes to the vault are refused with this problem. */
  refuseWrites: Problem | null
  /** The vault can't be opened or read at all. */
  refuseReads: Problem | null
  /** Appends are written, but their answer gets lost. */
  loseAnswers: boolean
  /** Prints pages; null on a machine that has nothing to print with. */
  printer: ((html: string) => Uint8Array) | null
  /** Called before each append is carried out; what it throws, the caller sees. */
  beforeAppend: ((lines: readonly JournalLine[]) => void | Promise<void>) | null
}

/** A desktop in memory, with handles for tests beside the contract. */
export type MemoryDesktop = Desktop & {
  readonly inVault: MemoryVault
  readonly switches: MemorySwitches
  /** Files that the next choice in a dialog, or a token, stands for. */
  offer(name: string, bytes: Uint8Array): ChosenFile
  /** Finished exports: by shown path, their files. */
  readonly exported: Map<string, Map<string, Uint8Array>>
  /** How often the journal was flushed. */
  flushes(): number
  readonly progress: string[]
  readonly ended: { stdout: string; status: number } | null
  /** Changes one byte of a document in the vault. */
  damageDocument(id: Sha256): void
  /** Cuts the last line of the journal short, as a crash in the middle of writing does. */
  tearLastLine(): void
  /** Chooses a command of the native menu. */
  choose(command: string): void
}

/** Full disk, in the words of the shell. */
export const DISK_FULL = problem(
  'vault-disk-full',
  'The disk is full, so the vault could not be written.',
  'Free some space, then try again.',
)

/** A complete `Desktop` in memory, for unit tests and for running the screens without a shell. */
export function createMemoryDesktop(options: { readonly vault?: MemoryVault; readonly job?: Job | null } = {}): MemoryDesktop {
  const inVault = options.vault ?? createMemoryVault()
  const switches: MemorySwitches = { refuseWrites: null, refuseReads: null, loseAnswers: false, printer: null, beforeAppend: null }
  const offered = new Map<string, { readonly file: ChosenFile; readonly bytes: Uint8Array }>()
  const incoming = new Map<string, Uint8Array[]>()
  const exporting = new Map<string, { readonly name: string; readonly files: Map<string, Uint8Array> }>()
  const exported = new Map<string, Map<string, Uint8Array>>()
  const progress: string[] = []
  const menuListeners = new Set<(command: string) => void>()
  const state: { ended: { stdout: string; status: number } | null; flushes: number; count: number } = { ended: null, flushes: 0, count: 0 }
  const token = (): string => `token-${(state.count += 1)}`

  const sound = (): { readonly lines: readonly JournalLine[]; readonly damagedAtLine: number | null } => {
    const checker = journalChecker(null)
    const lines: JournalLine[] = []
    const texts = inVault.journal.split('\n')
    // What stands after the last line break is a torn line; it is cut off.
    const torn = texts.pop() ?? ''
    inVault.journal = inVault.journal.slice(0, inVault.journal.length - torn.length)
    for (const text of texts) {
      const line = parseLine(text)
      if (line === null || checker.take(line) !== null) return { lines, damagedAtLine: lines.length + 1 }
      lines.push(line)
    }
    return { lines, damagedAtLine: null }
  }
  const writing = async <Value>(write: () => Outcome<Value>): Promise<Outcome<Value>> =>
    switches.refuseWrites === null ? write() : trouble(switches.refuseWrites)
  const reading = async <Value>(read: () => Outcome<Value>): Promise<Outcome<Value>> =>
    switches.refuseReads === null ? read() : trouble(switches.refuseReads)
  const takeIn = (bytes: Uint8Array): Outcome<{ sha256: Sha256; bytes: number; already: boolean }> => {
    const sha256 = sha256OfBytes(bytes)
    const kept = inVault.documents.get(sha256)
    const already = kept !== undefined && sha256OfBytes(kept) === sha256
    if (!already) inVault.documents.set(sha256, bytes)
    return ok({ sha256, bytes: bytes.length, already })
  }
  const asideName = (label: string): string => `aside/${label.replaceAll(' ', '-')}-${inVault.aside.size + 1}.jsonl`

  return {
    host: 'browser',
    inVault,
    switches,
    exported,
    progress,
    flushes: () => state.flushes,
    get ended() {
      return state.ended
    },
    offer(name, bytes) {
      const file = { token: token(), name, bytes: bytes.length }
      offered.set(file.token, { file, bytes })
      return file
    },
    damageDocument(id) {
      const bytes = inVault.documents.get(id)
      if (bytes === undefined) throw new Error(`the vault has no document ${id}`)
      const damaged = bytes.slice()
      damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 1
      inVault.documents.set(id, damaged)
    },
    tearLastLine() {
      inVault.journal = inVault.journal.slice(0, -Math.max(2, Math.floor((inVault.journal.trimEnd().split('\n').at(-1)?.length ?? 0) / 2)))
    },
    choose(command) {
      for (const listener of menuListeners) listener(command)
    },
    app: {
      info: async () => ({ version: '0.0.0', platform: 'memory', vaultPath: 'memory', electron: null }),
      refusedRequests: async () => 0,
      onMenu(show) {
        menuListeners.add(show)
        return () => void menuListeners.delete(show)
      },
      onFiles: () => () => undefined,
      onLinks: () => () => undefined,
      copyText: async () => undefined,
    },
    vault: {
      open: () =>
        reading((): Outcome<VaultState> => {
          const { lines, damagedAtLine } = sound()
          const head = lines.at(-1)?.entry
          const documents = [...inVault.documents].map(([id, bytes]) => ({ id, bytes: bytes.length }))
          return ok({
            shownPath: 'memory',
            head: head === undefined ? null : { seq: head.seq, hash: head.hash },
            damagedAtLine,
            documents,
            freeBytes: null,
          })
        }),
      readJournal: (after, limit) => reading(() => ok(sound().lines.slice(after, after + limit))),
      async append(lines) {
        await switches.beforeAppend?.(lines)
        return writing(() => {
          const { lines: before, damagedAtLine } = sound()
          const all = [...before, ...lines]
          if (damagedAtLine !== null || findChainBreak(all.map((line) => line.entry)) !== null)
            return trouble(
              problem('journal-does-not-follow', 'The lines do not follow on the last line of the journal.', 'Start Vouch again.'),
            )
          inVault.journal += lines.map((line) => `${JSON.stringify(line)}\n`).join('')
          state.flushes += 1
          if (switches.loseAnswers) return trouble(problem('vault-unreachable', 'The answer of the vault got lost.', 'Try again.'))
          return ok({ seq: all.at(-1)?.entry.seq ?? 0 })
        })
      },
      setJournalAside: () =>
        writing(() => {
          const name = asideName('journal')
          inVault.aside.set(name, inVault.journal)
          inVault.journal = ''
          return ok({ name })
        }),
      keepAside: (label, text) =>
        writing(() => {
          const name = asideName(label)
          inVault.aside.set(name, text)
          return ok({ name })
        }),
      beginDocument: () =>
        writing(() => {
          const id = token()
          incoming.set(id, [])
          return ok({ token: id })
        }),
      writeDocument: (id, bytes) =>
        writing(() => {
          const pieces = incoming.get(id)
          if (pieces === undefined) return trouble(UNKNOWN_TOKEN)
          pieces.push(bytes.slice())
          return ok(null)
        }),
      finishDocument: (id) =>
        writing(() => {
          const pieces = incoming.get(id)
          if (pieces === undefined) return trouble(UNKNOWN_TOKEN)
          incoming.delete(id)
          return takeIn(joined(pieces))
        }),
      async abandonDocument(id) {
        incoming.delete(id)
      },
      adoptDocument: (id) =>
        writing(() => {
          const file = offered.get(id)
          return file === undefined ? trouble(UNKNOWN_TOKEN) : takeIn(file.bytes)
        }),
      readDocument: (id, offset, length) =>
        reading(() => {
          const bytes = inVault.documents.get(id)
          if (bytes === undefined) return trouble(problem('no-such-document', `The vault has no document ${id}.`, 'Import it again.'))
          return ok(bytes.slice(offset, offset + length))
        }),
      writeText: (id, text) =>
        writing(() => {
          inVault.texts.set(id, new TextDecoder().decode(text))
          return ok(null)
        }),
      readText: (id) => reading(() => ok(inVault.texts.get(id) ?? null)),
      checkDocuments: () =>
        reading(() => {
          const damaged = [...inVault.documents].filter(([id, bytes]) => sha256OfBytes(bytes) !== id).map(([id]) => id)
          return ok({ whole: inVault.documents.size - damaged.length, damaged })
        }),
      reveal: async () => undefined,
    },
    files: {
      choose: async () => [...offered.values()].map(({ file }) => file),
      read: (id, offset, length) =>
        reading(() => {
          const file = offered.get(id)
          return file === undefined ? trouble(UNKNOWN_TOKEN) : ok(file.bytes.slice(offset, offset + length))
        }),
    },
    exports: {
      async begin(name) {
        const id = token()
        exporting.set(id, { name, files: new Map() })
        return ok({ token: id, shownPath: name })
      },
      write: (id, path, bytes) =>
        writing(() => {
          const files = exporting.get(id)?.files
          if (files === undefined) return trouble(UNKNOWN_TOKEN)
          files.set(path, joined([files.get(path) ?? new Uint8Array(), bytes]))
          return ok(null)
        }),
      writeDocument: (id, path, sha256, offset) =>
        writing(() => {
          const files = exporting.get(id)?.files
          const bytes = inVault.documents.get(sha256)
          if (files === undefined) return trouble(UNKNOWN_TOKEN)
          if (bytes === undefined || sha256OfBytes(bytes) !== sha256) return trouble(EXHIBIT_DAMAGED)
          const piece = bytes.slice(offset, offset + EXPORT_PIECE)
          files.set(path, joined([files.get(path) ?? new Uint8Array(), piece]))
          return ok({ bytes: piece.length, of: bytes.length })
        }),
      finish: (id) =>
        writing(() => {
          const one = exporting.get(id)
          if (one === undefined) return trouble(UNKNOWN_TOKEN)
          exporting.delete(id)
          exported.set(one.name, one.files)
          return ok({ shownPath: one.name })
        }),
      async abandon(id) {
        exporting.delete(id)
      },
      reveal: async () => undefined,
    },
    paper: {
      async print(_token, html) {
        return switches.printer === null ? trouble(NO_PRINTER) : ok(switches.printer(new TextDecoder().decode(html)))
      },
      cancel: async () => undefined,
    },
    job: {
      get: async () => options.job ?? null,
      async progress(line) {
        progress.push(line)
      },
      async done(stdout, status) {
        state.ended = { stdout, status }
      },
    },
  }
}

/** Small, so that documents of tests are written in several pieces. */
const EXPORT_PIECE = 1000
const NO_PRINTER = problem('no-browser', 'No PDF could be made: there is no Chromium to print with.', 'Install one.')
const EXHIBIT_DAMAGED = problem('exhibit-damaged', 'The vault has no whole copy.', 'Import it again.')
const UNKNOWN_TOKEN = problem('unknown-token', 'This token was not given out.', 'Choose the file again.')

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let place = 0
  for (const piece of pieces) {
    all.set(piece, place)
    place += piece.length
  }
  return all
}

function parseLine(text: string): JournalLine | null {
  try {
    const parsed = journalLineSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}
