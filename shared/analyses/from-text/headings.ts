import { isBlank, type Line } from './lines'

/** A line that heads what follows. */
export type Heading = {
  /** 1 for the highest. */
  readonly level: number
  /** Its words as printed, with a printed number but without the signs of Markdown. */
  readonly label: string
  /** Whether a sign says so (`#`, an underline, a style): the others are recognised by their look. */
  readonly marked: boolean
}

const ATX = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/
const SECTION = /^(?:section|part|chapter|appendix|annex|article)\s+(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[A-Z])(?:\s*[.:–—-]\s*\S.*)?\.?$/i
const NUMBERED = /^(?:(?<deep>\d{1,3}(?:\.\d{1,3})+)\.?|(?<flat>\d{1,3})[.)]|(?<roman>[IVXLC]{1,7})\.|(?<letter>[A-H])\.)\s+(?<title>\S.*)$/
const BOLD = /^(\*\*|__)(?=\S)([^*_].*?)(?<=\S)\1:?$/

/** A heading by `#`; null for any other line. */
export function markedHeading(line: Line): Heading | null {
  const match = ATX.exec(line.text)
  const label = plain(match?.[2] ?? '')
  return match?.[1] === undefined || label === '' ? null : { level: match[1].length, label, marked: true }
}

/** The level that an underline (`===`, `---`) gives to the line above it; null where the line is none. */
export const underlineLevel = (line: Line | undefined): 1 | 2 | null =>
  line === undefined ? null : /^ {0,3}=+\s*$/.test(line.text) ? 1 : /^ {0,3}-{2,}\s*$/.test(line.text) ? 2 : null

/**
 * A heading by its look: numbered, “Section 3”, a bold line, a line in capitals. It stands by itself, is short and does not end like a
 * sentence; a numbered line among others of its kind is an item of a list.
 */
export function lookedHeading(lines: readonly Line[], at: number): Heading | null {
  const line = lines[at]
  if (line === undefined || !isBlank(lines[at - 1])) return null
  const text = line.text.trim()
  const bold = BOLD.exec(text)
  const label = plain(text)
  if (label === '' || label.length > 100 || /\[\^?\d/.test(label)) return null
  const alone = isBlank(lines[at + 1])
  if (bold !== null) return alone && !/[.;,]$/.test(label) ? { level: 3, label, marked: false } : null
  if (SECTION.test(text)) return { level: 1, label, marked: false }
  const numbered = NUMBERED.exec(text)
  if (numbered?.groups !== undefined) {
    const { deep, title = '' } = numbered.groups
    const looks =
      /^[\p{Lu}\p{N}"“‘']/u.test(title) &&
      !/[.;,:]$/.test(title) &&
      title.split(/\s+/).length <= 12 &&
      (alone || (title.length <= 60 && /^\s*\p{Lu}/u.test(lines[at + 1]?.text ?? '')))
    return looks && !amongItems(lines, at) ? { level: deep === undefined ? 1 : deep.split('.').length, label, marked: false } : null
  }
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length >= 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase() && !/[.;,]$/.test(text)
    ? { level: 1, label, marked: false }
    : null
}

const isNumbered = (line: Line | undefined): boolean => line !== undefined && NUMBERED.test(line.text.trim())

/** Whether the nearest line with words, before or after, is numbered too: then both are items. */
function amongItems(lines: readonly Line[], at: number): boolean {
  const nearest = (step: 1 | -1): Line | undefined => {
    let next = at + step
    while (next >= 0 && next < lines.length && isBlank(lines[next])) next += step
    return lines[next]
  }
  const deep = (line: Line | undefined): number => (NUMBERED.exec(line?.text.trim() ?? '')?.groups?.['deep'] ?? '').split('.').length
  // “1. Findings” above “1.1 Purchases” is a heading above a heading.
  return [nearest(-1), nearest(1)].some((other) => isNumbered(other) && deep(other) === deep(lines[at]))
}

/** The words of a heading without the signs of emphasis and links. */
const plain = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~$&^])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

const NAMES_SOURCES =
  /^(?:(?:\d{1,3}|[IVXLC]{1,7}|[A-Z])[.)]\s*)?(?:(?:the|list of|numbered|works|selected)\s+)?(?:references?|sources?|bibliography|cited|works cited|literature|literature cited|citations?|end ?notes|foot ?notes|notes|notes and sources|sources and notes|references and notes|sources cited|sources consulted)\s*:?$/i
/** Whether the words head a list of sources. */
export const namesSources = (label: string): boolean => NAMES_SOURCES.test(label.trim())
