import type { Annotation } from '../annotations/annotation'
import { goesWithBundle, mediaOf } from '../documents/document'
import { countsShort, countsWords } from '../parity/cell-words'
import { columnsOf } from '../parity/matrix-view'
import { type ParityCell, parityCellId } from '../parity/parity-cell'
import { PARITY_BASE_WORDS } from '../parity/parity-matrix'
import type { SearchNote } from '../searches/search-note'
import type { PassageNode, SearchNode, Standing } from './dossier-tree'
import { type ExhibitNumbers, exhibitPath } from './exhibits'
import type { ParityCellNode, ParityMatrixNode } from './parity-nodes'
import type { DossierSnapshot } from './snapshot'

/** How marks and searches are shown, which the dossier does for evidence already. */
type Shown = {
  readonly passage: (annotation: Annotation, what: string) => { readonly standing: Standing; readonly parts: readonly PassageNode[] }
  readonly search: (note: SearchNote) => SearchNode
}

/** The matrices of the analysis, oldest first, with their cells numbered through. */
export function composeParity({ records }: DossierSnapshot, exhibits: ExhibitNumbers, shown: Shown): readonly ParityMatrixNode[] {
  const cells = new Map(records.parityCells.map((cell) => [cell.id, cell]))
  const [annotations, notes, documents, claims] = [
    byId(records.annotations),
    byId(records.searchNotes),
    byId(records.documents),
    byId(records.claims),
  ]
  let numbered = 0
  const node = (cell: ParityCell): ParityCellNode => {
    numbered += 1
    const number = `M${numbered}`
    const { counts } = cell
    const table = counts === null ? undefined : documents.get(counts.documentId)
    const exhibit = counts === null ? undefined : exhibits.get(counts.documentId)
    return {
      number,
      state: cell.state,
      counts:
        counts === null
          ? null
          : {
              short: countsShort(counts),
              words: countsWords(counts),
              quote: counts.quote,
              column: counts.column,
              answered: counts.answered,
              of: counts.of,
              withheld: counts.withheld,
              distinct: counts.distinct,
              base: PARITY_BASE_WORDS[counts.base],
            },
      table:
        counts === null
          ? null
          : {
              name: table?.name ?? '',
              sha256: counts.documentId,
              sheet: counts.sheet,
              exhibit: exhibit ?? null,
              path: exhibit === undefined || table === undefined || !goesWithBundle(table) ? null : exhibitPath(exhibit, mediaOf(table)),
            },
      note: cell.note,
      passages: cell.annotationIds.flatMap((id) => {
        const annotation = annotations.get(id)
        return annotation === undefined ? [] : [shown.passage(annotation, `the cell ${number} rests on`)]
      }),
      searches: cell.searchNoteIds.flatMap((id) => {
        const note = notes.get(id)
        return note === undefined ? [] : [shown.search(note)]
      }),
      claim: cell.claimId === null ? null : (claims.get(cell.claimId)?.number ?? null),
      author: cell.author,
      at: cell.at,
    }
  }
  return [...records.parityMatrices]
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1))
    .map((matrix) => {
      const columns = columnsOf(matrix)
      return {
        title: matrix.title,
        columns: columns.map(({ agency, year }) => ({ short: agency.short, name: agency.name, year })),
        rows: matrix.elements.map((element) => ({
          group: element.group,
          label: element.label,
          cells: columns.map(({ agency, year }) => {
            const cell = cells.get(parityCellId(matrix.id, element.id, agency.id, year))
            return cell === undefined ? null : node(cell)
          }),
        })),
      }
    })
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]))
