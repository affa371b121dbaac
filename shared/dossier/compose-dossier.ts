import type { Annotation } from '../annotations/annotation'
import { ANNOTATION_KIND_WORDS } from '../annotations/annotation'
import type { AnchorState } from '../annotations/segment'
import { ASSESSMENT_STATUSES, type Assessment, statusOf } from '../claims/assessment'
import { type Claim, CLAIM_KIND_WORDS, compareClaims } from '../claims/claim'
import { type EvidenceLink, RELATIONS } from '../claims/evidence-link'
import type { CustodyEntry } from '../custody/custody-entry'
import { goesWithBundle, mediaOf } from '../documents/document'
import { sheetAndColumn } from '../tables/cells'
import type { Sha256 } from '../units/hashes'
import { pageNumberOf } from '../units/pages'
import type { SearchNote } from '../searches/search-note'
import { isExpired, isNotFound } from '../searches/search-words'
import { type ChecksInWords, composeChecks } from './compose-checks'
import { bracketedQuote } from './bracketed-quote'
import { blackoutsIn, composeRedactions } from './compose-redactions'
import { composeTensions } from './compose-tensions'
import { composeTimeStamps } from './compose-time-stamps'
import { USUAL_SETTINGS } from './dossier-settings'
import {
  type ClaimNode,
  type DossierCounts,
  type DossierTree,
  type EvidenceNode,
  type JudgementNode,
  type PassageNode,
  type SearchNode,
  type Standing,
  STANDINGS,
} from './dossier-tree'
import { type Cite, composeMoneyAndTime } from './compose-ledger'
import { type ExhibitNumbers, exhibitNodes, exhibitNumbers, exhibitPath } from './exhibits'
import { composeParity } from './compose-parity'
import { parityCells } from './parity-nodes'
import { PARITY_STATE_WORDS } from '../parity/parity-cell'
import { type DossierSnapshot, picturePath } from './snapshot'
import { versionPlaceOf } from '../versions/version-place'
import { marksInPicture } from './picture-marks'
import { composeChannels, sourceStanding } from './compose-channels'
import { referenceOf } from './reference'
import { placeWords } from './words'

/**
 * Composes a dossier: a pure function of the snapshot, so that two exports of one state are the same bytes, and anyone
 * with `vouch.json` and `custody.jsonl` can compose it again.
 * @param entries the custody log on whose head the snapshot rests, for what time stamps cover of it
 * @throws when the snapshot holds no analysis, which is a bug of whoever gathered it
 */
