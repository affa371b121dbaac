import type { Page, PageText } from '../documents/page'
import { type PageIndex, pageIndex } from '../units/pages'
import { type Edge, type EdgeLine, edgeLines } from './edge-lines'
import { countsOtherwise, isFiling, type StampKind, kindOfStamp } from './stamp-kind'
import { type Sighting, sameLooking, seriesIn } from './stamp-series'

/** Numbers seen on a run of pages that look like a stamp: the rule that would give them, and how well it was seen. */
export type StampProposal = {
  /** Names the proposal within its document: for what was dismissed. */
  readonly key: string
  readonly kind: StampKind
  readonly from: PageIndex
  readonly to: PageIndex
  readonly before: string
  readonly after: string
  readonly first: number
  readonly step: number
  readonly digits: number
  /** Pages on which the number was read just as the rule has it, and pages where it was read with damage (`O` for `0`). */
  readonly read: readonly PageIndex[]
  readonly damaged: readonly PageIndex[]
  readonly confidence: 'high' | 'fair' | 'low'
}

export type StampPage = { readonly page: Pick<Page, 'index' | 'label' | 'box' | 'rotation'>; readonly text: PageText }

/** What proposals are made of: the lines at the edges of a page. Much lighter than its text. */
export type PageEdges = { readonly index: PageIndex; readonly label: Page['label']; readonly lines: readonly EdgeLine[] }

export const edgesOfPage = ({ page, text }: StampPage): PageEdges => ({
  index: page.index,
  label: page.label,
  lines: edgeLines(page, text),
})

/**
 * Proposes stamps: numbers at the edges of the pages, as shown, that grow by a constant step. Each number on a line is tried, with
 * everything around it held fixed, so that in `Document 52 Page 3 of 17` only the `3` makes a series. Pages may be missing, a
 * series may begin anew, and a page may carry several. A page number in a footer that names the work is the bare number, and proposed
 * only where file page and label do not say it already. Nothing is asserted: the researcher confirms.
 */
export function proposeStamps(pages: readonly PageEdges[]): readonly StampProposal[] {
  const groups = new Map<string, Sighting[]>()
  for (const { index, lines } of pages) {
    for (const { edge, text, start } of lines) {
      for (const number of text.matchAll(/\d{1,12}/g)) {
        const [before, after] = [text.slice(0, number.index), text.slice(number.index + number[0].length)]
        if (countsOtherwise(before, after)) continue
        const key = groupKey(before, after, edge)
        const group = groups.get(key) ?? []
        group.push({ page: index, at: start + number.index, value: Number(number[0]), printed: number[0], before, after })
        groups.set(key, group)
      }
    }
  }
  const textAt = new Map<number, readonly string[]>(pages.map(({ index, lines }) => [index, lines.map((line) => sameLooking(line.text))]))
  const candidates = [...groups].flatMap(([key, sightings]) => seriesIn(sightings).map((series) => proposalOf(key, series, textAt)))
  return withoutEchoes(withFamilies(candidates))
    .filter(
      (candidate) =>
        (candidate.kind !== 'printed' && (candidate.kind !== 'filing' || isFiling(candidate.before))) || saysMore(candidate, pages),
    )
    .map(({ sightings: _sightings, family: _family, ...proposal }) =>
      proposal.kind === 'printed' && /\p{L}/u.test(proposal.before + proposal.after) ? { ...proposal, before: '', after: '' } : proposal,
    )
    .toSorted(
      (a, b) =>
        Number(a.kind === 'printed') - Number(b.kind === 'printed') ||
        a.from - b.from ||
        b.read.length - a.read.length ||
        a.before.length - b.before.length,
    )
}

/** The pages of a range at whose edges just the stamp stands that a rule gives them. */
export function pagesReading(edges: readonly PageEdges[], stampAt: (page: PageIndex) => string | null): readonly PageIndex[] {
  return edges.flatMap(({ index, lines }) => {
    const stamp = stampAt(index)?.trim().replace(/\s+/g, ' ')
    return stamp && lines.some((line) => line.text.replace(/\s+/g, ' ').includes(stamp)) ? [index] : []
  })
}

type Candidate = StampProposal & { readonly sightings: readonly Sighting[]; readonly family: string }

/** Bare numbers are told apart by the edge they stand at; others by what is printed around them. */
const groupKey = (before: string, after: string, edge: Edge): string =>
  /[\p{L}\d]/u.test(before + after) ? `${sameLooking(before)}#${sameLooking(after)}` : `${edge} ${before.trim()}#${after.trim()}`

