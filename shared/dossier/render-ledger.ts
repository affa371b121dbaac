import { TOTALS_BY_WORDS } from '../purchases/totals'
import type { EvidenceNode, PassageNode } from './dossier-tree'
import { html, type Html } from './html'
import { timelineSvg, totalsSvg } from './ledger-charts'
import type { ChronologyNode, CitationNode, FigureNode, LedgerNode, MoneyAndTime, PurchaseNode, SumNode, TotalsNode } from './ledger-tree'
import { counted, momentWords, RECOGNISED_MEANS, STANDING_WORDS } from './words'

type PassageHtml = (passage: PassageNode, item: Pick<EvidenceNode, 'standing'>) => Html

/** Lines of the contents for what there is. */
export const moneyAndTimeContents = ({ ledger, chronology, citations }: MoneyAndTime): readonly (readonly [string, string])[] => [
  ...(ledger === null ? [] : [['purchases', 'Purchases'] as const]),
  ...(chronology === null ? [] : [['chronology', 'Chronology'] as const]),
  ...(citations.length === 0 ? [] : [['passages', 'Passages of purchases and events'] as const]),
]

/** Purchases with their totals, the chronology, and the passages that both rest on; nothing where the analysis has none. */
export const moneyAndTimeHtml = ({ ledger, chronology, citations }: MoneyAndTime, passageHtml: PassageHtml): Html =>
  html`${ledger !== null && ledgerHtml(ledger)}${chronology !== null && chronologyHtml(chronology)}${citations.length > 0 && citationsHtml(citations, passageHtml)}`

const cite = (citation: CitationNode): Html => html`<a href="#${citation.number}">${citation.number}</a>${citation.standing === 'unverified' && ' (not verified)'}`
const cites = (citations: readonly CitationNode[]): Html => html`${citations.map((citation, at) => html`${at > 0 && ', '}${cite(citation)}`)}`
const numbers = (list: readonly string[]): Html => html`${list.map((number, at) => html`${at > 0 && ' '}<a href="#${number}">${number}</a>`)}`

function ledgerHtml({ purchases, totals }: LedgerNode): Html {
  return html`<section id="purchases" aria-labelledby="purchases-h"><h2 id="purchases-h">Purchases</h2>
<p>Each amount is what a source says, with the passage that says it. Amounts that differ stand side by side. Kinds of amounts and currencies are never added to one another.</p>
<div class="scroll"><table><caption>${counted(purchases.length, 'purchase')}, by date</caption><thead><tr><th scope="col">No.</th><th scope="col">Purchase</th><th scope="col">Number</th><th scope="col">Stage and date</th><th scope="col">Amounts</th></tr></thead><tbody>
${purchases.map(purchaseRow)}</tbody></table></div>
${totals.map(totalsHtml)}</section>
`
}

function purchaseRow(purchase: PurchaseNode): Html {
  const { from, until } = purchase
  return html`<tr id="${purchase.number}"><th scope="row" class="nowrap mono">${purchase.number}</th><td>${purchase.product === '' ? 'product not known' : purchase.product}<br>${purchase.vendor === '' ? 'vendor not known' : purchase.vendor}${purchase.agency !== '' && html`<br><span class="quiet">bought by ${purchase.agency}</span>`}${purchase.note !== '' && html`<br><span class="quiet">${purchase.note}</span>`}<br><span class="quiet">${purchase.citations.length === 0 ? 'Rests on no passage of its own.' : html`Shown by ${cites(purchase.citations)}`}</span></td><td>${purchase.identifier === '' ? 'not known' : html`<span class="mono">${purchase.identifier}</span>`}${purchase.reads !== '' && html`<br><span class="quiet">${purchase.reads}</span>`}</td><td>${purchase.stage}<br>${purchase.date ?? 'date not known'}${(from !== null || until !== null) && html`<br><span class="quiet">performance${from && ` from ${from}`}${until && ` until ${until}`}</span>`}</td><td>${purchase.figures.length === 0 ? 'none known' : purchase.figures.map((figure, at) => html`${at > 0 && html`<br>`}${figureHtml(figure)}`)}</td></tr>
`
}

