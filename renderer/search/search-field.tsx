import type { Problem } from '@shared/errors/outcome'
import type { QueryProblem } from '@shared/searches/parse-query'
import type { SearchQuery } from '@shared/searches/search-query'
import { Bookmark, Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../ui/button'
import styles from './search-field.module.css'
import common from './search.module.css'

type SearchFieldProps = {
  readonly query: SearchQuery
  readonly onQuery: (query: SearchQuery) => void
  readonly problem: QueryProblem | Problem | null
  /** Words that near spellings added. */
  readonly added: readonly string[]
  readonly onDown: () => void
  readonly onEnter: () => void
  readonly onSave: () => void
}

/** The one field. Arrow down leads into the list, Enter opens what the list stands at; what can't be read is said with its place. */
export function SearchField({ query, onQuery, problem, added, onDown, onEnter, onSave }: SearchFieldProps) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  // The field has its own text while it is typed: the address follows, and never puts back a letter.
  const [words, setWords] = useState(query.words)
  const [shown, setShown] = useState(query.words)
  if (query.words !== shown) {
    setShown(query.words)
    setWords(query.words)
  }
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const write = (next: string): void => {
    setWords(next)
    setShown(next)
    onQuery({ ...query, words: next })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') onDown()
    else if (event.key === 'Enter') onEnter()
    else return
    event.preventDefault()
  }
  const meant = problem !== null && 'start' in problem ? words.slice(problem.start, problem.end) : ''
  return (
    <div className={styles.top}>
      <div className={styles.fieldRow}>
        <div className={styles.fieldBox}>
          <Search size={18} strokeWidth={1.6} aria-hidden className={styles.glass} />
          <label htmlFor={id} className={common.unseen}>
            Search the library
          </label>
          <input
            ref={field}
            id={id}
            type="search"
            className={styles.field}
            value={words}
            placeholder="Search every page, mark, note and claim"
            spellCheck={false}
            autoComplete="off"
            aria-invalid={problem !== null}
            aria-describedby={`${id}-said`}
            onChange={(event) => write(event.target.value)}
            onKeyDown={onKey}
          />
        </div>
        <label className={styles.near}>
          <input type="checkbox" checked={query.fuzzy} onChange={(event) => onQuery({ ...query, fuzzy: event.target.checked })} />
          Near spellings
        </label>
        <Button icon={Bookmark} disabled={words.trim() === '' || problem !== null} onClick={onSave}>
          Save search
        </Button>
      </div>
      <output id={`${id}-said`} className={styles.said} data-wrong={problem !== null || undefined}>
        {problem !== null ? (
          <>
            {meant !== '' && meant.length < words.length ? <code>{meant}</code> : null} {problem.what} {problem.remedy}
          </>
        ) : query.fuzzy && words.trim() !== '' ? (
          added.length === 0 ? (
            'No near spelling of these words stands in the library.'
          ) : (
            `Also looked for: ${added.slice(0, 12).join(', ')}${added.length > 12 ? ` and ${added.length - 12} more` : ''}.`
          )
        ) : null}
      </output>
    </div>
  )
}