export function composeDossier(snapshot: DossierSnapshot, entries: readonly CustodyEntry[]): DossierTree {
  const { records } = snapshot
  const analysis = records.analyses[0]
  if (analysis === undefined) throw new Error('a dossier needs an analysis')
  const sectionNumber = (id: string): number => analysis.sections.find((section) => section.id === id)?.number ?? Number.MAX_SAFE_INTEGER
  const claims = [...records.claims].sort(compareClaims(sectionNumber))
  const links = linksInOrder(claims, snapshot)
  const exhibits = exhibitNumbers(snapshot, links)
  const checks = composeChecks(snapshot)
  const evidence = links.map(({ link, claim }, at) => evidenceNode(snapshot, exhibits, link, claim, `E${at + 1}`, checks))
  const search = (note: SearchNote): SearchNode => searchNode(note, snapshot, exhibits)
  const parity = composeParity(snapshot, exhibits, {
    search,
    passage: (annotation, what) => {
      const parts = passageNodes(snapshot, exhibits, annotation, what)
      return { standing: standingOf(annotation, parts), parts }
    },
  })
  const cells = parityCells(parity)
    .filter(({ cell }) => cell.claim !== null)
    .map(({ row, column, cell }) => ({
      claim: cell.claim,
      number: cell.number,
      words: `${row.label}, ${column.short} ${column.year}: ${PARITY_STATE_WORDS[cell.state]}${cell.counts === null ? '' : `, ${cell.counts.short}`}`,
    }))
  const claimNodes = new Map(
    claims.map((claim) => [
      claim.id,
      {
        ...claimNode(
          claim,
          snapshot,
          evidence.filter((item) => item.claimNumber === claim.number),
          search,
          checks,
        ),
        cells: cells.filter((cell) => cell.claim === claim.number).map(({ number, words }) => ({ number, words })),
      },
    ]),
  )
  const known = new Set<string>(analysis.sections.map((section) => section.id))
  const sections = [
    ...[...analysis.sections]
      .sort((a, b) => a.number - b.number)
      .map((section) => ({ id: section.id, number: section.number, label: section.label })),
    ...(claims.some((claim) => !known.has(claim.sectionId)) ? [{ id: null, number: analysis.sections.length, label: 'Other claims' }] : []),
  ].map((section) => ({
    number: section.number,
    label: section.label,
    claims: claims
      .filter((claim) => (section.id === null ? !known.has(claim.sectionId) : claim.sectionId === section.id))
      .flatMap((claim) => claimNodes.get(claim.id) ?? []),
  }))
  const claimIds = new Set<string>(claims.map((claim) => claim.id))
  const exhibitList = exhibitNodes(snapshot, exhibits, evidence)
  const cite: Cite = (id, shows) => {
    const annotation = records.annotations.find((each) => each.id === id)
    const passages = annotation ? passageNodes(snapshot, exhibits, annotation, `that ${shows}`) : []
    return {
      annotationId: id,
      passages,
      standing: annotation ? standingOf(annotation, passages) : 'unverified',
      confirmed: annotation?.confirmed ?? null,
    }
  }
  const extractors = records.annotations.flatMap((annotation) =>
    annotation.segments.flatMap((segment) => (segment.extractor ? [`${segment.extractor.name} ${segment.extractor.version}`] : [])),
  )
  return {
    title: analysis.title,
    question: analysis.question,
    asOf: analysis.asOf,
    answer: analysis.answer,
    method: analysis.method,
    subject: analysis.subject?.name ?? null,
    comparator: analysis.comparator?.name ?? null,
    counts: countsOf([...claimNodes.values()], evidence, exhibitList.length, records.searchNotes.length),
    sections,
    unverified: evidence.filter((item) => item.standing === 'unverified'),
    absentFiles: absentFiles(snapshot),
    limits: analysis.limits,
    openQuestions: analysis.openQuestions.map(({ text, status }) => ({ text, status })),
    tensions: composeTensions(snapshot),
    checks: checks.progress,
    searches: inSearchOrder(records.searchNotes.filter((note) => !note.claimIds.some((id) => claimIds.has(id)))).map(search),
    sources: [...records.sources]
      .sort((a, b) => a.number - b.number)
      .map((source) => ({
        number: source.number,
        title: source.title,
        author: source.author,
        publisher: source.publisher,
        date: source.date,
        url: source.url,
        known: source.known,
        toFind: source.toFind,
        channels: source.channels,
        channelConfidence: source.channelConfidence,
        citedBy: claims.filter((claim) => claim.citedSources.includes(source.number)).map((claim) => claim.number),
        documents: source.documentIds.map((id) => documentRef(snapshot, exhibits, id)),
        ...sourceStanding(snapshot, source),
      })),
    channels: composeChannels(snapshot, claims),
    exhibits: exhibitList,
    money: composeMoneyAndTime(snapshot, cite),
    vouch: snapshot.vouch,
    composer: snapshot.composer,
    custody: snapshot.custody,
    keptLogs: snapshot.keptLogs ?? [],
    timeStamps: composeTimeStamps(analysis.timeStamps ?? [], entries),
    extractors: [...new Set(extractors)].sort(),
    parity,
    redactions: composeRedactions(snapshot, exhibits),
    settings: analysis.dossier ?? USUAL_SETTINGS,
  }
}

