import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './button'
import { PanelHeader } from './panel'
import styles from './side-panel.module.css'

type SidePanelProps = {
  /** Its name for screen readers. */
  readonly label: string
  readonly title: string
  readonly count?: number | undefined
  /** The key that closes it, where there is one. */
  readonly shortcut?: string | undefined
  readonly closeLabel?: string | undefined
  readonly onClose: () => void
  /** What else can be done, before the button that closes. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** What stands beside a list: all that is known of the chosen thing. */
export function SidePanel({ label, title, count, shortcut, closeLabel = 'Close', onClose, tools, children }: SidePanelProps) {
  return (
    <aside className={styles.panel} aria-label={label}>
      <PanelHeader title={title} count={count}>
        {tools}
        <IconButton label={closeLabel} icon={X} shortcut={shortcut} onClick={onClose} />
      </PanelHeader>
      {children}
    </aside>
  )
}

/** What is scrolled in a side panel. */
export const SideBody = ({ children }: { readonly children: ReactNode }) => <div className={styles.body}>{children}</div>

/** Facts by their names: pairs of `dt` and `dd`. */
export const Facts = ({ children }: { readonly children: ReactNode }) => <dl className={styles.facts}>{children}</dl>

/** What can be done with the chosen thing. */
export const Acts = ({ children }: { readonly children: ReactNode }) => <div className={styles.acts}>{children}</div>
