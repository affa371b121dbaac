import type { AnchorState, Segment } from '../annotations/segment'
import type { DocumentId } from '../documents/document'
import { ASSESSMENT_WORDS, type Assessment, statusOf } from './assessment'
import type { Claim } from './claim'
import type { EvidenceLink, Relation } from './evidence-link'
import type { Reading, ReadingId } from './reading'

/** One passage linked to a claim, with what weighing needs to know of it. */
export type WeighedPassage = {
  readonly link: Pick<EvidenceLink, 'relation' | 'readingIds'>
  readonly documentId: DocumentId
  readonly state: AnchorState
  /** Whether somebody confirmed an approximate match. */
  readonly confirmed: boolean
  /** Where its words came from: the PDF itself, a program that read a picture, or somebody's typing. */
  readonly origin: Segment['textOrigin']
  /** The ways by which its document came out, in words; empty where that is not recorded. */
  readonly channels: readonly string[]
  /** Whether it is from a letter that says that no records were found. */
  readonly noRecords: boolean
}

/** A claim with all that bears on it. */
export type WeighedClaim = {
  readonly claim: Pick<Claim, 'kind' | 'readings'>
  /** All assessments of the claim: at most one overall and one for each reading. */
  readonly assessments: readonly Pick<Assessment, 'readingId' | 'status' | 'confidence'>[]
  readonly passages: readonly WeighedPassage[]
  readonly searches: number
  /** The claims that it rests on, with their overall status. */
  readonly restsOn: readonly { readonly number: string; readonly status: ReturnType<typeof statusOf> }[]
}

/**
 * Something to notice about a claim.
 * - `parts`: judgement and evidence point different ways.
 * - `thin`: what there is carries less than it seems to.
 * - `missing`: something that nobody has done.
 * - `one-sided`: nobody has looked for evidence against it.
 */
export type Remark = { readonly kind: 'parts' | 'thin' | 'missing' | 'one-sided'; readonly point: RemarkPoint; readonly words: string }

/** What exactly a remark is about, so that a list can be narrowed to it. */
export type RemarkPoint =
  | 'unjudged'
  | 'parted'
  | 'absence-unsearched'
  | 'one-document'
  | 'one-channel'
  | 'search-alone'
  | 'unverified'
  | 'recognised'
  | 'rests-on'
  | 'nobody-looked'

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const number = (n: number): string => SMALL[n] ?? String(n)
const passages = (n: number): string => (n === 1 ? 'one passage' : `${number(n)} passages`)
/** "one passage contradicts", "two passages contradict". */
const doing = (n: number, verb: string): string => `${passages(n)} ${n === 1 ? `${verb}s` : verb}`
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Whether a link bears on a reading; a link that names no reading bears on all. */
export const bearsOn = (link: Pick<EvidenceLink, 'readingIds'>, readingId: ReadingId | null): boolean =>
  readingId === null || link.readingIds.length === 0 || link.readingIds.includes(readingId)

/** Whether the passage may be cited: its quotation was found as it stands, or somebody confirmed the likeness. */
export const isCited = (passage: Pick<WeighedPassage, 'state' | 'confirmed'>): boolean =>
  passage.state === 'exact' || passage.state === 'moved' || (passage.state === 'approximate' && passage.confirmed)

/**
 * Says where the researcher's judgement and the evidence part, and what nobody has looked at. It sets no status and
 * takes no majority: two passages against one prove nothing, so counts are only ever reported.
 * @param readingId the reading to look at; null for the claim as a whole
 */
