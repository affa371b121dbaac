import type { DossierTree, ExhibitNode } from '../dossier-tree'
import { counted, keptOutSentence, versionSentence } from '../words'
import type { Inline, PartBlock } from './blocks'
import {
  BREAK,
  code,
  column,
  foreign,
  intoExhibit,
  joined,
  narrow,
  numeric,
  paragraph,
  part,
  place,
  quiet,
  rowOf,
  strong,
  tableOf,
} from './inline'

/** Where a dossier has what an exhibit is used for besides claims. */
const USE_PLACES: ReadonlyMap<string, string> = new Map([
  ['purchases', 'purchases'],
  ['chronology', 'chronology'],
  ['a recorded search', 'searches'],
  ['the parity matrix', 'parity'],
])

/** The exhibits, each with its SHA-256. */
export function exhibitsPart({ exhibits }: DossierTree): PartBlock {
  if (exhibits.length === 0) return part('exhibits', 'Exhibits', paragraph('quiet', 'No document is cited.'))
  const keptOut = exhibits.some((exhibit) => exhibit.keptOut !== null)
  const caption = `The SHA-256 of an exhibit tells whether a copy is the file that was read. In the bundle each exhibit lies beside the dossier, its bytes untouched${keptOut ? ', unless it says otherwise' : ''}.`
  return part(
    'exhibits',
    'Exhibits',
    tableOf(
      [caption],
      [narrow('No.'), column('Document'), numeric('Pages or rows'), numeric('Bytes'), column('Bears on')],
      exhibits.map(exhibitRow),
    ),
  )
}

const exhibitRow = (exhibit: ExhibitNode): ReturnType<typeof rowOf> =>
  rowOf(
    exhibit.number,
    [intoExhibit(exhibit.keptOut === null ? exhibit.path : null, exhibit.number)],
    joined(
      [
        [foreign(exhibit.name)],
        [quiet('SHA-256 '), code(exhibit.sha256)],
        exhibit.keptOut === null ? [] : [strong(keptOutSentence(exhibit.keptOut))],
        exhibit.version === null ? [] : [quiet(versionSentence(exhibit.version))],
        exhibit.copyingDiscouraged ? [quiet('The PDF asks readers not to copy its text; it is quoted here all the same.')] : [],
        [quiet(exhibit.whyDisclosure)],
        ...exhibit.disclosures.map((event) => [quiet(disclosureWords(event))]),
      ],
      BREAK,
    ),
    joined(
      [
        [exhibit.pages.toLocaleString('en-US')],
        exhibit.pagesImageOnly === 0 ? [] : [quiet(`${counted(exhibit.pagesImageOnly, 'page')} without text`)],
      ],
      BREAK,
    ),
    [exhibit.bytes.toLocaleString('en-US')],
    bearsOn(exhibit),
  )

const disclosureWords = (event: ExhibitNode['disclosures'][number]): string =>
  `${event.disclosed ? 'Disclosed' : 'Discovered'}: ${event.author.replaceAll('-', ' ')}, ${event.trigger.replaceAll('-', ' ')}${event.date === null ? '' : `, ${event.date}`}${event.obtainedBy === '' ? '' : `; obtained by ${event.obtainedBy}`}${event.reference === '' ? '' : `; ${event.reference}`}${event.note === '' ? '' : `. ${event.note}`}`

function bearsOn({ claims, uses }: ExhibitNode): readonly Inline[] {
  if (claims.length + uses.length === 0) return ['behind a source']
  const useOf = (use: string): Inline => {
    const id = USE_PLACES.get(use)
    return id === undefined ? use : place(id, use)
  }
  return joined([...claims.map((number) => [place(number)]), ...uses.map((use) => [useOf(use)])], ' ')
}
