import { TOTALS_BY_WORDS } from '../purchases/totals'
import type { PassageNode } from './dossier-tree'
import type { CitationNode, FigureNode, LedgerNode, MoneyAndTime, PurchaseNode, SumNode } from './ledger-tree'
import { counted, NOT_IN_BUNDLE, originWords, pageWords, STANDING_WORDS, stateWords } from './words'

/** Purchases, chronology and the passages behind them as blocks of Markdown; none where the analysis has none. @param t escapes what is not ours */
export function moneyAndTimeBlocks({ ledger, chronology, citations }: MoneyAndTime, t: (text: string) => string): readonly string[] {
  return [
    ...(ledger === null ? [] : ledgerBlocks(ledger, t)),
    ...(chronology === null ? [] : ['## Chronology', ...chronology.groups.flatMap((group) => [`### ${t(group.title)}`, group.lines.map((line) => `- **${t(line.when)}**${line.missing === '' ? '' : ` (${line.missing})`} · ${line.kind} · ${t(line.title)}${line.note === '' ? '' : `. ${t(line.note)}`} (${[...(line.derivedFrom === null ? [] : [`derived from the ${line.derivedFrom}`]), line.citations.length === 0 ? (line.derivedFrom === null ? 'no passage' : '') : line.citations.map(cite).join(', ')].filter(Boolean).join('; ')})`).join('\n')])]),
    ...(citations.length === 0 ? [] : ['## Passages of purchases and events', citations.map((citation) => citationLine(citation, t)).join('\n')]),
  ]
}

const cite = (citation: CitationNode): string => `${citation.number}${citation.standing === 'unverified' ? ' (not verified)' : ''}`

function ledgerBlocks({ purchases, totals }: LedgerNode, t: (text: string) => string): readonly string[] {
  return [
    '## Purchases',
    'Each amount is what a source says, with the passage that says it. Amounts that differ stand side by side. Kinds of amounts and currencies are never added to one another.',
    ...purchases.map((purchase) => purchaseBlock(purchase, t)),
    ...totals.flatMap(({ unit, whole, groups }) => [
      `### Totals: ${unit.kind}, ${unit.currency}`,
      `**${t(whole.words)}** in all, from ${counted(whole.adds.length, 'purchase')}.${whole.without.length === 0 ? '' : ` ${counted(whole.without.length, 'purchase has', 'purchases have')} no such amount and are not in it.`}${whole.ranges === 0 ? '' : ` ${counted(whole.ranges, 'has', 'have')} conflicting amounts, so the sum is a range.`}`,
      ...groups.map(({ by, sums }) => [`| ${TOTALS_BY_WORDS[by]} | Sum | Adds | Without |`, '| --- | ---: | --- | --- |', ...sums.map((sum) => sumRow(sum, t))].join('\n')),
    ]),
  ]
}

function purchaseBlock(purchase: PurchaseNode, t: (text: string) => string): string {
  const facts = [purchase.vendor === '' ? 'vendor not known' : t(purchase.vendor), purchase.product === '' ? 'product not known' : t(purchase.product), purchase.identifier === '' ? 'number not known' : t(purchase.identifier), ...(purchase.reads === '' ? [] : [t(purchase.reads)]), ...(purchase.agency === '' ? [] : [`bought by ${t(purchase.agency)}`]), purchase.stage, purchase.date ?? 'date not known', ...(purchase.from === null ? [] : [`performance from ${purchase.from}`]), ...(purchase.until === null ? [] : [`performance until ${purchase.until}`]), ...(purchase.note === '' ? [] : [t(purchase.note)])]
  const shown = purchase.citations.length === 0 ? 'rests on no passage of its own' : `shown by ${purchase.citations.map(cite).join(', ')}`
  return [`- **${purchase.number}** ${[...facts, shown].join('; ')}.`, ...(purchase.figures.length === 0 ? ['  - No amount is known.'] : purchase.figures.map((figure) => `  - ${figureWords(figure, t)}`))].join('\n')
}

function figureWords(figure: FigureNode, t: (text: string) => string): string {
  const notes = [...(figure.printed === figure.words ? [] : [`printed ${t(figure.printed)}`]), figure.citation === null ? 'rests on no passage' : cite(figure.citation), ...(figure.conflicts ? ['sources differ'] : []), ...(figure.stands ? [] : ['a later amount stands']), ...(figure.note === '' ? [] : [t(figure.note)])]
  return `${t(figure.words)} ${figure.unit.kind}${figure.date === null ? '' : `, as of ${figure.date}`} (${notes.join('; ')})`
}

const sumRow = (sum: SumNode, t: (text: string) => string): string => `| ${t(sum.label)} | ${t(sum.words)} | ${sum.adds.join(' ') || 'none'} | ${sum.without.join(' ') || 'none'} |`

function citationLine(citation: CitationNode, t: (text: string) => string): string {
  const place = (passage: PassageNode): string => `${passage.quote.trim() === '' ? 'A marked area without words' : `“${t(passage.corrected ?? passage.quote)}”`}, ${passage.exhibit ?? 'no exhibit'}, ${t(passage.document)}, ${t(pageWords(passage))}; ${stateWords(passage)}; ${originWords(passage)}.${passage.bundled ? '' : ` The document is ${NOT_IN_BUNDLE}.`} SHA-256 \`${passage.documentSha256}\``
  return `- **${citation.number}** (${STANDING_WORDS[citation.standing]}) ${citation.passages.length === 0 ? 'The mark is no longer in the library.' : citation.passages.map(place).join(' … ')}`
}
