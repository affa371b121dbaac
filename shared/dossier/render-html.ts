import { ASSESSMENT_WORDS } from '../claims/assessment'
import { RELATION_SIGNS } from '../claims/evidence-link'
import type { ClaimNode, DossierTree, EvidenceNode, JudgementNode, PassageNode } from './dossier-tree'
import { NOT_FOUND_SIGN } from '../searches/search-words'
import { html, type Html, raw } from './html'
import { checkSentence, claimStateHtml } from './render-claims'
import { SEARCH_MEANS, searchHtml } from './render-searches'
import { backMatter } from './render-html-back'
import { moneyAndTimeContents, moneyAndTimeHtml } from './render-ledger'
import { parityHtml } from './render-parity'
import { DOSSIER_STYLES } from './html-styles'
import { balanceWords, counted, GROUP_TITLES, momentWords, NOT_IN_BUNDLE, originWords, pageWords, RECOGNISED_MEANS, stateWords } from './words'
import { versionWords } from '../versions/version-place'

export type HtmlOptions = {
  /** PNG bytes of a picture as a data URI, by its path; null where there is none. */
  readonly picture: (path: string) => string | null
  /** Whether the exhibits lie beside the page in `exhibits/`, so that citations can link to them. */
  readonly exhibitsBeside: boolean
}

/**
 * The dossier as one HTML page that needs nothing else: styles inside, pictures as data URIs, no script. Every word of a
 * document, note or record is escaped. Page numbers open the exhibit at `#page=N` (PDF open parameters, ISO 32000-2 Annex O).
 */
export function renderHtml(tree: DossierTree, options: HtmlOptions): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="generator" content="Vouch ${tree.vouch}">
<title>${tree.title}: dossier</title>
<style>${raw(DOSSIER_STYLES)}</style>
</head>
<body>
<a class="skip" href="#answer">Skip to the answer</a>
<div class="page">
${contents(tree)}
<main>
${front(tree)}
${atAGlance(tree)}
${tree.sections.map((section) => sectionHtml(section, tree, options))}
${parityHtml(tree.parity, options)}${moneyAndTimeHtml(tree.money, (passage, item) => passageHtml(passage, item, options))}${unverifiedHtml(tree, options)}
${backMatter(tree, options)}
</main>
</div>
</body>
</html>
`
  return page.html
}

function contents(tree: DossierTree): Html {
  const lines: readonly (readonly [string, string])[] = [
    ['answer', 'Question and answer'],
    ['glance', 'Claims at a glance'],
    ...tree.sections.map((section): readonly [string, string] => [`section-${section.number}`, section.label]),
    ...(tree.parity.length === 0 ? [] : [['parity', 'Parity'] as const]),
    ...moneyAndTimeContents(tree.money),
    ['unverified', `What could not be verified (${tree.unverified.length + tree.absentFiles.length})`],
    ['limits', 'Limits, open questions, tensions'],
    ['sources', 'Sources'],
    ...(tree.channels === null ? [] : [['channels', 'Claims by channel'] as const]),
    ['exhibits', 'Exhibits'],
    ['method', 'Method and integrity'],
  ]
  return html`<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>${lines.map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`)}</ol></nav>`
}

const paragraphs = (text: string): readonly Html[] => text.split(/\n{2,}/).filter((part) => part.trim() !== '').map((part) => html`<p>${part.trim()}</p>`)

function front(tree: DossierTree): Html {
  return html`<header><p class="kind">Dossier</p><h1>${tree.title}</h1></header>
<section id="answer" aria-labelledby="answer-h">
<p class="question">${tree.question}</p>
<dl class="facts"><dt>As of</dt><dd>${tree.asOf ?? 'no date given'}</dd>${tree.subject && html`<dt>About</dt><dd>${tree.subject}</dd>`}${tree.comparator && html`<dt>Compared with</dt><dd>${tree.comparator}</dd>`}<dt>State of the records</dt><dd>${momentWords(tree.custody.at)}</dd></dl>
<h2 id="answer-h">Answer</h2>
<div class="answer">${tree.answer.trim() === '' ? html`<p>No answer has been written yet.</p>` : paragraphs(tree.answer)}</div>
<ul class="plain balance">${balanceWords(tree.counts, tree.checks).map((line) => html`<li>${line}</li>`)}</ul>
</section>
`
}

const sign = (relation: EvidenceNode['relation']): Html => html`<span class="sign ${relation}" aria-hidden="true">${RELATION_SIGNS[relation].shape}</span>`
const status = (judgement: JudgementNode): Html => html`<span class="status ${judgement.status}">${ASSESSMENT_WORDS[judgement.status]}</span>`
/** The judgement, or where a merged claim is read. */
const judged = (claim: ClaimNode): Html => (claim.mergedInto === null ? status(claim.judgement) : html`<span class="status">merged into <a href="#${claim.mergedInto}">${claim.mergedInto}</a></span>`)

