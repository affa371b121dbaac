import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import type { Document } from '@shared/documents/document'
import { useState } from 'react'
import { Link } from 'wouter'
import { pageIndex } from '@shared/units/pages'
import { routes } from '../app/routes'
import { classes } from '../ui/classes'
import { CHANGE_SIGNS, counted, insteadWords } from './change-words'
import { ComparedPage } from './compared-page'
import { PairByHand } from './pair-by-hand'
import { useReadablePage } from './use-readable-page'
import type { ComparedWords } from './version-jobs'
import styles from './versions.module.css'

type PairViewProps = {
  readonly earlier: Document
  readonly later: Document
  readonly compared: ComparedWords
  /** Pairs the page of the later version with another of the earlier one, or with none; null where the versions are not kept yet. */
  readonly onPair: ((later: number, earlier: number | null) => void) | null
}

/** Two pages that answer to each other, side by side as they are printed, and what changed in words. */
export function PairView({ earlier, later, compared, onPair }: PairViewProps) {
  const { pair, changes, words } = compared
  const [chosen, setChosen] = useState<number | null>(null)
  const before = useReadablePage(earlier.id, pair.earlier)
  const after = useReadablePage(later.id, pair.later)
  const side = (which: 'earlier' | 'later', document: Document, readable: ReturnType<typeof useReadablePage>, index: number | null) => (
    <section className={styles.side} aria-label={which === 'earlier' ? 'Page of the earlier version' : 'Page of the later version'}>
      <p className={styles.sideHead}>
        <span className={styles.sideName}>{which === 'earlier' ? 'Earlier' : 'Later'}</span>
        {index === null ? null : (
          <Link href={routes.document(document.id, { page: pageIndex(index) })} title="Open in the reader">
            page {index + 1} of {document.pageCount}
          </Link>
        )}
      </p>
      {index === null ? (
        <p className={styles.noPage}>{which === 'earlier' ? 'The earlier version has no page that answers to this one.' : 'The later version has no page that answers to this one.'}</p>
      ) : readable === null || readable === undefined ? null : (
        <ComparedPage
          documentId={document.id}
          index={index}
          shape={readable.page}
          name={document.name}
          chosen={chosen}
          changes={changes.flatMap((change, at) => {
            const range = change[which]
            return range === null ? [] : [{ kind: change.kind, at, quads: quadsOfRanges(readable.text, [range]) }]
          })}
        />
      )}
    </section>
  )
  return (
    <div className={styles.pair}>
      <div className={styles.sides}>
        {side('earlier', earlier, before, pair.earlier)}
        {side('later', later, after, pair.later)}
      </div>
      <section className={styles.changes} aria-label="What changed on this page">
        <h2 className={styles.changesTitle}>{changes.length === 0 ? 'No word of this page changed' : counted(changes.length, 'change')}</h2>
        {pair.why === 'place' ? <p className={styles.quiet}>These pages are paired by their place alone: too few words agree.</p> : null}
        <ol className={styles.changeList}>
          {changes.map((change, at) => (
            <li key={at}>
              <button type="button" className={classes(styles.change, at === chosen && styles.chosenChange)} data-kind={change.kind} aria-pressed={at === chosen} onClick={() => setChosen(at === chosen ? null : at)}>
                <span className={styles.kind} data-kind={change.kind}>
                  <span aria-hidden>{CHANGE_SIGNS[change.kind].sign}</span> {CHANGE_SIGNS[change.kind].words}
                  <span className={styles.instead}> {insteadWords(change)}</span>
                </span>
                {words[at]?.earlier ? <del className={styles.was}>{words[at]?.earlier}</del> : null}
                {words[at]?.later ? <ins className={styles.is}>{words[at]?.later}</ins> : null}
              </button>
            </li>
          ))}
        </ol>
        {onPair === null || pair.later === null ? null : <PairByHand earlier={earlier} pair={pair} onPair={onPair} />}
      </section>
    </div>
  )
}
