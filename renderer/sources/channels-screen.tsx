import type { AnalysisId } from '@shared/analyses/analysis'
import { AUTHOR_WORDS, TRIGGER_WORDS } from '@shared/documents/disclosure-standing'
import { BASIS_ROWS, BASIS_WORDS } from '@shared/sources/claims-by-channel'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { EmptyState } from '../ui/empty-state'
import { useWorkbench } from '../workbench/workbench'
import { ChannelChart } from './channel-chart'
import styles from './channels.module.css'
import { type ChannelView, readChannels } from './read-channels'
import { StandingPill } from './standing-pill'

/** Which findings rest on what the agency published and which on what others brought out: a chart, and the same as tables. */
export function ChannelsScreen({ analysisId }: { readonly analysisId: AnalysisId }) {
  const { db } = useWorkbench()
  const view = useLiveQuery(() => readChannels(db, analysisId), [db, analysisId])
  if (view === undefined) return null
  if (view === null)
    return <EmptyState title="This analysis is not in the library" actions={<Link href={routes.analyses()}>All analyses</Link>} />
  const filled = view.cells.filter(({ recorded, inferred }) => recorded.length + inferred.length > 0)
  return (
    <div className={styles.scroller}>
      <article className={styles.page}>
        <header className={styles.head}>
          <h1 className={styles.title}>Claims by channel</h1>
          <p className={styles.second}>
            <Link href={routes.analysis(analysisId)}>{view.title}</Link>: who put out what each claim rests on, and what set that off. It
            says where things came from, not whether a claim holds.
          </p>
        </header>
        {filled.length === 0 ? (
          <EmptyState
            title="Nothing is known yet of how the evidence came out"
            actions={<Link href={routes.library()}>Go to the library</Link>}
          >
            <p>Say in the library how each document came out, or name the channels of a source.</p>
          </EmptyState>
        ) : (
          <>
            <ChannelChart cells={view.cells} />
            <table className={styles.table}>
              <caption>Channels, with their claims</caption>
              <thead>
                <tr>
                  <th scope="col">Put out by</th>
                  <th scope="col">What set it off</th>
                  <th scope="col">Counts as</th>
                  <th scope="col">Claims, as recorded</th>
                  <th scope="col">Claims, only inferred</th>
                </tr>
              </thead>
              <tbody>
                {filled.map((cell) => (
                  <tr key={`${cell.author} ${cell.trigger}`}>
                    <th scope="row">{AUTHOR_WORDS[cell.author]}</th>
                    <td>{TRIGGER_WORDS[cell.trigger]}</td>
                    <td>
                      <StandingPill standing={cell.disclosed ? 'disclosed' : 'discovered'} />
                    </td>
                    <td>
                      <Numbers analysisId={analysisId} view={view} numbers={cell.recorded} />
                    </td>
                    <td>
                      <Numbers analysisId={analysisId} view={view} numbers={cell.inferred} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
        <Basis analysisId={analysisId} view={view} />
      </article>
    </div>
  )
}

/** Each claim once, by what it rests on: the rows add up to all claims. */
function Basis({ analysisId, view }: { readonly analysisId: AnalysisId; readonly view: ChannelView }) {
  return (
    <table className={styles.table}>
      <caption>
        What the {view.basis.length} {view.basis.length === 1 ? 'claim rests' : 'claims rest'} on; each stands once
      </caption>
      <thead>
        <tr>
          <th scope="col">Rests</th>
          <th scope="col" className={styles.number}>
            Claims
          </th>
          <th scope="col">By recorded events</th>
          <th scope="col">By inferred channels</th>
        </tr>
      </thead>
      <tbody>
        {BASIS_ROWS.map((standing) => {
          const here = view.basis.filter((basis) => basis.standing === standing)
          const numbers = (from: 'events' | 'channels' | 'nothing'): readonly string[] =>
            here.filter((basis) => basis.from === from).map(({ number }) => number)
          return (
            <tr key={standing}>
              <th scope="row">{BASIS_WORDS[standing]}</th>
              <td className={styles.number}>{here.length}</td>
              <td>
                <Numbers
                  analysisId={analysisId}
                  view={view}
                  numbers={standing === 'not recorded' ? numbers('nothing') : numbers('events')}
                />
              </td>
              <td>
                <Numbers analysisId={analysisId} view={view} numbers={numbers('channels')} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Claims beyond these are counted only, so that a table of thousands stays a table. */
const MOST = 60

function Numbers({
  analysisId,
  view,
  numbers,
}: {
  readonly analysisId: AnalysisId
  readonly view: ChannelView
  readonly numbers: readonly string[]
}) {
  if (numbers.length === 0) return <span className={styles.third}>none</span>
  return (
    <span className={styles.numbers}>
      {numbers.slice(0, MOST).map((number) => {
        const claim = view.claims.get(number)
        return claim === undefined ? null : (
          <Link key={number} href={routes.claim(analysisId, claim.id)} title={claim.text}>
            {number}
          </Link>
        )
      })}
      {numbers.length > MOST ? <span className={styles.third}>and {numbers.length - MOST} more</span> : null}
    </span>
  )
}
