import type { Snippet } from '@shared/searches/snippet'
import type { ReactNode } from 'react'
import styles from './results.module.css'

/** A snippet with its hits marked: underlined and heavier, so that colour is only an extra. */
export function MarkedText({ snippet: { text, hits, cutBefore, cutAfter } }: { readonly snippet: Snippet }): ReactNode {
  const pieces: ReactNode[] = []
  let at = 0
  for (const { start, end } of hits) {
    pieces.push(
      text.slice(at, start),
      <mark key={start} className={styles.hit}>
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  pieces.push(text.slice(at))
  return (
    <>
      {cutBefore ? '… ' : null}
      {pieces}
      {cutAfter ? ' …' : null}
    </>
  )
}
