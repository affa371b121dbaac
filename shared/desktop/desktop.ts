import type { Outcome } from '../errors/outcome'
import type { JournalLine } from '../custody/journal-line'
import type { Audience } from '../dossier/audience'
import type { Sha256 } from '../units/hashes'
import type { Timestamp } from '../units/time'

/**
 * The desktop contract: all that the renderer may ask of the machine. Electron's preload implements it over IPC, the
 * browser host's launcher over HTTP on 127.0.0.1. Paths never cross it: what the researcher chose is known by a token.
 */
export type Desktop = {
  readonly host: 'electron' | 'browser'
  readonly app: {
    info(): Promise<AppInfo>
    /** How many requests to the outside were refused since the start. */
    refusedRequests(): Promise<number>
    /** Tells of commands chosen in the native menu (`import`, `undo`…); returns the function that stops listening. */
    onMenu(show: (command: string) => void): () => void
    /** Tells of files handed over by the system (command line, opened with Vouch); returns the function that stops. */
    onFiles(take: (files: readonly ChosenFile[]) => void): () => void
    /** Tells of `vouch://` links that the system handed over, as they came: whoever takes them reads them as strangers' words. Returns the function that stops. */
    onLinks(take: (links: readonly string[]) => void): () => void
    copyText(text: string): Promise<void>
  }
  readonly vault: {
    /** The state of the vault, read at start. Creates the folders when there are none. */
    open(): Promise<Outcome<VaultState>>
    /** Journal lines with seq greater than `after`, at most `limit` of them, in order. */
    readJournal(after: number, limit: number): Promise<Outcome<readonly JournalLine[]>>
    /** Appends lines and flushes them to the disk. Refuses lines that do not follow on the last one. */
    append(lines: readonly JournalLine[]): Promise<Outcome<{ readonly seq: number }>>
    /** Sets a damaged or diverging journal aside under a dated name, and begins an empty one. */
    setJournalAside(): Promise<Outcome<{ readonly name: string }>>
    /** Keeps text that was taken out of use (a losing history) in the vault's folder `aside/` under a dated name, flushed. `label` is a few words for the name. */
    keepAside(label: string, text: string): Promise<Outcome<{ readonly name: string }>>
    /** Takes in a file in pieces: begin, then writes in order (4 MiB at most each), then finish, which flushes and names it by its SHA-256. */
    beginDocument(): Promise<Outcome<{ readonly token: string }>>
    writeDocument(token: string, bytes: Uint8Array): Promise<Outcome<null>>
    finishDocument(token: string): Promise<Outcome<{ readonly sha256: Sha256; readonly bytes: number; readonly already: boolean }>>
    abandonDocument(token: string): Promise<void>
    /** Takes in a chosen file without sending its bytes through the window. Same answer as finishDocument. */
    adoptDocument(file: string): Promise<Outcome<{ readonly sha256: Sha256; readonly bytes: number; readonly already: boolean }>>
    /** Bytes of a document kept in the vault; fewer than `length` at its end. */
    readDocument(id: Sha256, offset: number, length: number): Promise<Outcome<Uint8Array>>
    /** The extracted text of a document: JSON lines, one ExtractedPage each, in UTF-8. As bytes, since a window that hands on a long text waits for it to be encoded. */
    writeText(id: Sha256, text: Uint8Array): Promise<Outcome<null>>
    readText(id: Sha256): Promise<Outcome<string | null>>
    /** Re-reads every document in the vault and says which do not have the SHA-256 of their name. */
    checkDocuments(): Promise<Outcome<{ readonly whole: number; readonly damaged: readonly Sha256[] }>>
    /** Shows the vault's folder in the system's file manager, where there is one. */
    reveal(): Promise<void>
  }
  readonly files: {
    /** Lets the researcher choose files or a folder. Empty when cancelled. The browser host asks in the page instead: see renderer/desktop. */
    choose(what: 'files' | 'folder'): Promise<readonly ChosenFile[]>
    /** Bytes of a chosen file; fewer than `length` at its end. */
    read(token: string, offset: number, length: number): Promise<Outcome<Uint8Array>>
  }
  readonly exports: {
    /** Asks where to put an export of this name (a folder, or a file when the name has an ending). Null when cancelled. The browser host puts it in the vault's `exports` folder. */
    begin(name: string, kind: ExportKind): Promise<Outcome<{ readonly token: string; readonly shownPath: string } | null>>
    /** Writes (appends) to a file of the export; `path` is relative, with `/`, and may not leave the folder. The files of a zip come one after the other. */
    write(token: string, path: string, bytes: Uint8Array): Promise<Outcome<null>>
    /**
     * Writes (appends) a piece of a document of the vault, whose bytes need not cross to the window. All of it is read before the first
     * piece, and must have its SHA-256 then and at the end. Call with the offset that follows, until it is `of`, the document's length in bytes.
     * Problems: `exhibit-damaged` where the vault's copy is missing, unreadable or not those bytes; `exhibit-begun` where a part of that file was written before.
     */
    writeDocument(
      token: string,
      path: string,
      id: Sha256,
      offset: number,
    ): Promise<Outcome<{ readonly bytes: number; readonly of: number }>>
    /** Flushes, and puts the export in its place in one step. */
    finish(token: string): Promise<Outcome<{ readonly shownPath: string }>>
    abandon(token: string): Promise<void>
    reveal(token: string): Promise<void>
  }
  readonly paper: {
    /**
     * Prints a whole HTML page, whose address is `PRINTED_AT`, as a tagged PDF with an outline. Scripts in it do not run, and nothing is fetched for it.
     * @param token names the printing, for `cancel`
     */
    print(token: string, html: Uint8Array): Promise<Outcome<Uint8Array>>
    /** Stops a printing, whose outcome is then the trouble `cancelled`. */
    cancel(token: string): Promise<void>
  }
  readonly job: {
    /** The work to be done without a window; null when a person sits here. */
    get(): Promise<Job | null>
    /** A line for standard error. */
    progress(line: string): Promise<void>
    /** The end of the job: text for standard output and the exit status. */
    done(stdout: string, status: number): Promise<void>
  }
}

