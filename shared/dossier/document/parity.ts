import { PARITY_STATE_WORDS } from '../../parity/parity-cell'
import { PARITY_SIGNS } from '../../parity/state-signs'
import type { DossierTree, PassageNode, SearchNode, Standing } from '../dossier-tree'
import { type ParityCellNode, type ParityMatrixNode, parityCells } from '../parity-nodes'
import { momentWords, pageWords, STANDING_WORDS } from '../words'
import type { Block, Inline, PartBlock, TableRow } from './blocks'
import { BREAK, code, foreign, heading, intoExhibit, joined, paragraph, part, place, plainSign, quiet, rowOf, strong } from './inline'

const RANKS_NOTHING =
  'A state says what was disclosed, and ranks nothing: an answer can be one sentence repeated, and a blank can be right. How many answer is never shown without how many different answers there are.'

const tableWords = ({ table, counts }: ParityCellNode): string =>
  table === null
    ? ''
    : `${table.exhibit ?? 'No exhibit'}, ${table.name === '' ? 'a table that is not in the library' : table.name}${table.sheet === null ? '' : `, sheet ${table.sheet}`}${counts === null || counts.column === '' ? '' : `, column “${counts.column}”`}`
/** A search in one sentence, as it stands in tables and notes. */
export const searchWords = (note: SearchNode): string =>
  `Looked: ${note.where}${note.words === '' ? '' : `, for “${note.words}”`}${note.date === null ? '' : `, ${note.date}`}${note.by === '' ? '' : `, by ${note.by}`}; hits: ${note.hits ?? 'not counted'}.${note.result === '' ? '' : ` ${note.result}`}`

/** The matrices as tables, each cell with a note that says what it rests on; null where there is no matrix. */
export const parityPart = ({ parity }: Pick<DossierTree, 'parity'>): PartBlock | null =>
  parity.length === 0 ? null : part('parity', 'Parity', paragraph('quiet', RANKS_NOTHING), ...parity.flatMap(matrixBlocks))

const matrixBlocks = (matrix: ParityMatrixNode): readonly Block[] => [
  heading(matrix.title),
  {
    kind: 'table',
    caption: [
      `${[...new Map(matrix.columns.map(({ short, name }) => [short, name]))].map(([short, name]) => `${short}: ${name}`).join('; ')}.`,
    ],
    columns: [
      { head: ['Element'], align: 'start', narrow: false },
      ...matrix.columns.map(({ short, year }) => ({ head: [`${short} ${year}`], align: 'start' as const, narrow: false })),
    ],
    groups: rowGroups(matrix),
    rowHeads: true,
  },
  heading('What the cells rest on'),
  { kind: 'list', ordered: false, items: parityCells([matrix]).map((each) => ({ id: each.cell.number, content: noteOf(each) })) },
]

/** Neighbouring rows of one group under its name. */
function rowGroups({
  rows,
}: ParityMatrixNode): readonly { readonly heading: readonly Inline[] | null; readonly rows: readonly TableRow[] }[] {
  const groups: { readonly name: string; readonly heading: readonly Inline[] | null; readonly rows: TableRow[] }[] = []
  for (const { group, label, cells } of rows) {
    const row = rowOf(null, [label], ...cells.map(cellContent))
    const last = groups.at(-1)
    if (last?.name === group) last.rows.push(row)
    else groups.push({ name: group, heading: group === '' ? null : [group], rows: [row] })
  }
  return groups
}

function cellContent(cell: ParityCellNode | null): readonly Inline[] {
  if (cell === null) return [quiet(`${PARITY_SIGNS['not-looked'].shape} ${PARITY_STATE_WORDS['not-looked']}`)]
  return [
    plainSign(PARITY_SIGNS[cell.state].shape),
    ` ${PARITY_STATE_WORDS[cell.state]}`,
    ...(cell.counts === null ? [] : [BREAK, code(cell.counts.short)]),
    ' ',
    place(cell.number),
  ]
}

function noteOf({ row, column, cell }: ReturnType<typeof parityCells>[number]): readonly Inline[] {
  const runs: readonly (readonly Inline[])[] = [
    [strong(`${cell.number}: ${row.label}, ${column.short} ${column.year}:`)],
    [`${PARITY_STATE_WORDS[cell.state]}.`],
    [cell.counts?.words ?? ''],
    cell.counts === null || cell.counts.quote === '' ? [] : ['“', foreign(cell.counts.quote), '”'],
    cell.table === null ? [] : ['(', intoExhibit(cell.table.path, tableWords(cell)), '; SHA-256 ', code(cell.table.sha256), ')'],
    [cell.note],
    ...cell.passages.flatMap(({ standing, parts }) => parts.map((passage) => passageOfCell(passage, standing))),
    ...cell.searches.map((search) => [searchWords(search)]),
    cell.claim === null ? [] : ['Claimed as ', place(cell.claim), '.'],
    [quiet(`${cell.author}, ${momentWords(cell.at)}`)],
  ]
  return joined(runs, ' ')
}

/** A passage that verifies in its words; one that does not is named without being quoted. */
const passageOfCell = (passage: PassageNode, standing: Standing): readonly Inline[] => [
  ...(standing === 'unverified' ? ['Could not be verified: '] : passage.quote === '' ? [] : ['“', foreign(passage.quote), '” ']),
  `(${passage.exhibit ?? 'no exhibit'}, `,
  foreign(passage.document),
  ', ',
  intoExhibit(passage.address, pageWords(passage)),
  `; ${STANDING_WORDS[standing]}).`,
]