export function weighEvidence(weighed: WeighedClaim, readingId: ReadingId | null = null): readonly Remark[] {
  const remarks: Remark[] = []
  const bearing = weighed.passages.filter((passage) => bearsOn(passage.link, readingId))
  const status = weighed.assessments.find((one) => one.readingId === readingId)?.status ?? 'undeveloped'
  const count = (relation: Relation): number => bearing.filter((passage) => passage.link.relation === relation).length
  const [supports, contradicts, undercuts] = [count('supports'), count('contradicts'), count('undercuts')]

  if (status === 'undeveloped') {
    const whole = readingId === null ? undefined : weighed.assessments.find((one) => one.readingId === null)
    if (whole !== undefined)
      remarks.push({
        kind: 'missing',
        point: 'unjudged',
        words: `This reading has no judgement of its own; the claim as a whole is assessed as ${ASSESSMENT_WORDS[whole.status]}.`,
      })
    else if (bearing.length === 0 && weighed.searches === 0)
      remarks.push({
        kind: 'missing',
        point: 'unjudged',
        words: 'Undeveloped: no passage is linked, no search is recorded, and nobody has judged it.',
      })
    else if (bearing.length === 0)
      remarks.push({
        kind: 'missing',
        point: 'unjudged',
        words: 'Undeveloped: a search is recorded, but no passage is linked and nobody has judged it.',
      })
    else
      remarks.push({
        kind: 'missing',
        point: 'unjudged',
        words: `Undeveloped: ${bearing.length === 1 ? 'one passage bears' : `${number(bearing.length)} passages bear`} on it, but nobody has judged it.`,
      })
  }
  remarks.push(...partings(weighed, readingId, status, { supports, contradicts }))

  remarks.push(...basis(bearing, status, weighed.searches))
  const uncited = bearing.filter((passage) => !isCited(passage)).length
  if (uncited > 0)
    remarks.push({
      kind: 'thin',
      point: 'unverified',
      words: `${capital(uncited === 1 ? 'one passage is' : `${number(uncited)} passages are`)} not cited, because the quotation was not found as it stands.`,
    })
  const shaky = weighed.restsOn.filter((one) => one.status !== 'supported' && one.status !== 'outside-scope')
  if (status === 'supported' && shaky.length > 0)
    remarks.push({
      kind: 'thin',
      point: 'rests-on',
      words: `It rests on ${shaky.map((one) => `${one.number} (${ASSESSMENT_WORDS[one.status]})`).join(' and ')}.`,
    })
  if (supports > 0 && contradicts === 0 && undercuts === 0 && weighed.searches === 0)
    remarks.push({ kind: 'one-sided', point: 'nobody-looked', words: 'Nobody has looked for evidence that contradicts or undercuts this.' })
  return remarks
}

/** What a judgement rests on, where that is less than it seems: one document, one channel, or words that a program read in a picture. */
function basis(bearing: readonly WeighedPassage[], status: ReturnType<typeof statusOf>, searches: number): readonly Remark[] {
  if (status !== 'supported' && status !== 'contradicted') return []
  const verb = status === 'supported' ? 'supports' : 'contradicts'
  const carrying = bearing.filter((passage) => passage.link.relation === verb)
  if (carrying.length === 0)
    return status === 'supported' && searches > 0
      ? [{ kind: 'thin', point: 'search-alone', words: 'Its support is a recorded search alone, which weighs less than a document.' }]
      : []
  const remarks: Remark[] = []
  const documents = new Set(carrying.map((passage) => passage.documentId)).size
  const channels = new Set(carrying.flatMap((passage) => passage.channels))
  const [channel] = channels
  if (documents === 1) remarks.push({ kind: 'thin', point: 'one-document', words: `All that ${verb} it comes from one document.` })
  if (channel !== undefined && channels.size === 1 && carrying.every((passage) => passage.channels.length > 0)) {
    remarks.push({ kind: 'thin', point: 'one-channel', words: `All that ${verb} it came out by one channel: ${channel}.` })
  }
  if (carrying.every((passage) => passage.origin !== 'embedded'))
    remarks.push({
      kind: 'thin',
      point: 'recognised',
      words: `All that ${verb} it was read from pictures, by a program or by hand: compare the words with the pages.`,
    })
  return remarks
}

/** An absence is shown by somebody who looked; without that, no number of passages makes it supported. */
const lacksSearch = ({ claim, passages, searches }: Pick<WeighedClaim, 'claim' | 'passages' | 'searches'>): boolean =>
  claim.kind === 'absence' && searches === 0 && !passages.some((passage) => passage.noRecords)

