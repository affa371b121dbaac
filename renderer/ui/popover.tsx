import { Popover as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import styles from './popover.module.css'

/** An explanation or a small form under the button that asks for it. */
export function Popover({
  trigger,
  label,
  onOpen,
  children,
}: {
  readonly trigger: ReactElement
  readonly label: string
  readonly onOpen?: (() => void) | undefined
  readonly children: ReactNode
}) {
  return (
    <Radix.Root onOpenChange={(open) => (open ? onOpen?.() : undefined)}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.popover} sideOffset={6} collisionPadding={10} aria-label={label}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
