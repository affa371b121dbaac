import type { SidePanel } from './side-panels'
import type { Sides } from './use-sides'

/** What stands around the pages of a document: the sides, and where a document draws its panels into them. */
export type Frame = {
  readonly sides: Sides
  readonly hosts: Readonly<Record<SidePanel['side'], HTMLElement | null>>
  readonly toggle: (side: SidePanel['side']) => void
  /** Shows a panel by its id. */
  readonly choose: (id: string) => void
  /** Shows a panel and gives it the focus. */
  readonly open: (id: string) => void
}