function atAGlance(tree: DossierTree): Html {
  const row = (claim: ClaimNode): Html => html`<tr><th scope="row" class="nowrap"><a class="mono" href="#${claim.number}">${claim.number}</a></th><td>${claim.text}</td><td class="nowrap">${judged(claim)}</td><td>${claim.judgement.confidence ?? '–'}</td><td>${evidenceTally(claim)}</td></tr>
`
  return html`<section id="glance" aria-labelledby="glance-h"><h2 id="glance-h">Claims at a glance</h2><div class="scroll"><table><caption>Status is the researcher’s judgement; evidence is counted, never added up to a verdict.</caption><thead><tr><th scope="col">No.</th><th scope="col">Claim</th><th scope="col">Status</th><th scope="col">Confidence</th><th scope="col">Evidence</th></tr></thead><tbody>
${tree.sections.flatMap((section) => section.claims.map(row))}</tbody></table></div></section>
`
}

function evidenceTally(claim: ClaimNode): Html {
  const groups = claim.groups.map((group) => html`<span class="nowrap">${sign(group.relation)} ${group.items.length} ${RELATION_SIGNS[group.relation].word}</span>`)
  const more = [...(claim.searches.length > 0 ? [html`<span class="nowrap">${counted(claim.searches.length, 'search', 'searches')}</span>`] : []), ...(claim.unverified.length > 0 ? [html`<span class="nowrap">${claim.unverified.length} not verified</span>`] : [])]
  const all = [...groups, ...more]
  return all.length === 0 ? html`none` : html`${all.map((each, at) => html`${at > 0 && raw('<br>')}${each}`)}`
}

function sectionHtml(section: DossierTree['sections'][number], tree: DossierTree, options: HtmlOptions): Html {
  return html`<section id="section-${section.number}" aria-labelledby="section-${section.number}-h"><h2 id="section-${section.number}-h">${section.label}</h2>
${section.claims.length === 0 ? html`<p class="quiet">No claim stands in this section.</p>` : section.claims.map((claim) => claimHtml(claim, tree, options))}</section>
`
}

function claimHtml(claim: ClaimNode, tree: DossierTree, options: HtmlOptions): Html {
  const bare = claim.groups.length === 0 && claim.searches.length === 0 && claim.cells.length === 0 && claim.mergedInto === null
  return html`<article class="claim${bare && ' undeveloped-claim'}" id="${claim.number}" aria-labelledby="${claim.number}-h">
<div class="head"><span class="no">${claim.number}</span><span>${claim.kind}</span>${judged(claim)}${claim.judgement.confidence && html`<span>confidence: ${claim.judgement.confidence}</span>`}${claim.sources.length > 0 && html`<span>cites ${claim.sources.map((number) => html`<a href="#source-${number}">[${number}]</a>`)}${claim.citationScope === 'shared' && ' together'}</span>`}</div>
<h3 class="text" id="${claim.number}-h">${claim.text}</h3>
${claim.scopeLimit && html`<p class="quiet">Confined to: ${claim.scopeLimit}.</p>`}${claim.judgement.reasoning !== '' && html`<p>${claim.judgement.reasoning}</p>`}${claim.judgement.by && html`<p class="quiet">Judged by ${claim.judgement.by}${claim.judgement.at && `, ${momentWords(claim.judgement.at)}`}.</p>`}
${claim.readings.map((reading) => html`<p class="reading"><b>Read as “${reading.label}”:</b> ${status(reading.judgement)}${reading.judgement.confidence && ` confidence: ${reading.judgement.confidence}.`} ${reading.description} ${reading.judgement.reasoning}</p>`)}
${claim.dependsOn.length > 0 && html`<p class="quiet">Rests on ${claim.dependsOn.map((number, at) => html`${at > 0 && ', '}<a href="#${number}">${number}</a>`)}.</p>`}${claim.notes !== '' && html`<p class="note">${claim.notes}</p>`}
${claimStateHtml(claim, tree.tensions)}${claim.groups.map((group) => html`<p class="relation ${group.relation}">${sign(group.relation)} ${GROUP_TITLES[group.relation]}</p>
${group.items.map((item) => evidenceHtml(item, options))}`)}
${claim.searches.length > 0 && html`<p class="relation"><span class="sign" aria-hidden="true">${NOT_FOUND_SIGN.shape}</span> ${claim.searches.every(({ notFound }) => notFound) ? 'Looked and not found' : 'Looked, and not found or found otherwise'}</p><p class="quiet">${SEARCH_MEANS}</p>${claim.searches.map(searchHtml)}`}
${claim.cells.map((cell) => html`<p class="quiet">Made of a cell of the parity matrix, <a href="#${cell.number}">${cell.number}</a>: ${cell.words}.</p>`)}
${claim.unverified.length > 0 && html`<p class="warn">${counted(claim.unverified.length, 'more linked passage')} could not be verified: ${claim.unverified.map((number, at) => html`${at > 0 && ', '}<a href="#${number}">${number}</a>`)}.</p>`}
${bare && claim.unverified.length === 0 && html`<p class="warn">No evidence is linked to this claim, and no search is recorded.</p>`}
</article>
`
}

