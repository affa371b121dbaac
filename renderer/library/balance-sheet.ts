import type { ImportItem, ImportResult } from '../import/import-queue'

/** What became of the files of an import. The numbers add up to `in` once nothing is under way. */
export type BalanceSheet = { readonly in: number; readonly underWay: number } & Readonly<Record<ImportResult['kind'], number>>

/** Counts the files of an import by what became of them. */
export function balanceOf(items: readonly ImportItem[]): BalanceSheet {
  const sheet = { in: items.length, underWay: 0, added: 0, duplicate: 0, kept: 0, refused: 0, cancelled: 0 }
  for (const item of items) sheet[item.result?.kind ?? 'underWay'] += 1
  return sheet
}

/** The kinds of result in the order of the sheet, with their words. */
export const RESULT_WORDS = {
  added: 'added',
  duplicate: 'already there',
  kept: 'kept, not readable',
  refused: 'refused',
  cancelled: 'cancelled',
} as const satisfies Readonly<Record<ImportResult['kind'], string>>

const STEP_WORDS = {
  waiting: 'waiting',
  hashing: 'taking its SHA-256',
  opening: 'opening',
  'reading-text': 'reading text',
  storing: 'storing',
  done: 'done',
} as const

/** Where a file stands, in words: `reading text, page 12 of 40`, or what became of it. */
export function wordsOf(item: ImportItem): string {
  const { result } = item
  const [page, pages] = item.media === 'pdf' ? ['page', 'pages'] : ['row', 'rows']
  if (result === null)
    return item.step === 'reading-text' && item.pages !== null
      ? `${STEP_WORDS[item.step]}, ${page} ${item.pages.done} of ${item.pages.of}`
      : STEP_WORDS[item.step]
  switch (result.kind) {
    case 'added':
      return `added: ${result.pages.toLocaleString('en-US')} ${result.pages === 1 ? page : pages}`
    case 'duplicate':
      return 'already there: the same bytes were imported before'
    case 'cancelled':
      return 'cancelled: nothing of it was kept'
    default:
      return `${result.problem.what} ${result.problem.remedy}`
  }
}
