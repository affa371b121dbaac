import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import { endsOf, type MarkEnd, movedEnd } from '@shared/annotations/mark-ends'
import type { Segment } from '@shared/annotations/segment'
import { boundsOf, quadOfRect, type Quad, uprightPieces, type ViewRect, viewRect } from '@shared/units/geometry'
import { type KeyboardEvent as ReactKey, type PointerEvent as ReactPointer, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { adjustMark } from '../annotations/commands/adjust-mark'
import type { Mark } from '../annotations/marks'
import { useRun } from '../annotations/use-run'
import { isTyping } from '../app/shortcuts'
import { useWatched } from '../app/use-watched'
import { useWorkbench } from '../workbench/workbench'
import { stepBox } from './box-steps'
import { moveCaret, stepOfKey } from './caret-steps'
import styles from './mark-ends.module.css'
import { quadOnView, rectToPdf, shownSize } from './page-geometry'
import { segmentOfBox, segmentsOfPassage, wordsInBox } from './passages'
import type { QuadsOnPage } from './quads-in-window'
import { useReading } from './reading'
import { type TextPlace, wholeWords } from './text-place'

/** ms after the last key until an adjustment by keys is kept, where the keys are not let go before. */
const RESTS = 900

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

/** Draws quads of a page in the scrolled column's own pixels. */
function usePlaced(): (page: number, quads: readonly Quad[]) => readonly ViewRect[] {
  const { column, shapes } = useReading()
  const view = useWatched(column)
  return (page, quads) => {
    const shape = shapes[page]
    if (shape === undefined) return []
    const [left, top] = [(view.width - (view.layout.widths[page] ?? 0)) / 2, view.layout.tops[page] ?? 0]
    return quads.flatMap(uprightPieces).map((piece) => {
      const rect = quadOnView(shape, view.scale, quadOfRect(piece))
      return viewRect(left + rect.x, top + rect.y, rect.width, rect.height)
    })
  }
}

type Draft = { readonly end: MarkEnd; readonly to: TextPlace }

function TextHandles({ mark, ends }: { readonly mark: Mark; readonly ends: Readonly<Record<MarkEnd, TextPlace>> }) {
  const { document, pages, texts, work } = useReading()
  const { db } = useWorkbench()
  const run = useRun()
  const placed = usePlaced()
  const [draft, setDraft] = useState<Draft | null>(null)
  const latest = useRef(draft)
  const { id, segments } = mark.annotation
  const textOf = useCallback((page: number): string => texts.peek(page)?.text ?? '', [texts])
  const moved = useMemo(() => (draft === null ? null : movedEnd(segments, draft.end, draft.to)), [draft, segments])

  const hold = useCallback((next: Draft | null): void => {
    latest.current = next
    setDraft(next)
  }, [])
  const keep = useCallback(async (): Promise<void> => {
    const now = latest.current
    const change = now === null ? null : movedEnd(segments, now.end, now.to)
    latest.current = null
    if (change === null) return setDraft(null)
    const stamps = await db.where('stampRules', 'documentId', document.id)
    const read = await segmentsOfPassage({ document, pages, texts, stamps }, wholeWords(change.passage, textOf))
    if (read.length > 0) await run(adjustMark, { id, segments: [...change.before, ...read, ...change.after] })
    setDraft(null)
  }, [segments, id, db, document, pages, texts, textOf, run])

  const step = useCallback(
    (end: MarkEnd, event: Pick<KeyboardEvent, 'key'>): boolean => {
      const now = latest.current
      const from = now !== null && now.end === end ? now.to : ends[end]
      const line = texts.peek(from.page)?.runs.find((one) => one[1] >= from.offset)
      // By word along the line; up and down by line.
      const vertical = event.key === 'ArrowUp' || event.key === 'ArrowDown'
      const wanted = event.key.startsWith('Arrow') ? stepOfKey({ key: event.key, ctrlKey: !vertical, metaKey: false }, line) : null
      if (wanted === null) return false
      const to = moveCaret(from, wanted, pages.length, texts.peek)
      if (movedEnd(segments, end, to) !== null) hold({ end, to })
      return true
    },
    [ends, texts, pages.length, segments, hold],
  )
  useAdjustKeys(step, keep, () => hold(null), latest)

  const drag = (end: MarkEnd, down: ReactPointer<HTMLButtonElement>): void => {
    down.preventDefault()
    const handle = down.currentTarget
    handle.setPointerCapture(down.pointerId)
    const move = (event: PointerEvent): void => {
      const to = work.placeUnder(event.clientX, event.clientY)
      if (to !== null && movedEnd(segments, end, to) !== null) hold({ end, to })
    }
    const stop = (): void => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', stop)
      handle.removeEventListener('pointercancel', stop)
      if (latest.current !== null) void keep()
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', stop)
    handle.addEventListener('pointercancel', stop)
  }

  const passage = moved === null ? null : wholeWords(moved.passage, textOf)
  const drawnNow: readonly QuadsOnPage[] =
    passage === null
      ? segments.map(({ pageIndex, quads }) => ({ page: pageIndex, quads }))
      : [
          ...(moved?.before ?? []).map(({ pageIndex, quads }) => ({ page: pageIndex as number, quads })),
          ...pagesOf(passage.from.page, passage.to.page).flatMap((page) => previewOn(page)),
          ...(moved?.after ?? []).map(({ pageIndex, quads }) => ({ page: pageIndex as number, quads })),
        ]
  function previewOn(page: number): readonly QuadsOnPage[] {
    const text = texts.peek(page)
    return text === null || passage === null ? [] : [{ page, quads: quadsOfRanges(text, texts.ranges(passage, page)) }]
  }
  const rects = drawnNow.flatMap(({ page, quads }) => placed(page, quads))
  const [first, last] = [rects[0], rects.at(-1)]
  if (first === undefined || last === undefined) return null
  const said =
    draft === null
      ? ''
      : draft.end === 'end'
        ? `The mark now ends after “${wordsBefore(textOf(draft.to.page), draft.to.offset)}”`
        : `The mark now begins with “${wordsAfter(textOf(draft.to.page), draft.to.offset)}”`
  return (
    <>
      {draft === null
        ? null
        : rects.map((rect) => (
            <div
              key={`${rect.x} ${rect.y}`}
              className={styles.preview}
              style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
            />
          ))}
      {(['start', 'end'] as const).map((end) => {
        const rect = end === 'start' ? first : last
        return (
          <button
            key={end}
            type="button"
            className={styles.end}
            data-end={end}
            aria-label={
              end === 'start'
                ? 'Beginning of the mark: arrow keys move it by word, Enter keeps it'
                : 'End of the mark: arrow keys move it by word, Enter keeps it'
            }
            title={end === 'start' ? 'Drag, or Ctrl Alt and an arrow: move the beginning' : 'Drag, or Alt Shift and an arrow: move the end'}
            style={{ left: end === 'start' ? rect.x : rect.x + rect.width, top: rect.y, height: rect.height }}
            onPointerDown={(event) => drag(end, event)}
            onKeyDown={(event) =>
              ownKeys(
                event,
                () => step(end, event),
                keep,
                () => hold(null),
                latest.current !== null,
              )
            }
          />
        )
      })}
      <output className={styles.said}>{said}</output>
    </>
  )
}

const pagesOf = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)
const wordsBefore = (text: string, offset: number): string =>
  text
    .slice(Math.max(0, offset - 40), offset)
    .trim()
    .split(/\s+/)
    .slice(-2)
    .join(' ')