/** Links in the order in which the dossier shows them: claim by claim, relation by relation, then by document and place. */
function linksInOrder(
  claims: readonly Claim[],
  { records }: DossierSnapshot,
): readonly { readonly link: EvidenceLink; readonly claim: Claim }[] {
  const annotations = new Map(records.annotations.map((annotation) => [annotation.id, annotation]))
  const documents = new Map(records.documents.map((document) => [document.id, document.name]))
  const key = (link: EvidenceLink): readonly [number, string, number, number, string] => {
    const annotation = annotations.get(link.annotationId)
    const first = annotation?.segments[0]
    const name = annotation ? `${documents.get(annotation.documentId) ?? ''}\u0000${annotation.documentId}` : '\uffff'
    return [RELATIONS.indexOf(link.relation), name, first?.pageIndex ?? 0, first?.ranges[0]?.start ?? 0, link.id]
  }
  return claims.flatMap((claim) =>
    records.evidenceLinks
      .filter((link) => link.claimId === claim.id)
      .map((link) => ({ link, claim, key: key(link) }))
      .sort((a, b) => compareKeys(a.key, b.key)),
  )
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? 0
    if (left < right) return -1
    if (left > right) return 1
  }
  return 0
}

function evidenceNode(
  snapshot: DossierSnapshot,
  exhibits: ExhibitNumbers,
  link: EvidenceLink,
  claim: Claim,
  number: string,
  checks: ChecksInWords,
): EvidenceNode {
  const annotation = snapshot.records.annotations.find((each) => each.id === link.annotationId)
  const passages = annotation
    ? passageNodes(
        snapshot,
        exhibits,
        annotation,
        `that ${link.relation === 'context' ? 'gives context to' : link.relation} ${claim.number}`,
      )
    : []
  return {
    number,
    linkId: link.id,
    annotationId: link.annotationId,
    claimNumber: claim.number,
    relation: link.relation,
    readings: claim.readings.filter((reading) => link.readingIds.includes(reading.id)).map((reading) => reading.label),
    strength: link.strength,
    note: link.note,
    comment: annotation?.comment ?? '',
    exemptionCodes: annotation?.exemptionCodes ?? [],
    kind: annotation ? ANNOTATION_KIND_WORDS[annotation.kind] : 'missing mark',
    author: link.author,
    at: link.createdAt,
    standing: annotation ? standingOf(annotation, passages) : 'unverified',
    confirmed: annotation?.confirmed ?? null,
    passages,
    check: checks.ofLink(link.id),
  }
}

function passageNodes(snapshot: DossierSnapshot, exhibits: ExhibitNumbers, annotation: Annotation, what: string): readonly PassageNode[] {
  const document = snapshot.records.documents.find((each) => each.id === annotation.documentId)
  const bundled = document !== undefined && goesWithBundle(document)
  return annotation.segments.map((stored, at): PassageNode => {
    const check = snapshot.checks.find((each) => each.annotationId === annotation.id && each.segment === at)
    const segment = check?.found ?? stored
    const picture = snapshot.pictures.find((each) => each.annotationId === annotation.id && each.segment === at)
    const cell = stored.cell ?? null
    const page = cell?.row ?? pageNumberOf(segment.pageIndex)
    const label = cell === null ? segment.label : sheetAndColumn(cell)
    const exhibit = exhibits.get(segment.documentId) ?? null
    const { placed, unplaced } = blackoutsIn(snapshot, annotation.id, at)
    const place = placeWords({ exhibit, document: document?.name ?? segment.documentId, page, label, stamp: segment.stamp, cell })
    return {
      n: at + 1,
      of: annotation.segments.length,
      exhibit,
      bundled,
      document: document?.name ?? '',
      documentSha256: segment.documentId,
      version: placeAmongVersions(snapshot, segment.documentId),
      page,
      label,
      stamp: segment.stamp,
      quote: stored.quote,
      ...bracketedQuote(stored, snapshot.records.textCorrections, placed),
      unplaced,
      seen: check?.seen ?? null,
      state: check?.state ?? 'lost',
      why: check?.why ?? 'The page was not read again.',
      textOrigin: stored.textOrigin,
      cell,
      address:
        exhibit === null || document === undefined || !bundled
          ? null
          : `${exhibitPath(exhibit, mediaOf(document))}${cell === null ? `#page=${page}` : ''}`,
      ...(document === undefined
        ? { reference: null, beside: null }
        : referenceOf(snapshot, document, { page, label: segment.label, stamp: segment.stamp, cell })),
      picture: picture
        ? {
            path: picturePath(picture),
            width: picture.width,
            height: picture.height,
            sha256: picture.sha256,
            marks: marksInPicture(segment, picture.area),
            alt: `Picture of the passage ${what}: ${place}`,
          }
        : null,
    }
  })
}

