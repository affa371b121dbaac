import type { ClaimNode } from './dossier-tree'
import { html, type Html } from './html'
import { type TensionNode, tensionsOf } from './compose-tensions'

/** What a dossier says of a claim beside judgement and evidence: where it came from, what would change it, tensions, checks. */

/** Sentences without links, for every rendering. */
export function claimStateWords(claim: ClaimNode): readonly string[] {
  return [
    ...(claim.mergedInto === null ? [] : [`Merged into ${claim.mergedInto}: read it there.`]),
    ...(claim.splitFrom === null ? [] : [`Split from ${claim.splitFrom}.`]),
    ...(claim.wouldChange === '' ? [] : [`What would change this: ${claim.wouldChange}`]),
  ]
}

/** "A tension with C03, C23 (a word used in two ways): …". */
export function tensionWords(tension: TensionNode, among: string | null): string {
  const others = tension.claims.filter((number) => number !== among)
  const between = among === null ? tension.claims.join(', ') : others.length === 0 ? 'A tension in itself' : `A tension with ${others.join(', ')}`
  return `${between} (${tension.kind}): ${tension.text}${tension.settled === '' ? '' : ` Settled: ${tension.settled}`}`
}

/** What second readers found, as a sentence; empty where nobody has checked anything. */
export const checkSentence = (check: string | null): string => (check === null ? '' : `Second reader: ${check}.`)

/** The block under a claim's judgement. */
export function claimStateHtml(claim: ClaimNode, tensions: readonly TensionNode[]): Html {
  const lines = [...claimStateWords(claim), ...tensionsOf(tensions, claim.number).map((tension) => tensionWords(tension, claim.number)), checkSentence(claim.check)]
  return html`${lines.filter((line) => line !== '').map((line) => html`<p class="quiet">${line}</p>
`)}`
}

/** The tensions of the analysis, each with links to its claims. */
export const tensionHtml = (tension: TensionNode): Html =>
  html`<li>${tension.claims.map((number, at) => html`${at > 0 && ', '}<a href="#${number}">${number}</a>`)}${tension.claims.length > 0 && ' '}<span class="quiet">(${tension.kind})</span>: ${tension.text}${tension.settled !== '' && html` <span class="quiet">Settled: ${tension.settled}</span>`}</li>`
