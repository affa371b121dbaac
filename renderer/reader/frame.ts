import type { DocumentId } from '@shared/documents/document'
import type { SidePanel } from './side-panels'
import type { Sides } from './use-sides'

/** Where a document is shown: in the first column, which the address and the tabs mean, or in the one beside it. */
export type Column = 'main' | 'beside'

/** What stands around the pages of a document: the sides, and where a document draws its panels into them; the other column. */
export type Frame = {
  readonly column: Column
  /** Whether keys and side panels mean this column. */
  readonly active: boolean
  readonly split: boolean
  /** The other open tabs. */
  readonly others: readonly { readonly id: DocumentId; readonly name: string }[]
  readonly sides: Sides
  readonly hosts: Readonly<Record<SidePanel['side'], HTMLElement | null>>
  readonly toggle: (side: SidePanel['side']) => void
  /** Shows a panel by its id. */
  readonly choose: (id: string) => void
  /** Shows a panel and gives it the focus. */
  readonly open: (id: string) => void
  /** Told once a panel that was opened has taken the focus. */
  readonly focused: (side: SidePanel['side']) => void
  /** Shows a document in the second column; null takes the column away. */
  readonly put: (id: DocumentId | null) => void
  /** Changes the two columns. */
  readonly swap: () => void
}
