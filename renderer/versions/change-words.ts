import { type Document, isTable } from '@shared/documents/document'
import type { ChangeKind, PageChange } from '@shared/versions/compare-pages'
import type { LikelyVersion } from './version-jobs'

/** How each kind of change is shown: a sign and words, so that colour says nothing alone. */
export const CHANGE_SIGNS: Readonly<Record<ChangeKind, { readonly sign: string; readonly words: string }>> = {
  released: { sign: '+', words: 'newly released' },
  withheld: { sign: '■', words: 'newly withheld' },
  gone: { sign: '−', words: 'gone' },
  changed: { sign: '≠', words: 'changed' },
  recoded: { sign: '§', words: 'withheld otherwise' },
}

/** What stood, or stands, where the words are or were. */
export function insteadWords({ kind, by }: PageChange): string {
  const what = by === 'code' ? 'a code' : by === 'box' ? 'a box' : 'nothing'
  if (kind === 'released') return `where the earlier version has ${what}`
  if (kind === 'withheld') return `where the later version has ${what}`
  if (kind === 'gone') return 'and nothing in their place'
  return ''
}

export const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** What a document is compared by: a row of a table counts as its page. */
export const unitOf = (document: Document): 'page' | 'row' => (isTable(document) ? 'row' : 'page')

/** Why two documents look like versions of each other: `a similar name, about 96 % of the words in common`. */
export const likelyWords = ({ sameName, agree }: Pick<LikelyVersion, 'sameName' | 'agree'>): string =>
  [...(sameName ? ['a similar name'] : []), ...(agree > 0 ? [`about ${Math.round(agree * 100)} % of the words in common`] : [])].join(', ')
