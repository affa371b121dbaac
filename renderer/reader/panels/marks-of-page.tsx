import { MarksPanel } from '../../annotations/marks-panel'
import { useReading } from '../reading'
import { useRestingPage } from './use-resting-page'

/** The marks of the page on which scrolling rests, or of the whole document. */
export function MarksOfPage() {
  const { column, marks, selected, claimsById, actions } = useReading()
  return <MarksPanel marks={marks} selected={selected} claims={claimsById} actions={actions} page={useRestingPage(column)} />
}
