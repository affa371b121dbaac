import type { DossierTree, ExhibitNode, SourceNode } from './dossier-tree'
import { html, type Html } from './html'
import type { HtmlOptions } from './render-html'
import { channelsHtml } from './render-channels'
import { tensionHtml } from './render-claims'
import { searchHtml } from './render-searches'
import { integrityWords } from './integrity'
import { counted, keptOutSentence, momentWords, versionSentence } from './words'

/** All that stands after the claims: limits, sources, exhibits, method and integrity. */
export function backMatter(tree: DossierTree, options: Pick<HtmlOptions, 'exhibitsBeside'>): Html {
  return html`${limits(tree)}${tree.searches.length > 0 && html`<section aria-labelledby="searches-h"><h2 id="searches-h">Other recorded searches</h2>${tree.searches.map(searchHtml)}</section>
`}${sources(tree)}${channelsHtml(tree)}${exhibits(tree, options)}${method(tree)}`
}

function limits(tree: DossierTree): Html {
  return html`<section id="limits" aria-labelledby="limits-h"><h2 id="limits-h">Limits, open questions, tensions</h2>
<h3>Limits</h3>${tree.limits.length === 0 ? html`<p class="quiet">None stated.</p>` : html`<ul class="plain">${tree.limits.map((limit) => html`<li>${limit}</li>`)}</ul>`}
<h3>Open questions</h3>${tree.openQuestions.length === 0 ? html`<p class="quiet">None stated.</p>` : html`<ol class="plain">${tree.openQuestions.map((question) => html`<li>${question.text}${question.status !== '' && html` <span class="quiet">(${question.status})</span>`}</li>`)}</ol>`}
<h3>Tensions between claims</h3>${tree.tensions.length === 0 ? html`<p class="quiet">None stated.</p>` : html`<ul class="plain">${tree.tensions.map(tensionHtml)}</ul>`}
</section>
`
}

const UNKNOWN = 'unknown'

function sources(tree: DossierTree): Html {
  const row = (source: SourceNode): Html => html`<tr id="source-${source.number}"><th scope="row" class="num">[${source.number}]</th><td>${source.title ?? `title ${UNKNOWN}`}<br><span class="quiet">${source.author ?? `author ${UNKNOWN}`}; ${source.publisher ?? `publisher ${UNKNOWN}`}; ${source.date ?? `date ${UNKNOWN}`}${source.url && `; ${source.url}`}</span></td><td>${source.known}${source.toFind !== '' && html`<br><span class="quiet">Still to be found: ${source.toFind}</span>`}${source.channels.length > 0 && html`<br><span class="quiet">Came out by: ${source.channels.join(', ')}${source.channelConfidence && ` (inferred, confidence ${source.channelConfidence})`}</span>`}</td><td>${source.documents.length === 0 ? 'none' : source.documents.map((document, at) => html`${at > 0 && '; '}${document.exhibit ?? 'no exhibit'} <bdi>${document.name}</bdi>`)}${source.documents.length > 0 && html`<br><span class="quiet">${source.standing}${source.documents.length > 1 && ` (${source.why})`}</span>`}</td><td>${source.citedBy.length === 0 ? 'none' : source.citedBy.map((number, at) => html`${at > 0 && ' '}<a href="#${number}">${number}</a>`)}</td></tr>
`
  return html`<section id="sources" aria-labelledby="sources-h"><h2 id="sources-h">Sources</h2>${tree.sources.length === 0 ? html`<p class="quiet">No source is listed.</p>` : html`<div class="scroll"><table><thead><tr><th scope="col" class="num">No.</th><th scope="col">Source</th><th scope="col">What is known of it</th><th scope="col">Documents behind it</th><th scope="col">Cited by</th></tr></thead><tbody>
${tree.sources.map(row)}</tbody></table></div>`}</section>
`
}

/** Where a dossier has what an exhibit is used for besides claims; recorded searches stand with their claims. */
const USE_PLACES: ReadonlyMap<string, string> = new Map([['purchases', 'purchases'], ['chronology', 'chronology'], ['the parity matrix', 'parity']])

