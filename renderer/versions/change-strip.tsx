import { tallyOf } from '@shared/versions/version-summary'
import { counted } from './change-words'
import type { ComparedWords } from './version-jobs'
import styles from './change-strip.module.css'
import common from './versions.module.css'

const HEIGHT = 44
const MIDDLE = 26

/** Number of words as a height: a single word is seen, a whole page does not hide the others. */
const rise = (words: number, most: number, height: number): number => (words === 0 ? 0 : Math.max(2, (Math.sqrt(words) / Math.sqrt(Math.max(most, 1))) * height))

/**
 * The pages of both versions from left to right: words newly released rise, words withheld or gone hang. The table beside it says the
 * same in numbers; here a click goes to a page.
 */
export function ChangeStrip({ unit, pairs, chosen, onChoose }: { readonly unit: 'page' | 'row'; readonly pairs: readonly ComparedWords[]; readonly chosen: number; readonly onChoose: (at: number) => void }) {
  const tallies = pairs.map(({ changes }) => tallyOf(changes))
  const most = Math.max(1, ...tallies.flatMap(({ released, withheld, gone, changed }) => [released + changed, withheld + gone]))
  const [up, down] = [MIDDLE - 3, HEIGHT - MIDDLE - 3]
  const total = tallyOf(pairs.flatMap(({ changes }) => changes))
  const name = `Changes over ${counted(pairs.length, unit)}: ${counted(total.released, 'word')} newly released, ${total.withheld} newly withheld, ${total.gone} gone, ${total.changed} changed`
  return (
    <figure className={styles.stripFigure}>
      <svg className={styles.strip} viewBox={`0 0 ${pairs.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      {tallies.map(({ released, withheld, gone, changed }, at) => {
        const [a, b, c, d] = [rise(released, most, up), rise(changed, most, up), rise(withheld, most, down), rise(gone, most, down)]
        const x = at + 0.1
        return (
          <g key={at} onClick={() => onChoose(at)} className={styles.bar}>
            <rect x={at} y={0} width={1} height={HEIGHT} className={at === chosen ? styles.chosenBar : styles.emptyBar} />
            <rect x={x} y={MIDDLE - Math.max(a, b)} width={0.8} height={b} className={styles.changedBar} />
            <rect x={x} y={MIDDLE - a} width={0.8} height={a} className={styles.releasedBar} />
            <rect x={x} y={MIDDLE} width={0.8} height={Math.max(c, d)} className={styles.goneBar} />
            <rect x={x} y={MIDDLE} width={0.8} height={c} className={styles.withheldBar} />
          </g>
        )
      })}
      <line x1={0} x2={pairs.length} y1={MIDDLE} y2={MIDDLE} className={styles.axis} vectorEffect="non-scaling-stroke" />
    </svg>
      <figcaption className={common.hidden}>{name}</figcaption>
    </figure>
  )
}
