import type { AnnotationId } from '@shared/annotations/annotation'
import type { Document } from '@shared/documents/document'
import type { StampRule } from '@shared/stamps/stamp-rule'
import { useCallback, useState } from 'react'
import { EMPTY_MARKS, type Mark } from '../annotations/marks'
import { useMarks } from '../annotations/use-marks'
import { useCurrentAnalysis } from '../app/use-current-analysis'
import { useWatched } from '../app/use-watched'
import type { PdfLink, PdfReader } from '../pdf/pdf-reader'
import { type Preference, usePreference } from '../preferences/preferences'
import { useLooking } from '../recognition/use-looking'
import { useHitInView } from '../search/hits-in-reader'
import type { PageRow } from '../storage/database'
import { useRecords } from '../storage/live'
import { AskBeforeQuoting } from '../text-quality/ask-before-quoting'
import { TextDoubtNotice } from '../text-quality/text-doubt-notice'
import { useDoubtOfPassage } from '../text-quality/use-doubt-of-passage'
import { useToast } from '../ui/toast'
import { Desk } from './desk'
import type { Frame } from './frame'
import { Marking } from './marking'
import type { PageShape } from './page-geometry'
import type { ScrollPlace } from './page-layout'
import { placeOfLink } from './place-of-link'
import { ReaderDialogs } from './reader-dialogs'
import { ReaderSides } from './reader-sides'
import { ReaderToolbar } from './reader-toolbar'
import { type Reading, ReadingContext } from './reading'
import { sameFields } from './same-fields'
import { useAddress } from './use-address'
import { useChosenMark } from './use-chosen-mark'
import { useClaimsInOrder } from './use-claims-in-order'
import { useFinding } from './use-finding'
import { useFocusOfPages } from './use-focus-of-pages'
import { useJumps } from './use-jumps'
import { besideKey } from './use-last-place'
import { useLinking } from './use-linking'
import { useMarkActions } from './use-mark-actions'
import { useOver } from './use-over'
import { usePassagePlace } from './use-passage-place'
import { useReaderCommands } from './use-reader-commands'
import { useReaderParts } from './use-reader-parts'

type ReaderProps = {
  readonly document: Document
  readonly pages: readonly PageRow[]
  readonly pdf: PdfReader
  readonly place: Preference<'lastPlaces'>[string] | null
  readonly frame: Frame
}

const NO_SHAPES: readonly PageShape[] = []
const NO_STAMPS: readonly StampRule[] = []

