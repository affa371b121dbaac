import { cite } from '../citations/cite'
import { type CitedRecord, recordOfDocument } from '../citations/cited-record'
import type { Pin } from '../citations/pins'
import { plainText } from '../citations/words'
import type { Document } from '../documents/document'
import { USUAL_SETTINGS } from './dossier-settings'
import type { DossierSnapshot } from './snapshot'

/**
 * A passage's citation, in the style that its analysis is set to. Always in full, as parts can be put in another order and rows of a table read alone. Null in
 * the plain style where nothing is known of the document but its name, for the dossier shows that and the pages anyway.
 */
export function referenceOf(snapshot: DossierSnapshot, document: Document, pin: Pin): string | null {
  const style = (snapshot.records.analyses[0]?.dossier ?? USUAL_SETTINGS).citationStyle
  const record = recordIn(snapshot, document)
  const { title, date, publisher, url, authors, facts } = record
  const known = authors.length > 0 || [title, date, publisher, url, ...Object.values(facts)].some((fact) => fact !== null)
  if (style === 'plain' && !known) return null
  const words = plainText(cite(style, record, [pin]))
  // The plain style has no stop of its own, as it is written within brackets elsewhere.
  return style === 'plain' ? `${words}.` : words
}

/** What is known of each document of a snapshot: gathered once, however many of its passages are cited. */
const gathered = new WeakMap<DossierSnapshot, Map<string, CitedRecord>>()

function recordIn(snapshot: DossierSnapshot, document: Document): CitedRecord {
  const known = gathered.get(snapshot) ?? new Map<string, CitedRecord>()
  gathered.set(snapshot, known)
  const record = known.get(document.id) ?? recordOfDocument(document, snapshot.records.sources, snapshot.records.disclosureEvents)
  known.set(document.id, record)
  return record
}
