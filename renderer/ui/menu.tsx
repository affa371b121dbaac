import type { LucideIcon } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactElement } from 'react'
import { classes } from './classes'
import { Kbd } from './kbd'
import styles from './menu.module.css'

export type MenuItem =
  | {
      readonly label: string
      readonly shortcut?: string | undefined
      readonly icon?: LucideIcon | undefined
      readonly danger?: boolean | undefined
      readonly disabled?: boolean | undefined
      /** Ticks the item, for a choice among several. */
      readonly checked?: boolean | undefined
      readonly onSelect: () => void
    }
  | 'separator'

/** A menu under a button. `trigger` is the button itself; `items` are asked for when it opens where they cost something to make. */
export function Menu({
  trigger,
  items,
  align = 'start',
}: {
  readonly trigger: ReactElement
  readonly items: readonly MenuItem[] | (() => readonly MenuItem[])
  readonly align?: 'start' | 'center' | 'end'
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8} loop>
          <Items items={items} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** Drawn only while the menu is open. */
function Items({ items }: { readonly items: readonly MenuItem[] | (() => readonly MenuItem[]) }) {
  return (
    <>
      {(typeof items === 'function' ? items() : items).map((item, at) =>
        item === 'separator' ? (
          <DropdownMenu.Separator key={`separator-${at}`} className={styles.separator} />
        ) : (
          <DropdownMenu.Item
            key={`${item.label}-${at}`}
            className={classes(styles.item, item.danger && styles.danger)}
            disabled={item.disabled ?? false}
            onSelect={item.onSelect}
          >
            <span className={styles.icon} aria-hidden>
              {item.checked ? '✓' : item.icon === undefined ? null : <item.icon size={16} strokeWidth={1.6} />}
            </span>
            <span className={styles.label}>
              {item.label}
              {item.checked ? <span className={styles.hidden}> (current)</span> : null}
            </span>
            {item.shortcut === undefined ? null : <Kbd keys={item.shortcut} />}
          </DropdownMenu.Item>
        ),
      )}
    </>
  )
}
