import { tallyOf } from '@shared/versions/version-summary'
import { type MouseEvent, useMemo } from 'react'
import { counted } from './change-words'
import type { ComparedWords } from './version-jobs'
import styles from './change-strip.module.css'
import common from './versions.module.css'

const HEIGHT = 44
const MIDDLE = 26

/** Number of words as a height: a single word is seen, a whole page does not hide the others. */
const rise = (words: number, most: number, height: number): number =>
  words === 0 ? 0 : Math.max(2, (Math.sqrt(words) / Math.sqrt(Math.max(most, 1))) * height)

/**
 * The pages of both versions from left to right: words newly released rise, words withheld or gone hang. The table beside it says the
 * same in numbers; here a click goes to a page.
 */
export function ChangeStrip({
  unit,
  pairs,
  chosen,
  onChoose,
}: {
  readonly unit: 'page' | 'row'
  readonly pairs: readonly ComparedWords[]
  readonly chosen: number
  readonly onChoose: (at: number) => void
}) {
  const { bars, total } = useMemo(() => barsOf(pairs), [pairs])
  const name = `Changes over ${counted(pairs.length, unit)}: ${counted(total.released, 'word')} newly released, ${total.withheld} newly withheld, ${total.gone} gone, ${total.changed} changed`
  const choose = (event: MouseEvent<SVGSVGElement>): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    onChoose(Math.max(0, Math.min(pairs.length - 1, Math.floor(((event.clientX - left) / width) * pairs.length))))
  }
  return (
    <figure className={styles.stripFigure}>
      <svg className={styles.strip} viewBox={`0 0 ${pairs.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden onClick={choose}>
        <rect x={chosen} y={0} width={1} height={HEIGHT} className={styles.chosenBar} />
        <path d={bars.changed} className={styles.changedBar} />
        <path d={bars.released} className={styles.releasedBar} />
        <path d={bars.gone} className={styles.goneBar} />
        <path d={bars.withheld} className={styles.withheldBar} />
        <line x1={0} x2={pairs.length} y1={MIDDLE} y2={MIDDLE} className={styles.axis} vectorEffect="non-scaling-stroke" />
      </svg>
      <figcaption className={common.hidden}>{name}</figcaption>
    </figure>
  )
}

/** The bars of each kind as one path, however many pages there are: an element for each page of thousands is felt. */
function barsOf(pairs: readonly ComparedWords[]) {
  const tallies = pairs.map(({ changes }) => tallyOf(changes))
  const most = tallies.reduce((before, { released, withheld, gone, changed }) => Math.max(before, released + changed, withheld + gone), 1)
  const [up, down] = [MIDDLE - 3, HEIGHT - MIDDLE - 3]
  const bars = { changed: '', released: '', gone: '', withheld: '' }
  for (const [at, { released, withheld, gone, changed }] of tallies.entries()) {
    const [a, b, c, d] = [rise(released, most, up), rise(changed, most, up), rise(withheld, most, down), rise(gone, most, down)]
    bars.changed += bar(at, MIDDLE - Math.max(a, b), b)
    bars.released += bar(at, MIDDLE - a, a)
    bars.gone += bar(at, MIDDLE, Math.max(c, d))
    bars.withheld += bar(at, MIDDLE, c)
  }
  return { bars, total: tallyOf(pairs.flatMap(({ changes }) => changes)) }
}

const bar = (at: number, top: number, height: number): string => (height === 0 ? '' : `M${at + 0.1} ${top}h0.8v${height}h-0.8z`)
