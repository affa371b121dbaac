import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import { type MarkEnd, movedEnd } from '@shared/annotations/mark-ends'
import { useCallback, useMemo } from 'react'
import { adjustMark } from '../../annotations/commands/adjust-mark'
import type { Mark } from '../../annotations/marks'
import { useRun } from '../../annotations/use-run'
import { useWorkbench } from '../../workbench/workbench'
import { moveCaret, stepOfKey } from '../caret-steps'
import { dragHandle } from './drag-handle'
import { keysOnHandle, useAdjustKeys } from './handle-keys'
import styles from './mark-ends.module.css'
import { segmentsOfPassage } from '../passages'
import type { QuadsOnPage } from '../quads-in-window'
import { useReading } from '../reading'
import { type TextPlace, wholeWords } from '../text-place'
import { useAdjustment } from './use-adjustment'
import { usePlaced } from './use-placed'

type Draft = { readonly end: MarkEnd; readonly to: TextPlace }

const HANDLES = [
  {
    end: 'start',
    label: 'Beginning of the mark: arrow keys move it by word, Enter keeps it',
    title: 'Drag, or Ctrl Alt and an arrow: move the beginning',
  },
  {
    end: 'end',
    label: 'End of the mark: arrow keys move it by word, Enter keeps it',
    title: 'Drag, or Alt Shift and an arrow: move the end',
  },
] as const

/** The two ends of a mark on text: dragged, or moved by word and by line. */
export function TextHandles({ mark, ends }: { readonly mark: Mark; readonly ends: Readonly<Record<MarkEnd, TextPlace>> }) {
  const { document, pages, texts, work } = useReading()
  const { db } = useWorkbench()
  const run = useRun()
  const placed = usePlaced()
  const { id, segments } = mark.annotation
  const textOf = useCallback((page: number): string => texts.peek(page)?.text ?? '', [texts])
  const adjustment = useAdjustment<Draft>(async ({ end, to }) => {
    const change = movedEnd(segments, end, to)
    if (change === null) return
    const stamps = await db.where('stampRules', 'documentId', document.id)
    const read = await segmentsOfPassage({ document, pages, texts, stamps }, wholeWords(change.passage, textOf))
    if (read.length > 0) await run(adjustMark, { id, segments: [...change.before, ...read, ...change.after] })
  })
  const { draft, latest, hold, keep } = adjustment
  const moved = useMemo(() => (draft === null ? null : movedEnd(segments, draft.end, draft.to)), [draft, segments])

  const holdAt = (end: MarkEnd, to: TextPlace | null): void => {
    if (to !== null && movedEnd(segments, end, to) !== null) hold({ end, to })
  }
  const step = (end: MarkEnd, event: Pick<KeyboardEvent, 'key'>): boolean => {
    const now = latest.current
    const from = now !== null && now.end === end ? now.to : ends[end]
    const line = texts.peek(from.page)?.runs.find((one) => one[1] >= from.offset)
    // By word along the line; up and down by line.
    const vertical = event.key === 'ArrowUp' || event.key === 'ArrowDown'
    const wanted = event.key.startsWith('Arrow') ? stepOfKey({ key: event.key, ctrlKey: !vertical, metaKey: false }, line) : null
    if (wanted !== null) holdAt(end, moveCaret(from, wanted, pages.length, texts.peek))
    return wanted !== null
  }
  useAdjustKeys(step, adjustment)

  const passage = moved === null ? null : wholeWords(moved.passage, textOf)
  const previewOn = (page: number): readonly QuadsOnPage[] => {
    const text = texts.peek(page)
    return text === null || passage === null ? [] : [{ page, quads: quadsOfRanges(text, texts.ranges(passage, page)) }]
  }
  const drawnNow: readonly QuadsOnPage[] =
    passage === null
      ? segments.map(({ pageIndex, quads }) => ({ page: pageIndex, quads }))
      : [
          ...(moved?.before ?? []).map(({ pageIndex, quads }) => ({ page: pageIndex as number, quads })),
          ...pagesOf(passage.from.page, passage.to.page).flatMap((page) => previewOn(page)),
          ...(moved?.after ?? []).map(({ pageIndex, quads }) => ({ page: pageIndex as number, quads })),
        ]
  const rects = drawnNow.flatMap(({ page, quads }) => placed(page, quads))
  const [first, last] = [rects[0], rects.at(-1)]
  if (first === undefined || last === undefined) return null
  return (
    <>
      {draft === null
        ? null
        : rects.map(({ x, y, width, height }) => (
            <div key={`${x} ${y}`} className={styles.preview} style={{ left: x, top: y, width, height }} />
          ))}
      {HANDLES.map(({ end, label, title }) => {
        const { x, y, width, height } = end === 'start' ? first : last
        return (
          <button
            key={end}
            type="button"
            className={styles.end}
            data-end={end}
            aria-label={label}
            title={title}
            style={{ left: end === 'start' ? x : x + width, top: y, height }}
            onPointerDown={(event) =>
              dragHandle(
                event,
                ({ clientX, clientY }) => holdAt(end, work.placeUnder(clientX, clientY)),
                () => void keep(),
              )
            }
            onKeyDown={(event) => keysOnHandle(event, () => step(end, event), adjustment)}
          />
        )
      })}
      <output className={styles.said}>{draft === null ? '' : draftInWords(draft, textOf(draft.to.page))}</output>
    </>
  )
}

const pagesOf = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

const draftInWords = ({ end, to }: Draft, text: string): string =>
  end === 'end' ? `The mark now ends after “${wordsBefore(text, to.offset)}”` : `The mark now begins with “${wordsAfter(text, to.offset)}”`
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
