import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import { quotationText } from '@shared/anchoring/quotation-text'
import { quotationOf } from '@shared/annotations/annotation'
import type { PageText } from '@shared/documents/page'
import { boundsOf, pdfRect } from '@shared/units/geometry'
import { pageIndex } from '@shared/units/pages'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useId, useRef } from 'react'
import { useAct } from '../analyses/editing/use-act'
import type { Mark } from '../annotations/marks'
import { readEmbeddedTexts } from '../documents/page-readings'
import { EXTRACTOR } from '../pdf/pdfjs'
import { useReading } from '../reader/reading'
import { Button } from '../ui/button'
import { useWorkbench } from '../workbench/workbench'
import { keepEarlierWords } from './commands/keep-earlier-words'
import { DecidedDifference, OpenDifference } from './difference-item'
import styles from './differences.module.css'
import { countsOf, isOpen, type TextDifference } from './read-differences'
import { unreadMarks } from './unread-marks'
import { useDifferences } from './use-differences'
import { places, wordsOnPages } from './words'

/** Open differences of a page that are shown at a time: each has a picture. */
const MOST = 12

/** Where the present version of pdf.js reads other words on the page than its stored text has, for the researcher to decide. Nothing where all is the same. */
export function DifferencesSection({ index }: { readonly index: number }) {
  const { document, pages, marks, actions, goTo, openPanel } = useReading()
  const { db, derived } = useWorkbench()
  const act = useAct()
  const found = useDifferences(document)
  const list = useRef<HTMLUListElement>(null)
  const title = useId()
  /** Set when a place was decided by its buttons, which are gone then: those of the next place take the focus. */
  const decidedAt = useRef<{ readonly at: number; readonly left: number } | null>(null)
  const left = found?.differences.filter((one) => one.index === index && isOpen(one)).length ?? 0
  useEffect(() => {
    if (decidedAt.current === null || decidedAt.current.left === left) return
    const items = [...(list.current?.children ?? [])].slice(0, left)
    items[Math.min(decidedAt.current.at, items.length - 1)]?.querySelector<HTMLElement>('[data-decide]')?.focus({ preventScroll: true })
    decidedAt.current = null
  }, [left])
  const text = useLiveQuery(
    async () => (await readEmbeddedTexts({ db, derived }, document.id, index, index)).get(index),
    [db, derived, document.id, index],
  )
  if (found === undefined || text === undefined || found.differences.length + found.under.length === 0) return null
  const { differences, under } = found
  const open = differences.filter(isOpen)
  const here = differences.filter((one) => one.index === index)
  const openHere = here.filter(isOpen)
  const next = open.find((one) => one.index > index) ?? open.find((one) => one.index !== index)
  const underHere = under.filter((page) => page === index).length
  const unread = unreadMarks(marks?.byPage.get(index) ?? [], index, text.text, here)
  const go = (page: number, top: number | null): void => {
    const box = pages[page]?.box
    goTo({ page, fraction: box === undefined || top === null ? 0 : Math.max(0, (box[3] - top) / (box[3] - box[1]) - 0.15) }, 'text')
  }
  const select = (mark: Mark): void => {
    actions.select(mark)
    openPanel('marks')
  }
  const keep = (which: readonly TextDifference[]): void =>
    void act(
      keepEarlierWords,
      { documentId: document.id, differences: which.map((one) => ({ pageIndex: pageIndex(one.index), key: one.key })) },
      `Kept the earlier words at ${places(which.length)}.`,
    )
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h3 id={title} className={styles.heading}>
        Read differently by pdf.js {EXTRACTOR.version}
      </h3>
      <p className={styles.note}>
        The words of this document were read by {document.extractor?.name} {document.extractor?.version} and stay as they are. The version
        of now reads {wordsOnPages(countsOf(differences))} otherwise;{' '}
        {open.length === 0 ? 'you have decided about all of them.' : `${places(open.length)} still to be decided.`}{' '}
        {next === undefined ? null : (
          <button type="button" className={styles.link} onClick={() => go(next.index, null)}>
            Go to page {next.index + 1}
          </button>
        )}
      </p>
      {openHere.length > 1 || (open.length > 1 && open.length > openHere.length) ? (
        <div className={styles.buttons}>
          {openHere.length > 1 ? <Button onClick={() => keep(openHere)}>Keep the earlier words of this page</Button> : null}
          {open.length > openHere.length ? (
            <Button kind="quiet" onClick={() => keep(open)}>
              Keep them in the whole document ({open.length})
            </Button>
          ) : null}
        </div>
      ) : null}
      {here.length > 0 ? (
        <ul ref={list} className={styles.list} aria-label="Words of this page that were read differently">
          {openHere.slice(0, MOST).map((one, at) => (
            <OpenDifference
              key={one.key}
              difference={one}
              text={text}
              area={areaOf(text, one)}
              earlier={earlierWords(text, one)}
              onGo={go}
              onKeep={() => keep([one])}
              onDecide={() => (decidedAt.current = { at, left })}
            />
          ))}
          {here
            .filter((one) => !isOpen(one))
            .map((one) => (
              <DecidedDifference key={one.key} difference={one} earlier={earlierWords(text, one)} />
            ))}
        </ul>
      ) : null}
      {openHere.length > MOST ? (
        <p className={styles.note}>{openHere.length - MOST} more of this page follow when these are decided.</p>
      ) : null}
      {underHere > 0 ? (
        <p className={styles.note}>
          At {places(underHere)} of this page what differs touches words under a redaction, or could not be looked at. It is only counted.
        </p>
      ) : null}
      {unread.length === 0 ? null : (
        <>
          <p className={styles.note}>
            pdf.js {EXTRACTOR.version} does not read the quotation of {unread.length === 1 ? 'this mark' : 'these marks'} here. A dossier
            lists {unread.length === 1 ? 'it' : 'them'} as not verified until a person has compared it with the page.
          </p>
          <ul className={styles.marks} aria-label="Marks whose quotation is read differently">
            {unread.map((mark) => (
              <li key={mark.annotation.id}>
                <button type="button" className={styles.link} onClick={() => select(mark)}>
                  “{quotationOf(mark.annotation)}”
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const earlierWords = (text: PageText, { range }: TextDifference): string =>
  quotationText(text.text.slice(range.start, range.end), text.text)

/** The piece of the printed page around the words; null where nothing was read there. */
function areaOf(text: PageText, { range }: TextDifference) {
  const bounds = boundsOf(quadsOfRanges(text, [range]))
  return bounds === null ? null : pdfRect(bounds.left - 40, bounds.bottom - 6, bounds.right + 40, bounds.top + 6)
}
