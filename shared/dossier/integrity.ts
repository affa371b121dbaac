import type { DossierTree } from './dossier-tree'
import { keptLogPath } from './snapshot'
import { counted, VERIFIED_MEANS } from './words'

/** How the dossier was made and what can be checked in it, in paragraphs that every rendering shows. */
export const integrityWords = (tree: DossierTree): readonly string[] => [
  VERIFIED_MEANS,
  'Each document is addressed by the SHA-256 of its bytes, and was read again when this dossier was composed. Passages whose words were not found again are not cited: they are listed under “What could not be verified”. Words typed from a picture, or recognised in one, cannot be verified this way; they stand beside the picture.',
  `Every change to the records is one entry of a custody log, and each entry carries the SHA-256 of the one before. This dossier rests on ${counted(tree.custody.entries, 'entry', 'entries')}. Whoever holds the log could write all of it anew; a reader to whom the head below was given earlier by another way can tell.`,
  ...(tree.keptLogs.length === 0 ? [] : [`It was also worked on elsewhere: ${tree.keptLogs.length === 1 ? 'the custody log of a bundle that was taken up goes' : `the custody logs of ${tree.keptLogs.length} bundles that were taken up go`} along, ${tree.keptLogs.map(({ entries, head }, at) => `${keptLogPath(at + 1)} with ${counted(entries, 'entry', 'entries')} up to the head ${head}`).join('; ')}.`]),
  'Claims, relations, judgements and notes are the researcher’s. Counts of passages are given for orientation and are never added up to a verdict. Names of files are labels only.',
]
