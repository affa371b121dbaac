import type { Desktop } from '@shared/desktop/desktop'
import type { Outcome, Problem } from '@shared/errors/outcome'
import type { Command } from '@shared/storage/command'
import { createContext, useContext } from 'react'
import type { ImportQueue } from '../import/import-queue'
import type { Committed } from '../storage/commit'
import type { LibrarySearch } from '../search/library-search'
import type { Database } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'
import type { SaveState } from '../storage/save-state'
import type { PagePictures } from '../page-pictures/page-pictures'
import type { RecognitionQueue } from '../recognition/recognition-queue'
import type { OpenDocuments } from '../pdf/open-documents'
import type { Examination } from '../redactions/examination'

/** A value that components can watch with `useSyncExternalStore`. */
export type Watched<Value> = { get(): Value; subscribe(changed: () => void): () => void }

/** All that screens work with. Made once at start by `openWorkbench`; screens read `db` with live queries and change it with `run`. */
export type Workbench = {
  readonly desktop: Desktop
  readonly db: Database
  /** What can be computed again: findings, pictures, identifiers. */
  readonly derived: DerivedDatabase
  /** Finds words in everything that the library holds. */
  readonly search: LibrarySearch
  /** Runs a command. Resolves when both copies have it, or with the trouble; nothing is changed then. */
  run<Input>(command: Command<Input>, input: Input, options?: RunOptions): Promise<Outcome<Committed>>
  /** Takes the last undoable command back; null when there is none. */
  undo(): Promise<Outcome<Committed | null>>
  redo(): Promise<Outcome<Committed | null>>
  /** "Saved twice", saving, or what is wrong, for the top bar. */
  readonly saved: Watched<SaveState>
  /** Tries again to bring both copies together after trouble; the next command does so too. */
  retrySaving(): Promise<Outcome<null>>
  /** What was repaired, at the start and by the check that runs after it, in the words to show; empty when nothing was. */
  readonly repairs: Watched<readonly Problem[]>
  /** Reads every stored byte of both copies again and mends what differs; says what was done, in words. */
  checkEverything(
    progress?: (words: string) => void,
  ): Promise<Outcome<{ readonly documents: number; readonly repairs: readonly Problem[] }>>
  readonly imports: ImportQueue
  /** Pages whose text is to be recognised in their pictures. */
  readonly recognition: RecognitionQueue
  /** Kept pictures of pages. */
  readonly pictures: PagePictures
  /** Opened PDFs, shared between screens; passwords are remembered here, for the session only. */
  readonly documents: OpenDocuments
  /** Looks at documents for redactions, and for words left under them. */
  readonly examination: Examination
  /** Waits for what is under way, then lets the library go, so that another window can open it. */
  close(): Promise<void>
}

/** `by: 'workbench'` is for what Vouch does by itself (seeding): it stands as "Vouch" in the custody log and is not undone by Undo. */
export type RunOptions = { readonly by?: 'researcher' | 'workbench' }

export const WorkbenchContext = createContext<Workbench | null>(null)

/** The workbench that the screens are given. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext)
  if (workbench === null) throw new Error('useWorkbench outside of WorkbenchContext')
  return workbench
}
