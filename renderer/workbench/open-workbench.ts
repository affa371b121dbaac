import type { Desktop } from '@shared/desktop/desktop'
import { type Outcome, ok, type Problem } from '@shared/errors/outcome'
import { moveEarlierTensions } from '../analyses/move-earlier-tensions'
import { keepReadingThrough } from '../documents/keep-reading-through'
import { createImportQueue } from '../import/create-import-queue'
import { createExtractionPool } from '../import/extraction-pool'
import { readAgain } from '../import/read-again'
import { createPagePictures } from '../page-pictures/create-page-pictures'
import { keepLookingForMarks } from '../pdf-marks/keep-looking'
import { createOpenDocuments } from '../pdf/create-open-documents'
import { createExamination } from '../redactions/examination'
import { createLibrarySearch } from '../search/library-search'
import { createRecognitionQueue } from '../recognition/create-recognition-queue'
import { openDerivedDatabase } from '../storage/derived-database'
import { forgetRemoved } from '../storage/forget-removed'
import { openLibrary } from '../storage/open-library'
import { keepComparing } from '../text-quality/keep-comparing'
import { keepJudging } from '../text-quality/keep-judging'
import { keepReadingAgain } from '../text-versions/keep-reading-again'
import { createBackgroundTurns, placesOn } from './background-turns'
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
  /** Without a window: nothing is begun that the job did not ask for. */
  readonly unattended?: boolean
  /** Told in words what takes long. */
  readonly progress?: (words: string) => void
}

/** Each place takes some 200 MB while it recognises. */
const RECOGNISED_AT_ONCE = 3
/** How long after the start the vault reads its documents again, in ms: not while the first screen is drawn. */
const CHECK_AFTER = 4000

/** Opens the library of this machine and makes everything that screens work with. Fails in the words of `openLibrary`. */
export async function openWorkbench(
  desktop: Desktop,
  options: OpenOptions = {},
): Promise<Outcome<{ readonly workbench: Workbench; readonly report: StartReport }>> {
  const persistent = (await navigator.storage?.persist()) ?? false
  const opened = await openLibrary(desktop, { ...options, locks: navigator.locks, readAgain })
  if (!opened.ok) return opened
  const { firstStart, checkVault, ...library } = opened.value
  const unmoved = library.saved.get().kind === 'trouble' ? [] : await moveEarlierTensions(library)
  const derived = await openDerivedDatabase()
  const documents = createOpenDocuments(library.db)
  const places = placesOn(navigator.hardwareConcurrency, { window: options.unattended !== true })
  const turns = createBackgroundTurns(places)
  const imports = createImportQueue({
    db: library.db,
    desktop,
    run: library.run,
    documents,
    pool: createExtractionPool(library.db.name, places),
  })
  const recognition = createRecognitionQueue({
    db: library.db,
    run: library.run,
    documents,
    turns,
    places: Math.min(places, RECOGNISED_AT_ONCE),
  })
  const { pictures, stop: stopPictures } = createPagePictures({ db: library.db, derived, documents, imports, turns })
  if (options.unattended) stopPictures()
  const examination = createExamination({
    db: library.db,
    derived,
    imports,
    documents,
    turns,
    ...(options.unattended ? { onlyAsked: true } : {}),
  })
  const search = createLibrarySearch(library.db, derived)
  // What goes on by itself, beside the researcher's work, until the library is closed.
  const stops = [
    stopPictures,
    forgetRemoved(library.db, derived),
    () => examination.close(),
    ...(options.unattended
      ? []
      : [
          keepJudging({ db: library.db, derived, imports, turns }),
          keepComparing({ db: library.db, derived, imports, recognition }),
          keepLookingForMarks({ db: library.db, derived, documents, imports, turns }),
          keepReadingThrough({ db: library.db, derived, imports, turns }),
          keepReadingAgain({ db: library.db, derived, imports, documents, turns }),
        ]),
  ]
  const close = async (): Promise<void> => {
    for (const stop of stops) stop()
    search.close()
    recognition.close()
    await library.close()
    derived.close()
  }
  const workbench: Workbench = { ...library, close, desktop, derived, imports, recognition, documents, pictures, search, examination }
  if (library.saved.get().kind !== 'trouble') void imports.resume()
  setTimeout(() => void checkVault(), CHECK_AFTER)
  return ok({ workbench, report: { firstStart, repairs: [...library.repairs.get(), ...unmoved], persistent } })
}
