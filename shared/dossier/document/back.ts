import { AUTHOR_WORDS, TRIGGER_WORDS } from '../../documents/disclosure-standing'
import { BASIS_ROWS, BASIS_WORDS } from '../../sources/claims-by-channel'
import { basisNumber, countsAs, filledChannels } from '../channel-words'
import type { DossierTree, SourceNode } from '../dossier-tree'
import type { Block, Inline, PartBlock } from './blocks'
import { evidencePart } from './evidence'
import { BREAK, code, column, foreign, joined, listOrNone, numeric, paragraph, part, place, places, quiet, rowOf, tableOf } from './inline'

/** What could not be verified: passages that were not found again, files that are not whole. Always there, also where it is nothing. */
export function unverifiedPart(tree: DossierTree, hashes: boolean): PartBlock {
  const count = tree.unverified.length + tree.absentFiles.length
  const blocks: readonly Block[] =
    count === 0
      ? [paragraph('plain', 'Nothing: every linked passage was found, or is shown as a picture to be compared by eye.')]
      : [
          paragraph(
            'plain',
            'These passages are linked to claims, but the stored words were not found where they were marked. They are not cited as quotations with the claims.',
          ),
          ...tree.absentFiles.map((file) =>
            paragraph(
              'warning',
              foreign(file.name),
              `: the stored file is ${file.state === 'damaged' ? 'damaged: its bytes no longer have the SHA-256 that names it' : 'missing'}. `,
              code(file.sha256),
            ),
          ),
          ...tree.unverified.map((item): Block => {
            const evidence = evidencePart(item, hashes)
            return {
              ...evidence,
              heading: [`${item.number} · linked to `, place(item.claimNumber)],
              blocks: [
                ...(item.passages.length === 0 ? [paragraph('plain', 'The mark that this link names is no longer in the library.')] : []),
                ...evidence.blocks,
              ],
            }
          }),
        ]
  return part('unverified', `What could not be verified${count === 0 ? '' : ` (${count})`}`, ...blocks)
}

export const limitsPart = (tree: DossierTree): PartBlock => part('limits', 'Limits', listOrNone(tree.limits.map((limit) => [limit])))
export const questionsPart = (tree: DossierTree): PartBlock =>
  part(
    'questions',
    'Open questions',
    listOrNone(
      tree.openQuestions.map(({ text, status }) => [text, ...(status === '' ? [] : [quiet(` (${status})`)])]),
      true,
    ),
  )

/** The numbered sources, with what is not known of them. */
export const sourcesPart = (tree: DossierTree): PartBlock =>
  part(
    'sources',
    'Sources',
    tree.sources.length === 0
      ? paragraph('quiet', 'No source is listed.')
      : tableOf(
          null,
          [numeric('No.'), column('Source'), column('What is known of it'), column('Documents behind it'), column('Cited by')],
          tree.sources.map(sourceRow),
        ),
  )

const unknown = (value: string | null, what: string): string => value ?? `${what} unknown`

const sourceRow = (source: SourceNode): ReturnType<typeof rowOf> =>
  rowOf(
    `source-${source.number}`,
    [`[${source.number}]`],
    joined(
      [
        [unknown(source.title, 'title')],
        [
          quiet(
            `${unknown(source.author, 'author')}; ${unknown(source.publisher, 'publisher')}; ${unknown(source.date, 'date')}${source.url ? `; ${source.url}` : ''}`,
          ),
        ],
      ],
      BREAK,
    ),
    joined(
      [
        [source.known],
        source.toFind === '' ? [] : [quiet(`Still to be found: ${source.toFind}`)],
        source.channels.length === 0
          ? []
          : [
              quiet(
                `Came out by: ${source.channels.join(', ')}${source.channelConfidence === null ? '' : ` (inferred, confidence ${source.channelConfidence})`}`,
              ),
            ],
      ],
      BREAK,
    ),
    documentsOf(source),
    places(source.citedBy, 'none', ' '),
  )

function documentsOf({ documents, standing, why }: SourceNode): readonly Inline[] {
  if (documents.length === 0) return ['none']
  const names = joined(
    documents.map(({ exhibit, name }) => [`${exhibit ?? 'no exhibit'} `, foreign(name)]),
    '; ',
  )
  return [...names, BREAK, quiet(`${standing}${documents.length > 1 ? ` (${why})` : ''}`)]
}

const CHANNELS_MEAN =
  'Who put out what each claim rests on, and what set that off: by the disclosure events of documents, and where a cited source has no document, by its channels as inferred. It says where things came from, not whether a claim holds.'

/** Claims by channel; null where nothing is known of how anything came out. */
export function channelsPart({ channels }: DossierTree): PartBlock | null {
  if (channels === null) return null
  const basis = BASIS_ROWS.map((standing) => ({
    words: BASIS_WORDS[standing],
    claims: channels.basis.filter((each) => each.standing === standing),
  }))
  return part(
    'channels',
    'Claims by channel',
    paragraph('quiet', CHANNELS_MEAN),
    tableOf(
      null,
      [
        column('Put out by'),
        column('What set it off'),
        column('Counts as'),
        column('Claims, as recorded'),
        column('Claims, only inferred'),
      ],
      filledChannels(channels).map((cell) =>
        rowOf(
          null,
          [AUTHOR_WORDS[cell.author]],
          [TRIGGER_WORDS[cell.trigger]],
          [countsAs(cell)],
          places(cell.recorded, 'none', ' '),
          places(cell.inferred, 'none', ' '),
        ),
      ),
    ),
    tableOf(
      ['Each claim once, by what it rests on.'],
      [column('Rests'), numeric('Claims'), column('Which')],
      basis.map(({ words, claims }) =>
        rowOf(null, [words], [String(claims.length)], [claims.length === 0 ? 'none' : claims.map(basisNumber).join(', ')]),
      ),
    ),
  )
}
