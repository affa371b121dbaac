import type { AnnotationId } from '../annotations/annotation'
import type { Id } from '../units/ids'
import { type Assessment, type AssessmentStatus, statusOf } from './assessment'
import type { Check } from './check'
import type { Sha256 } from '../units/hashes'
import { fingerprintOf, type PassageRead } from './check-fingerprint'
import { type CheckProgress, type CheckStanding, checkProgress, checkStanding } from './check-standing'
import type { Claim, ClaimId } from './claim'
import { countEvidence, type EvidenceCounts } from './evidence-counts'
import type { EvidenceLink } from './evidence-link'
import type { Reading } from './reading'
import type { Tension } from './tension'
import { bearsOn, type Remark, weighEvidence, type WeighedPassage } from './weigh-evidence'

/** What the ledger knows of a linked passage. */
export type PassageFacts = Omit<WeighedPassage, 'link'> & { readonly read: PassageRead }

/** All records of an analysis that the ledger speaks of. */
export type LedgerInput = {
  readonly claims: readonly Claim[]
  readonly assessments: readonly Assessment[]
  readonly links: readonly EvidenceLink[]
  readonly passages: ReadonlyMap<AnnotationId, PassageFacts>
  readonly searches: readonly { readonly claimIds: readonly ClaimId[] }[]
  readonly tensions: readonly Tension[]
  readonly checks: readonly Check[]
}

/** The judgement of a claim as a whole, or on one reading, beside what the evidence does there and what is to notice. */
export type LedgerEntry = {
  readonly reading: Reading | null
  readonly assessment: Assessment | undefined
  readonly status: AssessmentStatus
  readonly evidence: EvidenceCounts
  readonly remarks: readonly Remark[]
}

/** One claim in the ledger. */
export type LedgerLine = {
  readonly claim: Claim
  /** The claim as a whole. */
  readonly whole: LedgerEntry
  readonly readings: readonly LedgerEntry[]
  readonly searches: number
  readonly tensions: readonly Tension[]
  /** How its own text stands with second readers, and each linked passage, by the link. */
  readonly text: CheckStanding
  readonly links: ReadonlyMap<Id<'evidence'>, CheckStanding>
  readonly progress: CheckProgress
}

/** Weighs every claim of an analysis. Counts stand beside judgements; nothing is made of them. Claims come in the order in which they are given. */
export function ledgerOf(input: LedgerInput): readonly LedgerLine[] {
  const assessments = grouped(input.assessments, (one) => [one.claimId])
  const links = grouped(input.links, (one) => [one.claimId])
  const searches = grouped(input.searches, (one) => one.claimIds)
  const tensions = grouped(input.tensions, (one) => one.claimIds)
  const checks = grouped(input.checks, (one) => [one.claimId])
  const byNumber = new Map(input.claims.map((claim) => [claim.number, claim]))
  const overall = (number: string): { readonly number: string; readonly status: AssessmentStatus } => {
    const named = byNumber.get(number)
    // A claim that was taken in by another is read there.
    const claim = (named?.mergedInto === undefined ? named : byNumber.get(named.mergedInto)) ?? named
    return { number, status: statusOf(claim && assessments.get(claim.id)?.find((one) => one.readingId === null)) }
  }
  return input.claims.map((claim) => {
    const judged = assessments.get(claim.id) ?? []
    const linked = links.get(claim.id) ?? []
    const passages = linked.flatMap((link): WeighedPassage[] => {
      const facts = input.passages.get(link.annotationId)
      return facts === undefined ? [] : [{ ...facts, link }]
    })
    const weighed = {
      claim,
      assessments: judged,
      passages,
      searches: searches.get(claim.id)?.length ?? 0,
      restsOn: claim.dependsOn.map(overall),
    }
    const whole = judged.find((one) => one.readingId === null && one.status !== 'undeveloped')
    const entry = (reading: Reading | null): LedgerEntry => {
      const assessment = judged.find((one) => one.readingId === (reading?.id ?? null))
      const evidence = countEvidence(reading === null ? linked : linked.filter((link) => bearsOn(link, reading.id)))
      const remarks = claim.mergedInto === undefined ? weighEvidence(weighed, reading?.id ?? null) : []
      // Where the claim itself is not judged, that its readings are not either goes without saying.
      return {
        reading,
        assessment,
        status: statusOf(assessment),
        evidence,
        remarks: reading === null || whole !== undefined ? remarks : remarks.filter((remark) => remark.point !== 'unjudged'),
      }
    }
    const standings = standingsOf(claim, linked, input.passages, checks.get(claim.id) ?? [])
    return {
      claim,
      whole: entry(null),
      readings: claim.readings.map(entry),
      searches: weighed.searches,
      tensions: tensions.get(claim.id) ?? [],
      ...standings,
    }
  })
}

/** How a claim and its passages stand with second readers. What was merged into another claim is checked there. */
export function standingsOf(
  claim: Claim,
  links: readonly EvidenceLink[],
  passages: ReadonlyMap<AnnotationId, Pick<PassageFacts, 'read'>>,
  checks: readonly Check[],
): Pick<LedgerLine, 'text' | 'links' | 'progress'> {
  const text = checkStanding(
    checks.filter((check) => check.linkId === null),
    () => keptFingerprint(claim, null),
  )
  const standings = new Map(
    links.flatMap((link) => {
      const passage = passages.get(link.annotationId)?.read
      return passage === undefined
        ? []
        : [
            [
              link.id,
              checkStanding(
                checks.filter((check) => check.linkId === link.id),
                () => keptFingerprint(claim, { link, passage }),
              ),
            ] as const,
          ]
    }),
  )
  return { text, links: standings, progress: checkProgress(claim.mergedInto === undefined ? [text, ...standings.values()] : []) }
}

type Fingerprinted = { readonly claim: Claim; readonly passage: PassageRead | null; readonly fingerprint: Sha256 }
const fingerprints = new WeakMap<object, Fingerprinted>()

/** A fingerprint, taken once for the same records: they never change, others take their place. */
function keptFingerprint(claim: Claim, evidence: { readonly link: EvidenceLink; readonly passage: PassageRead } | null): Sha256 {
  const key = evidence?.link ?? claim
  const passage = evidence?.passage ?? null
  const kept = fingerprints.get(key)
  if (kept !== undefined && kept.claim === claim && kept.passage === passage) return kept.fingerprint
  const fingerprint = fingerprintOf(claim, evidence)
  fingerprints.set(key, { claim, passage, fingerprint })
  return fingerprint
}

/** The sum of several claims' progress. */
export const progressOf = (lines: readonly Pick<LedgerLine, 'progress'>[]): CheckProgress =>
  lines.reduce<CheckProgress>(
    (sum, { progress }) => ({
      of: sum.of + progress.of,
      checked: sum.checked + progress.checked,
      disputed: sum.disputed + progress.disputed,
      changed: sum.changed + progress.changed,
    }),
    { of: 0, checked: 0, disputed: 0, changed: 0 },
  )

function grouped<Item, Key>(items: readonly Item[], keys: (item: Item) => readonly Key[]): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
  }
  return groups
}
