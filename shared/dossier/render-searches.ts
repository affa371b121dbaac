import { COULD_HAVE_HELD_WORDS, LOOKED_SIGN, NOT_FOUND_SIGN } from '../searches/search-words'
import type { PassageNode, SearchNode } from './dossier-tree'
import { html, type Html } from './html'
import { pageWords, STANDING_WORDS } from './words'

/** Recorded searches in every rendering: a relation of their own, with its sign, never with the weight of a document. */

const searchSign = (note: Pick<SearchNode, 'notFound'>): typeof NOT_FOUND_SIGN | typeof LOOKED_SIGN => (note.notFound ? NOT_FOUND_SIGN : LOOKED_SIGN)
export const SEARCH_MEANS = 'A recorded search says where somebody looked. It weighs less than a document, and only as much as the place could have held what was looked for.'

/** What a record says beyond where and for what, in sentences. */
const remarks = (note: SearchNode): readonly string[] => [
  ...(note.result === '' ? [] : [note.result]),
  ...(note.wouldHaveShown === '' ? [] : [`What would have shown it: ${note.wouldHaveShown}`]),
  COULD_HAVE_HELD_WORDS[note.couldHaveHeld],
  ...(note.expires === null ? [] : [note.expired ? `Expired on ${note.expires}: the place may have changed since.` : `It expires on ${note.expires}.`]),
  ...(note.documents.length === 0 ? [] : [`Documents searched: ${note.documents.map(({ name, exhibit, sha256 }) => `${name === '' ? sha256 : name}${exhibit === null ? '' : ` (${exhibit})`}`).join('; ')}.`]),
]

const letterWords = (passage: PassageNode, standing: keyof typeof STANDING_WORDS): string => `${passage.exhibit ?? 'No exhibit'}, ${passage.document}, ${pageWords(passage)}; ${STANDING_WORDS[standing]}; SHA-256 ${passage.documentSha256}`

export function searchHtml(note: SearchNode): Html {
  const { letter } = note
  return html`<div class="evidence"><p class="meta"><span class="sign" aria-hidden="true">${searchSign(note).shape}</span> ${searchSign(note).word}${note.date && ` · ${note.date}`}${note.by !== '' && ` · ${note.by}`}${note.expired && ` · expired on ${note.expires ?? ''}`}</p>
<p>Where: ${note.where}${note.version !== '' && `, ${note.version}`}. Words: ${note.words === '' ? 'not recorded' : `“${note.words}”`}. Hits: ${note.hits ?? 'not recorded'}.</p>
${letter !== null && (letter.passages.length === 0 ? html`<p class="warn">The mark that it rests on is no longer in the library.</p>` : letter.passages.map((passage) => html`${passage.quote !== '' && letter.standing !== 'unverified' && html`<blockquote dir="auto">${passage.corrected ?? passage.quote}</blockquote>`}<p class="cite">${letterWords(passage, letter.standing)}</p>`))}${remarks(note).map((words) => html`<p class="quiet">${words}</p>`)}</div>
`
}

/** @param t escapes a document's or the researcher's words for Markdown */
export const searchMarkdown = (note: SearchNode, t: (words: string) => string): string =>
  [
    `- ${searchSign(note).shape} **${searchSign(note).word}**${note.expired ? `, expired on ${note.expires ?? ''}` : ''}. Where: ${t(note.where)}${note.version === '' ? '' : `, ${t(note.version)}`}. Words: ${note.words === '' ? 'not recorded' : `“${t(note.words)}”`}. When: ${note.date ?? 'not recorded'}. By: ${note.by === '' ? 'not recorded' : t(note.by)}. Hits: ${note.hits ?? 'not recorded'}.`,
    ...(note.letter === null ? [] : note.letter.passages.length === 0 ? ['The mark that it rests on is no longer in the library.'] : note.letter.passages.map((passage) => `${note.letter?.standing === 'unverified' ? '' : `“${t(passage.corrected ?? passage.quote)}” `}(${t(letterWords(passage, note.letter?.standing ?? 'unverified'))}).`)),
    ...remarks(note).map(t),
  ].join(' ')

/** The rows of `searches.csv`: one a search. */
export const searchRows = (notes: readonly SearchNode[]): readonly (readonly (string | number | null)[])[] =>
  notes.map((note) => [
    note.claims.join('; '), searchSign(note).word, note.where, note.version, note.words, note.date, note.by, note.hits, note.result, note.wouldHaveShown, note.couldHaveHeld, note.expires, note.expired ? 'yes' : 'no',
    note.letter?.passages.map(({ quote }) => quote).join(' ') ?? null, note.letter?.passages[0]?.exhibit ?? null, note.letter?.passages[0]?.page ?? null, note.letter?.standing ?? null,
    note.documents.map(({ sha256 }) => sha256).join('; '),
  ])
