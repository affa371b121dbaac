import { wordsOfComparison, wordsOfDoubt } from './doubt-words'
import styles from './text-quality.module.css'
import type { PageDoubt } from './use-text-doubts'

/** Why a page's text layer is doubted, in sentences with pieces of the text that show it. */
export function DoubtReasons({ doubt }: { readonly doubt: PageDoubt }) {
  const comparison = wordsOfComparison(doubt)
  return (
    <ul className={styles.reasons}>
      {doubt.doubts.map((one) => (
        <li key={one.kind}>
          {wordsOfDoubt(one)}{' '}
          {one.examples.slice(0, 3).map((example) => (
            <q key={example} className={styles.example}>
              {example}
            </q>
          ))}
        </li>
      ))}
      {comparison === null ? null : <li>{comparison}</li>}
    </ul>
  )
}
