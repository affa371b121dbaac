import type { TextRange } from '@shared/annotations/segment'
import type { DocumentId } from '@shared/documents/document'
import { heldRangesOf } from '../redactions/held-ranges'
import type { Workbench } from '../workbench/workbench'

/** What is held back in documents, asked of each document once. */
export type HeldWords = {
  /** Whether a range of a page's embedded text touches one that is held back. */
  liesUnder(documentId: DocumentId, pageIndex: number, range: TextRange): Promise<boolean>
  /** Whether words say a whole stretch that is held back anywhere in the document. */
  isSaidIn(documentId: DocumentId, words: string): Promise<boolean>
}

type Held = { readonly ranges: ReadonlyMap<number, readonly TextRange[]>; readonly stretches: readonly string[] }

/** What is held back, read of each document once, when it is first asked about. */
export function heldWordsOf(stores: Pick<Workbench, 'db' | 'derived'>): HeldWords {
  const known = new Map<DocumentId, Promise<Held>>()
  const heldIn = (id: DocumentId): Promise<Held> => {
    const held = known.get(id) ?? readHeld(stores, id)
    known.set(id, held)
    return held
  }
  return {
    liesUnder: async (documentId, pageIndex, range) =>
      ((await heldIn(documentId)).ranges.get(pageIndex) ?? []).some(({ start, end }) => start < range.end && range.start < end),
    async isSaidIn(documentId, words) {
      const { stretches } = await heldIn(documentId)
      if (stretches.length === 0) return false
      const said = ` ${plain(words)} `
      return stretches.some((stretch) => said.includes(` ${stretch} `))
    },
  }
}

async function readHeld(stores: Pick<Workbench, 'db' | 'derived'>, id: DocumentId): Promise<Held> {
  const ranges = await heldRangesOf(stores, id, 0, Number.MAX_SAFE_INTEGER)
  const stretches = new Set<string>()
  for (const [page, held] of ranges) {
    if (held.length === 0) continue
    const text = (await stores.db.pageTexts.get([id, page as never]))?.text ?? ''
    for (const { start, end } of held) stretches.add(plain(text.slice(start, end)))
  }
  return { ranges, stretches: [...stretches].filter((stretch) => stretch.length > 1) }
}

/** Words as they are compared: letters and digits, in small letters, one space between. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
