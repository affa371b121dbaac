import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { IconButton } from './button'
import { classes } from './classes'
import styles from './dialog.module.css'
import { useReturnFocus } from './use-return-focus'

type DialogProps = {
  readonly open: boolean
  /** Asked for by Escape, the cross, or a click beside the dialog. */
  readonly onClose: () => void
  readonly title: string
  /** One or two sentences under the title. */
  readonly description?: ReactNode
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
  readonly wide?: boolean
  /** Holds only text: then the text itself takes the focus, so that it can be scrolled by keys. */
  readonly reading?: boolean
  readonly children?: ReactNode
}

/** A modal dialog: holds the focus, gives it back when closed. */
export function Dialog({ open, onClose, title, description, footer, wide = false, reading = false, children }: DialogProps) {
  const content = useRef<HTMLDivElement>(null)
  const giveBack = useReturnFocus(open)
  /** The first field or button of the body is where work begins; the cross in the corner is not. */
  const focusBody = (event: Event): void => {
    const first = content.current?.querySelector<HTMLElement>(
      reading
        ? '[data-dialog-body]'
        : '[data-dialog-body] :is(input, textarea, select, button, a[href]):not(:disabled), [data-dialog-foot] button:not(:disabled)',
    )
    event.preventDefault()
    ;(first ?? content.current)?.focus()
  }
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className={styles.veil} />
        <Radix.Content
          ref={content}
          onOpenAutoFocus={focusBody}
          onCloseAutoFocus={giveBack}
          className={classes(styles.dialog, wide && styles.wide)}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <div className={styles.head}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <IconButton label="Close" icon={X} shortcut="Esc" onClick={onClose} />
          </div>
          {description === undefined ? null : <Radix.Description className={styles.description}>{description}</Radix.Description>}
          <div data-dialog-body className={styles.body} {...(reading ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}>
            {children}
          </div>
          {footer === undefined ? null : (
            <div data-dialog-foot className={styles.foot}>
              {footer}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