const figureHtml = (figure: FigureNode): Html =>
  html`${figure.conflicts && html`<b>≠ </b>`}<span class="nowrap">${figure.words}</span> ${figure.unit.kind}${figure.date && `, as of ${figure.date}`} <span class="quiet">${[...(figure.printed === figure.words ? [] : [`printed ${figure.printed}`]), ...(figure.conflicts ? ['sources differ'] : []), ...(figure.stands ? [] : ['a later amount stands']), ...(figure.citation === null ? ['rests on no passage'] : []), ...(figure.note === '' ? [] : [figure.note])].join('; ')}</span> ${figure.citation !== null && cite(figure.citation)}`

function totalsHtml(totals: TotalsNode): Html {
  const { unit, whole, groups } = totals
  return html`<h3>Totals: ${unit.kind}, ${unit.currency}</h3>
<p><b>${whole.words}</b> in all, from ${counted(whole.adds.length, 'purchase')}.${whole.without.length > 0 && ` ${counted(whole.without.length, 'purchase has', 'purchases have')} no such amount and are not in it.`}${whole.ranges > 0 && ` ${counted(whole.ranges, 'has', 'have')} conflicting amounts, so the sum is a range.`}</p>
${totalsSvg(totals)}${groups.map(({ by, sums }) => html`<div class="scroll"><table><caption>By ${TOTALS_BY_WORDS[by]}</caption><thead><tr><th scope="col">${TOTALS_BY_WORDS[by]}</th><th scope="col" class="num">Sum</th><th scope="col">Adds</th><th scope="col">Without such an amount</th></tr></thead><tbody>
${sums.map(sumRow)}</tbody></table></div>
`)}`
}

const sumRow = (sum: SumNode): Html => html`<tr><th scope="row">${sum.label}</th><td class="num">${sum.words}</td><td>${sum.adds.length === 0 ? 'none' : numbers(sum.adds)}</td><td>${sum.without.length === 0 ? 'none' : numbers(sum.without)}</td></tr>
`

function chronologyHtml(chronology: ChronologyNode): Html {
  return html`<section id="chronology" aria-labelledby="chronology-h"><h2 id="chronology-h">Chronology</h2>
${timelineSvg(chronology)}<div class="scroll"><table><caption>A date is given as far as it is known. Derived lines follow from a purchase or from how a document came out.</caption><thead><tr><th scope="col">When</th><th scope="col">Kind</th><th scope="col">What happened</th><th scope="col">Rests on</th></tr></thead>
${chronology.groups.map((group) => html`<tbody><tr><th scope="rowgroup" colspan="4">${group.title}</th></tr>
${group.lines.map((line) => html`<tr><td class="nowrap">${line.when}${line.missing !== '' && html`<br><span class="quiet">${line.missing}</span>`}</td><td>${line.kind}</td><td>${line.title}${line.note !== '' && html`<br><span class="quiet">${line.note}</span>`}</td><td>${line.derivedFrom !== null && html`derived from the ${line.derivedFrom}${line.citations.length > 0 && ': '}`}${line.citations.length > 0 ? cites(line.citations) : line.derivedFrom === null && 'no passage'}</td></tr>
`)}</tbody>
`)}</table></div></section>
`
}

function citationsHtml(citations: readonly CitationNode[], passageHtml: PassageHtml): Html {
  return html`<section id="passages" aria-labelledby="passages-h"><h2 id="passages-h">Passages of purchases and events</h2>
${citations.map((citation) => html`<div class="evidence" id="${citation.number}">
<p class="meta">${citation.number} · ${STANDING_WORDS[citation.standing]}</p>
${citation.standing === 'unverified' && html`<p class="warn">${citation.passages.length === 0 ? 'The mark is no longer in the library.' : 'The stored words were not found where they were marked. They are shown as they were marked, and are not a verified quotation.'}</p>`}${citation.passages.map((passage) => passageHtml(passage, citation))}
${citation.standing === 'recognised' && html`<p class="quiet">${RECOGNISED_MEANS}</p>`}${citation.standing === 'pictured' && citation.passages.every(({ bundled }) => bundled) && html`<p class="quiet">No program read these words from the document: compare them with the picture.</p>`}${citation.standing === 'confirmed' && citation.confirmed && html`<p class="quiet">Likeness confirmed by ${citation.confirmed.by}, ${momentWords(citation.confirmed.at)}.</p>`}</div>
`)}</section>
`
}
