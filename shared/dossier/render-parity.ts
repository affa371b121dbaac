import { PARITY_STATE_WORDS } from '../parity/parity-cell'
import { PARITY_SIGNS } from '../parity/state-signs'
import { html, type Html } from './html'
import { type ParityCellNode, type ParityMatrixNode, parityCells } from './parity-nodes'
import type { SearchNode } from './dossier-tree'
import { momentWords, pageWords, STANDING_WORDS } from './words'

const RANKS_NOTHING = 'A state says what was disclosed, and ranks nothing: an answer can be one sentence repeated, and a blank can be right. How many answer is never shown without how many different answers there are.'
const tableWords = ({ table, counts }: ParityCellNode): string => (table === null ? '' : `${table.exhibit ?? 'No exhibit'}, ${table.name === '' ? 'a table that is not in the library' : table.name}${table.sheet === null ? '' : `, sheet ${table.sheet}`}${counts === null || counts.column === '' ? '' : `, column “${counts.column}”`}`)
const searchWords = (note: SearchNode): string => `Looked: ${note.where}${note.words === '' ? '' : `, for “${note.words}”`}${note.date === null ? '' : `, ${note.date}`}${note.by === '' ? '' : `, by ${note.by}`}; hits: ${note.hits ?? 'not counted'}.${note.result === '' ? '' : ` ${note.result}`}`

/** The matrices as tables, each cell with a note that says what it rests on. Nothing where there is no matrix. */
export function parityHtml(matrices: readonly ParityMatrixNode[], { exhibitsBeside }: { readonly exhibitsBeside: boolean }): Html | null {
  if (matrices.length === 0) return null
  const shown = (cell: ParityCellNode | null): Html =>
    cell === null
      ? html`<td class="quiet">${PARITY_SIGNS['not-looked'].shape} ${PARITY_STATE_WORDS['not-looked']}</td>`
      : html`<td><span aria-hidden="true">${PARITY_SIGNS[cell.state].shape}</span> ${PARITY_STATE_WORDS[cell.state]}${cell.counts !== null && html`<br><span class="mono quiet">${cell.counts.short}</span>`} <a class="mono" href="#${cell.number}" id="${cell.number}-at">${cell.number}</a></td>`
  const note = ({ row, column, cell }: ReturnType<typeof parityCells>[number]): Html => html`<li id="${cell.number}"><a class="mono" href="#${cell.number}-at">${cell.number}</a> <b>${row.label}, ${column.short} ${column.year}:</b> ${PARITY_STATE_WORDS[cell.state]}. ${cell.counts !== null && `${cell.counts.words} `}${cell.counts !== null && cell.counts.quote !== '' && html`<q>${cell.counts.quote}</q> `}${cell.table !== null && html`(${exhibitsBeside && cell.table.path !== null ? html`<a href="${cell.table.path}">${tableWords(cell)}</a>` : tableWords(cell)}) `}${cell.note !== '' && `${cell.note} `}${cell.passages.map(({ standing, parts }) => parts.map((part) => html`${standing === 'unverified' ? 'Could not be verified: ' : ''}${part.quote !== '' && standing !== 'unverified' && html`<q dir="auto">${part.quote}</q> `}(${part.exhibit ?? 'no exhibit'}, <bdi>${part.document}</bdi>, ${exhibitsBeside && part.address !== null ? html`<a href="${part.address}">${pageWords(part)}</a>` : pageWords(part)}; ${STANDING_WORDS[standing]}). `))}${cell.searches.map((search) => `${searchWords(search)} `)}${cell.claim !== null && html`Claimed as <a href="#${cell.claim}">${cell.claim}</a>. `}<span class="quiet">${cell.author}, ${momentWords(cell.at)}</span></li>
`
  return html`<section id="parity" aria-labelledby="parity-h"><h2 id="parity-h">Parity</h2><p class="quiet">${RANKS_NOTHING}</p>
${matrices.map((matrix) => html`<h3>${matrix.title}</h3><div class="scroll"><table><thead><tr><th scope="col">Element</th>${matrix.columns.map((column) => html`<th scope="col"><abbr title="${column.name}">${column.short}</abbr> ${column.year}</th>`)}</tr></thead><tbody>
${matrix.rows.map((row, at) => html`${row.group !== '' && row.group !== matrix.rows[at - 1]?.group && html`<tr><th scope="rowgroup" colspan="${matrix.columns.length + 1}">${row.group}</th></tr>
`}<tr><th scope="row">${row.label}</th>${row.cells.map(shown)}</tr>
`)}</tbody></table></div>
<h3>What the cells rest on</h3><ul class="plain">${parityCells([matrix]).map(note)}</ul>`)}</section>
`
}

