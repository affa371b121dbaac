import { z } from 'zod'
import { pageIndex } from '../units/pages'
import { type ForeignNote, type ForeignNotes, named, type NoteTarget, type RefusedNote, withAnswers } from './foreign-note'
import { firstWords, isMembers, listOf, tags, words } from './loose'

const schema = z.object({
  id: words,
  uri: words,
  text: words,
  tags,
  user: words,
  created: words,
  updated: words,
  references: z.array(z.string()).nullish().catch(null),
  user_info: z.object({ display_name: words }).nullish().catch(null),
  document: z.object({ title: firstWords, filename: words }).nullish().catch(null),
  target: z
    .array(z.object({ source: words, selector: z.array(z.unknown()).nullish().catch(null) }))
    .min(1)
    .nullish()
    .catch(null),
})
type Item = z.infer<typeof schema>

const selectorSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('TextQuoteSelector'), exact: z.string().max(100_000), prefix: words, suffix: words }),
  z.object({ type: z.literal('PageSelector'), index: z.int().min(0).max(1_000_000) }),
])

/** Whether a piece of JSON is what Hypothesis's API or its client's export writes. */
export const isHypothesis = (item: unknown): boolean => isMembers(item) && typeof item['uri'] === 'string' && Array.isArray(item['target'])

/** Reads notes of Hypothesis. Its offsets count the text of another reader, so a quotation is found by its words, on the page that is named if one is. */
export function readHypothesis(items: readonly unknown[]): ForeignNotes {
  const refused: RefusedNote[] = []
  const read = items.flatMap((value, at): readonly { readonly where: string; readonly item: Item }[] => {
    const where = `annotation ${at + 1}`
    const item = schema.safeParse(value)
    if (!item.success || !isHypothesis(value)) {
      refused.push({ where, why: 'it is no annotation of Hypothesis: it names no page that it is about' })
      return []
    }
    return [{ where, item: item.data }]
  })
  const known = new Set(read.map(({ item }) => item.id).filter((id) => id !== ''))
  /** Notes that answer nothing of the file: what answers in a circle is a note of its own. */
  const threads = new Set(
    read.flatMap(({ item }) => ((item.references ?? []).some((id) => known.has(id) && id !== item.id) ? [] : [item.id])),
  )
  const rootOf = ({ id, references }: Item): string | undefined =>
    (references ?? []).find((answered) => answered !== id && threads.has(answered))
  const answers = new Map<string, { readonly author: string; readonly comment: string }[]>()
  for (const { item } of read) {
    const root = rootOf(item)
    if (root !== undefined) answers.set(root, [...(answers.get(root) ?? []), { author: authorOf(item), comment: item.text }])
  }
  const roots = read.filter(({ item }) => rootOf(item) === undefined)
  return {
    format: 'hypothesis',
    program: 'Hypothesis',
    notes: roots.map(({ where, item }) => noteOf(where, item, answers.get(item.id) ?? [])),
    replies: read.length - roots.length,
    refused,
  }
}

function noteOf(where: string, item: Item, answers: readonly { readonly author: string; readonly comment: string }[]): ForeignNote {
  const [target] = item.target ?? []
  const place = targetOf(target?.selector ?? [])
  return named(item.id === '' ? '' : `hypothesis:${item.id}`, {
    where,
    kind: place.quote === null ? 'page-note' : 'highlight',
    subtype: place.quote === null ? ((item.references ?? []).length > 0 ? 'reply' : 'page note') : 'annotation',
    document: { sha256: null, name: item.document?.filename || item.document?.title || item.uri },
    author: authorOf(item),
    date: item.updated || item.created,
    comment: withAnswers(item.text, answers),
    tags: item.tags,
    exemptionCodes: [],
    targets: [place],
    own: false,
  })
}

function targetOf(selectors: readonly unknown[]): NoteTarget {
  const known = listOf(selectors).flatMap((each) => selectorSchema.safeParse(each).data ?? [])
  const quote = known.find((each) => each.type === 'TextQuoteSelector')
  const page = known.find((each) => each.type === 'PageSelector')
  return {
    page: page === undefined ? null : pageIndex(page.index),
    row: null,
    quote: quote === undefined || quote.exact.trim() === '' ? null : { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
    ranges: [],
    place: null,
    typed: false,
  }
}

/** `acct:ann@hypothes.is` is Ann's account there. */
const authorOf = ({ user, user_info }: Item): string => user_info?.display_name || user.replace(/^acct:/, '')
