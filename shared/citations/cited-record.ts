import { z } from 'zod'
import type { DisclosureEvent } from '../documents/disclosure-event'
import type { Document } from '../documents/document'
import { cslNameSchema, namesOf } from '../sources/reference-formats/csl'
import type { RecordKind } from '../sources/record-kind'
import type { Source } from '../sources/source'
import { factsOfItem, type SourceFact } from '../sources/source-facts'

/** An author: the name as it is written, and as an index has it, where it is known which part is the family's. */
type Name = { readonly whole: string; readonly inverted: string | null }

/** What a style is given to cite: what is known of a record, and nothing else. */
export type CitedRecord = {
  readonly kind: RecordKind | null
  readonly title: string | null
  readonly authors: readonly Name[]
  readonly publisher: string | null
  readonly date: string | null
  readonly url: string | null
  readonly facts: Readonly<Record<SourceFact, string | null>>
  /** The file in the library, where one stands behind it; `alone` where no other does. */
  readonly file: { readonly name: string; readonly sha256: string; readonly alone: boolean } | null
  /** Whether a source was written down for it. Where none was, nobody has looked for what is not known. */
  readonly described: boolean
}

/** A source as it is cited, by one of the documents behind it or by none. */
export function recordOfSource(source: Source, document: Pick<Document, 'id' | 'name'> | null): CitedRecord {
  const { kind, ...facts } = factsOfItem(source.csl ?? {})
  return {
    kind,
    title: source.title,
    authors: authorsOf(source),
    publisher: source.publisher,
    date: source.date,
    url: source.url,
    facts,
    described: true,
    file: document === null ? null : { name: document.name, sha256: document.id, alone: source.documentIds.length <= 1 },
  }
}

/**
 * A document as it is cited: by the first source that it stands behind, else by its name. What a release on request says (its number, its
 * day) is added where the source does not say it.
 */
export function recordOfDocument(
  document: Pick<Document, 'id' | 'name'>,
  sources: readonly Source[],
  events: readonly DisclosureEvent[],
): CitedRecord {
  const source = sources.filter(({ documentIds }) => documentIds.includes(document.id)).toSorted((a, b) => a.number - b.number)[0]
  const release = events
    .filter((event) => event.documentId === document.id && event.trigger === 'on-request' && event.reference.trim() !== '')
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))[0]
  const { facts, ...record } = source === undefined ? ofNoSource(document) : recordOfSource(source, document)
  if (release === undefined) return { ...record, facts }
  const same = facts.collection === null || facts.collection === release.reference.trim()
  return {
    ...record,
    facts: { ...facts, collection: facts.collection ?? release.reference.trim(), released: facts.released ?? (same ? release.date : null) },
  }
}

const ofNoSource = ({ id, name }: Pick<Document, 'id' | 'name'>): CitedRecord => {
  const { kind, ...facts } = factsOfItem({})
  return {
    kind,
    title: null,
    authors: [],
    publisher: null,
    date: null,
    url: null,
    facts,
    described: false,
    file: { name, sha256: id, alone: true },
  }
}

/** Names are turned round only where the item that they were read from says which part is the family's. */
function authorsOf({ author, csl = {} }: Pick<Source, 'author'> & { readonly csl?: Source['csl'] }): readonly Name[] {
  if (author === null || author.trim() === '') return []
  const wholes = author.split(/\s*;\s*/).filter((name) => name !== '')
  const names = namesOf(csl['author']) === author ? z.array(cslNameSchema).safeParse(csl['author']) : null
  const asRead = names?.success === true && names.data.length === wholes.length ? names.data : []
  return wholes.map((whole, at) => {
    const { family, given } = asRead[at] ?? {}
    return { whole, inverted: family === undefined || given === undefined ? null : `${family}, ${initialsOf(given)}` }
  })
}

/** `Jane van` as `J. V.`, `Anne-Marie` as `A.-M.`, `J. R.` as it stands. */
const initialsOf = (given: string): string =>
  given
    .trim()
    .split(/\s+/)
    .map((name) =>
      name
        .split('-')
        .map((part) => `${part.charAt(0).toUpperCase()}.`)
        .join('-'),
    )
    .join(' ')
