import { cite } from '../citations/cite'
import { type CitedRecord, recordOfDocument } from '../citations/cited-record'
import type { Pin } from '../citations/pins'
import { plainText } from '../citations/words'
import type { Document } from '../documents/document'
import { USUAL_SETTINGS } from './dossier-settings'
import type { PassageNode } from './dossier-tree'
import type { DossierSnapshot } from './snapshot'

type Reference = Pick<PassageNode, 'reference' | 'beside'>

/**
 * A passage's citation, in the style that its analysis is set to. Always in full, as parts can be put in another order and rows of a table read alone. Null in
 * the plain style where nothing is known of the document but its name, for the dossier shows that and the pages anyway.
 */
export function referenceOf(snapshot: DossierSnapshot, document: Document, pin: Pin): Reference {
  const style = (snapshot.records.analyses[0]?.dossier ?? USUAL_SETTINGS).citationStyle
  const record = recordIn(snapshot, document)
  const { title, date, publisher, url, authors, facts } = record
  const known = authors.length > 0 || [title, date, publisher, url, ...Object.values(facts)].some((fact) => fact !== null)
  if (style === 'plain' && !known) return { reference: null, beside: null }
  const words = (pins: readonly Pin[]): string => plainText(cite(style, record, pins))
  // The plain style has no stop of its own, as it is written within brackets elsewhere, and names the page in the dossier's own words.
  return style === 'plain' ? { reference: `${words([pin])}.`, beside: `${words([])}.` } : { reference: words([pin]), beside: words([pin]) }
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
