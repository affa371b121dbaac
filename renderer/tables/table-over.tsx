import type { AnnotationId } from '@shared/annotations/annotation'
import { quotationOf } from '@shared/annotations/annotation'
import type { Segment } from '@shared/annotations/segment'
import type { Claim } from '@shared/claims/claim'
import type { EvidenceLink, Relation } from '@shared/claims/evidence-link'
import { EditLinkDialog } from '../annotations/edit-link-dialog'
import { EditMarkDialog } from '../annotations/edit-mark-dialog'
import type { Mark } from '../annotations/marks'
import type { WindowRect } from '../annotations/place-palette'
import { Palette } from '../annotations/palette'
import { PassageToEventDialog } from '../chronology/passage-to-event-dialog'
import { usePreference } from '../preferences/preferences'
import { passageOfMark } from '../purchases/ledger-passage'
import { PassageToLedgerDialog } from '../purchases/passage-to-ledger-dialog'
import type { useSegmentMarks } from '../reader/use-linking'
import { GoToRowDialog } from './go-to-row-dialog'
import { pageOfRow } from './open-sheets'
import { type OpenSheet, rowNumberOf } from './segment-of-place'
import type { CellPlace } from './table-view'

/** What is open over the cells of a table. */
export type Over =
  | { readonly kind: 'link'; readonly relation: Relation | null }
  | { readonly kind: 'go-to' }
  | { readonly kind: 'link-mark' | 'edit' | 'purchase' | 'event'; readonly mark: AnnotationId }
  | { readonly kind: 'edit-link'; readonly mark: AnnotationId; readonly link: EvidenceLink }

type TablePaletteProps = {
  readonly over: Over
  /** The mark that it is about, where it is about one. */
  readonly mark: Mark | undefined
  readonly claims: readonly Claim[]
  readonly linking: ReturnType<typeof useSegmentMarks>
  /** What is chosen, as it would be marked. */
  readonly segments: () => readonly Segment[]
  /** Where the chosen cell stands in the window; null while it is not drawn. */
  readonly where: () => WindowRect | null
  /** Told of the mark that was made; null where none was. */
  readonly onMarked: (mark: AnnotationId | null) => void
  readonly onClose: () => void
}

/** The palette that links what is chosen, or a mark, to a claim. */
export function TablePalette({ over, mark, claims, linking, segments, where, onMarked, onClose }: TablePaletteProps) {
  const [lastClaim] = usePreference('lastClaim')
  const [lastRelation] = usePreference('lastRelation')
  const asked = over.kind === 'link' ? over.relation : null
  const palette = {
    claims,
    preset: { claimId: lastClaim, relation: asked ?? lastRelation },
    passage: where,
    addTo: null,
    takeFocus: true,
    onRedaction: null,
    onAdd: () => undefined,
    onCorrect: null,
    onClose,
  }
  if (over.kind === 'link')
    return (
      <Palette
        key={`cell ${over.relation}`}
        {...palette}
        target="passage"
        quote={segments()[0]?.quote ?? ''}
        onLink={(choice, made) => void linking.mark(segments(), { ...made, comment: '', exemptionCodes: [], choice }).then(onMarked)}
        onMark={(comment, made) => void linking.mark(segments(), { ...made, comment, exemptionCodes: [], choice: null }).then(onMarked)}
        onCite={() => void linking.cite(segments())}
      />
    )
  if (over.kind !== 'link-mark' || mark === undefined) return null
  return (
    <Palette
      key="mark"
      {...palette}
      target="mark"
      quote={quotationOf(mark.annotation)}
      onLink={(choice) => void linking.linkMark(mark.annotation.id, choice).then((done) => (done ? onClose() : undefined))}
      onMark={() => undefined}
      onCite={() => void linking.cite(mark.annotation.segments)}
    />
  )
}

type TableDialogsProps = {
  readonly over: Over
  readonly mark: Mark | undefined
  readonly claims: readonly Claim[]
  readonly sheet: OpenSheet
  readonly place: CellPlace
  readonly onGo: (page: number, column: number | null) => boolean
  readonly onClose: () => void
}

/** The dialogs of a table: going to a row, and what is done with a mark. */
export function TableDialogs({ over, mark, claims, sheet, place, onGo, onClose }: TableDialogsProps) {
  if (over.kind === 'go-to')
    return (
      <GoToRowDialog
        current={rowNumberOf(sheet, place.row)}
        last={rowNumberOf(sheet, sheet.rows.length - 1)}
        onGo={(row) => onGo(pageOfRow(sheet, row), place.column)}
        onClose={onClose}
      />
    )
  if (mark === undefined) return null
  if (over.kind === 'edit') return <EditMarkDialog mark={mark} onClose={onClose} />
  if (over.kind === 'purchase') return <PassageToLedgerDialog passage={passageOfMark(mark.annotation)} onClose={onClose} />
  if (over.kind === 'event') return <PassageToEventDialog passage={passageOfMark(mark.annotation)} onClose={onClose} />
  if (over.kind === 'edit-link') return <EditLinkDialog mark={mark} link={over.link} claims={claims} onClose={onClose} />
  return null
}
