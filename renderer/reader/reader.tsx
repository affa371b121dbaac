import type { AnnotationId } from '@shared/annotations/annotation'
import { compareClaims } from '@shared/claims/claim'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import type { Document } from '@shared/documents/document'
import type { StampRule } from '@shared/stamps/stamp-rule'
import type { PageRotation } from '@shared/units/geometry'
import { pageIndex } from '@shared/units/pages'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { deleteAnnotations } from '../annotations/commands/delete-annotations'
import { EMPTY_MARKS, type Mark, neighbour } from '../annotations/marks'
import { useMarks } from '../annotations/use-marks'
import { useRun } from '../annotations/use-run'
import { useCurrentAnalysis } from '../app/use-current-analysis'
import { useWatched } from '../app/use-watched'
import type { PdfLink, PdfReader } from '../pdf/pdf-reader'
import { useLooking } from '../recognition/use-looking'
import { useHitInView } from '../search/hits-in-reader'
import { type Preference, usePreference } from '../preferences/preferences'
import type { PageRow } from '../storage/database'
import { useRecords } from '../storage/live'
import { AskBeforeQuoting } from '../text-quality/ask-before-quoting'
import { TextDoubtNotice } from '../text-quality/text-doubt-notice'
import { useDoubtOfPassage } from '../text-quality/use-doubt-of-passage'
import { useToast } from '../ui/toast'
import { useFramesDrawn } from '../ui/use-after-first-frame'
import { useWorkbench } from '../workbench/workbench'
import { Desk } from './desk'
import type { Frame } from './frame'
import type { SelectedMark } from './page-view'
import { type Reading, ReadingContext } from './reading'
import type { ScrollPlace } from './page-layout'
import type { PageShape } from './page-geometry'
import { placeOfLink } from './place-of-link'
import { extentOnPage, quadsOfMark, quadsOfPassage, rectInWindow } from './quads-in-window'
import { type Over, ReaderDialogs } from './reader-dialogs'
import { Marking } from './marking'
import { ReaderToolbar } from './reader-toolbar'
import { Side } from './side'
import { useAddress } from './use-address'
import { useFinding } from './use-finding'
import { useJumps } from './use-jumps'
import { besideKey } from './use-last-place'
import { useLinking } from './use-linking'
import { useMarkActions } from './use-mark-actions'
import { useReaderKeys } from './use-reader-keys'
import { useReaderParts } from './use-reader-parts'
import { scaleOfPercent } from './zoom'

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
  const { recognition } = useWorkbench()
  const run = useRun()
  const toast = useToast()
  const analysis = useCurrentAnalysis()
  const allClaims = useRecords('claims', 'analysisId', analysis?.id ?? null)
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
  const [selected, setSelected] = useState<SelectedMark | null>(null)
  const [over, setOver] = useState<Over | null>(null)
  const selecting = useWatched(work)
  const linking = useLinking(document, pages, texts, analysis)

  const claims = useMemo(() => {
    const numbers = new Map(analysis?.sections.map((section) => [section.id, section.number]))
    return (allClaims ?? [])
      .filter((claim) => claim.mergedInto === undefined)
      .toSorted(compareClaims((id) => numbers.get(id) ?? Number.POSITIVE_INFINITY))
  }, [allClaims, analysis])
  const claimsById = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims])
  const markOver = over !== null && 'mark' in over ? marks?.byId.get(over.mark) : undefined
  const selectedMark = selected === null ? undefined : marks?.byId.get(selected.id)

  const choose = useCallback(
    (id: AnnotationId | null) => setSelected((before) => (id === null ? null : { id, flash: (before?.flash ?? 0) + 1 })),
    [],
  )
  const goToMark = useCallback(
    (mark: Mark) => {
      choose(mark.annotation.id)
      const extent = extentOnPage(quadsOfMark(mark), shapes)
      if (extent !== null) jumping.jump('mark', () => column.reveal(extent.page, extent.top, extent.bottom))
    },
    [choose, column, shapes, jumping],
  )
  const linkMark = useCallback(
    (mark: Mark) => {
      work.clear()
      goToMark(mark)
      setOver({ kind: 'link', mark: mark.annotation.id })
    },
    [work, goToMark],
  )
  const editMark = useCallback((mark: Mark) => setOver({ kind: 'edit', mark: mark.annotation.id }), [])
  const purchaseOfMark = useCallback((mark: Mark) => setOver({ kind: 'purchase', mark: mark.annotation.id }), [])
  const eventOfMark = useCallback((mark: Mark) => setOver({ kind: 'event', mark: mark.annotation.id }), [])
  const compareMark = useCallback((mark: Mark) => setOver({ kind: 'compare', mark: mark.annotation.id }), [])
  const editLink = useCallback((mark: Mark, link: EvidenceLink) => setOver({ kind: 'edit-link', mark: mark.annotation.id, link }), [])
  const actions = useMarkActions({
    analysisId: analysis?.id ?? null,
    select: goToMark,
    edit: editMark,
    link: linkMark,
    toPurchase: purchaseOfMark,
    toEvent: eventOfMark,
    editLink,
    compare: compareMark,
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
  const goToPage = (page: number): void => column.goTo({ page: Math.max(0, Math.min(page, pages.length - 1)), fraction: 0 })
  const jumpToPage = (page: number): void => jumping.jump('page', () => goToPage(page))
  const walk = (direction: 1 | -1): void => {
    const next = neighbour(marks ?? EMPTY_MARKS, selected?.id ?? null, column.get().current, direction)
    if (next !== undefined) goToMark(next)
    else toast.show({ text: direction === 1 ? 'There is no later mark in this document.' : 'There is no earlier mark in this document.' })
  }
  const turnBy = (by: 90 | -90): void => setTurn(((turn + by + 360) % 360) as PageRotation)
  useReaderKeys(frame.active, {
    'next-mark': () => walk(1),
    'previous-mark': () => walk(-1),
    'go-to-page': () => setOver({ kind: 'go-to' }),
    box: () => setTool(tool === 'box' ? 'text' : 'box'),
    'page-note': () => setOver({ kind: 'page-note' }),
    'copy-citation': () =>
      void (selecting.kind === 'text'
        ? linking.citePassage(selecting.passage)
        : selectedMark === undefined
          ? undefined
          : linking.cite(selectedMark)),
    'edit-mark': () => (selectedMark === undefined ? undefined : editMark(selectedMark)),
    'link-mark': () => (selectedMark === undefined ? undefined : linkMark(selectedMark)),
    'mark-to-purchase': () => (selectedMark === undefined ? undefined : purchaseOfMark(selectedMark)),
    'mark-to-event': () => (selectedMark === undefined ? undefined : eventOfMark(selectedMark)),
    'delete-mark': () => (selectedMark === undefined ? undefined : void run(deleteAnnotations, { ids: [selectedMark.annotation.id] })),
    'next-page': () => goToPage(column.get().current + 1),
    'previous-page': () => goToPage(column.get().current - 1),
    'first-page': () => jumpToPage(0),
    'last-page': () => jumpToPage(pages.length - 1),
    'recognise-page': () =>
      void recognition
        .want(document.id, [pageIndex(column.get().current)], { first: true })
        .then((queued) =>
          toast.show({ text: queued === 0 ? 'This page is in the queue already.' : 'The text of this page is being recognised.' }),
        ),
    find: () => frame.open('find'),
    'next-hit': () => finding.step(1),
    'previous-hit': () => finding.step(-1),
    'mark-hit': () => markHit(finding.get().current),
    'turn-right': () => turnBy(90),
    'turn-left': () => turnBy(-90),
    'zoom-in': () => column.step(1),
    'zoom-out': () => column.step(-1),
    'zoom-reset': () => column.setZoom({ kind: 'scale', scale: scaleOfPercent(100) }),
    'fit-width': () => column.setZoom({ kind: 'fit-width' }),
    'fit-page': () => column.setZoom({ kind: 'fit-page' }),
    scroll: (by) => column.scrollBy('lines' in by ? by.lines * 48 : by.screens * (column.frames()?.view.height ?? 0)),
    leave() {
      if (selecting.kind !== 'nothing') work.clear()
      else if (tool === 'box') setTool('text')
      else if (selected !== null) choose(null)
      else finding.clear()
    },
  })

  const goTo = useCallback((to: ScrollPlace, kind: string) => jumping.jump(kind, () => column.goTo(to)), [jumping, column])
  const goToPlace = useCallback((to: ScrollPlace) => goTo(to, 'strip'), [goTo])
  const followLink = useCallback(
    (link: PdfLink) => {
      // A drag that began on a link selected text; it was no click.
      if (work.get().kind !== 'nothing') return
      if ('page' in link.to) goTo(placeOfLink(link.to, shapes), 'link')
      else setOver({ kind: 'outside', address: link.to.address })
    },
    [work, goTo, shapes],
  )
  const clickedMark = useCallback((mark: Mark | null) => choose(mark?.annotation.id ?? null), [choose])
  const where = useCallback(() => {
    const frames = column.frames()
    if (frames === null) return null
    const now = work.get()
    const quads =
      markOver !== undefined ? quadsOfMark(markOver) : now.kind === 'text' ? quadsOfPassage(now.passage, texts, column.get()) : []
    return rectInWindow(quads, shapes, column.get(), frames.inner, frames.view)
  }, [work, texts, column, shapes, markOver])

  const selectedId = selected?.id ?? null
  const reading = useMemo<Reading>(
    () => ({
      document,
      pages,
      shapes,
      pdf,
      analysis,
      claims,
      claimsById,
      marks,
      selected: selectedId,
      actions,
      column,
      texts,
      work,
      finding,
      markHit,
      goTo,
      openPanel,
    }),
    [
      document,
      pages,
      shapes,
      pdf,
      analysis,
      claims,
      claimsById,
      marks,
      selectedId,
      actions,
      column,
      texts,
      work,
      finding,
      markHit,
      goTo,
      openPanel,
    ],
  )

  // Keys mean the pages that were opened, unless something else has the focus by now.
  useEffect(() => {
    const now = window.document.activeElement
    if (now === null || now === window.document.body || now.tagName === 'MAIN') column.focus()
  }, [column])
  // What is selected in one column is let go when the other one is worked in.
  useEffect(() => {
    if (!frame.active) work.clear()
  }, [frame.active, work])

  const passage = selecting.kind === 'text' && selecting.settled ? selecting.passage : null
  // The pages come first, then one side, then the other: in the same piece of work the window would stand still for a tenth of a second.
  const drawn = useFramesDrawn(2)
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
      {drawn >= 1 && frame.active && frame.hosts.left !== null
        ? createPortal(
            <Side
              side="left"
              reading={reading}
              panel={frame.sides.left.panel}
              focus={frame.sides.focus.left}
              onFocused={frame.focused}
              onPanel={frame.choose}
            />,
            frame.hosts.left,
          )
        : null}
      {drawn >= 2 && frame.active && frame.hosts.right !== null
        ? createPortal(
            <Side
              side="right"
              reading={reading}
              panel={frame.sides.right.panel}
              focus={frame.sides.focus.right}
              onFocused={frame.focused}
              onPanel={frame.choose}
            />,
            frame.hosts.right,
          )
        : null}
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
