import { type Candidate, heaviestChain } from './heaviest-chain'
import { likenessOf, shinglesOf } from './page-shingles'
import { marksIn, type PictureHash, picturesDiffer } from './picture-hash'

/** What pages are matched by. The picture's hash is wanted only for pages without words, and may be null. */
export type MatchedPage = { readonly text: string; readonly picture: PictureHash | null }

/**
 * What says that two pages answer to each other: their words, their pictures, only their place between pages that do, or the researcher.
 * `alone` is a page without a counterpart.
 */
export const PAIR_REASONS = ['words', 'picture', 'place', 'hand', 'alone'] as const
export type PairReason = (typeof PAIR_REASONS)[number]

/** A page of the earlier document and the page of the later one that answers to it; indexes from 0, null where there is none. */
export type PagePair = { readonly earlier: number | null; readonly later: number | null; readonly why: PairReason }

/** Shingles on more earlier pages than this share of them (and than the number) are running heads and forms, and say nothing. */
const COMMON = { share: 0.1, pages: 6 }
const LEAST_LIKENESS = 0.12
/** A page that left its order must be recognised by more. */
const LEAST_OUT_OF_ORDER = 0.5
const CANDIDATES_A_PAGE = 6
const FEW_SHINGLES = 4
/** Bits of 64 in which pictures of one page may differ: in order, and out of it. */
const PICTURE_SLACK = 12
const PICTURE_SLACK_ANYWHERE = 5
const LEAST_MARKS = 6

/**
 * Matches the pages of two versions of a document: first by words in order (shingles, then the heaviest chain), then pages that changed
 * their place, then pictures of pages without words, then by place alone where as many pages stand between matched ones on both sides.
 * @returns every page of both once, in the order of the later document; earlier pages without a counterpart after the page before them
 */
export function matchPages(earlier: readonly MatchedPage[], later: readonly MatchedPage[]): readonly PagePair[] {
  const answers = new Answers(earlier.length, later.length)
  const [a, b] = [earlier.map((page) => shinglesOf(page.text)), later.map((page) => shinglesOf(page.text))]
  const byWords = candidatesByWords(a, b)
  const chain = [...heaviestChain(byWords)]
  for (const pair of chain) answers.join(pair, 'words')
  for (const pair of byWords.filter(({ weight }) => weight >= LEAST_OUT_OF_ORDER).toSorted((x, y) => y.weight - x.weight))
    answers.join(pair, 'words')

  const wordless = (shingles: readonly ReadonlySet<number>[], free: (at: number) => boolean): number[] =>
    shingles.flatMap((set, at) => (set.size < FEW_SHINGLES && free(at) ? [at] : []))
  const pictured = wordless(a, answers.earlierIsFree).flatMap((x) =>
    wordless(b, answers.laterIsFree).flatMap((y) => byPicture(x, y, earlier[x]?.picture, later[y]?.picture)),
  )
  const inOrder = heaviestChain([...pictured, ...chain.map((pair) => ({ ...pair, weight: 64 }))])
  for (const pair of inOrder) answers.join(pair, 'picture')
  for (const pair of pictured.filter(
    ({ b: y, weight }) => weight >= 1 - PICTURE_SLACK_ANYWHERE / 64 && marksIn(later[y]?.picture ?? ('' as PictureHash)) >= LEAST_MARKS,
  ))
    answers.join(pair, 'picture')

  joinByPlace(answers, heaviestChain(answers.pairs().map((pair) => ({ ...pair, weight: 1 }))))
  return answers.inOrder()
}

/** Which page answers to which so far; a page has at most one counterpart, and the first reason given stays. */
class Answers {
  readonly #later = new Map<number, { readonly a: number; readonly why: PairReason }>()
  readonly #earlier = new Set<number>()
  constructor(
    readonly earlierCount: number,
    readonly laterCount: number,
  ) {}

  readonly earlierIsFree = (at: number): boolean => !this.#earlier.has(at)
  readonly laterIsFree = (at: number): boolean => !this.#later.has(at)

