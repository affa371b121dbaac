import type { ShellDesktop } from '@shared/desktop/desktop-from'
import type { ChosenFile, Desktop } from '@shared/desktop/desktop'
import type { Outcome } from '@shared/errors/outcome'
import { handedFiles, launcherCalls, takeToken } from './browser-calls'
import { type PageFiles, pageFiles, readSlice } from './page-files'

/** What one call carries of a file: the browser copies it twice while the window waits. */
const CALL_BYTES = 1024 * 1024

/** The desktop contract in a browser: the launcher answers for the disk, the page itself asks for files. */
export function browserDesktop(): Desktop {
  const token = takeToken()
  const shell = launcherCalls(token)
  const files = pageFiles()
  let refusedHere = 0
  /** Asked for once, given to whoever listens first. */
  let handed: Promise<readonly ChosenFile[]> | null = null
  let taken = false
  // What the content security policy stops never leaves the page, so the page counts it.
  addEventListener('securitypolicyviolation', () => {
    refusedHere += 1
  })
  return {
    host: 'browser',
    app: {
      ...shell.app,
      refusedRequests: async () => refusedHere + (await shell.app.refusedRequests()),
      // A browser window has no menu of its own.
      onMenu: () => () => undefined,
      onFiles(take) {
        let listening = true
        handed ??= handedFiles(token)
        void handed.then((given) => {
          if (!listening || taken || given.length === 0) return
          taken = true
          take(given)
        })
        return () => {
          listening = false
        }
      },
      // Links of the system go to the Vouch that asked for them; here they stand in the address, or are pasted.
      onLinks: () => () => undefined,
      copyText: (text) => navigator.clipboard.writeText(text),
    },
    vault: { ...shell.vault, adoptDocument: (file) => adopt(shell.vault, files, file) },
    files: {
      choose: (what) => files.choose(what),
      read: (file, offset, length) => (files.find(file) === null ? shell.files : files).read(file, offset, length),
    },
    exports: shell.exports,
    paper: shell.paper,
    job: shell.job,
  }
}

/** A file of the page goes to the vault in pieces; one that the launcher knows is taken in there. */
async function adopt(vault: ShellDesktop['vault'], files: PageFiles, token: string): ReturnType<Desktop['vault']['adoptDocument']> {
  const file = files.find(token)
  if (file === null) return vault.adoptDocument(token)
  const begun = await vault.beginDocument()
  if (!begun.ok) return begun
  for (let offset = 0; offset < file.size; offset += CALL_BYTES) {
    const written = await writePiece(vault, begun.value.token, file, offset)
    if (!written.ok) {
      await vault.abandonDocument(begun.value.token)
      return written
    }
  }
  return vault.finishDocument(begun.value.token)
}

async function writePiece(vault: ShellDesktop['vault'], token: string, file: File, offset: number): Promise<Outcome<null>> {
  const piece = await readSlice(file, offset, CALL_BYTES)
  return piece.ok ? vault.writeDocument(token, piece.value) : piece
}
