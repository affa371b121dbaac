import type { DocumentId } from '@shared/documents/document'
import { findInText, type FindOptions, foldForFinding, type Needle, needleOf } from '@shared/finding/find-in-text'
import { foldText } from '@shared/anchoring/fold'
import { liveQuery } from 'dexie'
import type { TextStores } from '../documents/page-readings'
import { readTextsInWindow } from '../documents/read-page-in-window'
import { watchedValue } from '../storage/watched-value'
import { throughTexts } from '../whole-texts/through-texts'
import type { Watched } from '../workbench/workbench'
import type { FoundPlace } from './find-on-pages'

export type Hit = FoundPlace

/** What is being found in a document. */
export type FindingState = {
  readonly query: string
  readonly options: FindOptions
  /** In reading order. */
  readonly hits: readonly Hit[]
  readonly byPage: ReadonlyMap<number, readonly Hit[]>
  /** Index in `hits` of the one that is looked at; -1 for none. */
  readonly current: number
  /** Pages that were looked through so far. */
  readonly searched: number
  /** Pages among them that hold no text. */
  readonly withoutText: number
  readonly running: boolean
  /** Nothing is searched: the document could not be looked at for words left under redactions. */
  readonly refused: boolean
  /** There are more hits than are kept. */
  readonly cutOff: boolean
}

export type Finding = Watched<FindingState> & {
  /** Finds the words from the page at hand on, as they are typed. */
  look(query: string, options: FindOptions): void
  /** Goes to the next (1) or previous (-1) hit, round the ends. */
  step(direction: 1 | -1): void
  choose(index: number): void
  clear(): void
  /** The text of a page that was looked through. */
  textOf(page: number): string
  /** Begins to follow the document's texts; the function returned ends that and forgets them. */
  attach(): () => void
}

type FindingParts = {
  readonly stores: TextStores
  readonly documentId: DocumentId
  readonly pageCount: number
  /** Whether the document was looked at for words that are to be held back; before that none of its text is searched. */
  readonly examined: () => Promise<boolean>
  /** Index of the page being read: the first hit on it or after it becomes the current one. */
  readonly here: () => number
  /** Told of the hit that is looked at. */
  readonly show: (hit: Hit) => void
}

/** Pages read at once; hits kept; ms of work between two pauses in which the window can answer. */
const CHUNK = 64
const MOST_HITS = 10_000
const SLICE = 10
/** Characters from which on folding a page and finding in it is felt, and it is worth a worker. */
const LONG = 100_000
/** ms after the last letter until the words are looked for. */
const TYPING = 120

const NOTHING: Omit<FindingState, 'query' | 'options'> = {
  hits: [],
  byPage: new Map(),
  current: -1,
  searched: 0,
  withoutText: 0,
  running: false,
  refused: false,
  cutOff: false,
}

const pause = (): Promise<void> => new Promise((go) => setTimeout(go, 0))