function placeAmongVersions({ records }: DossierSnapshot, id: Sha256): PassageNode['version'] {
  const place = versionPlaceOf(id, records.documentVersions)
  return place && { n: place.n, of: place.of }
}

const VERIFIED: readonly AnchorState[] = ['exact', 'moved']

/**
 * Segments without words, or with words that were typed, can only be compared by eye. Recognised words that stand in the stored recognition
 * are cited as such, beside their picture; without a picture nobody could compare them.
 */
function standingOf(annotation: Annotation, passages: readonly PassageNode[]): Standing {
  const byEye = (at: number): boolean => {
    const segment = annotation.segments[at]
    // An empty cell is read like any other: that nothing stands in it can be verified.
    return segment !== undefined && segment.cell === undefined && (segment.quote.trim() === '' || segment.textOrigin === 'typed')
  }
  const open = passages.filter((passage, at) => !byEye(at) && !VERIFIED.includes(passage.state))
  if (passages.length === 0 || passages.some((passage) => passage.exhibit === null)) return 'unverified'
  if (open.length > 0)
    return annotation.confirmed !== null && open.every((passage) => passage.state === 'approximate') ? 'confirmed' : 'unverified'
  const recognised = passages.filter((passage) => passage.textOrigin === 'ocr' && passage.quote.trim() !== '')
  // What is kept out of the bundle brings no picture either.
  if (recognised.some((passage) => passage.picture === null && passage.bundled)) return 'unverified'
  return passages.some((_, at) => byEye(at)) ? 'pictured' : recognised.length > 0 ? 'recognised' : 'verified'
}

function claimNode(
  claim: Claim,
  { records }: DossierSnapshot,
  evidence: readonly EvidenceNode[],
  search: (note: SearchNote) => SearchNode,
  checks: ChecksInWords,
): Omit<ClaimNode, 'cells'> {
  const assessments = records.assessments.filter((assessment) => assessment.claimId === claim.id)
  const latest = (readingId: string | null): Assessment | undefined =>
    assessments
      .filter((assessment) => assessment.readingId === readingId)
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1))[0]
  const shown = evidence.filter((item) => item.standing !== 'unverified')
  return {
    number: claim.number,
    kind: CLAIM_KIND_WORDS[claim.kind],
    text: claim.text,
    scopeLimit: claim.scopeLimit,
    notes: claim.notes,
    judgement: judgementNode(latest(null)),
    readings: claim.readings.map((reading) => ({
      label: reading.label,
      description: reading.description,
      judgement: judgementNode(latest(reading.id)),
    })),
    sources: [...claim.citedSources].sort((a, b) => a - b),
    citationScope: claim.citationScope,
    dependsOn: claim.dependsOn,
    wouldChange: claim.wouldChange ?? '',
    splitFrom: claim.splitFrom ?? null,
    mergedInto: claim.mergedInto ?? null,
    check: claim.mergedInto === undefined ? checks.ofClaim(claim.id) : null,
    groups: RELATIONS.map((relation) => ({ relation, items: shown.filter((item) => item.relation === relation) })).filter(
      (group) => group.items.length > 0,
    ),
    unverified: evidence.filter((item) => item.standing === 'unverified').map((item) => item.number),
    searches: inSearchOrder(records.searchNotes.filter((note) => note.claimIds.includes(claim.id))).map(search),
  }
}

