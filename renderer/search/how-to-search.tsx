import type { ReactNode } from 'react'
import { Kbd } from '../ui/kbd'
import styles from './how-to-search.module.css'
import common from './search.module.css'

const WAYS: readonly (readonly [example: string, meaning: ReactNode])[] = [
  ['license plate', 'both words, anywhere on a page'],
  ['"license plate reader"', 'these words one after another'],
  ['procur*', 'every word that begins with these letters'],
  ['drone OR aircraft', 'either of them; OR in capitals'],
  ['contract -amendment', 'the first without the second; NOT does the same'],
  ['(plate OR vehicle) reader', 'parentheses group'],
  ['552(b)(7)(E)', 'signs separate words; the parts are looked for one after another'],
]

/** What can be written in the field, by example: each is a search that can be tried. */
export function HowToSearch({ onTry }: { readonly onTry: (words: string) => void }) {
  return (
    <div className={styles.how}>
      <h2>What can be found</h2>
      <p>
        Every page with text, embedded or recognised, every mark, comment, note and claim. Capitals, kinds of quotation mark, ligatures and
        hyphens at line ends make no difference. Words held back under a failed redaction are not searched.
      </p>
      <table className={styles.ways}>
        <caption className={common.unseen}>Ways to write a search</caption>
        <tbody>
          {WAYS.map(([example, meaning]) => (
            <tr key={example}>
              <th scope="row">
                <button type="button" className={styles.example} onClick={() => onTry(example)}>
                  {example}
                </button>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <em>Near spellings</em> also finds words that differ by a letter or two, as recognised text often does. In the list,{' '}
        <Kbd keys="↑" /> <Kbd keys="↓" /> walk, <Kbd keys="Enter" /> opens the page with the words boxed, <Kbd keys="Space" /> chooses hits
        to be marked.
      </p>
    </div>
  )
}
