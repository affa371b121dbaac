import { strFromU8, unzipSync } from 'fflate'
import { xmlScanner } from '../tables/scan-xml'

export type WordRead = {
  readonly parts: ReadonlyMap<string, string>
  /** All words in order; each note where it is referred to. Without the list of contents. */
  readonly text: string
  readonly headings: readonly { readonly level: number; readonly words: string }[]
  /** Every place that a link leads to, and every place that there is. */
  readonly anchors: readonly string[]
  readonly bookmarks: readonly string[]
  /** Addresses outside of the file that links lead to. */
  readonly addresses: readonly string[]
  readonly alts: readonly string[]
}

/** Reads a Word file as a test does: @throws where a part is not well-formed. */
export function readWord(bytes: Uint8Array): WordRead {
  const files = unzipSync(bytes)
  const parts = new Map(
    Object.entries(files)
      .filter(([path]) => /\.(xml|rels)$/.test(path))
      .map(([path, content]) => [path, strFromU8(content)]),
  )
  for (const [path, text] of parts) checkNesting(path, text)
  const notes = new Map<string, string>()
  const headings: { level: number; words: string }[] = []
  const found: { text: string; anchors: string[]; bookmarks: string[]; alts: string[] } = { text: '', anchors: [], bookmarks: [], alts: [] }
  readParagraphs(parts.get('word/footnotes.xml') ?? '', { onNote: (id, words) => notes.set(id, words) })
  readParagraphs(parts.get('word/document.xml') ?? '', {
    onParagraph(style, words) {
      if (style === 'DossierContents') return
      found.text += `${words.replace(/\ue000(\d+)\ue000/g, (_, id: string) => notes.get(id) ?? '?')}\n`
      const level = /^Heading(\d)$/.exec(style)?.[1]
      if (level !== undefined) headings.push({ level: Number(level), words })
    },
    onElement(name, attribute) {
      const kept = {
        hyperlink: [found.anchors, attribute('anchor')],
        bookmarkStart: [found.bookmarks, attribute('name')],
        docPr: [found.alts, attribute('descr')],
      } as const
      const [list, value] = name in kept ? kept[name as keyof typeof kept] : [null, null]
      if (list !== null && value !== null) list.push(value)
    },
  })
  const addresses = [...parts]
    .filter(([path]) => path.startsWith('word/_rels/'))
    .flatMap(([, text]) => [...text.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map((match) => match[1] ?? ''))
  return { parts, headings, addresses, ...found }
}

type Reading = {
  readonly onParagraph?: (style: string, words: string) => void
  readonly onNote?: (id: string, words: string) => void
  readonly onElement?: (name: string, attribute: (name: string) => string | null) => void
}
function readParagraphs(text: string, { onParagraph, onNote, onElement }: Reading): void {
  let [words, style, inText, note] = ['', '', false, '']
  let noteWords = ''
  let older = 0
  const scanner = xmlScanner({
    open(name, attribute) {
      if (name === 'Fallback') older += 1
      // What is there for older programs is said already.
      if (older === 0) onElement?.(name, attribute)
      if (name === 'p') [words, style] = ['', '']
      else if (name === 'pStyle') style = attribute('val') ?? ''
      else if (name === 't') inText = true
      else if (name === 'footnote') [note, noteWords] = [attribute('id') ?? '', '']
      else if (name === 'footnoteReference') words += `\ue000${attribute('id') ?? ''}\ue000`
      else if (name === 'tab' || name === 'br') words += ' '
    },
    text: (more) => void (words += inText ? more : ''),
    close(name) {
      if (name === 'Fallback') older -= 1
      if (name === 't') inText = false
      else if (name === 'p') {
        onParagraph?.(style, words)
        noteWords += words
      } else if (name === 'footnote') onNote?.(note, noteWords)
    },
  })
  scanner.push(text)
  scanner.end()
}

function checkNesting(path: string, text: string): void {
  const open: string[] = []
  const scanner = xmlScanner({
    open: (name) => void open.push(name),
    text: () => undefined,
    close(name) {
      const last = open.pop()
      if (last !== name) throw new Error(`${path}: <${last ?? ''}> is closed as ${name}`)
    },
  })
  scanner.push(text)
  scanner.end()
  if (/&(?!(amp|lt|gt|quot);)/.test(text) || /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error(`${path} holds what XML can't`)
}