function proposalOf(key: string, sightings: readonly Sighting[], textAt: ReadonlyMap<number, readonly string[]>): Candidate {
  const [one, last] = [sightings[0], sightings.at(-1)]
  if (one === undefined || last === undefined) throw new Error('a series has at least one number')
  const step = last.page === one.page ? 1 : Math.round((last.value - one.value) / (last.page - one.page))
  const { before, after } = mostSeen(sightings)
  const digits = Math.max(
    0,
    ...sightings.filter(({ printed }) => printed.startsWith('0') && printed !== '0').map(({ printed }) => printed.length),
  )
  const kind = kindOfStamp(before, after, digits)
  const stampAt = (page: number): string =>
    sameLooking(`${before}${String(one.value + (page - one.page) * step).padStart(digits, '0')}${after}`)
  const seen = new Set(sightings.map(({ page }) => page))
  const damaged: number[] = []
  for (let page = one.page; page <= last.page; page += 1) {
    if (!seen.has(page) && kind !== 'printed' && textAt.get(page)?.some((line) => line.includes(stampAt(page))) === true) damaged.push(page)
  }
  const share = (seen.size + damaged.length) / (last.page - one.page + 1)
  return {
    key: `${key} ${one.value - one.page * step} ${one.page}-${last.page}`,
    kind,
    from: pageIndex(one.page),
    to: pageIndex(last.page),
    before,
    after,
    first: one.value,
    step,
    digits,
    read: [...seen].map(pageIndex),
    damaged: damaged.map(pageIndex),
    confidence: share >= 0.9 && seen.size >= 5 && kind !== 'printed' ? 'high' : share >= 0.6 && seen.size >= 3 ? 'fair' : 'low',
    sightings,
    family: `${before}#${after}`.replace(/\d+/g, '0').replace(/\s+/g, ' ').toLowerCase(),
  }
}

/** What is printed around the numbers on most pages. */
function mostSeen(sightings: readonly Sighting[]): { readonly before: string; readonly after: string } {
  const counts = new Map<string, { readonly before: string; readonly after: string; count: number }>()
  for (const { before, after } of sightings) {
    const key = JSON.stringify([before, after])
    counts.set(key, { before, after, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const [most] = [...counts.values()].toSorted((a, b) => b.count - a.count)
  return most ?? { before: '', after: '' }
}

/** Pages that a series needs: fewer where the same form of stamp makes a longer series elsewhere in the document. */
const ENOUGH = 3
const ENOUGH_PLAIN = 4
const ENOUGH_IN_FOOTER = 5
const ENOUGH_BESIDE = 2

/** Short series only where a longer one of the same form stands beside them: `Page 1 of 1` of an exhibit between longer ones. */
function withFamilies(candidates: readonly Candidate[]): readonly Candidate[] {
  const believed = candidates.filter(longEnough)
  const pagesOf = new Map<string, Set<number>>()
  for (const { family, sightings } of believed) {
    const pages = pagesOf.get(family) ?? new Set()
    for (const { page } of sightings) pages.add(page)
    pagesOf.set(family, pages)
  }
  const beside = candidates.filter((candidate) => {
    const pages = pagesOf.get(candidate.family)
    if (believed.includes(candidate) || candidate.kind === 'printed') return false
    if (pages === undefined) return wholeOfCount(candidate)
    const free = candidate.sightings.every(({ page }) => !pages.has(page))
    return free && (candidate.kind === 'filing' || candidate.sightings.length >= ENOUGH_BESIDE)
  })
  return [...believed, ...beside]
}

function longEnough({ sightings, kind, from, to, before, after, digits }: Candidate): boolean {
  if (kind === 'printed')
    return (
      sightings.length >= (/\p{L}/u.test(before + after) ? ENOUGH_IN_FOOTER : ENOUGH_PLAIN) && sightings.length / (to - from + 1) >= 0.5
    )
  // Figures among figures are a table; a number without any letter beside it has to be filled with zeros to be believed.
  return sightings.length >= ENOUGH && (/\p{L}/u.test(before + after) || (digits >= 5 && sightings.length >= ENOUGH_PLAIN))
}

/** `Page 1 of 2` and `Page 2 of 2`: all that it says there is. */
const wholeOfCount = ({ sightings, after }: Candidate): boolean =>
  sightings.length >= 2 && Number(/^\s*of\s*(\d+)/i.exec(after)?.[1] ?? 0) === sightings.length

/** The same numbers are found on the whole line, on parts of it and by chance: the series with most pages stays, of equals the one that says most. */
function withoutEchoes(candidates: readonly Candidate[]): readonly Candidate[] {
  const taken = new Set<string>()
  const kept: Candidate[] = []
  const worth = (a: Candidate, b: Candidate): number =>
    b.sightings.length - a.sightings.length || b.before.length + b.after.length - (a.before.length + a.after.length)
  for (const candidate of candidates.toSorted(worth)) {
    const places = candidate.sightings.map(({ page, at }) => `${page}:${at}`)
    if (places.filter((place) => taken.has(place)).length > places.length / 2) continue
    // One run of page numbers at a time: a shorter one on the same pages is chance.
    if (
      candidate.kind === 'printed' &&
      kept.some((other) => other.kind === 'printed' && other.from <= candidate.from && candidate.to <= other.to)
    )
      continue
    for (const place of places) taken.add(place)
    kept.push(candidate)
  }
  return kept
}

/** Whether a page number says what the file page and the labels do not say already. */
function saysMore({ sightings }: Candidate, pages: readonly PageEdges[]): boolean {
  const labels = new Map<number, Page['label']>(pages.map(({ index, label }) => [index, label]))
  return sightings.filter(({ page, value }) => value !== page + 1 && labels.get(page) !== String(value)).length > sightings.length / 2
}
