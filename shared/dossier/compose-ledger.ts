import type { AnnotationId } from '../annotations/annotation'
import { chronologyCsv } from '../chronology/chronology-csv'
import { type ChronologyLine, chronologyLines, purchaseName } from '../chronology/derived-events'
import { groupedByTime, inOrder, missingWords, whenWords } from '../chronology/order-lines'
import { layTimeline, yearsOf } from '../chronology/timeline'
import { moneyWords, rangeWords } from '../purchases/amount'
import { conflictingFigures, standingOf, type Unit, unitsOf } from '../purchases/figures'
import { type Purchase, type PurchaseId, STAGE_WORDS } from '../purchases/purchase'
import { numberWords } from '../purchases/purchase-number'
import { type PassageOf, purchasesCsv } from '../purchases/purchases-csv'
import { type Total, TOTALS_BY, totalOf, totalsBy } from '../purchases/totals'
import { compareDates, dateWords } from '../units/date-span'
import type { PartialDate } from '../units/time'
import type {
  ChronologyNode,
  CitationNode,
  FigureNode,
  LedgerNode,
  LineNode,
  MoneyAndTime,
  PurchaseNode,
  SumNode,
  TotalsNode,
} from './ledger-tree'
import type { DossierSnapshot } from './snapshot'
import { STANDING_WORDS } from './words'

/** How a mark is cited, with its standing. @param shows what it shows, in words that go on from `the passage that` */
export type Cite = (id: AnnotationId, shows: string) => Omit<CitationNode, 'number'>

/** Composes the ledger of purchases with its totals, and the chronology: a pure function of the snapshot and of how marks are cited. */
export function composeMoneyAndTime(snapshot: DossierSnapshot, cite: Cite): MoneyAndTime {
  const citations = new Map<AnnotationId, CitationNode>()
  const cited: CitedAs = (id, shows) => {
    const known = citations.get(id)
    if (known !== undefined) return known
    const node = { ...cite(id, shows), number: `P${citations.size + 1}` }
    citations.set(id, node)
    return node
  }
  const ledger = composeLedger(snapshot, cited)
  const chronology = composeChronology(snapshot, cited)
  return { ledger, chronology, citations: [...citations.values()] }
}

type CitedAs = (id: AnnotationId, shows: string) => CitationNode

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byDate = (a: PartialDate | null, b: PartialDate | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : compareDates(a, b)
const words = (date: PartialDate | null): string | null => date && dateWords(date)

/** A citation as a table names it; a passage over several pages is named by its first. */
const cells =
  (cited: CitedAs): PassageOf =>
  (id) => {
    const { passages, standing } = cited(id, 'is cited')
    const [first] = passages
    return first === undefined
      ? null
      : {
          quote: passages.map((passage) => passage.quote).join(' … '),
          document: first.document,
          sha256: first.documentSha256,
          page: first.page,
          exhibit: first.exhibit ?? '',
          standing: STANDING_WORDS[standing],
        }
  }

function composeLedger({ records }: DossierSnapshot, cited: CitedAs): LedgerNode | null {
  if (records.purchases.length === 0) return null
  const purchases = records.purchases.toSorted((a, b) => byDate(a.date, b.date) || byText(a.vendor, b.vendor) || byText(a.id, b.id))
  const numbers = new Map(purchases.map((purchase, at) => [purchase.id, `B${at + 1}`]))
  const nodes = purchases.map((purchase) => purchaseNode(purchase, numbers.get(purchase.id) ?? '', cited))
  return {
    purchases: nodes,
    totals: unitsOf(purchases).map((unit) => totalsNode(purchases, unit, numbers)),
    csv: purchasesCsv(purchases, cells(cited)),
  }
}

function purchaseNode(purchase: Purchase, number: string, cited: CitedAs): PurchaseNode {
  const { id, vendor, product, identifier, agency, note } = purchase
  const conflicts = new Set(conflictingFigures(purchase))
  return {
    number,
    id,
    name: purchaseName(purchase),
    vendor,
    product,
    identifier,
    reads: numberWords(identifier),
    agency,
    note,
    stage: STAGE_WORDS[purchase.stage],
    date: words(purchase.date),
    from: words(purchase.from),
    until: words(purchase.until),
    citations: purchase.annotationIds.map((mark) => cited(mark, `shows purchase ${number}`)),
    figures: unitsOf([purchase]).flatMap((unit) => {
      const standing = standingOf(purchase, unit)
      return purchase.figures
        .filter((figure) => figure.kind === unit.kind && figure.currency === unit.currency)
        .map((figure): FigureNode => ({
          id: figure.id,
          unit,
          words: moneyWords(figure.cents, figure.currency),
          printed: figure.printed,
          date: words(figure.date),
          note: figure.note,
          conflicts: conflicts.has(figure),
          stands: standing?.figures.includes(figure) ?? false,
          citation: figure.annotationId && cited(figure.annotationId, `gives the ${figure.kind} amount of purchase ${number}`),
        }))
    }),
  }
}

function totalsNode(purchases: readonly Purchase[], unit: Unit, numbers: ReadonlyMap<PurchaseId, string>): TotalsNode {
  const named = (some: readonly Purchase[]): readonly string[] => some.map((purchase) => numbers.get(purchase.id) ?? '')
  const sum = (total: Total): SumNode => ({
    label: total.label,
    words: total.rows.length === 0 ? 'nothing to add' : rangeWords(total, unit.currency),
    low: total.low,
    high: total.high,
    adds: named(total.rows.map((row) => row.purchase)),
    without: named(total.without),
    ranges: total.rows.filter((row) => row.low !== row.high).length,
  })
  return {
    unit,
    whole: sum(totalOf(purchases, unit)),
    groups: TOTALS_BY.map((by) => ({ by, sums: totalsBy(purchases, by, unit).map(sum) })),
  }
}

function composeChronology({ records }: DossierSnapshot, cited: CitedAs): ChronologyNode | null {
  // A dossier that has no event and no purchase says how its documents came out with the exhibits.
  if (records.chronologyEvents.length === 0 && records.purchases.length === 0) return null
  const relied = new Set([
    ...records.annotations.map((annotation) => annotation.documentId),
    ...records.sources.flatMap((source) => source.documentIds),
  ])
  const lines = inOrder(
    chronologyLines({
      events: records.chronologyEvents,
      purchases: records.purchases,
      disclosures: records.disclosureEvents,
      documents: records.documents.filter(({ id }) => relied.has(id)),
    }),
  )
  const years = yearsOf(lines)
  if (years === null) return null
  const groups = groupedByTime(lines).map((group) => ({ title: group.title, lines: group.lines.map((line) => lineNode(line, cited)) }))
  return { groups, timeline: layTimeline(lines, years), years, csv: chronologyCsv(lines, cells(cited)) }
}

const lineNode = (line: ChronologyLine, cited: CitedAs): LineNode => ({
  when: whenWords(line.date, line.until),
  missing: missingWords(line.date),
  kind: line.kind,
  title: line.title,
  note: line.note,
  derivedFrom: line.origin.from === 'event' ? null : line.origin.from,
  citations: line.annotationIds.map((id) => cited(id, `shows “${line.title}”`)),
})
