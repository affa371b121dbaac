import { endsOf } from '@shared/annotations/mark-ends'
import { useWatched } from '../../app/use-watched'
import { BoxHandles } from './box-handles'
import { useReading } from '../reading'
import { TextHandles } from './text-handles'

/** The handles of the mark that is chosen: its ends, or its box. Drawn over the pages, inside the scrolled column. */
export function MarkEnds() {
  const { marks, selected, texts } = useReading()
  const mark = selected === null ? undefined : marks?.byId.get(selected)
  useWatched(texts.state)
  if (mark === undefined) return null
  const { segments } = mark.annotation
  const ends = endsOf(segments)
  // Offsets mean the text that was in force when the passage was marked.
  const inForce = segments.every((segment) => texts.peek(segment.pageIndex)?.origin === segment.textOrigin)
  const isBox =
    segments.length === 1 && segments[0]?.quads.length === 1 && (mark.annotation.kind === 'area' || mark.annotation.kind === 'redaction')
  if (isBox) return <BoxHandles key={mark.annotation.id} mark={mark} segment={segments[0]} />
  return ends !== null && inForce ? <TextHandles key={mark.annotation.id} mark={mark} ends={ends} /> : null
}
