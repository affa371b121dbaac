import { z } from 'zod'
import { pageIndex } from '../units/pages'
import { type ForeignNote, type ForeignNotes, named, type NotePlace, type RefusedNote } from './foreign-note'
import { isMembers, number, words } from './loose'
import { plainText } from './plain-text'

const schema = z.object({
  id: z.union([z.number(), z.string()]).nullish().catch(null),
  title: words,
  content: words,
  page_number: z.int().min(0).max(1_000_000),
  x1: number,
  x2: number,
  y1: number,
  y2: number,
  access: words,
  user: z
    .union([z.number(), z.object({ name: words, username: words })])
    .nullish()
    .catch(null),
  created_at: words,
  updated_at: words,
})
type Item = z.infer<typeof schema>

/** Whether a piece of JSON is a note as DocumentCloud's API writes them. */
export const isDocumentCloud = (item: unknown): boolean =>
  isMembers(item) && typeof item['page_number'] === 'number' && ('content' in item || 'title' in item)

/** Reads notes of DocumentCloud: a rectangle in shares of the page as it is shown, or a note on the page. Their HTML is read as words. */
export function readDocumentCloud(items: readonly unknown[], document: string): ForeignNotes {
  const notes: ForeignNote[] = []
  const refused: RefusedNote[] = []
  for (const [at, value] of items.entries()) {
    const where = `note ${at + 1}`
    const item = schema.safeParse(value)
    if (item.success) notes.push(noteOf(where, item.data, document))
    else refused.push({ where, why: 'it is no note of DocumentCloud: it names no page' })
  }
  return { format: 'documentcloud', program: 'DocumentCloud', notes, replies: 0, refused }
}

function noteOf(where: string, item: Item, document: string): ForeignNote {
  const place = placeOf(item)
  return named(item.id === null || item.id === undefined ? '' : `documentcloud:${item.id}`, {
    where,
    kind: place === null ? 'page-note' : 'area',
    subtype: `${place === null ? 'page note' : 'note'}${item.access === '' ? '' : ` (${item.access})`}`,
    document: { sha256: null, name: document },
    author: typeof item.user === 'number' ? `DocumentCloud user ${item.user}` : item.user?.name || item.user?.username || '',
    date: item.updated_at || item.created_at,
    comment: [plainText(item.title), plainText(item.content)].filter(Boolean).join('\n\n'),
    tags: [],
    exemptionCodes: [],
    targets: [{ page: pageIndex(item.page_number), row: null, quote: null, ranges: [], place, typed: false }],
    own: false,
  })
}

/** The rectangle, cut to the page; null where it has no extent, which is how a note on a whole page is written. */
function placeOf({ x1, x2, y1, y2 }: Item): NotePlace | null {
  if (x1 === null || x2 === null || y1 === null || y2 === null) return null
  const share = (value: number): number => Math.min(1, Math.max(0, value))
  const [left, right, top, bottom] = [share(Math.min(x1, x2)), share(Math.max(x1, x2)), share(Math.min(y1, y2)), share(Math.max(y1, y2))]
  return right > left && bottom > top ? { in: 'shares', left, top, right, bottom } : null
}