/** A folder, one file, or a folder packed as one zip, whose files are all stamped with a time of the records. */
export type ExportKind = 'folder' | 'file' | { readonly zipAt: Timestamp }

/** What the workbench says of itself. */
export type AppInfo = {
  readonly version: string
  readonly platform: string
  /** Where the vault is, for people: `~/Vouch`. */
  readonly vaultPath: string
  /** Version of Electron; null in the browser host. */
  readonly electron: string | null
}

/** A file that the researcher chose. The token opens it; the name is only for display. */
export type ChosenFile = { readonly token: string; readonly name: string; readonly bytes: number }

/** What the vault holds, as it was found when it was opened. */
export type VaultState = {
  readonly shownPath: string
  /** Last whole line of the journal; null when it is empty. */
  readonly head: { readonly seq: number; readonly hash: Sha256 } | null
  /** Where the journal can't be read or its chain breaks: the first bad line's number; the lines before it are sound. A torn last line (a crash while appending) is cut off silently and is not damage. */
  readonly damagedAtLine: number | null
  /** Documents present, by hash, with their length in bytes. */
  readonly documents: readonly { readonly id: Sha256; readonly bytes: number }[]
  /** Free space where the vault is, in bytes; null where the system does not say. */
  readonly freeBytes: number | null
}

/** Work without a window. Files are given as tokens for `files.read`. */
export type Job =
  | {
      readonly kind: 'dossier'
      readonly documents: readonly ChosenFile[]
      /** The table of quotations, CSV or XLSX. */
      readonly evidence: ChosenFile
      /** An analysis as JSON, instead of the bundled one. */
      readonly analysis: string | null
      readonly formats: readonly DossierFormat[]
      /** Passwords by file name, for encrypted documents. */
      readonly passwords: Readonly<Record<string, string>>
      /** Which pages that are pictures are recognised first. */
      readonly recognise: RecognitionScope
      /** For whom the bundle is. */
      readonly audience: Audience
    }
  | { readonly kind: 'verify'; readonly files: readonly (ChosenFile & { readonly path: string })[]; readonly shownName: string }

/** The pages that the rows name, every page that is a picture, or none. */
export const RECOGNITION_SCOPES = ['needed', 'all', 'none'] as const
export type RecognitionScope = (typeof RECOGNITION_SCOPES)[number]

export const DOSSIER_FORMATS = ['html', 'pdf', 'docx', 'md', 'csv', 'bag'] as const
export type DossierFormat = (typeof DOSSIER_FORMATS)[number]
