import type { CitedRecord } from './cited-record'
import type { Pin } from './pins'
import type { Words } from './words'

/** How a profession cites. A style only orders and words what is known; it knows nothing of its own. */
export type CitationStyle = {
  readonly label: string
  /** The first citation of a record, which says all that is known of it. */
  readonly full: (record: CitedRecord, pins: readonly Pin[]) => Words
  /** A later citation of a record that was cited in full. */
  readonly short: (record: CitedRecord, pins: readonly Pin[]) => Words
}
