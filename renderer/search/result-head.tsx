import { Highlighter, NotebookPen } from 'lucide-react'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { Button } from '../ui/button'
import { Segmented } from '../ui/segmented'
import type { Found, FoundOrder, Tally } from './engine/found'
import styles from './results.module.css'

type ResultHeadProps = {
  readonly found: Found
  readonly tally: Tally | null
  readonly scope: { readonly documents: number; readonly silentPages: number } | null
  readonly order: FoundOrder
  readonly onOrder: (order: FoundOrder) => void
  readonly chosen: number
  /** How many rows the list holds. */
  readonly listed: number
  readonly onMark: () => void
  readonly onRecord: (() => void) | null
  readonly onChooseNone: () => void
}

/** How much was found and where, what could not be searched, and what can be done with it. */
export function ResultHead({ found, tally, scope, order, onOrder, chosen, listed, onMark, onRecord, onChooseNone }: ResultHeadProps) {
  const documents = tally?.documents.length ?? null
  return (
    <div className={styles.head}>
      <div className={styles.headRow}>
        <output>
          <strong>{numberOf(found.total, 'result')}</strong>
          {documents === null ? null : ` in ${numberOf(documents, 'document')}`}
          {chosen === 0 ? null : ` · ${chosen.toLocaleString('en')} chosen`}
        </output>
        {chosen === 0 ? null : (
          <Button kind="quiet" onClick={onChooseNone}>
            Choose none
          </Button>
        )}
        <span className={styles.gap} />
        <Segmented
          label="Order"
          value={order}
          options={[
            { value: 'best', label: 'Best first' },
            { value: 'document', label: 'By document' },
          ]}
          onChange={onOrder}
        />
        <Button icon={Highlighter} onClick={onMark}>
          {chosen === 0 ? 'Mark all…' : 'Mark chosen…'}
        </Button>
        {onRecord === null ? null : (
          <Button icon={NotebookPen} onClick={onRecord}>
            Record this search…
          </Button>
        )}
      </div>
      <p className={styles.small}>
        {order === 'document'
          ? 'In the order of documents and pages.'
          : found.ranked >= found.total
            ? 'Best first: where the words stand often, and rare words count for more.'
            : `The words are common: ${found.ranked.toLocaleString('en')} places in which they stand often were ranked; the others follow.`}
        {found.total > listed ? ` The first ${listed.toLocaleString('en')} are listed; narrow the search for the rest.` : null}
        {scope === null || scope.silentPages === 0 ? null : <SilentPages pages={scope.silentPages} />}
      </p>
    </div>
  )
}

/** How many pages have no text, and the way to where those that are pictures get some. */
export function SilentPages({ pages }: { readonly pages: number }) {
  return (
    <>
      {' '}
      {pages === 1 ? '1 page has' : `${pages.toLocaleString('en')} pages have`} no text and could not be searched.{' '}
      <button type="button" className={styles.inline} onClick={() => navigate(routes.library())}>
        The library
      </button>{' '}
      offers to recognise those that are pictures.
    </>
  )
}

const numberOf = (count: number, what: string): string => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
