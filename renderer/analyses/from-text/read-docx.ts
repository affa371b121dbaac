import type { SourceText } from '@shared/analyses/from-text/propose'
import { messageOf, type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { strFromU8, unzipSync } from 'fflate'

/** The parts of a Word file that hold text; nothing else of it is unpacked. */
const PARTS = ['word/document.xml', 'word/styles.xml', 'word/footnotes.xml', 'word/endnotes.xml'] as const
/** Bytes above which a part is no text that anybody wrote. */
const LARGEST_PART = 64 * 1024 * 1024
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

type Parts = Readonly<Partial<Record<(typeof PARTS)[number], XMLDocument>>>
type Built = { text: string; readonly headings: { start: number; end: number; level: number }[] }

/**
 * The text of a Word file (.docx, ECMA-376): paragraphs, headings by style, items of lists, rows of tables, notes. The browser's XML parser
 * reads it, which fetches nothing; a file with a document type, which Word never writes, is refused. Problems: `docx-broken`, `docx-foreign`.
 */
export function readDocx(bytes: Uint8Array, name: string): Outcome<SourceText> {
  const parts = readParts(bytes, name)
  if (!parts.ok) return parts
  const main = parts.value['word/document.xml']
  if (main === undefined)
    return trouble(
      problem(
        'docx-foreign',
        `${name} is a zip file but no Word document.`,
        'Save it as .docx in the program that made it, or paste its text.',
      ),
    )
  const levels = headingLevels(parts.value['word/styles.xml'])
  const built: Built = { text: '', headings: [] }
  for (const block of childrenOf(first(main, 'body'))) addBlock(block, levels, built)
  for (const [part, kind] of [
    ['word/footnotes.xml', 'footnote'],
    ['word/endnotes.xml', 'endnote'],
  ] as const) {
    for (const note of parts.value[part]?.getElementsByTagNameNS('*', kind) ?? []) {
      const words = all(note, 'p').map(wordsOf).join(' ').trim()
      if (attribute(note, 'type') === null && words !== '') add(built, `[^${noteLabel(kind, attribute(note, 'id'))}]: ${words}`)
    }
  }
  return ok(built)
}

function readParts(bytes: Uint8Array, name: string): Outcome<Parts> {
  const broken = (why: string) =>
    trouble(
      problem(
        'docx-broken',
        `${name} can't be read as a Word document: ${why}.`,
        'Open it in a word processor and save it as .docx again, or paste its text.',
      ),
    )
  let files: Readonly<Record<string, Uint8Array>>
  try {
    files = unzipSync(bytes, { filter: (file) => PARTS.some((part) => part === file.name) && file.originalSize <= LARGEST_PART })
  } catch (thrown) {
    return broken(messageOf(thrown))
  }
  const parts: Partial<Record<(typeof PARTS)[number], XMLDocument>> = {}
  for (const part of PARTS) {
    const file = files[part]
    if (file === undefined) continue
    const xml = strFromU8(file)
    if (/<!doctype/i.test(xml)) return broken('it declares a document type')
    const parsed = new DOMParser().parseFromString(xml, 'application/xml')
    if (parsed.getElementsByTagName('parsererror').length > 0) return broken(`${part} is not whole`)
    parts[part] = parsed
  }
  return ok(parts)
}

const all = (within: Element | XMLDocument, name: string): readonly Element[] => [...within.getElementsByTagNameNS('*', name)]
const first = (within: Element | XMLDocument | undefined, name: string): Element | undefined => within?.getElementsByTagNameNS('*', name)[0]
const childrenOf = (element: Element | undefined): readonly Element[] => (element === undefined ? [] : [...element.children])
/** An attribute by its local name, whatever the prefix. */
const attribute = (element: Element | undefined, name: string): string | null =>
  [...(element?.attributes ?? [])].find((each) => each.localName === name)?.value ?? null

/** The level of each style that heads: “heading 1” to “heading 9”, “Title”, or a style with an outline level. */
function headingLevels(styles: XMLDocument | undefined): ReadonlyMap<string, number> {
  const levels = new Map<string, number>()
  if (styles === undefined) return levels
  for (const style of all(styles, 'style')) {
    const id = attribute(style, 'styleId')
    const name = attribute(first(style, 'name'), 'val') ?? ''
    const outline = attribute(first(style, 'outlineLvl'), 'val')
    const numbered = /^heading (\d)$/i.exec(name)?.[1]
    if (id === null) continue
    if (/^title$/i.test(name)) levels.set(id, 1)
    else if (numbered !== undefined) levels.set(id, Number(numbered) + 1)
    else if (outline !== null && Number(outline) < 9) levels.set(id, Number(outline) + 2)
  }
  return levels
}

function add(built: Built, words: string, level: number | null = null): void {
  if (built.text !== '') built.text += '\n\n'
  const start = built.text.length
  built.text += words
  if (level !== null) built.headings.push({ start, end: built.text.length, level })
}

function addBlock(block: Element, levels: ReadonlyMap<string, number>, built: Built): void {
  if (block.localName === 'p') return addParagraph(block, levels, built)
  if (block.localName === 'tbl') {
    for (const row of all(block, 'tr'))
      add(
        built,
        `| ${all(row, 'tc')
          .map((cell) => all(cell, 'p').map(wordsOf).join(' ').trim())
          .join(' | ')} |`,
      )
    return
  }
  for (const inner of childrenOf(block)) addBlock(inner, levels, built)
}

function addParagraph(paragraph: Element, levels: ReadonlyMap<string, number>, built: Built): void {
  const words = wordsOf(paragraph).trim()
  if (words === '') return
  const properties = childrenOf(paragraph).find((child) => child.localName === 'pPr')
  const outline = attribute(first(properties, 'outlineLvl'), 'val')
  const level = levels.get(attribute(first(properties, 'pStyle'), 'val') ?? '') ?? (outline === null ? null : Number(outline) + 2)
  if (level !== null && words.length <= 300) return add(built, words.replaceAll('\n', ' '), level)
  add(built, first(properties, 'numPr') === undefined ? words : `- ${words}`)
}

/** The words of a paragraph: what was deleted under tracked changes and the copies for older programs are left out. */
function wordsOf(paragraph: Element): string {
  let words = ''
  const walk = (node: Element): void => {
    if (node.localName === 'Fallback' || node.localName === 'del' || node.localName === 'instrText') return
    if (node.localName === 't') words += isRaised(node) ? raised(node.textContent) : node.textContent
    else if (node.localName === 'tab') words += ' '
    else if (node.localName === 'br' || node.localName === 'cr') words += '\n'
    else if (node.localName === 'noBreakHyphen') words += '-'
    else if (node.localName === 'footnoteReference' || node.localName === 'endnoteReference')
      words += `[^${noteLabel(node.localName.replace('Reference', ''), attribute(node, 'id'))}]`
    else for (const child of node.children) walk(child)
  }
  for (const child of childrenOf(paragraph)) if (child.localName !== 'pPr') walk(child)
  return words
}

/** Endnotes are counted apart from footnotes, so that their numbers must not meet. */
const noteLabel = (kind: string, id: string | null): string => `${kind === 'endnote' ? 'end' : ''}${id ?? ''}`
const isRaised = (text: Element): boolean => attribute(first(text.parentElement ?? undefined, 'vertAlign'), 'val') === 'superscript'
const raised = (text: string): string => (/^[\d,–-]+$/.test(text) ? text.replace(/\d/g, (digit) => RAISED.charAt(Number(digit))) : text)
