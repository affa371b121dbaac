import { PARITY_STATE_WORDS } from '../parity/parity-cell'
import { searchWords } from './document/parity'
import { type ParityMatrixNode, parityCells } from './parity-nodes'
import { pageWords } from './words'

/** The columns of `parity.csv`: one row a filled cell. */
export const PARITY_COLUMNS = [
  'cell',
  'matrix',
  'group',
  'element',
  'agency',
  'year',
  'state',
  'answered',
  'of',
  'withheld',
  'distinct',
  'quote',
  'applies_to',
  'column',
  'table',
  'table_sha256',
  'exhibit',
  'passages',
  'not_verified',
  'searches',
  'note',
  'claim',
  'author',
  'date',
] as const

/** The rows of `parity.csv`, one a filled cell, in the order of `PARITY_COLUMNS`. */
export const parityCsvRows = (matrices: readonly ParityMatrixNode[]): readonly (readonly (string | number | null)[])[] =>
  parityCells(matrices).map(({ matrix, row, column, cell }) => {
    const places = (wanted: boolean): string =>
      cell.passages
        .filter(({ standing }) => (standing !== 'unverified') === wanted)
        .flatMap(({ parts }) =>
          parts.map((part) => `${part.exhibit ?? part.document}, ${pageWords(part)}${wanted ? `: ${part.quote}` : ''}`),
        )
        .join('; ')
    return [
      cell.number,
      matrix.title,
      row.group,
      row.label,
      column.short,
      column.year,
      PARITY_STATE_WORDS[cell.state],
      cell.counts?.answered ?? null,
      cell.counts?.of ?? null,
      cell.counts?.withheld ?? null,
      cell.counts?.distinct ?? null,
      cell.counts?.quote ?? null,
      cell.counts?.base ?? null,
      cell.counts?.column ?? null,
      cell.table?.name ?? null,
      cell.table?.sha256 ?? null,
      cell.table?.exhibit ?? null,
      places(true),
      places(false),
      cell.searches.map(searchWords).join('; '),
      cell.note,
      cell.claim,
      cell.author,
      cell.at,
    ]
  })