/** The same as Markdown: tables with a footnote a cell. `t` escapes a document's words. */
export function parityBlocks(matrices: readonly ParityMatrixNode[], t: (text: string) => string): readonly string[] {
  if (matrices.length === 0) return []
  const shown = (cell: ParityCellNode | null): string => (cell === null ? PARITY_STATE_WORDS['not-looked'] : `${PARITY_SIGNS[cell.state].shape} ${PARITY_STATE_WORDS[cell.state]}${cell.counts === null ? '' : ` ${t(cell.counts.short)}`}[^${cell.number}]`)
  return [
    '## Parity',
    RANKS_NOTHING,
    ...matrices.flatMap((matrix) => [
      `### ${t(matrix.title)}`,
      [
        `| Element | ${matrix.columns.map((column) => `${t(column.short)} ${column.year}`).join(' | ')} |`,
        `| --- |${' --- |'.repeat(matrix.columns.length)}`,
        ...matrix.rows.map((row) => `| ${row.group === '' ? '' : `${t(row.group)}: `}${t(row.label)} | ${row.cells.map(shown).join(' | ')} |`),
      ].join('\n'),
    ]),
  ]
}

export const parityFootnotes = (matrices: readonly ParityMatrixNode[], t: (text: string) => string): readonly string[] =>
  parityCells(matrices).map(({ row, column, cell }) => {
    const parts = [
      `${t(row.label)}, ${t(column.short)} ${column.year}: ${PARITY_STATE_WORDS[cell.state]}.`,
      cell.counts === null ? '' : t(cell.counts.words),
      cell.counts === null || cell.counts.quote === '' ? '' : `“${t(cell.counts.quote)}”`,
      cell.table === null ? '' : `${t(tableWords(cell))}; SHA-256 \`${cell.table.sha256}\`.`,
      t(cell.note),
      ...cell.passages.flatMap(({ standing, parts: pieces }) => pieces.map((part) => `${standing === 'unverified' ? 'Could not be verified: ' : part.quote === '' ? '' : `“${t(part.quote)}” `}${part.exhibit ?? 'no exhibit'}, ${t(part.document)}, ${t(pageWords(part))}; ${STANDING_WORDS[standing]}; SHA-256 \`${part.documentSha256}\`.`)),
      ...cell.searches.map((search) => t(searchWords(search))),
      cell.claim === null ? '' : `Claimed as ${cell.claim}.`,
      `${t(cell.author)}, ${momentWords(cell.at)}.`,
    ]
    return `[^${cell.number}]: ${parts.filter((part) => part !== '').join(' ')}`
  })

/** The columns of `parity.csv`: one row a filled cell. */
export const PARITY_COLUMNS = [
  'cell', 'matrix', 'group', 'element', 'agency', 'year', 'state', 'answered', 'of', 'withheld', 'distinct', 'quote', 'applies_to', 'column', 'table', 'table_sha256', 'exhibit', 'passages', 'not_verified', 'searches', 'note', 'claim', 'author', 'date',
] as const

export const parityCsvRows = (matrices: readonly ParityMatrixNode[]): readonly (readonly (string | number | null)[])[] =>
  parityCells(matrices).map(({ matrix, row, column, cell }) => {
    const places = (wanted: boolean): string => cell.passages.filter(({ standing }) => (standing !== 'unverified') === wanted).flatMap(({ parts }) => parts.map((part) => `${part.exhibit ?? part.document}, ${pageWords(part)}${wanted ? `: ${part.quote}` : ''}`)).join('; ')
    return [
      cell.number, matrix.title, row.group, row.label, column.short, column.year, PARITY_STATE_WORDS[cell.state], cell.counts?.answered ?? null, cell.counts?.of ?? null, cell.counts?.withheld ?? null, cell.counts?.distinct ?? null, cell.counts?.quote ?? null, cell.counts?.base ?? null, cell.counts?.column ?? null,
      cell.table?.name ?? null, cell.table?.sha256 ?? null, cell.table?.exhibit ?? null, places(true), places(false), cell.searches.map(searchWords).join('; '), cell.note, cell.claim, cell.author, cell.at,
    ]
  })
