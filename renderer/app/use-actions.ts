import type { AnalysisId } from '@shared/analyses/analysis'
import type { Outcome } from '@shared/errors/outcome'
import {
  ArrowLeft,
  ArrowRight,
  BookOpenCheck,
  CalendarRange,
  ClipboardCheck,
  Coins,
  FileDown,
  Fingerprint,
  FolderDown,
  Grid3x3,
  Highlighter,
  Keyboard,
  Library,
  ListChecks,
  type LucideIcon,
  Monitor,
  Moon,
  NotebookPen,
  PackageOpen,
  Plus,
  Printer,
  Redo2,
  Scale,
  Search,
  Settings,
  Share,
  SquareScissors,
  Sun,
  TextSelect,
  Undo2,
} from 'lucide-react'
import { useMemo } from 'react'
import { writePreference } from '../preferences/preferences'
import type { Committed } from '../storage/commit'
import { type Toasts, useToast } from '../ui/toast'
import { useWorkbench, type Workbench } from '../workbench/workbench'
import { navigate } from './hash-location'
import { ROOMS } from './rooms'
import { routes } from './routes'
import { takeStep } from './steps'
import type { ShortcutId } from './shortcuts'
import { useCurrentAnalysis } from './use-current-analysis'

/** Something that a key, the palette or the native menu can ask for. */
export type Action = {
  readonly id:
    | ShortcutId
    | 'ledger'
    | 'check-claims'
    | 'take-in-notes'
    | 'new-analysis'
    | 'from-text'
    | 'open-bundle'
    | 'analyses'
    | 'identifiers'
    | 'withheld'
    | 'theme-light'
    | 'theme-dark'
    | 'theme-system'
  readonly words: string
  readonly icon: LucideIcon
  readonly run: () => void
}

/** Why the window itself is not printed; `base.css` says the same on paper. */
const NO_PRINTING =
  'Vouch does not print its window: the paper would show a part of a page, and not say which marks are yours. Save a copy of the document with its marks, or export the dossier, and print that file.'

