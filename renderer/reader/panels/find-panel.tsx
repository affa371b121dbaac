import { snippetOf } from '@shared/finding/find-in-text'
import { addressOfQuery } from '@shared/searches/query-address'
import { EVERYTHING } from '@shared/searches/search-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { CaseSensitive, ChevronDown, ChevronUp, Highlighter, WholeWord } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { Link } from 'wouter'
import { routes } from '../../app/routes'
import { keysOf } from '../../app/shortcuts'
import { useWatched } from '../../app/use-watched'
import { Button, IconButton } from '../../ui/button'
import { classes } from '../../ui/classes'
import { TextField } from '../../ui/field'
import { Kbd } from '../../ui/kbd'
import { Progress } from '../../ui/progress'
import { useWorkbench } from '../../workbench/workbench'
import type { FindingState } from '../finding'
import { useReading } from '../reading'
import styles from './find-panel.module.css'
import panels from './panels.module.css'

/** Heights of a page's line and of a hit in CSS pixels, as the style sheet has them. */
const HEAD = 28
const ROW = 46

type Row = { readonly page: number; readonly count: number } | { readonly hit: number }

/** Finds words in the document: a field, and the hits by page with the words around them. */
export function FindPanel() {
  const { document, pages, finding, column, markHit } = useReading()
  const { examination } = useWorkbench()
  const state = useWatched(finding)
  const { query, options, hits, byPage, current, running, searched } = state
  const examined = useWatched(examination.progress)
  const waitsFor = running && searched === 0 && hits.length === 0 && examined?.documentId === document.id ? examined : null
  const scroller = useRef<HTMLDivElement>(null)
  const walked = useRef(false)
  const rows = useMemo(() => rowsOf(hits, byPage), [hits, byPage])
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (isHit(rows[at]) ? ROW : HEAD),
    overscan: 12,
  })
  const currentRow = rows.findIndex((row) => isHit(row) && row.hit === current)
  useEffect(() => list.measure(), [list, rows])
  useEffect(() => {
    if (currentRow >= 0) list.scrollToIndex(currentRow, { align: 'auto' })
  }, [list, currentRow])
  useEffect(() => {
    if (!walked.current) return
    const row = scroller.current?.querySelector<HTMLElement>('button[tabindex="0"]')
    if (!row) return
    walked.current = false
    row.focus({ preventScroll: true })
  })

  const step = (direction: 1 | -1): void => finding.step(direction)
  const typed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    else if (event.key === 'ArrowDown' && hits.length > 0) {
      walked.current = true
      finding.choose(Math.max(0, current))
    } else if (event.key === 'Escape') column.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const walk = (event: KeyboardEvent): void => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: hits.length - 1 }[event.key]
    if (to !== undefined && hits[to] !== undefined) {
      walked.current = true
      finding.choose(to)
    } else if (event.key === 'Enter' || event.key.toLowerCase() === 'm') markHit(current)
    else if (event.key === 'Escape') column.focus()
    else if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section className={panels.panel} aria-label="Find in this document">
      <search className={styles.form}>
        <TextField
          label="Find in this document"
          hideLabel
          type="search"
          placeholder="Find in this document"
          value={query}
          onChange={(next) => finding.look(next, options)}
          onKeyDown={typed}
        />
        <div className={styles.tools}>
          <IconButton
            label="Capitals and small letters differ"
            icon={CaseSensitive}
            pressed={options.matchCase}
            onClick={() => finding.look(query, { ...options, matchCase: !options.matchCase })}
          />
          <IconButton
            label="Whole words only"
            icon={WholeWord}
            pressed={options.wholeWords}
            onClick={() => finding.look(query, { ...options, wholeWords: !options.wholeWords })}
          />
          <span className={styles.gap} />
          <IconButton
            label="Previous hit"
            icon={ChevronUp}
            shortcut={keysOf('previous-hit')}
            disabled={hits.length === 0}
            onClick={() => step(-1)}
          />
          <IconButton
            label="Next hit"
            icon={ChevronDown}
            shortcut={keysOf('next-hit')}
            disabled={hits.length === 0}
            onClick={() => step(1)}
          />
        </div>
        <output className={styles.tally}>
          {waitsFor === null
            ? wordsOf(state, pages.length)
            : `The pages are first looked at for words left under redactions: ${waitsFor.done.toLocaleString('en')} of ${waitsFor.of.toLocaleString('en')}.`}
        </output>
        {waitsFor === null ? null : <Progress label="Pages looked at" done={waitsFor.done} of={waitsFor.of} />}
      </search>
      {query.trim() === '' ? (
        <div className={panels.empty}>
          <p>Every place where the words stand is listed here by page and boxed on the pages.</p>
          <p>
            Words broken at the end of a line are found, and so are those with other quotation marks or dashes. <Kbd keys="Enter" /> goes to
            the next hit; <Kbd keys={keysOf('mark-hit')} /> marks the one you are at.
          </p>
        </div>
      ) : hits.length === 0 && !running ? (
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
      ) : (
        <div ref={scroller} className={panels.scroller}>
          <ol aria-label="Hits" className={panels.list} style={{ height: list.getTotalSize() }}>
            {list.getVirtualItems().map(({ index, start }) => {
              const row = rows[index]
              if (row === undefined) return null
              const style = { transform: `translateY(${start}px)` }
              if (!isHit(row)) {
                const label = pages[row.page]?.label
                return (
                  <li key={`page-${row.page}`} className={styles.page} style={style}>
                    <span>
                      page {row.page + 1}
                      {label === null || label === undefined || label === String(row.page + 1) ? '' : ` · label ${label}`}
                    </span>
                    <span>{row.count}</span>
                  </li>
                )
              }
              const hit = hits[row.hit]
              if (hit === undefined) return null
              const { before, hit: words, after } = snippetOf(finding.textOf(hit.page), hit)
              const chosen = row.hit === current
              return (
                <li key={`hit-${row.hit}`} className={styles.line} style={style}>
                  <button
                    type="button"
                    aria-current={chosen ? 'true' : undefined}
                    tabIndex={chosen ? 0 : -1}
                    className={classes(styles.hit, chosen && styles.chosen)}
                    onClick={() => finding.choose(row.hit)}
                    onKeyDown={walk}
                  >
                    {before}
                    <mark className={styles.words}>{words}</mark>
                    {after}
                  </button>
                  {chosen ? (
                    <IconButton
                      label="Mark this hit"
                      icon={Highlighter}
                      shortcut={keysOf('mark-hit')}
                      className={styles.mark}
                      onClick={() => markHit(row.hit)}
                    />
                  ) : null}
                </li>
              )
            })}
          </ol>
        </div>
      )}
    </section>
  )
}

