import type { BrowserWindow as Window, MenuItemConstructorOptions, Privileges } from 'electron'
import type { Page } from 'playwright-core'

export declare const record: {
  readonly windows: readonly Electron.BrowserWindowConstructorOptions[]
  readonly privileged: readonly { readonly scheme: string; readonly privileges: Privileges }[]
  readonly blocked: readonly string[]
  readonly denied: readonly string[]
  readonly prevented: readonly string[]
  readonly external: readonly string[]
  readonly dialogs: readonly { readonly kind: string; readonly options: object }[]
  readonly copied: readonly string[]
  readonly switches: readonly string[]
  readonly linkSchemes: readonly string[]
  readonly permissions: Readonly<Record<string, boolean>>
  readonly menu: { find(matches: (item: MenuItemConstructorOptions) => boolean): MenuItemConstructorOptions | undefined } | null
  readonly errors: string[]
  readonly sandboxed?: boolean
}
export declare const answers: {
  readonly open: { canceled: boolean; filePaths: readonly string[] }[]
  readonly save: { canceled: boolean; filePath: string }[]
  readonly message: { response: number }[]
}
export declare function configure(changes: {
  readonly userData?: string
  readonly appPath?: string
  readonly executablePath?: string
}): void
export declare function clickMenu(id: string): void
export declare const schemes: ReadonlyMap<string, (request: Request) => Promise<Response>>
type Details = { readonly url: string }
export declare const sessionHandlers: {
  readonly request: (details: Details, answer: (verdict: { readonly cancel?: boolean }) => void) => void
  readonly permissionRequest: (
    contents: object,
    permission: string,
    answer: (allowed: boolean) => void,
    details: { readonly requestingUrl: string },
  ) => void
  readonly permissionCheck: (contents: object, permission: string, origin: string) => boolean
  readonly device: () => boolean
}
export declare const ipcMain: { readonly handlers: ReadonlyMap<string, (event: object, ...args: readonly unknown[]) => unknown> }
type Contents = {
  windowOpenHandler(details: Details): { readonly action: string }
  emit(name: string, event: object, ...args: readonly unknown[]): boolean
}
export declare const BrowserWindow: {
  getAllWindows(): readonly (Omit<Window, 'webContents'> & {
    readonly page: Page | null
    readonly webContents: Contents
    readonly visible: boolean
  })[]
}
export declare const app: {
  whenReady(): Promise<void>
  quit(): Promise<void>
  emit(name: string, ...args: readonly unknown[]): boolean
  once(name: string, listener: () => void): void
}
