import type { FindingState } from '../../finding'

const count = (number: number, one: string, many: string): string => `${number.toLocaleString('en')} ${number === 1 ? one : many}`

/** "3 of 41 hits on 12 pages. 2 pages hold no text and could not be searched." */
export function findingInWords(
  { query, hits, byPage, current, searched, withoutText, running, refused, cutOff }: FindingState,
  pageCount: number,
): string {
  if (query.trim() === '') return ''
  if (refused) return 'The pages could not be looked at for words left under redactions, so nothing is searched.'
  if (running && searched === 0 && hits.length === 0) return 'Looking…'
  const found =
    hits.length === 0
      ? running
        ? 'Looking…'
        : 'Nothing found.'
      : `${current >= 0 ? `${current + 1} of ` : ''}${cutOff ? 'the first ' : ''}${count(hits.length, 'hit', 'hits')} on ${count(byPage.size, 'page', 'pages')}.`
  if (running) return `${found} ${searched.toLocaleString('en')} of ${count(pageCount, 'page', 'pages')} looked through…`
  return withoutText === 0 ? found : `${found} ${count(withoutText, 'page holds', 'pages hold')} no text and could not be searched.`
}