function evidenceHtml(item: EvidenceNode, options: HtmlOptions): Html {
  const confirmed = item.confirmed && item.standing === 'confirmed' ? ` Likeness confirmed by ${item.confirmed.by}, ${momentWords(item.confirmed.at)}.` : ''
  return html`<div class="evidence ${item.relation}" id="${item.number}">
<p class="meta">${item.number} · ${RELATION_SIGNS[item.relation].word}${item.strength && ` · ${item.strength}`}${item.readings.length > 0 && ` · on the reading ${item.readings.map((each) => `“${each}”`).join(', ')}`}${item.kind !== 'highlight' && ` · ${item.kind}`}${item.exemptionCodes.length > 0 && ` · withheld under ${item.exemptionCodes.join(', ')}`}</p>
${item.passages.map((passage) => passageHtml(passage, item, options))}
${item.standing === 'recognised' && html`<p class="quiet">${RECOGNISED_MEANS}</p>`}${item.standing === 'pictured' && item.passages.every(({ bundled }) => bundled) && html`<p class="quiet">No program read these words from the document: compare them with the picture.</p>`}${confirmed !== '' && html`<p class="quiet">${confirmed.trim()}</p>`}
${item.check !== null && html`<p class="quiet">${checkSentence(item.check)}</p>
`}${item.note !== '' && html`<p class="note"><span class="quiet">Note:</span> ${item.note}</p>`}${item.comment !== '' && html`<p class="note quiet">On the mark: ${item.comment}</p>`}
</div>
`
}

/** CSS pixels for each pixel of a picture, which has two a point: the print stands a little larger than on paper. */
const SHOWN = 0.58
const share = (value: number): string => `${(value * 100).toFixed(2)}%`

function passageHtml(passage: PassageNode, item: Pick<EvidenceNode, 'standing'>, options: HtmlOptions): Html {
  const picture = passage.picture && options.picture(passage.picture.path)
  const page = pageWords(passage)
  const link = options.exhibitsBeside && passage.address !== null ? html`<a href="${passage.address}">${page}</a>` : html`${page}`
  const eye = item.standing === 'pictured' && passage.textOrigin !== 'embedded'
  return html`${passage.quote === '' && passage.cell !== null && html`<p class="quiet">The cell is empty.</p>`}${passage.quote !== '' && html`<blockquote dir="auto">${passage.corrected ?? passage.quote}</blockquote>
${passage.corrected !== null && html`<p class="quiet">Words in square brackets are the researcher’s corrections. The text as it was read: “${passage.quote}”</p>
`}
`}<p class="cite">${passage.of > 1 && `Part ${passage.n} of ${passage.of}: `}<b>${passage.exhibit ?? 'No exhibit'}</b>, <bdi>${passage.document}</bdi>${passage.version !== null && ` (${versionWords(passage.version)})`}, ${link}. <span class="quiet">${eye ? '' : `${stateWords(passage)}; `}${originWords(passage)}.${!passage.bundled && ` The document is ${NOT_IN_BUNDLE}; SHA-256 ${passage.documentSha256}.`}${passage.why !== '' && ` ${passage.why}`}</span></p>
${passage.picture && picture && html`<figure><span class="shot" style="width:${Math.round(passage.picture.width * SHOWN)}px"><img src="${picture}" alt="${passage.picture.alt}" width="${passage.picture.width}" height="${passage.picture.height}">${passage.picture.marks.map((mark) => html`<i style="left:${share(mark.left)};top:${share(mark.top)};width:${share(mark.width)};height:${share(mark.height)}"></i>`)}</span></figure>
`}`
}

function unverifiedHtml(tree: DossierTree, options: HtmlOptions): Html {
  const none = tree.unverified.length === 0 && tree.absentFiles.length === 0
  return html`<section id="unverified" aria-labelledby="unverified-h"><h2 id="unverified-h">What could not be verified</h2>
${none ? html`<p>Nothing: every linked passage was found, or is shown as a picture to be compared by eye.</p>` : html`<p>These passages are linked to claims, but the stored words were not found where they were marked. They are not cited as quotations above.</p>`}
${tree.absentFiles.map((file) => html`<p class="warn"><bdi>${file.name}</bdi>: the stored file is ${file.state === 'damaged' ? 'damaged: its bytes no longer have the SHA-256 that names it' : 'missing'}. <span class="hash">${file.sha256}</span></p>`)}
${tree.unverified.map((item) => html`<h3>${item.number} · linked to <a href="#${item.claimNumber}">${item.claimNumber}</a></h3>
${item.passages.length === 0 && html`<p>The mark that this link names is no longer in the library.</p>`}${evidenceHtml(item, options)}`)}</section>
`
}
