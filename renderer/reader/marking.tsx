import type { AnnotationId } from '@shared/annotations/annotation'
import { quotationOf, stateOf } from '@shared/annotations/annotation'
import type { Claim } from '@shared/claims/claim'
import type { Mark } from '../annotations/marks'
import { Palette } from '../annotations/palette'
import type { WindowRect } from '../annotations/place-palette'
import { usePreference } from '../preferences/preferences'
import { quotedText } from './copied-text'
import type { PageTexts } from './page-texts'
import type { Selecting } from './pointer-work'
import type { Linking } from './use-linking'

type MarkingProps = {
  readonly selecting: Selecting
  /** The mark that the palette is open for; undefined: it serves what is selected. */
  readonly linked: Mark | undefined
  /** Whether something else is open over the pages. */
  readonly hidden: boolean
  /** The mark that is chosen: a passage can be added to it. */
  readonly chosen: Mark | undefined
  readonly claims: readonly Claim[]
  readonly texts: PageTexts
  readonly linking: Linking
  readonly where: () => WindowRect | null
  readonly onMarked: (id: AnnotationId | null) => void
  readonly onRedaction: () => void
  readonly onCorrect: () => void
  /** Put away after linking a mark, or by Escape: then what was selected goes too. */
  readonly onClose: (left: boolean) => void
}

/** The palette over the pages: for the passage that is selected, or for a mark that is to be linked. */
export function Marking({
  selecting,
  linked,
  hidden,
  chosen,
  claims,
  texts,
  linking,
  where,
  onMarked,
  onRedaction,
  onCorrect,
  onClose,
}: MarkingProps) {
  const [lastClaim] = usePreference('lastClaim')
  const [lastRelation] = usePreference('lastRelation')
  const passage = selecting.kind === 'text' && selecting.settled && !hidden ? selecting.passage : null
  const preset = { claimId: lastClaim, relation: lastRelation }
  const shared = { claims, preset, passage: where, onRedaction }
  if (linked !== undefined) {
    const { annotation } = linked
    return (
      <Palette
        key="mark"
        {...shared}
        target="mark"
        quote={quotationOf(annotation)}
        addTo={null}
        takeFocus
        onLink={(choice) => void linking.linkMark(annotation.id, choice).then((done) => (done ? onClose(false) : undefined))}
        onMark={() => undefined}
        onAdd={() => undefined}
        onCite={() => void linking.cite(linked)}
        onCorrect={null}
        onClose={() => onClose(true)}
      />
    )
  }
  if (passage === null) return null
  return (
    <Palette
      key="passage"
      {...shared}
      target="passage"
      quote={quotedText(passage, texts)}
      addTo={
        chosen === undefined || chosen.annotation.kind === 'page-note' ? null : stateOf(chosen.annotation) === 'lost' ? 'mark-again' : 'add'
      }
      takeFocus={selecting.kind === 'text' && selecting.by === 'hand'}
      onLink={(choice, mark) => void linking.markText(passage, { ...mark, comment: '', exemptionCodes: [], choice }).then(onMarked)}
      onMark={(comment, mark) => void linking.markText(passage, { ...mark, comment, exemptionCodes: [], choice: null }).then(onMarked)}
      onAdd={() => (chosen === undefined ? undefined : void linking.addPassage(chosen, passage).then(onMarked))}
      onCite={() => void linking.citePassage(passage)}
      onCorrect={passage.from.page === passage.to.page ? onCorrect : null}
      onClose={() => onClose(true)}
    />
  )
}
