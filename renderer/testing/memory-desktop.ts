import type { ChosenFile, Desktop, Job } from '@shared/desktop/desktop'
import { ok, problem, trouble } from '@shared/errors/outcome'
import type { Sha256 } from '@shared/units/hashes'
import { exportsInto } from './memory-exports'
import { createSwitches, type MemorySwitches, reading, UNKNOWN_TOKEN } from './memory-switches'
import { createMemoryVault, type MemoryVault, vaultOver } from './memory-vault'

export { DISK_FULL } from './memory-switches'
export { createMemoryVault, type MemoryVault } from './memory-vault'

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

/** A complete `Desktop` in memory, for unit tests and for running the screens without a shell. */
export function createMemoryDesktop(options: { readonly vault?: MemoryVault; readonly job?: Job | null } = {}): MemoryDesktop {
  const inVault = options.vault ?? createMemoryVault()
  const switches = createSwitches()
  const offered = new Map<string, { readonly file: ChosenFile; readonly bytes: Uint8Array }>()
  const exported = new Map<string, Map<string, Uint8Array>>()
  const progress: string[] = []
  const menuListeners = new Set<(command: string) => void>()
  const state: { ended: { stdout: string; status: number } | null; flushes: number; count: number } = { ended: null, flushes: 0, count: 0 }
  const token = (): string => `token-${(state.count += 1)}`

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
    vault: vaultOver(inVault, switches, {
      token,
      offeredBytes: (id) => offered.get(id)?.bytes,
      flushed: () => {
        state.flushes += 1
      },
    }),
    files: {
      choose: async () => [...offered.values()].map(({ file }) => file),
      read: (id, offset, length) =>
        reading(switches, () => {
          const file = offered.get(id)
          return file === undefined ? trouble(UNKNOWN_TOKEN) : ok(file.bytes.slice(offset, offset + length))
        }),
    },
    exports: exportsInto(exported, inVault, switches, token),
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

const NO_PRINTER = problem('no-browser', 'No PDF could be made: there is no Chromium to print with.', 'Install one.')
