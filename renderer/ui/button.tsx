import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { classes } from './classes'
import { Kbd } from './kbd'
import { Tooltip } from './tooltip'

type ButtonProps = ComponentProps<'button'> & {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly icon?: LucideIcon | undefined
  /** Shown beside the words; pressing it is the business of `renderer/app/shortcuts.ts`. */
  readonly shortcut?: string | undefined
}

/** A button with words. */
export function Button({ kind = 'secondary', icon: Icon, shortcut, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={classes(styles.button, styles[kind], className)}>
      {Icon === undefined ? null : <Icon size={16} strokeWidth={1.6} aria-hidden />}
      {children}
      {shortcut === undefined ? null : <Kbd keys={shortcut} />}
    </button>
  )
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** Its name for screen readers and its tooltip. */
  readonly label: string
  readonly icon: LucideIcon
  readonly shortcut?: string | undefined
  /** Marks a tool that is switched on; leave out for buttons that are no switches. */
  readonly pressed?: boolean | undefined
}

/** A button with a picture, named by its label. */
export function IconButton({ label, icon: Icon, shortcut, pressed, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <button {...rest} type={type} aria-label={label} aria-pressed={pressed} className={classes(styles.icon, className)}>
        <Icon size={19} strokeWidth={1.6} aria-hidden />
      </button>
    </Tooltip>
  )
}
