import type { DossierTree } from '../dossier-tree'
import { keptLogPath } from '../snapshot'
import { counted, momentWords, VERIFIED_MEANS } from '../words'
import type { PartBlock } from './blocks'
import { code, foreign, paragraph, paragraphs, part } from './inline'

/** How the dossier was made and what can be checked in it. */
export const methodPart = (tree: DossierTree): PartBlock =>
  part(
    'method',
    'Method and integrity',
    ...(tree.method.trim() === ''
      ? [paragraph('quiet', 'How the documents were chosen and read has not been written down.')]
      : paragraphs('plain', tree.method)),
    paragraph('plain', VERIFIED_MEANS),
    paragraph(
      'plain',
      'Each document is addressed by the SHA-256 of its bytes, and was read again when this dossier was composed. Passages whose words were not found again are not cited: they are listed under “What could not be verified”. Words typed from a picture, or recognised in one, cannot be verified this way; they stand beside the picture.',
    ),
    paragraph(
      'plain',
      'A picture of a passage is drawn from the same bytes, at the place where its words stand. A PDF can hold other words than it shows. Where the page was also recognised by a program, it is said under the picture whether text and picture agree; elsewhere nothing but the eye has compared the two.',
    ),
    paragraph(
      'plain',
      'Words in square brackets inside a quotation are not the document’s: they are a researcher’s correction of a misread letter, or stand where the page is blacked out. The words as they were read are given beside them.',
    ),
    paragraph(
      'plain',
      'Claims, relations, judgements and notes are the researcher’s. Counts of passages are given for orientation and are never added up to a verdict. Names of files are labels only.',
    ),
    {
      kind: 'facts',
      facts: [
        { term: ['Text read by'], content: [tree.extractors.length === 0 ? 'no program' : tree.extractors.join(', ')] },
        { term: ['Composed by'], content: [`Vouch ${tree.vouch}, form ${tree.composer}`] },
      ],
    },
  )

/** What the custody log holds and how it is held against what was given earlier. */
export const custodyPart = ({ custody, keptLogs, timeStamps }: DossierTree): PartBlock =>
  part(
    'custody',
    'Custody',
    paragraph(
      'plain',
      `Every change to the records is one entry of a custody log, and each entry carries the SHA-256 of the one before. This dossier rests on ${counted(custody.entries, 'entry', 'entries')}. Whoever holds the log could write all of it anew; a reader to whom the head below was given earlier by another way can tell.`,
    ),
    ...(keptLogs.length === 0
      ? []
      : [
          paragraph(
            'plain',
            `It was also worked on elsewhere: ${keptLogs.length === 1 ? 'the custody log of a bundle that was taken up goes' : `the custody logs of ${keptLogs.length} bundles that were taken up go`} along.`,
          ),
        ]),
    ...(timeStamps.length === 0
      ? []
      : [
          paragraph(
            'plain',
            `${counted(timeStamps.length, 'time stamp')} (RFC 3161) of the log ${timeStamps.length === 1 ? 'is' : 'are'} named below. A time stamp says that what it covers existed at its moment, by the clock of whoever stamped.`,
          ),
        ]),
    {
      kind: 'facts',
      facts: [
        { term: ['State of the records'], content: [momentWords(custody.at)] },
        { term: ['Custody entries'], content: [`${custody.entries.toLocaleString('en-US')}, since ${momentWords(custody.firstAt)}`] },
        {
          term: ['Made by'],
          content: [
            custody.actors
              .map(({ name, entries }) => `${name === '' ? 'somebody without a name' : name} (${entries.toLocaleString('en-US')})`)
              .join(', '),
          ],
        },
        { term: ['Custody head'], content: [code(custody.head)] },
        ...keptLogs.map(({ entries, head }, at) => ({
          term: [keptLogPath(at + 1)],
          content: [`${counted(entries, 'entry', 'entries')} up to the head `, code(head)],
        })),
        ...timeStamps.map(({ path, words }) => ({ term: [path], content: [foreign(words)] })),
      ],
    },
  )

/** The last line: what composed the dossier, from which state, and what a verified quotation means. */
export const closingWords = (tree: DossierTree): string =>
  `Composed by Vouch ${tree.vouch} from the state of ${momentWords(tree.custody.at)}. “Quotation verified” says that the words stand on the page or in the cell, not that the claim is true.`
