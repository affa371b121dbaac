import { lineAt, type TextPlace, wordAt } from './text-place'

export type CaretStep = 'on' | 'back' | 'word-on' | 'word-back' | 'up' | 'down' | 'line-start' | 'line-end'

/** Where a caret goes in the text of a document; over the end of a page to the next. Stays at the document's ends. */
export function moveCaret(place: TextPlace, step: CaretStep, pageCount: number, textOf: (page: number) => string): TextPlace {
  const { page, offset } = place
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
      const start = /\S/.exec(text.slice(offset))
      return start === null ? after() : { page, offset: wordAt(text, offset + start.index).end }
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
  }
}
