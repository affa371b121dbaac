import type { AnnotationId } from '@shared/annotations/annotation'
import type { PageRotation } from '@shared/units/geometry'
import { pageIndex } from '@shared/units/pages'
import { EMPTY_MARKS, type Mark, neighbour } from '../annotations/marks'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import type { Frame } from './frame'
import type { Selecting, Tool } from './pointer-work'
import type { Over } from './reader-dialogs'
import type { Reading } from './reading'
import type { Jumping } from './use-jumps'
import type { Linking } from './use-linking'
import { useReaderKeys } from './use-reader-keys'
import { scaleOfPercent } from './zoom'

/** Height of a line that an arrow key scrolls by, px. */
const LINE = 48

type Commanded = {
  readonly reading: Reading
  readonly frame: Frame
  readonly jumping: Jumping
  readonly linking: Linking
  readonly selecting: Selecting
  readonly turn: PageRotation
  readonly setTurn: (turn: PageRotation) => void
  readonly tool: Tool
  readonly setTool: (tool: Tool) => void
  readonly setOver: (over: Over) => void
  readonly choose: (id: AnnotationId | null) => void
}

/** What each key of the reader does. */
export function useReaderCommands({
  reading,
  frame,
  jumping,
  linking,
  selecting,
  turn,
  setTurn,
  tool,
  setTool,
  setOver,
  choose,
}: Commanded): { readonly jumpToPage: (page: number) => void } {
  const { recognition } = useWorkbench()
  const toast = useToast()
  const { document, pages, column, work, finding, marks, selected, actions } = reading
  const chosen = selected === null ? undefined : marks?.byId.get(selected)
  const withChosen = (act: (mark: Mark) => void): void => (chosen === undefined ? undefined : act(chosen))
  const goToPage = (page: number): void => column.goTo({ page: Math.max(0, Math.min(page, pages.length - 1)), fraction: 0 })
  const jumpToPage = (page: number): void => jumping.jump('page', () => goToPage(page))
  const walk = (direction: 1 | -1): void => {
    const next = neighbour(marks ?? EMPTY_MARKS, selected, column.get().current, direction)
    if (next !== undefined) actions.select(next)
    else toast.show({ text: direction === 1 ? 'There is no later mark in this document.' : 'There is no earlier mark in this document.' })
  }
  const recognisePage = async (): Promise<void> => {
    const queued = await recognition.want(document.id, [pageIndex(column.get().current)], { first: true })
    toast.show({ text: queued === 0 ? 'This page is in the queue already.' : 'The text of this page is being recognised.' })
  }
  const turnBy = (by: 90 | -90): void => setTurn(((turn + by + 360) % 360) as PageRotation)
  useReaderKeys(frame.active, {
    'next-mark': () => walk(1),
    'previous-mark': () => walk(-1),
    'go-to-page': () => setOver({ kind: 'go-to' }),
    box: () => setTool(tool === 'box' ? 'text' : 'box'),
    'page-note': () => setOver({ kind: 'page-note' }),
    'copy-citation': () => (selecting.kind === 'text' ? void linking.citePassage(selecting.passage) : withChosen(actions.cite)),
    'edit-mark': () => withChosen(actions.edit),
    'link-mark': () => withChosen(actions.link),
    'mark-to-purchase': () => withChosen(actions.toPurchase),
    'mark-to-event': () => withChosen(actions.toEvent),
    'delete-mark': () => withChosen(actions.remove),
    'next-page': () => goToPage(column.get().current + 1),
    'previous-page': () => goToPage(column.get().current - 1),
    'first-page': () => jumpToPage(0),
    'last-page': () => jumpToPage(pages.length - 1),
    'recognise-page': () => void recognisePage(),
    find: () => frame.open('find'),
    'next-hit': () => finding.step(1),
    'previous-hit': () => finding.step(-1),
    'mark-hit': () => reading.markHit(finding.get().current),
    'turn-right': () => turnBy(90),
    'turn-left': () => turnBy(-90),
    'zoom-in': () => column.step(1),
    'zoom-out': () => column.step(-1),
    'zoom-reset': () => column.setZoom({ kind: 'scale', scale: scaleOfPercent(100) }),
    'fit-width': () => column.setZoom({ kind: 'fit-width' }),
    'fit-page': () => column.setZoom({ kind: 'fit-page' }),
    scroll: (by) => column.scrollBy('lines' in by ? by.lines * LINE : by.screens * (column.frames()?.view.height ?? 0)),
    leave() {
      if (selecting.kind !== 'nothing') work.clear()
      else if (tool === 'box') setTool('text')
      else if (selected !== null) choose(null)
      else finding.clear()
    },
  })
  return { jumpToPage }
}
