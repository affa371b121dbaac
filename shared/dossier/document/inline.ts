import type { AssessmentStatus } from '../../claims/assessment'
import { type Relation, RELATION_SIGNS } from '../../claims/evidence-link'
import { vouchLink } from '../../links/vouch-link'
import type { Block, Inline, PartBlock, TableBlock, TableRow, Tone } from './blocks'

/** How the makers of a document write runs of words and blocks. */

export const strong = (...content: readonly Inline[]): Inline => ({ kind: 'strong', content })
export const quiet = (...content: readonly Inline[]): Inline => ({ kind: 'quiet', content })
/** Words of a document, or a file's name. */
export const foreign = (words: string): Inline => ({ kind: 'foreign', content: [words] })
/** A number, a hash or a path. */
export const code = (text: string): Inline => ({ kind: 'code', text })
export const BREAK: Inline = { kind: 'break' }
/** A link to a place in the dossier, in its own number where no other words are given. */
export const place = (id: string, ...content: readonly Inline[]): Inline => ({
  kind: 'link',
  to: { kind: 'place', id },
  content: content.length === 0 ? [id] : content,
})
/** Words that lead into an exhibit where there is one beside the dossier. */
export const intoExhibit = (address: string | null, words: string): Inline =>
  address === null ? words : { kind: 'link', to: { kind: 'exhibit', address }, content: [words] }
/** Words that lead to a claim or a passage in the library of whoever has it. */
export const inVouch = (to: Parameters<typeof vouchLink>[0], words: string): Inline => ({
  kind: 'link',
  to: { kind: 'vouch', address: vouchLink(to) },
  content: [words],
})
/** The status of a judgement, in its colour. */
export const status = (of: AssessmentStatus | 'merged', ...content: readonly Inline[]): Inline => ({ kind: 'status', of, content })
/** The sign of a relation, in its colour. */
export const relationSign = (relation: Relation): Inline => ({ kind: 'sign', of: relation, shape: RELATION_SIGNS[relation].shape })
/** A sign without a colour. */
export const plainSign = (shape: string): Inline => ({ kind: 'sign', of: null, shape })

/** Runs one after the other with something between them; runs without any words are left out. */
export const joined = (runs: readonly (readonly Inline[])[], between: Inline): readonly Inline[] =>
  runs.filter((run) => run.some((each) => each !== '')).flatMap((run, at) => (at === 0 ? run : [between, ...run]))
/** Links to places by their numbers, or a word where there are none. */
export const places = (ids: readonly string[], none: string, between = ', '): readonly Inline[] =>
  ids.length === 0
    ? [none]
    : joined(
        ids.map((id) => [place(id)]),
        between,
      )

export const paragraph = (tone: Tone, ...content: readonly Inline[]): Block => ({ kind: 'paragraph', tone, content })
/** The researcher's own paragraphs: parted by empty lines. */
export const paragraphs = (tone: Tone, text: string): readonly Block[] =>
  text.split(/\n{2,}/).flatMap((part) => (part.trim() === '' ? [] : [paragraph(tone, part.trim())]))
/** A paragraph where there are words for it. */
export const said = (tone: Tone, words: string): readonly Block[] => (words === '' ? [] : [paragraph(tone, words)])
export const heading = (...content: readonly Inline[]): Block => ({ kind: 'heading', relation: null, content })
export const listOf = (items: readonly (readonly Inline[])[], ordered = false): Block => ({
  kind: 'list',
  ordered,
  items: items.map((content) => ({ id: null, content })),
})
/** A list, or that there is nothing to list. */
export const listOrNone = (items: readonly (readonly Inline[])[], ordered = false): Block =>
  items.length === 0 ? paragraph('quiet', 'None stated.') : listOf(items, ordered)

type Column = TableBlock['columns'][number]
/** A column of a table: one of words, which takes the room that is left. */
export const column = (head: string): Column => ({ head: [head], align: 'start', narrow: false })
/** A column as wide as what it holds. */
export const narrow = (head: string): Column => ({ ...column(head), narrow: true })
/** A narrow column of numbers. */
export const numeric = (head: string): Column => ({ ...column(head), align: 'end', narrow: true })
/** A row of a table. With an id, links can lead to it. */
export const rowOf = (id: string | null, ...cells: readonly (readonly Inline[])[]): TableRow => ({ id, cells })
/** A table whose rows stand in no groups, each named by its first cell. */
export const tableOf = (caption: readonly Inline[] | null, columns: readonly Column[], rows: readonly TableRow[]): TableBlock => ({
  kind: 'table',
  caption,
  columns,
  groups: [{ heading: null, rows }],
  rowHeads: true,
})

/** A part of the dossier under a heading. */
export const part = (id: string, head: string, ...blocks: readonly Block[]): PartBlock => ({
  kind: 'part',
  id,
  role: 'part',
  heading: [head],
  overline: null,
  relation: null,
  bare: false,
  blocks,
})
