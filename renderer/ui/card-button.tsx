import type { ReactNode } from 'react'
import styles from './card-button.module.css'

type CardButtonProps = {
  /** For one of several of which one is chosen; left out where the card opens something. */
  readonly pressed?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

/** A card in a list, pressed as a whole: it opens what it tells of, or chooses it. */
export function CardButton({ pressed, onClick, children }: CardButtonProps) {
  return (
    <button type="button" className={styles.card} aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  )
}
