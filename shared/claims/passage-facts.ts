import { type Annotation, stateOf } from '../annotations/annotation'
import type { DisclosureEvent } from '../documents/disclosure-event'
import { isNoRecordsLetter } from './absence'
import { passageRead } from './check-fingerprint'
import type { PassageFacts } from './ledger'

/** A way by which a document came out, in words: "agency, on request". */
export const channelWords = ({ author, trigger }: Pick<DisclosureEvent, 'author' | 'trigger'>): string =>
  `${author.replaceAll('-', ' ')}, ${trigger.replaceAll('-', ' ')}`

/**
 * What weighing needs of a marked passage. A mark of which a part was read from a picture counts as read from a picture.
 * @param disclosures how its document came out, as far as that is recorded
 */
export const passageFactsOf = (
  annotation: Annotation,
  disclosures: readonly Pick<DisclosureEvent, 'author' | 'trigger'>[],
): PassageFacts => ({
  documentId: annotation.documentId,
  state: stateOf(annotation),
  confirmed: annotation.confirmed !== null,
  origin: annotation.segments.find((segment) => segment.textOrigin !== 'embedded')?.textOrigin ?? 'embedded',
  channels: [...new Set(disclosures.map(channelWords))],
  noRecords: isNoRecordsLetter(annotation),
  read: passageRead(annotation),
})