const judgementNode = (assessment: Assessment | undefined): JudgementNode => ({
  status: statusOf(assessment),
  confidence: assessment?.confidence ?? null,
  reasoning: assessment?.reasoning ?? '',
  by: assessment?.author ?? null,
  at: assessment?.at ?? null,
})

const inSearchOrder = (notes: readonly SearchNote[]): readonly SearchNote[] =>
  [...notes].sort((a, b) => compareKeys([a.createdAt, a.id], [b.createdAt, b.id]))

function searchNode(note: SearchNote, snapshot: DossierSnapshot, exhibits: ExhibitNumbers): SearchNode {
  const letter = snapshot.records.annotations.find((annotation) => annotation.id === note.annotationId)
  const passages = letter === undefined ? [] : passageNodes(snapshot, exhibits, letter, 'that says that nothing was found')
  return {
    id: note.id,
    notFound: isNotFound(note),
    version: note.version ?? '',
    couldHaveHeld: note.couldHaveHeld ?? 'unknown',
    expires: note.expires ?? null,
    expired: isExpired(note, snapshot.custody.at),
    letter:
      note.annotationId === undefined ? null : { standing: letter === undefined ? 'unverified' : standingOf(letter, passages), passages },
    claims: snapshot.records.claims
      .flatMap((claim) => (note.claimIds.includes(claim.id) ? [claim.number] : []))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    where: note.where,
    words: note.words,
    date: note.date,
    by: note.by,
    hits: note.hits,
    result: note.result,
    wouldHaveShown: note.wouldHaveShown,
    documents: note.documentIds.map((id) => documentRef(snapshot, exhibits, id)),
  }
}

function documentRef(snapshot: DossierSnapshot, exhibits: ExhibitNumbers, id: Sha256): SearchNode['documents'][number] {
  return {
    name: snapshot.records.documents.find((document) => document.id === id)?.name ?? '',
    sha256: id,
    exhibit: exhibits.get(id) ?? null,
  }
}

function absentFiles({ files, records }: DossierSnapshot): DossierTree['absentFiles'] {
  return files.flatMap((file) =>
    file.state === 'whole'
      ? []
      : [
          {
            name: records.documents.find((document) => document.id === file.documentId)?.name ?? '',
            sha256: file.documentId,
            state: file.state,
          },
        ],
  )
}

function countsOf(all: readonly ClaimNode[], evidence: readonly EvidenceNode[], exhibits: number, searches: number): DossierCounts {
  // What was merged into another claim is counted there.
  const claims = all.filter((claim) => claim.mergedInto === null)
  const standing = (wanted: Standing): number => evidence.filter((item) => item.standing === wanted).length
  const cited = evidence
    .filter((item) => item.standing === 'verified' || item.standing === 'recognised')
    .flatMap((item) => item.passages.map((passage) => `${passage.documentSha256}:${passage.page}`))
  return {
    claims: claims.length,
    byStatus: ASSESSMENT_STATUSES.map((status) => ({ status, claims: claims.filter((claim) => claim.judgement.status === status).length })),
    withoutEvidence: claims.filter((claim) => claim.groups.length === 0 && claim.unverified.length === 0 && claim.searches.length === 0)
      .length,
    evidence: evidence.length,
    byStanding: Object.fromEntries(STANDINGS.map((each) => [each, standing(each)])) as Record<Standing, number>,
    byRelation: RELATIONS.map((relation) => ({ relation, evidence: evidence.filter((item) => item.relation === relation).length })),
    exhibits,
    pagesCited: new Set(cited).size,
    searches,
  }
}
