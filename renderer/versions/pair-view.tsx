import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import { type Document, isTable } from '@shared/documents/document'
import type { Page } from '@shared/documents/page'
import { rowOfPage } from '@shared/tables/table-pages'
import { useState } from 'react'
import { Link } from 'wouter'
import { pageIndex } from '@shared/units/pages'
import { routes } from '../app/routes'
import { CardButton } from '../ui/card-button'
import { CHANGE_SIGNS, counted, insteadWords, unitOf } from './change-words'
import { ComparedPage } from './compared-page'
import { ComparedRow } from './compared-row'
import { PairByHand } from './pair-by-hand'
import { useReadablePage } from './use-readable-page'
import type { ComparedWords } from './version-jobs'
import styles from './pair-view.module.css'
import common from './versions.module.css'

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
  const unit = unitOf(later)
  const side = (which: 'earlier' | 'later', document: Document, readable: ReturnType<typeof useReadablePage>, index: number | null) => (
    <section className={styles.side} aria-label={`${unit === 'row' ? 'Row' : 'Page'} of the ${which} version`}>
      <p className={styles.sideHead}>
        <span className={common.sideName}>{which === 'earlier' ? 'Earlier' : 'Later'}</span>
        {index === null ? null : (
          <Link href={routes.document(document.id, { page: pageIndex(index) })} title="Open in the reader">
            {isTable(document) ? rowWords(readable?.page) : `page ${index + 1} of ${document.pageCount}`}
          </Link>
        )}
      </p>
      {index === null ? (
        <p className={styles.noPage}>{`The ${which} version has no ${unitOf(document)} that answers to this one.`}</p>
      ) : readable === null || readable === undefined ? null : isTable(document) ? (
        <ComparedRow
          text={readable.text.text}
          chosen={chosen}
          changes={changes.flatMap((change, at) => (change[which] === null ? [] : [{ kind: change.kind, at, range: change[which] }]))}
        />
      ) : (
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
      <section className={styles.changes} aria-label={`What changed ${unit === 'row' ? 'in this row' : 'on this page'}`}>
        <h2 className={styles.changesTitle}>
          {changes.length === 0 ? `No word of this ${unit} changed` : counted(changes.length, 'change')}
        </h2>
        {pair.why === 'place' ? <p className={common.quiet}>These {unit}s are paired by their place alone: too few words agree.</p> : null}
        <ol className={styles.changeList}>
          {changes.map((change, at) => (
            <li key={at}>
              <CardButton pressed={at === chosen} onClick={() => setChosen(at === chosen ? null : at)}>
                <span className={styles.kind} data-kind={change.kind}>
                  <span aria-hidden>{CHANGE_SIGNS[change.kind].sign}</span> {CHANGE_SIGNS[change.kind].words}
                  <span className={styles.instead}> {insteadWords(change)}</span>
                </span>
                {words[at]?.earlier ? <del className={styles.was}>{words[at]?.earlier}</del> : null}
                {words[at]?.later ? <ins className={styles.is}>{words[at]?.later}</ins> : null}
              </CardButton>
            </li>
          ))}
        </ol>
        {onPair === null || pair.later === null ? null : <PairByHand earlier={earlier} pair={pair} onPair={onPair} />}
      </section>
    </div>
  )
}

/** A row as its sheet counts it. */
function rowWords(page: Pick<Page, 'label'> | undefined): string {
  const place = page === undefined ? null : rowOfPage(page)
  return place === null ? 'row' : [place.sheet === null ? '' : `sheet ${place.sheet}`, `row ${place.row}`].filter(Boolean).join(', ')
}
