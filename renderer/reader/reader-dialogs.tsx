import type { AnnotationId } from '@shared/annotations/annotation'
import type { Claim } from '@shared/claims/claim'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import type { Document } from '@shared/documents/document'
import type { StampRule } from '@shared/stamps/stamp-rule'
import type { Page } from '@shared/documents/page'
import { CompareDialog } from '../annotations/compare-dialog'
import { EditLinkDialog } from '../annotations/edit-link-dialog'
import { EditMarkDialog } from '../annotations/edit-mark-dialog'
import type { Mark } from '../annotations/marks'
import { PassageToEventDialog } from '../chronology/passage-to-event-dialog'
import { passageOfMark } from '../purchases/ledger-passage'
import { PassageToLedgerDialog } from '../purchases/passage-to-ledger-dialog'
import { CorrectTextDialog } from '../text-quality/correct-text-dialog'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { BoxDialog } from './box-dialog'
import { GoToPageDialog } from './go-to-page-dialog'
import type { PageColumn } from './page-column'
import type { PageTexts } from './page-texts'
import type { Selecting } from './pointer-work'
import { OutsideLinkDialog, PageNoteDialog, RedactionDialog } from './small-dialogs'
import type { Linking } from './use-linking'

/** What is open over the pages. `link` is the palette; all others are dialogs. */
export type Over =
  | { readonly kind: 'go-to' | 'page-note' | 'redaction' | 'correct' }
  | { readonly kind: 'link' | 'edit' | 'compare' | 'purchase' | 'event'; readonly mark: AnnotationId }
  | { readonly kind: 'edit-link'; readonly mark: AnnotationId; readonly link: EvidenceLink }
  | { readonly kind: 'outside'; readonly address: string }

type ReaderDialogsProps = {
  readonly over: Over | null
  readonly document: Document
  readonly pages: readonly Page[]
  readonly stamps: readonly StampRule[]
  readonly texts: PageTexts
  readonly column: PageColumn
  readonly claims: readonly Claim[]
  /** The mark that `over` names. */
  readonly mark: Mark | undefined
  readonly selecting: Selecting
  readonly linking: Linking
  readonly onGoToPage: (page: number) => void
  readonly onClose: () => void
  /** A mark was made, or not (null); a box with words goes on to the palette. */
  readonly onMarked: (id: AnnotationId | null, then?: 'link') => void
  readonly onBoxLeft: () => void
}

/** The dialogs of the reader: one is open at most. */
export function ReaderDialogs({
  over,
  document,
  pages,
  stamps,
  texts,
  column,
  claims,
  mark,
  selecting,
  linking,
  onGoToPage,
  onClose,
  onMarked,
  onBoxLeft,
}: ReaderDialogsProps) {
  const { desktop } = useWorkbench()
  const toast = useToast()
  const copyAddress = async (address: string): Promise<void> => {
    await desktop.app.copyText(address)
    toast.show({ text: 'Copied the address.' })
    onClose()
  }
  const { current } = column.get()
  const boxPage = selecting.kind === 'box' && selecting.settled ? pages[selecting.page] : undefined
  if (selecting.kind === 'box' && boxPage !== undefined) {
    return (
      <BoxDialog
        document={document}
        page={boxPage}
        text={texts.peek(boxPage.index)}
        area={selecting.area}
        onClose={onBoxLeft}
        onMarked={(id, canBeLinked) => (canBeLinked && claims.length > 0 ? onMarked(id, 'link') : onMarked(id))}
      />
    )
  }
  if (over === null || over.kind === 'link') return null
  switch (over.kind) {
    case 'go-to':
      return <GoToPageDialog pages={pages} stamps={stamps} current={current} onGo={onGoToPage} onClose={onClose} />
    case 'page-note': {
      const page = pages[current]
      return page === undefined ? null : (
        <PageNoteDialog page={current} onClose={onClose} onSave={(note) => void linking.notePage(page, note).then((id) => onMarked(id))} />
      )
    }
    case 'redaction': {
      if (selecting.kind !== 'text') return null
      const { passage } = selecting
      return (
        <RedactionDialog
          onClose={onClose}
          onSave={(exemptionCodes, comment) =>
            void linking.markText(passage, { kind: 'redaction', comment, exemptionCodes, choice: null }).then((id) => onMarked(id))
          }
        />
      )
    }
    case 'correct': {
      const reading = selecting.kind === 'text' ? texts.peek(selecting.passage.from.page) : null
      const range = selecting.kind === 'text' ? texts.ranges(selecting.passage, selecting.passage.from.page)[0] : undefined
      return reading === null || range === undefined ? null : <CorrectTextDialog reading={reading} range={range} onClose={onClose} />
    }
    case 'outside':
      return <OutsideLinkDialog address={over.address} onClose={onClose} onCopy={() => void copyAddress(over.address)} />
    case 'edit':
      return mark === undefined ? null : <EditMarkDialog mark={mark} onClose={onClose} />
    case 'purchase':
      return mark === undefined ? null : <PassageToLedgerDialog passage={passageOfMark(mark.annotation)} onClose={onClose} />
    case 'event':
      return mark === undefined ? null : <PassageToEventDialog passage={passageOfMark(mark.annotation)} onClose={onClose} />
    case 'compare':
      return mark === undefined ? null : <CompareDialog annotation={mark.annotation} document={document} onClose={onClose} />
    case 'edit-link':
      return mark === undefined ? null : <EditLinkDialog mark={mark} link={over.link} claims={claims} onClose={onClose} />
  }
}
