import type { SourceImport } from '@shared/sources/exchange/plan-import'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import styles from './source-list.module.css'

const WORDS = { title: 'title', author: 'author', publisher: 'publisher', date: 'date', url: 'address' } as const

/** What a file of references brought: each of its items is added, matched or refused. */
export function ImportBalance({ name, balance, onClose }: { readonly name: string; readonly balance: SourceImport; readonly onClose: () => void }) {
  const { added, matched, refused } = balance
  return (
    <Dialog
      open
      wide
      reading
      onClose={onClose}
      title={`Sources from ${name}`}
      description={`${added.length + matched.length + refused.length} items in = ${added.length} added + ${matched.length} there already + ${refused.length} refused.`}
      footer={
        <Button kind="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <Part title="Added" lines={added.map(({ line, source }) => ({ line, words: `[${source.number}] ${source.title ?? source.author ?? source.url ?? ''}` }))} />
      <Part
        title="There already"
        lines={matched.map(({ line, source, by, filled }) => ({ line, words: `[${source.number}] ${source.title ?? 'title unknown'}: the same ${by}; ${filled.length === 0 ? 'nothing new' : `now known: ${filled.map((field) => WORDS[field]).join(', ')}`}` }))}
      />
      <Part title="Refused" lines={refused.map(({ line, why }) => ({ line, words: why }))} />
    </Dialog>
  )
}

function Part({ title, lines }: { readonly title: string; readonly lines: readonly { readonly line: number; readonly words: string }[] }) {
  if (lines.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>
        {title} · {lines.length}
      </h3>
      <ul>
        {lines.map(({ line, words }, at) => (
          <li key={`${line}-${at}`}>
            <span className={styles.third}>line {line}</span> {words}
          </li>
        ))}
      </ul>
    </section>
  )
}