/** A document that is open: pages, claims, marks, and linking one to the other. */
export function Reader({ document, pages, pdf, place, frame }: ReaderProps) {
  const toast = useToast()
  const analysis = useCurrentAnalysis()
  const { claims, claimsById } = useClaimsInOrder(analysis)
  const marks = useMarks(document.id, analysis?.id ?? null)
  const [shownAs, setShownAs] = usePreference('readerView')
  const stamps = useRecords('stampRules', 'documentId', document.id) ?? NO_STAMPS
  const { turn, setTurn, tool, setTool, shapes, texts, column, work } = useReaderParts(
    document.id,
    pages,
    place,
    frame.column === 'main' ? document.id : besideKey(document.id),
    shownAs.flow,
  )
  const jumping = useJumps(column, frame.active)
  const { finding, markHit } = useFinding({ documentId: document.id, shapes, column, texts, work, jumping })
  const selecting = useWatched(work)
  const linking = useLinking(document, pages, texts, analysis)
  const { over, setOver, forMark } = useOver()
  const { selected, choose, goToMark } = useChosenMark(column, shapes, jumping)
  const markOver = over !== null && 'mark' in over ? marks?.byId.get(over.mark) : undefined
  const selectedMark = selected === null ? undefined : marks?.byId.get(selected.id)

  const { link: openPalette } = forMark
  const linkMark = useCallback(
    (mark: Mark) => {
      work.clear()
      goToMark(mark)
      openPalette(mark)
    },
    [work, goToMark, openPalette],
  )
  const actions = useMarkActions({
    ...forMark,
    analysisId: analysis?.id ?? null,
    select: goToMark,
    link: linkMark,
    cite: linking.cite,
  })
  const missing = useCallback(() => toast.show({ text: 'The mark that this address names is no longer in the document.' }), [toast])
  const { open: openPanel } = frame
  const findWords = useCallback(
    (words: string) => {
      openPanel('find')
      finding.look(words, finding.get().options)
    },
    [openPanel, finding],
  )
  useHitInView(column, texts, frame.column === 'main' ? shapes : NO_SHAPES)
  useAddress(frame.column === 'main', column, marks, goToMark, missing, findWords, openPanel)
  useLooking(document.id, column)

  const close = (): void => {
    setOver(null)
    column.focus()
  }
  const marked = (id: AnnotationId | null, then?: 'link'): void => {
    if (id === null) return
    work.clear()
    setTool('text')
    close()
    choose(id)
    if (then === 'link') setOver({ kind: 'link', mark: id })
  }
  const goTo = useCallback((to: ScrollPlace, kind: string) => jumping.jump(kind, () => column.goTo(to)), [jumping, column])
  const goToPlace = useCallback((to: ScrollPlace) => goTo(to, 'strip'), [goTo])
  const followLink = useCallback(
    (link: PdfLink) => {
      // A drag that began on a link selected text; it was no click.
      if (work.get().kind !== 'nothing') return
      if ('page' in link.to) goTo(placeOfLink(link.to, shapes), 'link')
      else setOver({ kind: 'outside', address: link.to.address })
    },
    [work, goTo, shapes, setOver],
  )
  const clickedMark = useCallback((mark: Mark | null) => choose(mark?.annotation.id ?? null), [choose])
  const where = usePassagePlace({ column, shapes, texts, work }, markOver)

  const [asBefore] = useState(() => sameFields<Reading>())
  const reading = asBefore({
    document,
    pages,
    shapes,
    pdf,
    analysis,
    claims,
    claimsById,
    marks,
    selected: selected?.id ?? null,
    actions,
    column,
    texts,
    work,
    finding,
    markHit,
    goTo,
    openPanel,
  })
  const { jumpToPage } = useReaderCommands({ reading, frame, jumping, linking, selecting, turn, setTurn, tool, setTool, setOver, choose })
  useFocusOfPages(column, work, frame.active)

  const passage = selecting.kind === 'text' && selecting.settled ? selecting.passage : null
  const doubt = useDoubtOfPassage(document.id, texts, over === null ? passage : null)
  return (
    <ReadingContext value={reading}>
      <ReaderToolbar
        documentId={document.id}
        name={document.name}
        {...{ pages, stamps, column, jumping, tool, frame }}
        view={{ shown: shownAs, turn, onShown: (next) => void setShownAs(next), onTurn: setTurn }}
        onTool={setTool}
        onGoTo={() => setOver({ kind: 'go-to' })}
        onPageNote={() => setOver({ kind: 'page-note' })}
      />
      <Desk
        {...{ pages, shapes, turn, pdf, column, work, texts, selected, tool, finding }}
        active={frame.active}
        view={shownAs}
        name={document.name}
        columnWords={frame.column === 'main' ? '' : ', second column'}
        marks={marks ?? EMPTY_MARKS}
        onMark={clickedMark}
        onLink={followLink}
        onGo={goToPlace}
      >
        <Marking
          {...{ selecting, claims, texts, linking, where }}
          linked={over?.kind === 'link' ? markOver : undefined}
          hidden={over !== null || doubt !== null}
          chosen={selectedMark}
          onMarked={marked}
          onRedaction={() => setOver({ kind: 'redaction' })}
          onCorrect={() => setOver({ kind: 'correct' })}
          onClose={(left) => {
            if (left) work.clear()
            close()
          }}
        />
        <TextDoubtNotice />
      </Desk>
      {doubt === null || passage === null ? null : (
        <AskBeforeQuoting
          doubt={doubt}
          ranges={texts.ranges(passage, doubt.index)}
          onClose={() => work.clear()}
          onBox={() => {
            work.clear()
            setTool('box')
          }}
        />
      )}
      <ReaderSides reading={reading} frame={frame} />
      <ReaderDialogs
        {...{ over, document, pages, stamps, texts, claims, selecting, linking }}
        column={column}
        mark={markOver}
        onGoToPage={jumpToPage}
        onClose={close}
        onMarked={marked}
        onBoxLeft={() => work.clear()}
      />
    </ReadingContext>
  )
}
