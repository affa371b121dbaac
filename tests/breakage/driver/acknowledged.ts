/** Something that the workbench said is saved: a custody entry, and what it was about. */
export type Acknowledged = { readonly seq: number; readonly hash: string; readonly document: string | null }

/** What the driver offers to the test outside the browser. */
export type Driver = {
  /** The words of the start report, or why the library could not be opened. */
  readonly words: readonly string[]
  /** What has been repaired until now, in words. */
  repaired(): readonly string[]
  readonly opened: boolean
  /** Imports and marks without end. Each acknowledged command is told outside by `acknowledged`. */
  work(seed: number): void
  /** Runs a few commands and imports; resolves when all of them have been answered. Says the words of what was refused. */
  someWork(seed: number, times: number): Promise<readonly string[]>
  /** What of the acknowledged is not there, and what else is wrong with the database: empty when all is well. */
  faults(acknowledged: readonly Acknowledged[]): Promise<readonly string[]>
  /** What the top bar says, and its remedy. */
  saved(): string
  /** Tries to save again; empty when that went well, else the words of what is wrong. */
  retry(): Promise<string>
}

declare global {
  interface Window {
    driver?: Driver
    acknowledged(what: Acknowledged): Promise<void>
  }
}
