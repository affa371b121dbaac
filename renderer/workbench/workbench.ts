import type { Desktop } from '@shared/desktop/desktop'
import type { Outcome } from '@shared/errors/outcome'
import type { Command } from '@shared/storage/command'
import { createContext, useContext } from 'react'
import type { ImportQueue } from '../import/import-queue'
import type { Committed } from '../storage/commit'
import type { Database } from '../storage/database'
import type { SaveState } from '../storage/save-state'
import type { OpenDocuments } from '../pdf/open-documents'

/** A value that components can watch with `useSyncExternalStore`. */
export type Watched<Value> = { get(): Value; subscribe(changed: () => void): () => void }

/** All that screens work with. Made once at start by `openWorkbench`; screens read `db` with live queries and change it with `run`. */
export type Workbench = {
  readonly desktop: Desktop
  readonly db: Database
  /** Runs a command. Resolves when both copies have it, or with the trouble; nothing is changed then. */
  run<Input>(command: Command<Input>, input: Input): Promise<Outcome<Committed>>
  /** Takes the last undoable command back; null when there is none. */
  undo(): Promise<Outcome<Committed | null>>
  redo(): Promise<Outcome<Committed | null>>
  /** "Saved twice", saving, or what is wrong, for the top bar. */
  readonly saved: Watched<SaveState>
  readonly imports: ImportQueue
  /** Opened PDFs, shared between screens; passwords are remembered here, for the session only. */
  readonly documents: OpenDocuments
}

export const WorkbenchContext = createContext<Workbench | null>(null)

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext)
  if (workbench === null) throw new Error('useWorkbench outside of WorkbenchContext')
  return workbench
}
