import type { PageText, TextRun } from '@shared/documents/page'
import { paragraphStarts } from './paragraphs'
import { lineAt, type TextPlace, wordAt } from './text-place'

export const CARET_STEPS = [
  'on',
  'back',
  'word-on',
  'word-back',
  'up',
  'down',
  'line-start',
  'line-end',
  'paragraph-on',
  'paragraph-back',
  'page-on',
  'page-back',
  'document-start',
  'document-end',
] as const
export type CaretStep = (typeof CARET_STEPS)[number]

type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'
const ALONG: Readonly<Record<Arrow, CaretStep>> = { ArrowLeft: 'back', ArrowRight: 'on', ArrowUp: 'up', ArrowDown: 'down' }
const RIGHT_TO_LEFT: Readonly<Record<Arrow, CaretStep>> = { ...ALONG, ArrowLeft: 'on', ArrowRight: 'back' }
/** Columns of vertical writing follow each other from right to left. */
const VERTICAL: Readonly<Record<Arrow, CaretStep>> = { ArrowDown: 'on', ArrowUp: 'back', ArrowLeft: 'down', ArrowRight: 'up' }
const BY_WORD: Partial<Readonly<Record<CaretStep, CaretStep>>> = {
  on: 'word-on',
  back: 'word-back',
  up: 'paragraph-back',
  down: 'paragraph-on',
}
const OTHER: Readonly<Record<string, readonly [plain: CaretStep, withCtrl: CaretStep]>> = {
  Home: ['line-start', 'document-start'],
  End: ['line-end', 'document-end'],
  PageDown: ['page-on', 'page-on'],
  PageUp: ['page-back', 'page-back'],
}

/**
 * What a key asks of the caret. Arrows go where the eye expects it in the line that the caret stands in: in text from right to left the
 * left arrow goes on, in vertical text the one down. With Ctrl they go by word, and across the lines by paragraph.
 * @param run the run that the caret stands in
 */
export function stepOfKey(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  run: TextRun | undefined,
): CaretStep | null {
  const far = ctrlKey || metaKey
  const other = OTHER[key]
  if (other !== undefined) return other[far ? 1 : 0]
  const arrows = run?.[6] === -90 ? VERTICAL : run?.[7] === 1 ? RIGHT_TO_LEFT : ALONG
  const step = key in arrows ? arrows[key as Arrow] : undefined
  return step === undefined ? null : far ? (BY_WORD[step] ?? step) : step
}

/** Where a caret goes in the text of a document; over the end of a page to the next. Stays at the document's ends, and at a page without text. */
export function moveCaret(place: TextPlace, step: CaretStep, pageCount: number, pageOf: (page: number) => PageText | null): TextPlace {
  const { page, offset } = place
  const textOf = (at: number): string => pageOf(at)?.text ?? ''
  const text = textOf(page)
  const line = lineAt(text, offset)
  const before = (): TextPlace => (page > 0 ? { page: page - 1, offset: textOf(page - 1).length } : { page, offset: 0 })
  const after = (): TextPlace => (page + 1 < pageCount ? { page: page + 1, offset: 0 } : { page, offset: text.length })
  switch (step) {
    case 'on':
      return offset < text.length ? { page, offset: offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1) } : after()
    case 'back':
      return offset > 0 ? { page, offset: offset - ((text.codePointAt(offset - 2) ?? 0) > 0xffff ? 2 : 1) } : before()
    case 'word-on': {
      const next = /\S/.exec(text.slice(offset))
      if (next === null) return after()
      // Signs between words are a step of their own: the word before them has been passed already.
      const signs = /^[^\s\p{L}\p{M}\p{N}]+/u.exec(text.slice(offset + next.index))
      return { page, offset: signs === null ? wordAt(text, offset + next.index).end : offset + next.index + signs[0].length }
    }
    case 'word-back': {
      const end = text.slice(0, offset).trimEnd().length
      return end === 0 ? before() : { page, offset: Math.min(end - 1, wordAt(text, end - 1).start) }
    }
    case 'up': {
      if (line.start === 0) return before()
      const above = lineAt(text, line.start - 1)
      return { page, offset: Math.min(above.end, above.start + offset - line.start) }
    }
    case 'down': {
      if (line.end === text.length) return after()
      const below = lineAt(text, line.end + 1)
      return { page, offset: Math.min(below.end, below.start + offset - line.start) }
    }
    case 'line-start':
      return { page, offset: line.start }
    case 'line-end':
      return { page, offset: line.end }
    case 'paragraph-on': {
      const next = paragraphStarts(pageOf(page)).find((start) => start > offset)
      return next !== undefined
        ? { page, offset: next }
        : offset < text.trimEnd().length
          ? { page, offset: text.trimEnd().length }
          : after()
    }
    case 'paragraph-back': {
      const previous = paragraphStarts(pageOf(page)).findLast((start) => start < offset)
      return previous !== undefined ? { page, offset: previous } : before()
    }
    case 'page-on':
      return page + 1 < pageCount ? { page: page + 1, offset: 0 } : { page, offset: text.length }
    case 'page-back':
      return page > 0 ? { page: page - 1, offset: 0 } : { page, offset: 0 }
    case 'document-start':
      return { page: 0, offset: 0 }
    case 'document-end':
      return { page: pageCount - 1, offset: textOf(pageCount - 1).length }
  }
}
