import type { Desktop } from '@shared/desktop/desktop'
import type { ExtractedPage } from '@shared/documents/page'
import { type Outcome, ok, type Problem } from '@shared/errors/outcome'
import { pageIndex } from '@shared/units/pages'
import { createImportQueue } from '../import/create-import-queue'
import { createOpenDocuments } from '../pdf/create-open-documents'
import { openPdf } from '../pdf/open-pdf'
import { EXTRACTOR } from '../pdf/pdfjs'
import type { ReadAgain } from '../storage/document-texts'
import { openLibrary } from '../storage/open-library'
import type { Workbench } from './workbench'

/** What happened at the start, for the researcher. */
export type StartReport = {
  /** Neither copy held anything: the bundled analysis is to be put in. */
  readonly firstStart: boolean
  /** What was repaired, in the words to show; empty on an ordinary start. `workbench.repairs` goes on from it. */
  readonly repairs: readonly Problem[]
  /** Whether the browser promised not to delete the database when space is short. */
  readonly persistent: boolean
}

export type OpenOptions = {
  /** Deletes the database first and rebuilds it from the vault: the remedy for `database-unopenable`. */
  readonly forgetDatabase?: boolean
  /** Told in words what takes long. */
  readonly progress?: (words: string) => void
}

/** How long after the start the vault reads its documents again, in ms: not while the first screen is drawn. */
const CHECK_AFTER = 4000

/** Opens the library of this machine and makes everything that screens work with. Fails in the words of `openLibrary`. */
export async function openWorkbench(desktop: Desktop, options: OpenOptions = {}): Promise<Outcome<{ readonly workbench: Workbench; readonly report: StartReport }>> {
  const persistent = (await navigator.storage?.persist()) ?? false
  const opened = await openLibrary(desktop, { ...options, locks: navigator.locks, readAgain })
  if (!opened.ok) return opened
  const { firstStart, checkVault, ...library } = opened.value
  const imports = createImportQueue({ db: library.db, desktop, run: library.run })
  const workbench: Workbench = { ...library, desktop, imports, documents: createOpenDocuments(library.db) }
  setTimeout(() => void checkVault(), CHECK_AFTER)
  return ok({ workbench, report: { firstStart, repairs: library.repairs.get(), persistent } })
}

const readAgain: ReadAgain = async ({ name }, blob) => {
  const opened = await openPdf(blob, { name })
  if (!opened.ok) return opened
  const pages: ExtractedPage[] = []
  for (let index = 0; index < opened.value.pageCount; index += 1) pages.push(await opened.value.extract(pageIndex(index)))
  await opened.value.close()
  return ok({ pages, extractor: EXTRACTOR })
}