const isHit = (row: Row | undefined): row is { readonly hit: number } => row !== undefined && 'hit' in row

function rowsOf(hits: FindingState['hits'], byPage: FindingState['byPage']): readonly Row[] {
  const rows: Row[] = []
  hits.forEach((hit, at) => {
    if (hits[at - 1]?.page !== hit.page) rows.push({ page: hit.page, count: byPage.get(hit.page)?.length ?? 0 })
    rows.push({ hit: at })
  })
  return rows
}

const count = (number: number, one: string, many: string): string => `${number.toLocaleString('en')} ${number === 1 ? one : many}`

/** "3 of 41 hits on 12 pages. 2 pages hold no text and could not be searched." */
function wordsOf(
  { query, hits, byPage, current, searched, withoutText, running, refused, cutOff }: FindingState,
  pageCount: number,
): string {
  if (query.trim() === '') return ''
  if (refused) return 'The pages could not be looked at for words left under redactions, so nothing is searched.'
  if (running && searched === 0 && hits.length === 0) return 'Looking…'
  const found =
    hits.length === 0
      ? running
        ? 'Looking…'
        : 'Nothing found.'
      : `${current >= 0 ? `${current + 1} of ` : ''}${cutOff ? 'the first ' : ''}${count(hits.length, 'hit', 'hits')} on ${count(byPage.size, 'page', 'pages')}.`
  if (running) return `${found} ${searched.toLocaleString('en')} of ${count(pageCount, 'page', 'pages')} looked through…`
  return withoutText === 0 ? found : `${found} ${count(withoutText, 'page holds', 'pages hold')} no text and could not be searched.`
}
