import { AUTHOR_WORDS, TRIGGER_WORDS } from '../documents/disclosure-standing'
import { BASIS_ROWS, BASIS_WORDS, type ChannelCell, type ClaimBasis, type ClaimsByChannel } from '../sources/claims-by-channel'
import type { DossierTree } from './dossier-tree'
import { html, type Html } from './html'

/** The table of claims by channel, in every rendering. */

const MEANS = 'Who put out what each claim rests on, and what set that off: by the disclosure events of documents, and where a cited source has no document, by its channels as inferred. It says where things came from, not whether a claim holds.'
const filled = ({ cells }: ClaimsByChannel): readonly ChannelCell[] => cells.filter(({ recorded, inferred }) => recorded.length + inferred.length > 0)
const countsAs = (cell: ChannelCell): string => (cell.disclosed ? 'disclosed' : 'discovered')
const basisRows = ({ basis }: ClaimsByChannel): readonly { readonly words: string; readonly claims: readonly ClaimBasis[] }[] => BASIS_ROWS.map((standing) => ({ words: BASIS_WORDS[standing], claims: basis.filter((each) => each.standing === standing) }))
const basisNumber = ({ number, from }: ClaimBasis): string => `${number}${from === 'channels' ? ' (inferred)' : ''}`

export function channelsHtml({ channels }: DossierTree): Html | null {
  if (channels === null) return null
  const numbers = (claims: readonly string[]): Html => html`${claims.length === 0 ? 'none' : claims.map((number, at) => html`${at > 0 && ' '}<a href="#${number}">${number}</a>`)}`
  return html`<section id="channels" aria-labelledby="channels-h"><h2 id="channels-h">Claims by channel</h2><p class="quiet">${MEANS}</p>
<div class="scroll"><table><thead><tr><th scope="col">Put out by</th><th scope="col">What set it off</th><th scope="col">Counts as</th><th scope="col">Claims, as recorded</th><th scope="col">Claims, only inferred</th></tr></thead><tbody>
${filled(channels).map((cell) => html`<tr><th scope="row">${AUTHOR_WORDS[cell.author]}</th><td>${TRIGGER_WORDS[cell.trigger]}</td><td>${countsAs(cell)}</td><td>${numbers(cell.recorded)}</td><td>${numbers(cell.inferred)}</td></tr>
`)}</tbody></table></div>
<div class="scroll"><table><caption>Each claim once, by what it rests on.</caption><thead><tr><th scope="col">Rests</th><th scope="col" class="num">Claims</th><th scope="col">Which</th></tr></thead><tbody>
${basisRows(channels).map(({ words, claims }) => html`<tr><th scope="row">${words}</th><td class="num">${claims.length}</td><td>${claims.length === 0 ? 'none' : claims.map(basisNumber).join(', ')}</td></tr>
`)}</tbody></table></div></section>
`
}

export function channelsMarkdown({ channels }: DossierTree): readonly string[] {
  if (channels === null) return []
  const list = (numbers: readonly string[]): string => (numbers.length === 0 ? 'none' : numbers.join(', '))
  return [
    '## Claims by channel',
    MEANS,
    ['| Put out by | What set it off | Counts as | Claims, as recorded | Claims, only inferred |', '| --- | --- | --- | --- | --- |', ...filled(channels).map((cell) => `| ${AUTHOR_WORDS[cell.author]} | ${TRIGGER_WORDS[cell.trigger]} | ${countsAs(cell)} | ${list(cell.recorded)} | ${list(cell.inferred)} |`)].join('\n'),
    ['| Rests | Claims | Which |', '| --- | ---: | --- |', ...basisRows(channels).map(({ words, claims }) => `| ${words} | ${claims.length} | ${list(claims.map(basisNumber))} |`)].join('\n'),
  ]
}

/** The rows of `channels.csv`: one a claim and channel. */
export const channelRows = ({ cells }: ClaimsByChannel): readonly (readonly string[])[] =>
  filled({ cells, basis: [] }).flatMap((cell) =>
    (['recorded', 'inferred'] as const).flatMap((from) => cell[from].map((number) => [number, cell.author, cell.trigger, countsAs(cell), from])),
  )
