import {
  FilePen,
  FileText,
  Fingerprint,
  GalleryVertical,
  Hash,
  Highlighter,
  ListChecks,
  type LucideIcon,
  ScanText,
  Search,
  SquareScissors,
  TableOfContents,
} from 'lucide-react'
import type { ComponentType } from 'react'
import { TextPanel } from '../text-quality/text-panel'
import { ClaimsPanel } from './panels/claims-panel'
import { RedactionsPanel } from '../redactions/redactions-panel'
import { DocumentPanel } from './panels/document-panel'
import { FindPanel } from './panels/find/find-panel'
import { MarksOfPage } from './panels/marks-of-page'
import { OutlinePanel } from './panels/outline-panel'
import { PagesPanel } from './panels/pages-panel'
import { FileMarksPanel } from '../pdf-marks/file-marks-panel'
import { IdentifiersPanel } from '../identifiers/identifiers-panel'
import { NumbersPanel } from '../stamps/numbers-panel'

/** A panel beside the pages. Its component takes no props: it asks `useReading()` for the document that is being read. */
export type SidePanel = {
  readonly id: string
  readonly title: string
  readonly icon: LucideIcon
  readonly side: 'left' | 'right'
  readonly component: ComponentType
}

/** All panels of the reader, in the order of their tabs. A new panel is a line here. */
export const SIDE_PANELS: readonly SidePanel[] = [
  { id: 'claims', title: 'Claims', icon: ListChecks, side: 'left', component: ClaimsPanel },
  { id: 'pages', title: 'Pages', icon: GalleryVertical, side: 'left', component: PagesPanel },
  { id: 'outline', title: 'Outline', icon: TableOfContents, side: 'left', component: OutlinePanel },
  { id: 'find', title: 'Find', icon: Search, side: 'left', component: FindPanel },
  { id: 'numbers', title: 'Page numbers', icon: Hash, side: 'left', component: NumbersPanel },
  { id: 'identifiers', title: 'Identifiers', icon: Fingerprint, side: 'left', component: IdentifiersPanel },
  { id: 'marks', title: 'Marks', icon: Highlighter, side: 'right', component: MarksOfPage },
  { id: 'file-marks', title: 'Marks in the file', icon: FilePen, side: 'right', component: FileMarksPanel },
  { id: 'text', title: 'Text', icon: ScanText, side: 'right', component: TextPanel },
  { id: 'redactions', title: 'Redactions', icon: SquareScissors, side: 'right', component: RedactionsPanel },
  { id: 'document', title: 'Document', icon: FileText, side: 'right', component: DocumentPanel },
]

export const sideOf = (id: string): SidePanel['side'] => SIDE_PANELS.find((panel) => panel.id === id)?.side ?? 'left'
