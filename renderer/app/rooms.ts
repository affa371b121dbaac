import type { AnalysisId } from '@shared/analyses/analysis'
import { BookOpenCheck, CalendarRange, Coins, Grid3x3, Highlighter, Library, ListChecks, type LucideIcon, Search } from 'lucide-react'
import { routes } from './routes'
import type { ShortcutId } from './shortcuts'

export type Room = {
  readonly id: Extract<ShortcutId, 'analysis' | 'library' | 'search' | 'marks' | 'parity' | 'purchases' | 'chronology' | 'dossier'>
  readonly name: string
  readonly icon: LucideIcon
  /** Where the room's door leads, given the analysis at hand. */
  readonly door: (analysis: AnalysisId | null) => string
  /** Whether an address lies in the room. */
  readonly holds: (path: string) => boolean
}

/** The rooms of the rail, from the top. A new room is a line here and a route in `screens.tsx`. */
export const ROOMS: readonly Room[] = [
  {
    id: 'analysis',
    name: 'Analysis',
    icon: ListChecks,
    door: (analysis) => (analysis === null ? routes.analyses() : routes.analysis(analysis)),
    holds: (path) => path.startsWith('/analyses') && !/\/(parity|purchases|chronology|dossier)$/.test(path),
  },
  { id: 'library', name: 'Library', icon: Library, door: () => routes.library(), holds: (path) => path.startsWith('/library') },
  { id: 'search', name: 'Search', icon: Search, door: () => routes.search(), holds: (path) => path.startsWith('/search') },
  { id: 'marks', name: 'Marks', icon: Highlighter, door: () => routes.marks(), holds: (path) => path.startsWith('/marks') },
  {
    id: 'parity',
    name: 'Parity',
    icon: Grid3x3,
    door: (analysis) => (analysis === null ? routes.analyses() : routes.parity(analysis)),
    holds: (path) => path.endsWith('/parity'),
  },
  {
    id: 'purchases',
    name: 'Money',
    icon: Coins,
    door: (analysis) => (analysis === null ? routes.analyses() : routes.purchases(analysis)),
    holds: (path) => path.endsWith('/purchases'),
  },
  {
    id: 'chronology',
    name: 'Time',
    icon: CalendarRange,
    door: (analysis) => (analysis === null ? routes.analyses() : routes.chronology(analysis)),
    holds: (path) => path.endsWith('/chronology'),
  },
  {
    id: 'dossier',
    name: 'Dossier',
    icon: BookOpenCheck,
    door: (analysis) => (analysis === null ? routes.analyses() : routes.dossier(analysis)),
    holds: (path) => path.endsWith('/dossier'),
  },
]