/** All that can be done from anywhere. Its ids are those of the table of keys and of the native menu. */
export function useActions(open: { readonly palette: () => void; readonly keys: () => void }): readonly Action[] {
  const workbench = useWorkbench()
  const toasts = useToast()
  const analysis = useCurrentAnalysis()
  return useMemo(() => {
    const current = analysis?.id ?? null
    const setTheme = (theme: 'light' | 'dark' | 'system'): void => void writePreference(workbench.db, 'theme', theme)
    const room = (id: string): string => ROOMS.find((candidate) => candidate.id === id)?.door(current) ?? routes.analyses()
    return [
      { id: 'import', words: 'Import files…', icon: FileDown, run: () => void importChosen(workbench, 'files') },
      { id: 'import-folder', words: 'Import a folder…', icon: FolderDown, run: () => void importChosen(workbench, 'folder') },
      { id: 'new-analysis', words: 'New analysis…', icon: Plus, run: () => navigate(routes.newAnalysis()) },
      { id: 'from-text', words: 'Make an analysis from a text…', icon: TextSelect, run: () => navigate(routes.fromText()) },
      { id: 'open-bundle', words: 'Open or merge a bundle…', icon: PackageOpen, run: () => navigate(routes.openBundle()) },
      {
        id: 'analyses',
        words: 'All analyses: import, duplicate, export, delete',
        icon: ListChecks,
        run: () => navigate(routes.analyses()),
      },
      {
        id: 'export',
        words: 'Export the dossier…',
        icon: Share,
        run: () => (current === null ? navigate(routes.analyses()) : askForExport(current)),
      },
      { id: 'undo', words: 'Undo', icon: Undo2, run: () => void takeBack(workbench, toasts) },
      { id: 'redo', words: 'Redo', icon: Redo2, run: () => void makeAgain(workbench, toasts) },
      { id: 'analysis', words: 'Go to the analysis', icon: ListChecks, run: () => navigate(room('analysis')) },
      {
        id: 'ledger',
        words: 'Ledger of claims',
        icon: Scale,
        run: () => navigate(current === null ? routes.analyses() : routes.ledger(current)),
      },
      {
        id: 'check-claims',
        words: 'Check claims as a second reader',
        icon: ClipboardCheck,
        run: () => navigate(current === null ? routes.analyses() : routes.check(current)),
      },
      { id: 'library', words: 'Go to the library', icon: Library, run: () => navigate(room('library')) },
      { id: 'identifiers', words: 'Identifiers in the library', icon: Fingerprint, run: () => navigate(routes.identifiers()) },
      { id: 'withheld', words: 'What is withheld in the library', icon: SquareScissors, run: () => navigate(routes.withheld()) },
      { id: 'search', words: 'Search the library', icon: Search, run: () => navigate(routes.search()) },
      { id: 'marks', words: 'Go to all marks', icon: Highlighter, run: () => navigate(room('marks')) },
      {
        id: 'take-in-notes',
        words: 'Take in notes of others: W3C, Hypothesis, DocumentCloud, XFDF…',
        icon: NotebookPen,
        run: () => navigate(routes.takeInNotes()),
      },
      { id: 'parity', words: 'Go to the parity matrix', icon: Grid3x3, run: () => navigate(room('parity')) },
      { id: 'purchases', words: 'Go to the ledger of purchases', icon: Coins, run: () => navigate(room('purchases')) },
      { id: 'chronology', words: 'Go to the chronology', icon: CalendarRange, run: () => navigate(room('chronology')) },
      { id: 'dossier', words: 'Go to the dossier', icon: BookOpenCheck, run: () => navigate(room('dossier')) },
      { id: 'settings', words: 'Settings', icon: Settings, run: () => navigate(routes.settings()) },
      { id: 'theme-light', words: 'Theme: light', icon: Sun, run: () => setTheme('light') },
      { id: 'theme-dark', words: 'Theme: dark', icon: Moon, run: () => setTheme('dark') },
      { id: 'theme-system', words: 'Theme: as the system has it', icon: Monitor, run: () => setTheme('system') },
      { id: 'back', words: 'Back', icon: ArrowLeft, run: () => takeStep(-1) },
      { id: 'forward', words: 'Forward', icon: ArrowRight, run: () => takeStep(1) },
      { id: 'palette', words: 'Find, jump, do', icon: Search, run: open.palette },
      { id: 'print', words: 'How to print…', icon: Printer, run: () => toasts.show({ text: NO_PRINTING }) },
      { id: 'keys', words: 'All keys', icon: Keyboard, run: open.keys },
    ] satisfies readonly Action[]
  }, [workbench, toasts, analysis, open])
}

/** Goes to the dossier with its dialog. Within the room this is no step, so that Back leads out of it. */
function askForExport(analysisId: AnalysisId): void {
  navigate(routes.exportDossier(analysisId), { replace: location.hash === `#${routes.dossier(analysisId)}` })
}

/** Lets the researcher choose, queues what was chosen, and goes where the queue is seen. */
export async function importChosen(workbench: Workbench, what: 'files' | 'folder'): Promise<void> {
  const files = await workbench.desktop.files.choose(what)
  if (files.length === 0) return
  navigate(routes.library())
  await workbench.imports.add(files.map((file) => ({ from: 'shell', file }) as const))
}

async function takeBack(workbench: Workbench, toasts: Toasts): Promise<void> {
  say(toasts, await workbench.undo(), 'There is nothing to undo.', { label: 'Redo', onSelect: () => void makeAgain(workbench, toasts) })
}

async function makeAgain(workbench: Workbench, toasts: Toasts): Promise<void> {
  say(toasts, await workbench.redo(), 'There is nothing to do again.', { label: 'Undo', onSelect: () => void takeBack(workbench, toasts) })
}

function say(
  toasts: Toasts,
  done: Outcome<Committed | null>,
  nothing: string,
  action: { readonly label: string; readonly onSelect: () => void },
): void {
  if (!done.ok) toasts.show({ text: done.problem.what, problem: done.problem })
  else if (done.value === null) toasts.show({ text: nothing })
  else toasts.show({ text: done.value.line.entry.summary, action })
}