function partings(
  weighed: WeighedClaim,
  readingId: ReadingId | null,
  status: ReturnType<typeof statusOf>,
  counts: { readonly supports: number; readonly contradicts: number },
): readonly Remark[] {
  const remarks: Remark[] = []
  const word = ASSESSMENT_WORDS[status]
  const against = status === 'supported' ? 'contradicts' : status === 'contradicted' ? 'supports' : null
  if (against !== null && counts[against] > 0) {
    const verb = against === 'contradicts' ? 'contradict' : 'support'
    remarks.push({
      kind: 'parts',
      point: 'parted',
      words: `Assessed as ${word}, but ${doing(counts[against], verb)} it${on(weighed, readingId, against)}.`,
    })
  }
  if (status === 'supported' && lacksSearch(weighed))
    remarks.push({
      kind: 'parts',
      point: 'absence-unsearched',
      words: 'An absence assessed as supported, but no search is recorded and no no-records letter is linked.',
    })
  else if (status === 'supported' && counts.supports === 0 && weighed.searches === 0)
    remarks.push({ kind: 'parts', point: 'parted', words: 'Assessed as supported, but no linked passage supports it.' })
  if (status === 'contradicted' && counts.contradicts === 0)
    remarks.push({ kind: 'parts', point: 'parted', words: 'Assessed as contradicted, but no linked passage contradicts it.' })
  if (status === 'mixed' && (counts.supports === 0) !== (counts.contradicts === 0)) {
    remarks.push({
      kind: 'parts',
      point: 'parted',
      words: `Assessed as mixed, but every passage with weight ${counts.supports > 0 ? 'supports' : 'contradicts'} it.`,
    })
  }
  if (status === 'depends-on-reading' && readingId === null) remarks.push(...perReading(weighed))
  return remarks
}

/** On a claim that depends on its reading: what the evidence does on each, and which are not judged. */
function perReading(weighed: WeighedClaim): readonly Remark[] {
  if (weighed.claim.readings.length < 2)
    return [
      { kind: 'parts', point: 'parted', words: 'Assessed as depending on the reading, but fewer than two readings are written down.' },
    ]
  return weighed.claim.readings.flatMap((reading): readonly Remark[] => {
    const judged = weighed.assessments.find((one) => one.readingId === reading.id)
    const against = countOn(weighed, reading, 'contradicts')
    if (judged === undefined) {
      const what = against > 0 ? `, where ${doing(against, 'contradict')} it` : ''
      return [{ kind: 'missing', point: 'unjudged', words: `The reading “${reading.label}” has no judgement of its own${what}.` }]
    }
    if (judged.status === 'supported' && against > 0)
      return [
        {
          kind: 'parts',
          point: 'parted',
          words: `On the reading “${reading.label}” it is assessed as supported, but ${doing(against, 'contradict')} it.`,
        },
      ]
    if (judged.status === 'contradicted' && against === 0)
      return [
        {
          kind: 'parts',
          point: 'parted',
          words: `On the reading “${reading.label}” it is assessed as contradicted, but no linked passage contradicts it.`,
        },
      ]
    return []
  })
}

const countOn = (weighed: WeighedClaim, reading: Reading, relation: Relation): number =>
  weighed.passages.filter((passage) => passage.link.relation === relation && bearsOn(passage.link, reading.id)).length

/** " on the reading “…”" when every such passage names the same readings, as long as the claim is looked at as a whole. */
function on(weighed: WeighedClaim, readingId: ReadingId | null, relation: Relation): string {
  if (readingId !== null) return ' on this reading'
  const named = weighed.passages.filter((passage) => passage.link.relation === relation).map((passage) => passage.link.readingIds)
  if (named.some((ids) => ids.length === 0)) return ''
  const labels = weighed.claim.readings
    .filter((reading) => named.some((ids) => ids.includes(reading.id)))
    .map((reading) => `“${reading.label}”`)
  return labels.length === 0 ? '' : ` on the reading ${labels.join(' or ')}`
}
