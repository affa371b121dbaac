import { snippetOf } from '@shared/finding/find-in-text'
import { Highlighter } from 'lucide-react'
import type { CSSProperties, KeyboardEvent } from 'react'
import { keysOf } from '../../../app/shortcuts'
import { IconButton } from '../../../ui/button'
import { classes } from '../../../ui/classes'
import type { FindingState } from '../../finding'
import { useReading } from '../../reading'
import styles from './find-panel.module.css'
import panels from '../panels.module.css'
import { type HitListing, isHit } from './use-hit-list'

/** The hits under their pages, with the words around them; arrows walk through them. */
export function FoundList({ state, listing }: { readonly state: FindingState; readonly listing: HitListing }) {
  const { finding, column, markHit } = useReading()
  const { hits, current } = state
  const { rows, list, scroller, walkTo } = listing
  const walk = (event: KeyboardEvent): void => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: hits.length - 1 }[event.key]
    if (to !== undefined && hits[to] !== undefined) walkTo(to)
    else if (event.key === 'Enter' || event.key.toLowerCase() === 'm') markHit(current)
    else if (event.key === 'Escape') column.focus()
    else if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={scroller} className={panels.scroller}>
      <ol aria-label="Hits" className={panels.list} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          const style = { transform: `translateY(${start}px)` }
          if (!isHit(row)) return <PageLine key={`page-${row.page}`} {...row} style={style} />
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
  )
}

function PageLine({ page, count, style }: { readonly page: number; readonly count: number; readonly style: CSSProperties }) {
  const { pages } = useReading()
  const label = pages[page]?.label
  return (
    <li className={styles.page} style={style}>
      <span>
        page {page + 1}
        {label === null || label === undefined || label === String(page + 1) ? '' : ` · label ${label}`}
      </span>
      <span>{count}</span>
    </li>
  )
}
