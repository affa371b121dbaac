import { type DossierPart, orderedParts } from '../dossier-settings'
import type { DossierTree } from '../dossier-tree'
import { channelsPart, limitsPart, questionsPart, sourcesPart, unverifiedPart } from './back'
import type { DossierDocument, PartBlock } from './blocks'
import { checksPart } from './checks'
import { claimParts } from './claims'
import { conflictsPart } from './conflicts'
import { exhibitsPart } from './exhibits'
import { answerPart, frontBlocks, glancePart } from './front'
import { withLiveLinks } from './live-links'
import { closingWords, custodyPart, methodPart } from './method'
import { chronologyPart, citationsPart, purchasesPart } from './money'
import { parityPart } from './parity'
import { redactionsPart } from './redactions'
import { searchesPart, searchNumbers } from './searches'

/** Makes the document of a composed dossier: the parts that apply and are shown, in the order that the researcher set. */
export function dossierDocument(tree: DossierTree): DossierDocument {
  const shown = orderedParts(tree.settings).flatMap(({ part, shown: on }) => (on ? [part] : []))
  // A citation names its document's hash itself where no list of exhibits does.
  const hashes = !shown.includes('exhibits')
  const numbers = searchNumbers(tree)
  const makers: Readonly<Record<DossierPart, () => readonly (PartBlock | null)[]>> = {
    answer: () => [answerPart(tree)],
    glance: () => [glancePart(tree)],
    claims: () => claimParts(tree, numbers, hashes),
    searches: () => [searchesPart(tree, numbers, hashes)],
    parity: () => [parityPart(tree)],
    purchases: () => [purchasesPart(tree)],
    chronology: () => [chronologyPart(tree)],
    conflicts: () => [conflictsPart(tree)],
    unverified: () => [unverifiedPart(tree, hashes)],
    limits: () => [limitsPart(tree)],
    questions: () => [questionsPart(tree)],
    sources: () => [sourcesPart(tree)],
    channels: () => [channelsPart(tree)],
    exhibits: () => [exhibitsPart(tree)],
    redactions: () => [redactionsPart(tree)],
    checks: () => [checksPart(tree)],
    method: () => [methodPart(tree)],
    custody: () => [custodyPart(tree)],
  }
  // The passages behind purchases and events stand after whichever of the two comes last.
  const lastOfMoney = shown.findLast((part) => part === 'purchases' || part === 'chronology')
  const parts = shown.flatMap((part) => [...makers[part](), ...(part === lastOfMoney ? [citationsPart(tree, hashes)] : [])])
  return withLiveLinks({
    title: tree.title,
    kind: 'Dossier',
    language: 'en',
    vouch: tree.vouch,
    front: frontBlocks(tree),
    contents: 'Contents',
    parts: parts.filter((part) => part !== null),
    closing: [closingWords(tree)],
  })
}