  join({ a, b }: { readonly a: number; readonly b: number }, why: PairReason): void {
    if (!this.earlierIsFree(a) || !this.laterIsFree(b)) return
    this.#earlier.add(a)
    this.#later.set(b, { a, why })
  }

  pairs(): readonly { readonly a: number; readonly b: number }[] {
    return [...this.#later].map(([b, { a }]) => ({ a, b }))
  }

  inOrder(): readonly PagePair[] {
    return orderedPairs(
      [...this.#later].map(([later, { a, why }]) => ({ earlier: a, later, why })),
      this.earlierCount,
      this.laterCount,
    )
  }
}

/** All pages once, from the pairs that are known: in the order of the later document, earlier pages without a counterpart after the page before them. */
export function orderedPairs(known: readonly PagePair[], earlierCount: number, laterCount: number): readonly PagePair[] {
  const byLater = new Map(known.flatMap((pair) => (pair.later === null || pair.earlier === null ? [] : [[pair.later, pair] as const])))
  const laterOf = new Map([...byLater].map(([later, { earlier }]) => [earlier, later]))
  const gone = new Map<number, PagePair[]>()
  let place = -1
  for (let earlier = 0; earlier < earlierCount; earlier += 1) {
    const later = laterOf.get(earlier)
    if (later !== undefined) place = later
    else gone.set(place, [...(gone.get(place) ?? []), { earlier, later: null, why: 'alone' }])
  }
  const all = [...(gone.get(-1) ?? [])]
  for (let later = 0; later < laterCount; later += 1)
    all.push(byLater.get(later) ?? { earlier: null, later, why: 'alone' }, ...(gone.get(later) ?? []))
  return all
}

function candidatesByWords(a: readonly ReadonlySet<number>[], b: readonly ReadonlySet<number>[]): readonly Candidate[] {
  const pagesOf = new Map<number, number[]>()
  for (const [at, shingles] of a.entries()) {
    for (const shingle of shingles) {
      const pages = pagesOf.get(shingle)
      if (pages === undefined) pagesOf.set(shingle, [at])
      else pages.push(at)
    }
  }
  const most = Math.max(COMMON.pages, a.length * COMMON.share)
  return b.flatMap((shingles, at) => {
    const shared = new Map<number, number>()
    for (const shingle of shingles) {
      const pages = pagesOf.get(shingle) ?? []
      if (pages.length <= most) for (const page of pages) shared.set(page, (shared.get(page) ?? 0) + 1)
    }
    const likely = [...shared].toSorted((x, y) => y[1] - x[1] || Math.abs(x[0] - at) - Math.abs(y[0] - at)).slice(0, CANDIDATES_A_PAGE)
    return likely.flatMap(([page]): Candidate[] => {
      const likeness = likenessOf(a[page] ?? new Set(), shingles)
      return likeness < LEAST_LIKENESS ? [] : [{ a: page, b: at, weight: likeness }]
    })
  })
}

function byPicture(a: number, b: number, one: PictureHash | null | undefined, other: PictureHash | null | undefined): readonly Candidate[] {
  if (!one || !other) return []
  const differ = picturesDiffer(one, other)
  return differ > PICTURE_SLACK ? [] : [{ a, b, weight: 1 - differ / 64 }]
}

/** Between two pairs that keep their order, as many free pages on both sides answer to each other one by one. */
function joinByPlace(answers: Answers, chain: readonly { readonly a: number; readonly b: number }[]): void {
  const ends = [...chain, { a: answers.earlierCount, b: answers.laterCount }]
  let [a, b] = [-1, -1]
  for (const end of ends) {
    const free = (from: number, to: number, isFree: (at: number) => boolean): number[] =>
      Array.from({ length: to - from - 1 }, (_, at) => from + 1 + at).filter(isFree)
    const [gone, come] = [free(a, end.a, answers.earlierIsFree), free(b, end.b, answers.laterIsFree)]
    if (gone.length === come.length) for (const [at, page] of gone.entries()) answers.join({ a: page, b: come[at] ?? 0 }, 'place')
    ;[a, b] = [end.a, end.b]
  }
}
