import { useWatched } from '../../../app/use-watched'
import { useReading } from '../../reading'
import { FindForm } from './find-form'
import { HowToFind, NothingFound } from './find-hints'
import { FoundList } from './found-list'
import panels from '../panels.module.css'
import { useHitList } from './use-hit-list'

/** Finds words in the document: a field, and the hits by page with the words around them. */
export function FindPanel() {
  const { finding } = useReading()
  const state = useWatched(finding)
  const { query, options, hits, current, running } = state
  const listing = useHitList(state, finding.choose)
  return (
    <section className={panels.panel} aria-label="Find in this document">
      <FindForm state={state} onWalk={() => listing.walkTo(Math.max(0, current))} />
      {query.trim() === '' ? (
        <HowToFind />
      ) : hits.length === 0 && !running ? (
        <NothingFound query={query} options={options} />
      ) : (
        <FoundList state={state} listing={listing} />
      )}
    </section>
  )
}
