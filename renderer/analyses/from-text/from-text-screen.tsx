import { useWatched } from '../../app/use-watched'
import { ChooseText } from './choose-text'
import { draft } from './draft'
import { ReviewText } from './review-text'

/** Makes an analysis from a text: the text is chosen, the proposal looked through, and one command makes it. */
export function FromTextScreen() {
  const current = useWatched(draft)
  return current === null ? <ChooseText /> : <ReviewText draft={current} onChange={draft.set} />
}
