import { ASSESSMENT_WORDS } from '../claims/assessment'
import { RELATION_SIGNS } from '../claims/evidence-link'
import type { ClaimNode, DossierTree, EvidenceNode, JudgementNode, PassageNode, SearchNode } from './dossier-tree'
import { NOT_FOUND_SIGN } from '../searches/search-words'
import { tensionsOf } from './compose-tensions'
import { channelsMarkdown } from './render-channels'
import { checkSentence, claimStateWords, tensionWords } from './render-claims'
import { integrityWords } from './integrity'
import { moneyAndTimeBlocks } from './render-ledger-markdown'
import { SEARCH_MEANS, searchMarkdown } from './render-searches'
import { balanceWords, counted, GROUP_TITLES, keptOutSentence, momentWords, NOT_IN_BUNDLE, originWords, pageWords, RECOGNISED_MEANS, stateWords, versionSentence } from './words'
import { parityBlocks, parityFootnotes } from './render-parity'
import { versionWords } from '../versions/version-place'

export type MarkdownOptions = {
  /** Whether exhibits and pictures lie beside the text, so that it can link to them. */
  readonly bundled: boolean
}

/** Escapes the characters that CommonMark gives a meaning to, and folds lines, so that a document's words stay words. */
const escapeMarkdown = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(/[\\`*_{}[\]()#+\-.!|<>~$&^]/g, '\\$&')
const t = escapeMarkdown

/** The dossier as CommonMark with footnotes: each citation is a footnote with exhibit, page and SHA-256. */
export function renderMarkdown(tree: DossierTree, options: MarkdownOptions): string {
  const blocks = [
    `# ${t(tree.title)}`,
    `**Question.** ${t(tree.question)}`,
    `**As of:** ${t(tree.asOf ?? 'no date given')}  \n**State of the records:** ${momentWords(tree.custody.at)}`,
    '## Answer',
    ...(tree.answer.trim() === '' ? ['No answer has been written yet.'] : tree.answer.split(/\n{2,}/).map(t)),
    balanceWords(tree.counts, tree.checks).map((line) => `- ${line}`).join('\n'),
    ...tree.sections.flatMap((section) => [`## ${t(section.label)}`, ...(section.claims.length === 0 ? ['No claim stands in this section.'] : section.claims.flatMap((claim) => claimBlocks(claim, tree, options)))]),
    ...parityBlocks(tree.parity, t),
    ...moneyAndTimeBlocks(tree.money, t),
    '## What could not be verified',
    ...unverifiedBlocks(tree, options),
    ...backBlocks(tree, options),
    ...footnotes(tree, options),
    ...parityFootnotes(tree.parity, t),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

const judgement = (node: JudgementNode): string => `${ASSESSMENT_WORDS[node.status]}${node.confidence ? `, confidence ${node.confidence}` : ''}`

function claimBlocks(claim: ClaimNode, tree: DossierTree, options: MarkdownOptions): readonly string[] {
  const bare = claim.groups.length === 0 && claim.searches.length === 0 && claim.cells.length === 0 && claim.mergedInto === null
  return [
    `### ${claim.number} · ${claim.kind} · ${claim.mergedInto === null ? judgement(claim.judgement) : `merged into ${claim.mergedInto}`}`,
    `**${t(claim.text)}**`,
    claim.scopeLimit ? `Confined to: ${t(claim.scopeLimit)}.` : '',
    claim.judgement.reasoning === '' ? '' : t(claim.judgement.reasoning),
    claim.judgement.by === null ? '' : `Judged by ${t(claim.judgement.by)}${claim.judgement.at ? `, ${momentWords(claim.judgement.at)}` : ''}.`,
    claim.readings.map((reading) => `- Read as “${t(reading.label)}”: ${judgement(reading.judgement)}. ${t(`${reading.description} ${reading.judgement.reasoning}`)}`).join('\n'),
    claim.sources.length === 0 ? '' : `Cites ${claim.sources.map((number) => `\\[${number}\\]`).join('')}${claim.citationScope === 'shared' ? ' together' : ''}.`,
    claim.dependsOn.length === 0 ? '' : `Rests on ${claim.dependsOn.join(', ')}.`,
    t(claim.notes),
    ...[...claimStateWords(claim), ...tensionsOf(tree.tensions, claim.number).map((tension) => tensionWords(tension, claim.number)), checkSentence(claim.check)].map(t),
    ...claim.groups.flatMap((group) => [`#### ${RELATION_SIGNS[group.relation].shape} ${GROUP_TITLES[group.relation]}`, ...group.items.flatMap((item) => evidenceBlocks(item, options))]),
    ...(claim.searches.length === 0 ? [] : [`#### ${NOT_FOUND_SIGN.shape} Looked and not found, or found otherwise`, SEARCH_MEANS, ...claim.searches.map(searchBlock)]),
    ...claim.cells.map((cell) => `Made of a cell of the parity matrix: ${t(cell.words)}[^${cell.number}]`),
    claim.unverified.length === 0 ? '' : `${counted(claim.unverified.length, 'more linked passage')} could not be verified: ${claim.unverified.join(', ')}.`,
    bare && claim.unverified.length === 0 ? 'No evidence is linked to this claim, and no search is recorded.' : '',
  ]
}

const noteId = (item: EvidenceNode, passage: PassageNode): string => `${item.number}${passage.of > 1 ? `-${passage.n}` : ''}`

function evidenceBlocks(item: EvidenceNode, options: MarkdownOptions): readonly string[] {
  const facts = [item.number, RELATION_SIGNS[item.relation].word, ...(item.strength ? [item.strength] : []), ...(item.readings.length > 0 ? [`on the reading ${item.readings.map((each) => `“${t(each)}”`).join(', ')}`] : []), ...(item.kind === 'highlight' ? [] : [item.kind]), ...(item.exemptionCodes.length > 0 ? [`withheld under ${t(item.exemptionCodes.join(', '))}`] : [])]
  return [
    `${facts.join(' · ')}`,
    ...item.passages.flatMap((passage) => [
      `> ${passage.quote.trim() === '' ? 'A marked area without words.' : `“${t(passage.corrected ?? passage.quote)}”`}[^${noteId(item, passage)}]`,
      passage.corrected === null ? '' : `Words in square brackets are the researcher’s corrections. The text as it was read: “${t(passage.quote)}”`,
      options.bundled && passage.picture ? `![${t(passage.picture.alt)}](${passage.picture.path})` : '',
    ]),
    item.standing === 'recognised' ? RECOGNISED_MEANS : '',
    item.standing === 'pictured' && item.passages.every(({ bundled }) => bundled) ? 'No program read these words from the document: compare them with the picture.' : '',
    item.standing === 'confirmed' && item.confirmed ? `Likeness confirmed by ${t(item.confirmed.by)}, ${momentWords(item.confirmed.at)}.` : '',
    t(checkSentence(item.check)),
    t(item.note),
    item.comment === '' ? '' : `On the mark: ${t(item.comment)}`,
  ]
}

const searchBlock = (note: SearchNode): string => searchMarkdown(note, t)

function unverifiedBlocks(tree: DossierTree, options: MarkdownOptions): readonly string[] {
  if (tree.unverified.length === 0 && tree.absentFiles.length === 0) return ['Nothing: every linked passage was found, or is shown as a picture to be compared by eye.']
  return [
    'These passages are linked to claims, but the stored words were not found where they were marked. They are not cited as quotations above.',
    ...tree.absentFiles.map((file) => `- ${t(file.name)}: the stored file is ${file.state}. SHA-256 \`${file.sha256}\``),
    ...tree.unverified.flatMap((item) => [`### ${item.number} · linked to ${item.claimNumber}`, ...(item.passages.length === 0 ? ['The mark that this link names is no longer in the library.'] : evidenceBlocks(item, options))]),
  ]
}

function backBlocks(tree: DossierTree, options: MarkdownOptions): readonly string[] {
  const list = (items: readonly string[]): string => (items.length === 0 ? 'None stated.' : items.map((item) => `- ${item}`).join('\n'))
  return [
    '## Limits', list(tree.limits.map(t)),
    '## Open questions', list(tree.openQuestions.map((question) => `${t(question.text)}${question.status === '' ? '' : ` (${t(question.status)})`}`)),
    '## Tensions between claims', list(tree.tensions.map((tension) => t(tensionWords(tension, null)))),
    ...(tree.searches.length === 0 ? [] : ['## Other recorded searches', ...tree.searches.map(searchBlock)]),
    '## Sources',
    list(tree.sources.map((source) => `\\[${source.number}\\] ${t(source.title ?? 'title unknown')}; ${t(source.author ?? 'author unknown')}; ${t(source.publisher ?? 'publisher unknown')}; ${t(source.date ?? 'date unknown')}${source.url ? `; ${t(source.url)}` : ''}. ${t(source.known)}${source.toFind === '' ? '' : ` Still to be found: ${t(source.toFind)}`}`)),
    ...channelsMarkdown(tree),
    '## Exhibits',
    tree.exhibits.length === 0
      ? 'No document is cited.'
      : ['| No. | Document | Pages or rows | Bytes | Bears on | SHA-256 |', '| --- | --- | ---: | ---: | --- | --- |', ...tree.exhibits.map((exhibit) => `| ${options.bundled && exhibit.keptOut === null ? `[${exhibit.number}](${exhibit.path})` : exhibit.number} | ${t(exhibit.name)} | ${exhibit.pages} | ${exhibit.bytes} | ${[...exhibit.claims, ...exhibit.uses].join(', ') || 'behind a source'} | \`${exhibit.sha256}\` |`)].join('\n'),
    ...(tree.exhibits.every(({ keptOut }) => keptOut === null) ? [] : [tree.exhibits.flatMap(({ number, keptOut }) => (keptOut === null ? [] : [`- ${number}: ${t(keptOutSentence(keptOut))}`])).join('\n')]),
    ...(tree.exhibits.every(({ version }) => version === null) ? [] : [tree.exhibits.flatMap(({ number, version }) => (version === null ? [] : [`- ${number}: ${t(versionSentence(version))}`])).join('\n')]),
    tree.exhibits.map(({ number, whyDisclosure }) => `- ${number}: ${t(whyDisclosure)}`).join('\n'),
    ...tree.exhibits.filter((exhibit) => exhibit.disclosures.length > 0).map((exhibit) => exhibit.disclosures.map((event) => `- ${exhibit.number}: ${event.disclosed ? 'disclosed' : 'discovered'}; ${event.author.replaceAll('-', ' ')}, ${event.trigger.replaceAll('-', ' ')}${event.date ? `, ${event.date}` : ''}${event.obtainedBy === '' ? '' : `; obtained by ${t(event.obtainedBy)}`}${event.reference === '' ? '' : `; ${t(event.reference)}`}${event.note === '' ? '' : `. ${t(event.note)}`}`).join('\n')),
    '## Method and integrity',
    ...(tree.method.trim() === '' ? ['How the documents were chosen and read has not been written down.'] : tree.method.split(/\n{2,}/).map(t)),
    ...integrityWords(tree).map(t),
    [`- State of the records: ${momentWords(tree.custody.at)}`, `- Custody entries: ${tree.custody.entries}, since ${momentWords(tree.custody.firstAt)}`, `- Custody head: \`${tree.custody.head}\``, `- Text read by: ${tree.extractors.length === 0 ? 'no program' : t(tree.extractors.join(', '))}`, `- Composed by: Vouch ${t(tree.vouch)}, form ${tree.composer}`].join('\n'),
  ]
}

function footnotes(tree: DossierTree, options: MarkdownOptions): readonly string[] {
  const shown = tree.sections.flatMap((section) => section.claims.flatMap((claim) => claim.groups.flatMap((group) => group.items)))
  return [...shown, ...tree.unverified].flatMap((item) =>
    item.passages.map((passage) => {
      const page = pageWords(passage)
      const place = options.bundled && passage.address !== null ? `[${t(page)}](${passage.address})` : t(page)
      const state = item.standing === 'pictured' && passage.textOrigin !== 'embedded' ? '' : `${stateWords(passage)}; `
      return `[^${noteId(item, passage)}]: ${passage.exhibit ?? 'No exhibit'}, ${t(passage.document)}${passage.version === null ? '' : ` (${versionWords(passage.version)})`}, ${place}; ${state}${originWords(passage)}.${passage.bundled ? '' : ` The document is ${NOT_IN_BUNDLE}.`}${passage.why === '' ? '' : ` ${t(passage.why)}`} SHA-256 \`${passage.documentSha256}\`.`
    }),
  )
}