/** Finds words in the text in force on a document's pages. Texts are read once and kept folded while it is attached. */
export function createFinding({ stores, documentId, pageCount, examined, here, show }: FindingParts): Finding {
  const state = watchedValue<FindingState>({ ...NOTHING, query: '', options: { matchCase: false, wholeWords: false } })
  /** Texts by page, and their folding without case: enough to pass over the pages on which nothing can stand. Long ones are not folded here. */
  let texts = new Map<number, { readonly text: string; readonly small: string | null }>()
  let turn = 0
  /** Ends what a worker finds for the turn. */
  let apart = new AbortController()
  let typing: ReturnType<typeof setTimeout> | undefined

  const load = async (from: number, mine: number): Promise<void> => {
    const to = Math.min(from + CHUNK, pageCount) - 1
    if (texts.has(from) && texts.has(to)) return
    const kept = texts
    const read = await readTextsInWindow(stores, documentId, from, to)
    let began = performance.now()
    for (let page = from; page <= to; page += 1) {
      const text = read.get(page) ?? ''
      kept.set(page, { text, small: text.length >= LONG ? null : foldText(text).folded.toLowerCase() })
      if (performance.now() - began < SLICE) continue
      await pause()
      if (mine !== turn || kept !== texts) return
      began = performance.now()
    }
  }

  /** The hits on a page that was looked at, `most` of them. */
  const hitsOn = async (page: number, text: string, isLong: boolean, needle: Needle, most: number): Promise<readonly Hit[]> => {
    if (!isLong)
      return findInText(text, foldForFinding(text, needle.options), needle)
        .slice(0, most)
        .map((range) => ({ page, ...range }))
    const about = { documentId, query: needle.text, options: needle.options, most }
    return (await throughTexts(stores, 'find', about, [page], { signal: apart.signal })) ?? []
  }

  const run = async (needle: Needle, mine: number, first: Hit | null): Promise<void> => {
    if (!(await examined())) {
      if (mine === turn) state.set({ ...state.get(), ...NOTHING, refused: true })
      return
    }
    if (mine !== turn) return
    const origin = first?.page ?? here()
    const rough = needle.folding.folded.toLowerCase()
    const hits: Hit[] = []
    const byPage = new Map<number, readonly Hit[]>()
    let withoutText = 0
    let began = performance.now()
    let current = -1
    const say = (searched: number): void => {
      const running = searched < pageCount && hits.length < MOST_HITS
      // Meanwhile the researcher may have gone on to another hit; hits are only added, so its number stays.
      if (current !== -1) current = state.get().current
      const known = current
      if (current === -1)
        current = hits.findIndex((hit) =>
          first === null ? hit.page >= origin : hit.page > first.page || (hit.page === first.page && hit.start >= first.start),
        )
      if (current === -1 && !running && hits.length > 0) current = 0
      state.set({
        ...state.get(),
        refused: false,
        hits: [...hits],
        byPage: new Map(byPage),
        current,
        searched,
        withoutText,
        running,
        cutOff: hits.length >= MOST_HITS,
      })
      const hit = hits[current]
      if (known === -1 && hit !== undefined && first === null) show(hit)
    }
    for (let page = 0; page < pageCount && hits.length < MOST_HITS; page += 1) {
      if (page % CHUNK === 0) await load(page, mine)
      if (mine !== turn) return
      const known = texts.get(page)
      if (known === undefined || known.text.trim() === '') withoutText += 1
      else if (known.small === null || known.small.includes(rough)) {
        const found = await hitsOn(page, known.text, known.small === null, needle, MOST_HITS - hits.length)
        if (mine !== turn) return
        if (found.length > 0) byPage.set(page, found)
        hits.push(...found)
      }
      if (performance.now() - began < SLICE * 4) continue
      say(page + 1)
      await pause()
      if (mine !== turn) return
      began = performance.now()
    }
    say(pageCount)
  }

  const nextTurn = (): number => {
    apart.abort()
    apart = new AbortController()
    turn += 1
    return turn
  }
  const begin = (query: string, options: FindOptions, first: Hit | null): void => {
    const mine = nextTurn()
    const needle = needleOf(query, options)
    if (needle === null) return state.set({ ...NOTHING, query, options })
    // The hits before stay to be seen until the first of the new ones are known.
    state.set({ ...state.get(), query, options, running: true, searched: 0 })
    clearTimeout(typing)
    typing = setTimeout(() => void run(needle, mine, first), first === null ? TYPING : 0)
  }
  const choose = (index: number): void => {
    const hit = state.get().hits[index]
    if (hit === undefined) return
    state.set({ ...state.get(), current: index })
    show(hit)
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    look(query, options) {
      const { query: before, options: had } = state.get()
      if (query === before && options.matchCase === had.matchCase && options.wholeWords === had.wholeWords) return
      begin(query, options, null)
    },
    step(direction) {
      const { hits, current } = state.get()
      if (hits.length > 0) choose((current + direction + hits.length) % hits.length)
    },
    choose,
    clear: () => begin('', state.get().options, null),
    textOf: (page) => texts.get(page)?.text ?? '',
    attach() {
      let first = true
      // Whatever changes the text in force (a choice, a recognition, words held back) makes what was read here worthless.
      const watching = liveQuery(() =>
        Promise.all([
          ...(['recognitions', 'textChoices', 'proposalDecisions'] as const).map((table) =>
            stores.db.rows(table).where('documentId').equals(documentId).count(),
          ),
          stores.derived.rows('pageFindings').where('documentId').equals(documentId).count(),
        ]),
      ).subscribe(() => {
        if (first) return void (first = false)
        if (texts.size === 0) return
        texts = new Map()
        const { query, options, hits, current } = state.get()
        if (query !== '') begin(query, options, hits[current] ?? null)
      })
      return () => {
        watching.unsubscribe()
        clearTimeout(typing)
        nextTurn()
        texts = new Map()
      }
    },
  }
}