const wordsAfter = (text: string, offset: number): string =>
  text
    .slice(offset, offset + 40)
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .join(' ')

/** Keys on a handle that has the focus. */
function ownKeys(event: ReactKey, step: () => boolean, keep: () => Promise<void>, leave: () => void, open: boolean): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'Enter' && open) void keep()
  else if (event.key === 'Escape' && open) leave()
  else if (!step()) return
  event.preventDefault()
  event.stopPropagation()
}

/** Alt Shift and arrows move the end of the chosen mark, Ctrl Alt and arrows its beginning; it is kept when Alt is let go. */
function useAdjustKeys(
  step: (end: MarkEnd, event: KeyboardEvent) => boolean,
  keep: () => Promise<void>,
  leave: () => void,
  latest: { readonly current: unknown },
): void {
  const calls = useRef({ step, keep, leave })
  useEffect(() => {
    calls.current = { step, keep, leave }
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = (): void => {
      clearTimeout(timer)
      if (latest.current !== null) void calls.current.keep()
    }
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || document.querySelector('[role="dialog"][data-state="open"], [role="menu"]') !== null) return
      const end = !event.altKey ? null : event.shiftKey && !event.ctrlKey ? 'end' : event.ctrlKey && !event.shiftKey ? 'start' : null
      if (end === null || !calls.current.step(end, event)) return
      event.preventDefault()
      event.stopPropagation()
      clearTimeout(timer)
      timer = setTimeout(settle, RESTS)
    }
    const release = (event: KeyboardEvent): void => (event.key === 'Alt' ? settle() : undefined)
    addEventListener('keydown', press, { capture: true })
    addEventListener('keyup', release)
    return () => {
      clearTimeout(timer)
      removeEventListener('keydown', press, { capture: true })
      removeEventListener('keyup', release)
    }
  }, [latest])
}

