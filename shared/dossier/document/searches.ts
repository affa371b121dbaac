import { COULD_HAVE_HELD_WORDS, LOOKED_SIGN, NOT_FOUND_SIGN } from '../../searches/search-words'
import type { DossierTree, SearchNode } from '../dossier-tree'
import { allSearches } from '../searches-of'
import type { Block, Inline, PartBlock } from './blocks'
import { passageBlocks } from './evidence'
import { heading, joined, paragraph, part, place, places, plainSign, strong } from './inline'

/** Recorded searches: a relation of their own, with its sign, never with the weight of a document. */

/** The sign of a search: that it found nothing, or only that somebody looked. */
export const searchSign = ({ notFound }: Pick<SearchNode, 'notFound'>): typeof NOT_FOUND_SIGN | typeof LOOKED_SIGN =>
  notFound ? NOT_FOUND_SIGN : LOOKED_SIGN
const SEARCH_MEANS =
  'A recorded search says where somebody looked. It weighs less than a document, and only as much as the place could have held what was looked for.'

/** `S1`: numbers of the searches, in the order in which the dossier comes to them. */
export type SearchNumbers = ReadonlyMap<string, string>
export const searchNumbers = (tree: DossierTree): SearchNumbers => new Map(allSearches(tree).map(({ id }, at) => [id, `S${at + 1}`]))

/** Where, for what, and with how many hits. */
const whereWords = (note: SearchNode): string =>
  `Where: ${note.where}${note.version === '' ? '' : `, ${note.version}`}. Words: ${note.words === '' ? 'not recorded' : /^[“"]/.test(note.words) ? note.words : `“${note.words}”`}. Hits: ${note.hits ?? 'not recorded'}.`
const expiryWords = (note: SearchNode): string =>
  note.expires === null
    ? ''
    : note.expired
      ? `Expired on ${note.expires}: the place may have changed since.`
      : `It expires on ${note.expires}.`

/** All recorded searches: first those that found nothing. Null where there is none. */
export function searchesPart(tree: DossierTree, numbers: SearchNumbers, hashes: boolean): PartBlock | null {
  const all = allSearches(tree)
  if (all.length === 0) return null
  const group = (title: string, notes: readonly SearchNode[]): readonly Block[] =>
    notes.length === 0 ? [] : [heading(title), ...notes.map((note) => searchPart(note, numbers.get(note.id) ?? '', hashes))]
  return part(
    'searches',
    'Recorded searches',
    paragraph('quiet', SEARCH_MEANS),
    ...group(
      'Looked and not found',
      all.filter(({ notFound }) => notFound),
    ),
    ...group(
      'Looked, with hits',
      all.filter(({ notFound }) => !notFound),
    ),
  )
}

function searchPart(note: SearchNode, number: string, hashes: boolean): PartBlock {
  const sign = searchSign(note)
  const facts = [number, sign.word, note.date ?? '', note.by, note.expired ? `expired on ${note.expires ?? ''}` : ''].filter(
    (fact) => fact !== '',
  )
  return {
    kind: 'part',
    id: number,
    role: 'search',
    heading: null,
    overline: [plainSign(sign.shape), ` ${facts.join(' · ')}`],
    relation: null,
    bare: false,
    blocks: [
      paragraph('plain', whereWords(note)),
      ...letterBlocks(note, number, hashes),
      ...remarks(note).map((words) => paragraph('quiet', ...words)),
    ],
  }
}

/** The passage that says itself that nothing was found; one that could not be verified is named without being quoted. */
function letterBlocks({ letter }: SearchNode, number: string, hashes: boolean): readonly Block[] {
  if (letter === null) return []
  if (letter.passages.length === 0) return [paragraph('warning', 'The mark that it rests on is no longer in the library.')]
  if (letter.standing === 'unverified')
    return [
      paragraph(
        'warning',
        `It rests on a passage of ${letter.passages.map(({ document }) => document).join(', ')} that could not be verified.`,
      ),
    ]
  return passageBlocks(letter.passages, { number, standing: letter.standing, annotationId: null, hashes })
}

/** What a record says beyond where and for what. */
const remarks = (note: SearchNode): readonly (readonly Inline[])[] => [
  ...(note.result === '' ? [] : [[note.result]]),
  ...(note.wouldHaveShown === '' ? [] : [[`What would have shown it: ${note.wouldHaveShown}`]]),
  [COULD_HAVE_HELD_WORDS[note.couldHaveHeld]],
  ...(note.expires === null ? [] : [[expiryWords(note)]]),
  ...(note.documents.length === 0
    ? []
    : [
        [
          `Documents searched: ${note.documents.map(({ name, exhibit, sha256 }) => `${name === '' ? sha256 : name}${exhibit === null ? '' : ` (${exhibit})`}`).join('; ')}.`,
        ],
      ]),
  ...(note.claims.length === 0 ? [] : [['Bears on ', ...places(note.claims, 'no claim'), '.']]),
]

/** The searches that bear on a claim, each in short; the whole record stands with the recorded searches. */
export function searchesOfClaim(notes: readonly SearchNode[], numbers: SearchNumbers): readonly Block[] {
  if (notes.length === 0) return []
  const short = (note: SearchNode): Block => {
    const more = [note.result, COULD_HAVE_HELD_WORDS[note.couldHaveHeld], expiryWords(note)].filter((words) => words !== '').join(' ')
    return paragraph(
      'plain',
      ...joined([[place(numbers.get(note.id) ?? '')], [strong(searchSign(note).word)], [note.date ?? ''], [note.by]], ' · '),
      `. ${whereWords(note)} ${more}`,
    )
  }
  return [
    heading(
      plainSign(NOT_FOUND_SIGN.shape),
      ` ${notes.every(({ notFound }) => notFound) ? 'Looked and not found' : 'Looked, and not found or found otherwise'}`,
    ),
    ...notes.map(short),
  ]
}
