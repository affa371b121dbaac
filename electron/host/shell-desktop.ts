import { join } from 'node:path'
import type { AppInfo, ChosenFile, Desktop } from '@shared/desktop/desktop'
import type { ShellDesktop } from '@shared/desktop/desktop-from'
import { type ChoosePlace, exportsTo } from '../exports/exports'
import type { ChosenFiles } from '../files/chosen-files'
import { shownPath } from '../files/shown-path'
import { type PrintPage, printerOf } from '../paper/printer'
import { type Vault, vaultIn } from '../vault/vault'

/** What the two hosts do differently. */
export type HostParts = {
  readonly vaultFolder: string
  readonly version: string
  readonly electron: string | null
  readonly files: ChosenFiles
  readonly job: Desktop['job']
  readonly choosePlace: ChoosePlace
  readonly print: PrintPage
  chooseFiles(what: 'files' | 'folder'): Promise<readonly ChosenFile[]>
  refusedRequests(): number
  copyText(text: string): void
  /** Shows a file or folder in the system's file manager. */
  reveal(path: string): void
}

/** The desktop contract as a host answers it, and what must be closed at the end. */
export type Shell = { readonly desktop: ShellDesktop; close(): Promise<void> }

/** Builds the shell's side of the contract; the same for Electron and for the browser host. */
export function shellDesktop(parts: HostParts): Shell {
  const shown = shownPath(parts.vaultFolder)
  const vault: Vault = vaultIn(parts.vaultFolder, shown, (token) => parts.files.find(token))
  const exports = exportsTo(parts.choosePlace, vault.readDocument)
  const info: AppInfo = { version: parts.version, platform: process.platform, vaultPath: shown, electron: parts.electron }
  const { close: closeVault, ...vaultCalls } = vault
  const { placeOf, close: closeExports, ...exportCalls } = exports
  return {
    desktop: {
      app: {
        info: () => Promise.resolve(info),
        refusedRequests: () => Promise.resolve(parts.refusedRequests()),
        copyText: async (text) => parts.copyText(text),
      },
      vault: { ...vaultCalls, reveal: async () => parts.reveal(join(parts.vaultFolder, 'INDEX.md')) },
      files: { choose: (what) => parts.chooseFiles(what), read: (token, offset, length) => parts.files.read(token, offset, length) },
      exports: {
        ...exportCalls,
        reveal: async (token) => {
          const place = placeOf(token)
          if (place !== null) parts.reveal(place)
        },
      },
      paper: printerOf(parts.print),
      job: parts.job,
    },
    async close() {
      await closeExports()
      await closeVault()
    },
  }
}
