import { TOTALS_BY_WORDS } from '../../purchases/totals'
import type { DossierTree } from '../dossier-tree'
import { timelineChart, totalsChart } from '../ledger-charts'
import type { ChronologyNode, CitationNode, FigureNode, LedgerNode, PurchaseNode, TotalsNode } from '../ledger-tree'
import { counted } from '../words'
import type { Block, Inline, PartBlock } from './blocks'
import { citationPart } from './evidence'
import {
  BREAK,
  code,
  column,
  heading,
  joined,
  narrow,
  numeric,
  paragraph,
  part,
  place,
  places,
  quiet,
  rowOf,
  strong,
  tableOf,
} from './inline'

/** Purchases with their totals, the chronology, and the passages that both rest on. */

const cite = (citation: CitationNode): readonly Inline[] => [
  place(citation.number),
  ...(citation.standing === 'unverified' ? [' (not verified)'] : []),
]
const cites = (citations: readonly CitationNode[]): readonly Inline[] => joined(citations.map(cite), ', ')

/** Purchases with their totals; null where there is none. */
export const purchasesPart = ({ money: { ledger } }: Pick<DossierTree, 'money'>): PartBlock | null =>
  ledger === null ? null : part('purchases', 'Purchases', ...ledgerBlocks(ledger))

const ledgerBlocks = ({ purchases, totals }: LedgerNode): readonly Block[] => [
  paragraph(
    'plain',
    'Each amount is what a source says, with the passage that says it. Amounts that differ stand side by side. Kinds of amounts and currencies are never added to one another.',
  ),
  tableOf(
    [`${counted(purchases.length, 'purchase')}, by date`],
    [narrow('No.'), column('Purchase'), column('Number'), column('Stage and date'), column('Amounts')],
    purchases.map(purchaseRow),
  ),
  ...totals.flatMap(totalsBlocks),
]

function purchaseRow(purchase: PurchaseNode): ReturnType<typeof rowOf> {
  const { from, until } = purchase
  const performance = `${from === null ? '' : ` from ${from}`}${until === null ? '' : ` until ${until}`}`
  return rowOf(
    purchase.number,
    [code(purchase.number)],
    joined(
      [
        [purchase.product === '' ? 'product not known' : purchase.product],
        [purchase.vendor === '' ? 'vendor not known' : purchase.vendor],
        purchase.agency === '' ? [] : [quiet(`bought by ${purchase.agency}`)],
        purchase.note === '' ? [] : [quiet(purchase.note)],
        purchase.citations.length === 0 ? [quiet('Rests on no passage of its own.')] : [quiet('Shown by ', ...cites(purchase.citations))],
      ],
      BREAK,
    ),
    joined(
      [purchase.identifier === '' ? ['not known'] : [code(purchase.identifier)], purchase.reads === '' ? [] : [quiet(purchase.reads)]],
      BREAK,
    ),
    joined([[purchase.stage], [purchase.date ?? 'date not known'], performance === '' ? [] : [quiet(`performance${performance}`)]], BREAK),
    purchase.figures.length === 0 ? ['none known'] : joined(purchase.figures.map(figureWords), BREAK),
  )
}

/** One amount with what its source printed, its date and its passage. */
export function figureWords(figure: FigureNode): readonly Inline[] {
  const remarks = [
    figure.printed === figure.words ? '' : `printed ${figure.printed}`,
    figure.conflicts ? 'sources differ' : '',
    figure.stands ? '' : 'a later amount stands',
    figure.citation === null ? 'rests on no passage' : '',
    figure.note,
  ].filter((remark) => remark !== '')
  return joined(
    [
      [
        ...(figure.conflicts ? [strong('≠'), ' '] : []),
        `${figure.words} ${figure.unit.kind}${figure.date === null ? '' : `, as of ${figure.date}`}`,
      ],
      remarks.length === 0 ? [] : [quiet(`(${remarks.join('; ')})`)],
      figure.citation === null ? [] : cite(figure.citation),
    ],
    ' ',
  )
}

function totalsBlocks(totals: TotalsNode): readonly Block[] {
  const { unit, whole, groups } = totals
  const chart = totalsChart(totals)
  return [
    heading(`Totals: ${unit.kind}, ${unit.currency}`),
    paragraph(
      'plain',
      strong(whole.words),
      ` in all, from ${counted(whole.adds.length, 'purchase')}.${whole.without.length === 0 ? '' : ` ${counted(whole.without.length, 'purchase has', 'purchases have')} no such amount and are not in it.`}${whole.ranges === 0 ? '' : ` ${counted(whole.ranges, 'has', 'have')} conflicting amounts, so the sum is a range.`}`,
    ),
    ...(chart === null ? [] : [chart]),
    ...groups.map(({ by, sums }) =>
      tableOf(
        [`By ${TOTALS_BY_WORDS[by]}`],
        [column(TOTALS_BY_WORDS[by]), numeric('Sum'), column('Adds'), column('Without such an amount')],
        sums.map((sum) => rowOf(null, [sum.label], [sum.words], places(sum.adds, 'none', ' '), places(sum.without, 'none', ' '))),
      ),
    ),
  ]
}

/** The chronology; null where nothing has a date. */
export const chronologyPart = ({ money: { chronology } }: Pick<DossierTree, 'money'>): PartBlock | null =>
  chronology === null ? null : part('chronology', 'Chronology', ...chronologyBlocks(chronology))

const chronologyBlocks = (chronology: ChronologyNode): readonly Block[] => [
  timelineChart(chronology),
  {
    kind: 'table',
    caption: ['A date is given as far as it is known. Derived lines follow from a purchase or from how a document came out.'],
    columns: [narrow('When'), column('Kind'), column('What happened'), column('Rests on')],
    groups: chronology.groups.map((group) => ({
      heading: [group.title],
      rows: group.lines.map((line) =>
        rowOf(
          null,
          joined([[line.when], line.missing === '' ? [] : [quiet(line.missing)]], BREAK),
          [line.kind],
          joined([[line.title], line.note === '' ? [] : [quiet(line.note)]], BREAK),
          joined(
            [
              line.derivedFrom === null ? [] : [`derived from the ${line.derivedFrom}`],
              line.citations.length > 0 ? cites(line.citations) : [line.derivedFrom === null ? 'no passage' : ''],
            ],
            ': ',
          ),
        ),
      ),
    })),
    rowHeads: false,
  },
]

/** The passages behind purchases and events; null where there are none. */
export const citationsPart = ({ money: { citations } }: Pick<DossierTree, 'money'>, hashes: boolean): PartBlock | null =>
  citations.length === 0
    ? null
    : part('passages', 'Passages of purchases and events', ...citations.map((citation) => citationPart(citation, hashes)))
