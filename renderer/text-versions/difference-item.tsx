import type { PageText } from '@shared/documents/page'
import { type PdfRect } from '@shared/units/geometry'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { useAct } from '../analyses/editing/use-act'
import { useReading } from '../reader/reading'
import { correctText } from '../text-quality/commands/correct-text'
import { useRegionPicture } from '../text-quality/use-region-picture'
import { Button } from '../ui/button'
import { decideReadingAgain } from './commands/decide-reading-again'
import styles from './differences.module.css'
import type { TextDifference } from './read-differences'
import { unlikePart } from './unlike-part'

type OpenDifferenceProps = {
  readonly difference: TextDifference
  /** The page's stored text, what is held back left out. */
  readonly text: PageText
  readonly area: PdfRect | null
  readonly earlier: string
  readonly onGo: (page: number, top: number | null) => void
  readonly onKeep: () => void
  /** Told before either button does what it says. */
  readonly onDecide: () => void
}

const NOTHING = '(nothing)'

/** Both forms of some words, what the page prints there, and the choice between them. */
export function OpenDifference({ difference, text, area, earlier, onGo, onKeep, onDecide }: OpenDifferenceProps) {
  const { document, pdf } = useReading()
  const act = useAct()
  const { index, range, later } = difference
  const picture = useRegionPicture(pdf, index, area)
  const was = text.text.slice(range.start, range.end)
  const correct = (): void =>
    void act(
      correctText,
      { id: newId('correction'), documentId: document.id, pageIndex: pageIndex(index), origin: 'embedded', range, was, becomes: later },
      `Corrected to the words of the new version.`,
    )
  const decide = (how: () => void) => (): void => {
    onDecide()
    how()
  }
  const named = earlier === '' ? NOTHING : earlier
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.place}
        aria-label={`Show where “${named}” stands`}
        onClick={() => onGo(index, area?.top ?? null)}
      >
        {picture === null ? (
          <span className={styles.noPicture} />
        ) : (
          <img className={styles.picture} src={picture} alt={`“${named}” as it is printed`} />
        )}
      </button>
      <dl className={styles.forms}>
        <dt>was read</dt>
        <dd>{earlier === '' ? NOTHING : <Unlike words={earlier} other={later} />}</dd>
        <dt>now</dt>
        <dd>{later === '' ? NOTHING : <Unlike words={later} other={earlier} />}</dd>
      </dl>
      <div className={styles.buttons}>
        <Button aria-label={`Keep the earlier words “${named}”`} data-decide onClick={decide(onKeep)}>
          Keep the earlier words
        </Button>
        {was === '' ? null : (
          <Button aria-label={`Correct to the new words “${later === '' ? NOTHING : later}”`} onClick={decide(correct)}>
            Correct to the new words
          </Button>
        )}
      </div>
      {was === '' ? (
        <p className={styles.note}>
          Nothing was read here that could be corrected. Draw a box over the words and type them, or have the page recognised.
        </p>
      ) : null}
    </li>
  )
}

/** Words with what is not the same in the other reading of them brought out. */
function Unlike({ words, other }: { readonly words: string; readonly other: string }) {
  const [start, unlike, end] = unlikePart(words, other)
  return (
    <>
      {start}
      <b className={styles.unlike}>{unlike}</b>
      {end}
    </>
  )
}

/** What was decided about a difference, by whom and when. */
export function DecidedDifference({ difference, earlier }: { readonly difference: TextDifference; readonly earlier: string }) {
  const act = useAct()
  const { standing, later } = difference
  if (standing.kind === 'open') return null
  const { author, at } = standing.kind === 'kept' ? standing.decision : standing.correction
  return (
    <li className={styles.decided}>
      <p>
        {standing.kind === 'kept' ? (
          <>
            <b>{earlier === '' ? NOTHING : earlier}</b> stands; now read{' '}
            <span className={styles.other}>{later === '' ? NOTHING : later}</span>
          </>
        ) : (
          <>
            <del>{standing.correction.was}</del> is corrected to{' '}
            <b>{standing.correction.becomes === '' ? NOTHING : standing.correction.becomes}</b>
          </>
        )}
      </p>
      <p className={styles.by}>
        {standing.kind === 'kept' ? 'kept' : 'corrected'} by {author}, {at.slice(0, 10)}
        {standing.kind === 'kept' ? (
          <>
            {' · '}
            <button
              type="button"
              className={styles.link}
              onClick={() => void act(decideReadingAgain, { id: standing.decision.id }, 'The place is to be decided again.')}
            >
              Decide again
            </button>
          </>
        ) : null}
      </p>
    </li>
  )
}