function exhibits(tree: DossierTree, options: Pick<HtmlOptions, 'exhibitsBeside'>): Html {
  const row = (exhibit: ExhibitNode): Html => html`<tr id="${exhibit.number}"><th scope="row" class="nowrap mono">${options.exhibitsBeside && exhibit.keptOut === null ? html`<a href="${exhibit.path}">${exhibit.number}</a>` : exhibit.number}</th><td><bdi>${exhibit.name}</bdi><br><span class="hash quiet">SHA-256 ${exhibit.sha256}</span>${exhibit.keptOut !== null && html`<br><b>${keptOutSentence(exhibit.keptOut)}</b>`}${exhibit.version !== null && html`<br><span class="quiet">${versionSentence(exhibit.version)}</span>`}${exhibit.copyingDiscouraged && html`<br><span class="quiet">The PDF asks readers not to copy its text; it is quoted here all the same.</span>`}<br><span class="quiet">${exhibit.whyDisclosure}</span>${exhibit.disclosures.map((event) => html`<br><span class="quiet">${event.disclosed ? 'Disclosed' : 'Discovered'}: ${event.author.replaceAll('-', ' ')}, ${event.trigger.replaceAll('-', ' ')}${event.date && `, ${event.date}`}${event.obtainedBy !== '' && `; obtained by ${event.obtainedBy}`}${event.reference !== '' && `; ${event.reference}`}${event.note !== '' && `. ${event.note}`}</span>`)}</td><td class="num">${exhibit.pages.toLocaleString('en-US')}${exhibit.pagesImageOnly > 0 && html`<br><span class="quiet">${counted(exhibit.pagesImageOnly, 'page')} without text</span>`}</td><td class="num">${exhibit.bytes.toLocaleString('en-US')}</td><td>${exhibit.claims.length + exhibit.uses.length === 0 ? 'behind a source' : html`${exhibit.claims.map((number, at) => html`${at > 0 && ' '}<a href="#${number}">${number}</a>`)}${exhibit.uses.map((use, at) => html`${exhibit.claims.length + at > 0 && ' '}${USE_PLACES.has(use) ? html`<a href="#${USE_PLACES.get(use) ?? ''}">${use}</a>` : use}`)}`}</td></tr>
`
  return html`<section id="exhibits" aria-labelledby="exhibits-h"><h2 id="exhibits-h">Exhibits</h2>${tree.exhibits.length === 0 ? html`<p class="quiet">No document is cited.</p>` : html`<div class="scroll"><table><caption>${options.exhibitsBeside ? tree.exhibits.every(({ keptOut }) => keptOut === null) ? 'Each exhibit lies beside this page, its bytes untouched.' : 'Each exhibit lies beside this page, its bytes untouched, unless it says otherwise.' : 'The exhibits do not accompany this page; their SHA-256 tells whether a copy is the one that was read.'}</caption><thead><tr><th scope="col">No.</th><th scope="col">Document</th><th scope="col" class="num">Pages or rows</th><th scope="col" class="num">Bytes</th><th scope="col">Bears on</th></tr></thead><tbody>
${tree.exhibits.map(row)}</tbody></table></div>`}</section>
`
}

function method(tree: DossierTree): Html {
  return html`<section id="method" aria-labelledby="method-h"><h2 id="method-h">Method and integrity</h2>
${tree.method.trim() === '' ? html`<p class="quiet">How the documents were chosen and read has not been written down.</p>` : tree.method.split(/\n{2,}/).map((part) => html`<p>${part.trim()}</p>`)}
${integrityWords(tree).map((words) => html`<p>${words}</p>`)}
<dl class="facts"><dt>State of the records</dt><dd>${momentWords(tree.custody.at)}</dd><dt>Custody entries</dt><dd>${tree.custody.entries.toLocaleString('en-US')}, since ${momentWords(tree.custody.firstAt)}</dd><dt>Custody head</dt><dd class="hash">${tree.custody.head}</dd><dt>Text read by</dt><dd>${tree.extractors.length === 0 ? 'no program' : tree.extractors.join(', ')}</dd><dt>Composed by</dt><dd>Vouch ${tree.vouch}, form ${tree.composer}</dd></dl>
</section>
<footer>Composed by Vouch ${tree.vouch} from the state of ${momentWords(tree.custody.at)}. “Quotation verified” says that the words stand on the page or in the cell, not that the claim is true.</footer>
`
}