type Grip = 'move' | 'corner'

function BoxHandles({ mark, segment }: { readonly mark: Mark; readonly segment: Segment | undefined }) {
  const { document, pages, shapes, texts, column } = useReading()
  const run = useRun()
  const placed = usePlaced()
  const [draft, setDraft] = useState<ViewRect | null>(null)
  const latest = useRef<ViewRect | null>(null)
  const page = segment === undefined ? undefined : pages[segment.pageIndex]
  const shape = segment === undefined ? undefined : shapes[segment.pageIndex]
  const bounds = segment === undefined ? null : boundsOf(segment.quads)
  const hold = (next: ViewRect | null): void => {
    latest.current = next
    setDraft(next)
  }
  const keep = async (): Promise<void> => {
    const box = latest.current
    latest.current = null
    if (box === null || segment === undefined || page === undefined || shape === undefined) return setDraft(null)
    const area = rectToPdf(shape, 1, box)
    const text = await texts.load(page.index)
    // Words that were read from the page are read anew inside the box; typed words stay.
    const words = segment.textOrigin === 'typed' || text === null ? segment.quote : wordsInBox(text, area)
    await run(adjustMark, { id: mark.annotation.id, segments: [segmentOfBox(document, page, text, area, words, segment.stamp)] })
    setDraft(null)
  }
  const original = shape === undefined || bounds === null ? null : quadOnView(shape, 1, quadOfRect(bounds))
  const step = (grip: Grip, event: Pick<KeyboardEvent, 'key'>): boolean => {
    const from = latest.current ?? original
    const box =
      from === null || shape === undefined
        ? null
        : stepBox(from, { key: event.key, shiftKey: grip === 'corner', ctrlKey: false }, shownSize(shape, 1))
    if (box !== null) hold(box)
    return box !== null
  }
  useAdjustKeys(
    (end, event) => step(end === 'end' ? 'corner' : 'move', event),
    keep,
    () => hold(null),
    latest,
  )
  if (segment === undefined || shape === undefined || original === null) return null

  const drag = (grip: Grip, down: ReactPointer<HTMLButtonElement>): void => {
    down.preventDefault()
    const handle = down.currentTarget
    handle.setPointerCapture(down.pointerId)
    const size = shownSize(shape, 1)
    const move = (event: PointerEvent): void => {
      const { scale } = column.get()
      const [dx, dy] = [(event.clientX - down.clientX) / scale, (event.clientY - down.clientY) / scale]
      const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))
      hold(
        grip === 'move'
          ? viewRect(
              within(original.x + dx, 0, size.width - original.width),
              within(original.y + dy, 0, size.height - original.height),
              original.width,
              original.height,
            )
          : viewRect(
              original.x,
              original.y,
              within(original.width + dx, 6, size.width - original.x),
              within(original.height + dy, 6, size.height - original.y),
            ),
      )
    }
    const stop = (): void => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', stop)
      handle.removeEventListener('pointercancel', stop)
      if (latest.current !== null) void keep()
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', stop)
    handle.addEventListener('pointercancel', stop)
  }
  const [rect] = placed(segment.pageIndex, [
    quadOfRect(draft === null ? (bounds ?? rectToPdf(shape, 1, original)) : rectToPdf(shape, 1, draft)),
  ])
  if (rect === undefined) return null
  return (
    <>
      {draft === null ? null : (
        <div className={styles.preview} style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }} />
      )}
      <button
        type="button"
        className={styles.grip}
        data-grip="move"
        aria-label="Move the box: arrow keys move it, Enter keeps it"
        title="Drag, or Ctrl Alt and an arrow: move the box"
        style={{ left: rect.x, top: rect.y }}
        onPointerDown={(event) => drag('move', event)}
        onKeyDown={(event) =>
          ownKeys(
            event,
            () => step('move', event),
            keep,
            () => hold(null),
            latest.current !== null,
          )
        }
      />
      <button
        type="button"
        className={styles.grip}
        data-grip="corner"
        aria-label="Size of the box: arrow keys change it, Enter keeps it"
        title="Drag, or Alt Shift and an arrow: change the size"
        style={{ left: rect.x + rect.width, top: rect.y + rect.height }}
        onPointerDown={(event) => drag('corner', event)}
        onKeyDown={(event) =>
          ownKeys(
            event,
            () => step('corner', event),
            keep,
            () => hold(null),
            latest.current !== null,
          )
        }
      />
      <output className={styles.said}>
        {draft === null
          ? ''
          : `Box ${Math.round(draft.width)} by ${Math.round(draft.height)} points, ${Math.round(draft.x)} from the left, ${Math.round(draft.y)} from the top`}
      </output>
    </>
  )
}
