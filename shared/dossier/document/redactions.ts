import type { DossierTree } from '../dossier-tree'
import { momentWords } from '../words'
import type { PartBlock } from './blocks'
import { column, foreign, narrow, numeric, paragraph, part, quiet, rowOf, tableOf } from './inline'

const MEANS =
  'What is blacked out or left blank in the cited documents, as far as a person has confirmed or drawn it: the code that is printed there and the share of the page that is withheld. What a program has only proposed does not stand here, and no words under a redaction are given.'

/** The log of redactions in the cited documents; null where none is confirmed. */
export function redactionsPart({ redactions }: DossierTree): PartBlock | null {
  if (redactions.length === 0) return null
  const row = (line: DossierTree['redactions'][number]): ReturnType<typeof rowOf> =>
    rowOf(
      null,
      [line.exhibit ?? foreign(line.document)],
      [line.page],
      [line.codes.length === 0 ? 'no code' : line.codes.join(', ')],
      [String(line.count)],
      [`${(line.share * 100).toFixed(1)} %`],
      [`${line.state} by ${line.by} `, quiet(momentWords(line.at))],
    )
  return part(
    'redactions',
    'Redactions in the cited documents',
    paragraph('quiet', MEANS),
    tableOf(
      null,
      [narrow('Exhibit'), column('Page'), column('Code'), numeric('Number'), numeric('Share of the page'), column('Who confirmed it')],
      redactions.map(row),
    ),
  )
}
