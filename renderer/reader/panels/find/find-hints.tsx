import { addressOfQuery } from '@shared/searches/query-address'
import { EVERYTHING } from '@shared/searches/search-query'
import { Link } from 'wouter'
import { routes } from '../../../app/routes'
import { keysOf } from '../../../app/shortcuts'
import { Button } from '../../../ui/button'
import { Kbd } from '../../../ui/kbd'
import type { FindingState } from '../../finding'
import { useReading } from '../../reading'
import styles from './find-panel.module.css'
import panels from '../panels.module.css'

/** What finding does, before any words are given. */
export const HowToFind = () => (
  <div className={panels.empty}>
    <p>Every place where the words stand is listed here by page and boxed on the pages.</p>
    <p>
      Words broken at the end of a line are found, and so are those with other quotation marks or dashes. <Kbd keys="Enter" /> goes to the
      next hit; <Kbd keys={keysOf('mark-hit')} /> marks the one you are at.
    </p>
  </div>
)

/** Where else the words might be, when the document has none of them. */
export function NothingFound({ query, options }: Pick<FindingState, 'query' | 'options'>) {
  const { finding } = useReading()
  return (
    <div className={panels.empty}>
      {options.matchCase || options.wholeWords ? (
        <>
          <p>
            {options.matchCase && options.wholeWords
              ? 'Only whole words with the same capitals are looked for.'
              : options.matchCase
                ? 'Only words with the same capitals are looked for.'
                : 'Only whole words are looked for.'}
          </p>
          <Button onClick={() => finding.look(query, { ...options, matchCase: false, wholeWords: false })}>Look for any form</Button>
        </>
      ) : null}
      <p>
        <Link className={styles.elsewhere} href={routes.search(addressOfQuery({ ...EVERYTHING, words: query }))}>
          Look for it in the whole library
        </Link>
        , where near spellings can be found as well.
      </p>
    </div>
  )
}
