import type { Block, DossierDocument, Inline, PartBlock, QuotationBlock, TableBlock } from './document/blocks'

export type MarkdownOptions = {
  /** Whether exhibits and pictures lie beside the text, so that it can link to them. */
  readonly bundled: boolean
}

/** Escapes the signs that CommonMark and GitHub's additions give a meaning to anywhere in a line, and folds white space, so that a document's words stay words. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<|~$]/g, '\\$&')
    .replace(/&(?=#|\w+;)/g, '\\&')
    // Addresses become links by themselves otherwise.
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')

/** The same for the signs that mean something at the start of a line only: of headings, lists, quotations, rules. */
const startingLine = (line: string): string => line.replace(/^[#+>=:-]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2')

/** A dossier's document as CommonMark with tables and footnotes (GitHub's way): each citation is a footnote. */
export function renderMarkdown(document: DossierDocument, options: MarkdownOptions): string {
  const notes: string[] = []
  const write = blockWriter(options, notes)
  const blocks = [
    headed(1, escapeMarkdown(document.title).trim()),
    ...document.front.flatMap((block) => write(block, 2)),
    ...document.parts.flatMap((part) => write(part, 2)),
    startingLine(inlineOf(document.closing, options)),
  ]
  return `${[...blocks, ...notes].filter((block) => block !== '').join('\n\n')}\n`
}

/** Runs of words on one line. A line break inside them becomes a mark between clauses, as a cell of a table has one line only. */
function inlineOf(content: readonly Inline[], options: MarkdownOptions): string {
  let line = ''
  for (const each of content) {
    if (typeof each !== 'string' && each.kind === 'break')
      line = /[.!?]$/.test(line.trimEnd()) ? `${line.trimEnd()} ` : `${line.trimEnd()}; `
    else line += run(each, options)
  }
  return line.trim()
}

function run(each: Exclude<Inline, { readonly kind: 'break' }>, options: MarkdownOptions): string {
  if (typeof each === 'string') return escapeMarkdown(each)
  switch (each.kind) {
    case 'strong':
      return `**${inlineOf(each.content, options)}**`
    case 'quiet':
    case 'foreign':
    case 'status':
      return loose(each.content, options)
    case 'code':
      return /[`|\\]/.test(each.text) ? escapeMarkdown(each.text) : `\`${each.text}\``
    case 'sign':
      return escapeMarkdown(each.shape)
    case 'link':
      if (each.to.kind === 'place' || (each.to.kind === 'exhibit' && !options.bundled)) return loose(each.content, options)
      return `[${inlineOf(each.content, options)}](${each.to.address})`
    default:
      return ''
  }
}

/** Runs whose blanks at either end part them from their neighbours. */
function loose(content: readonly Inline[], options: MarkdownOptions): string {
  const first = content[0]
  const last = content.at(-1)
  return `${typeof first === 'string' && /^\s/.test(first) ? ' ' : ''}${inlineOf(content, options)}${typeof last === 'string' && /\s$/.test(last) ? ' ' : ''}`
}

type WriteBlock = (block: Block, level: number) => readonly string[]

/** Heading levels that Markdown has. */
const DEEPEST = 6
/** Signs of a heading at its end would be taken for its close. */
const headed = (level: number, words: string): string => `${'#'.repeat(Math.min(level, DEEPEST))} ${words.replace(/#+$/, '\\$&')}`

/** @param notes is given the text of each footnote */
function blockWriter(options: MarkdownOptions, notes: string[]): WriteBlock {
  const line = (content: readonly Inline[]): string => inlineOf(content, options)
  const write: WriteBlock = (block, level) => {
    switch (block.kind) {
      case 'part':
        return stretch(block, level)
      case 'heading':
        return [headed(level, line(block.content))]
      case 'paragraph':
        return [startingLine(line(block.content))]
      case 'quotation':
        return [quotation(block)]
      case 'facts':
        return [block.facts.map(({ term, content }) => `- **${line(term)}:** ${line(content)}`).join('\n')]
      case 'list':
        return [block.items.map(({ content }, at) => `${block.ordered ? `${at + 1}.` : '-'} ${startingLine(line(content))}`).join('\n')]
      case 'table':
        return table(block)
      case 'picture':
        return options.bundled
          ? [
              `![${escapeMarkdown(block.picture.alt)}](${block.picture.path})`,
              ...(block.caption === null ? [] : [startingLine(line(block.caption))]),
            ]
          : []
      case 'chart':
        // Markdown has no drawings; the table that follows says the same.
        return []
    }
  }
  const stretch = (part: PartBlock, level: number): readonly string[] => [
    ...(part.heading === null ? [] : [headed(level, line(part.heading))]),
    ...(part.overline === null ? [] : [startingLine(line(part.overline))]),
    ...part.blocks.flatMap((block) => write(block, part.heading === null ? level : level + 1)),
  ]
  const quotation = ({ noteId, words, instead, citation }: QuotationBlock): string => {
    notes.push(`[^${noteId}]: ${startingLine(line(citation))}`)
    return `> ${words === '' ? line(instead) : `“${escapeMarkdown(words).trim()}”`}[^${noteId}]`
  }
  const table = ({ caption, columns, groups }: TableBlock): readonly string[] => {
    const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
    const rows = groups.flatMap(({ heading, rows: own }) => [
      ...(heading === null ? [] : [row(columns.map((_, at) => (at === 0 ? `**${line(heading)}**` : '')))]),
      ...own.map(({ cells }) => row(cells.map(line))),
    ])
    return [
      ...(caption === null ? [] : [startingLine(line(caption))]),
      [row(columns.map(({ head }) => line(head))), row(columns.map(({ align }) => (align === 'end' ? '---:' : '---'))), ...rows].join('\n'),
    ]
  }
  return write
}
