import { readFileSync } from 'node:fs'
import jsonld, { type NodeObject } from 'jsonld'
import { z } from 'zod'
import { WEB_ANNOTATION_CONTEXT } from './web-annotation-context'

/** Where a document lies while it is read: what is relative in it is resolved against this. */
export const BASE = 'https://bundle.invalid/data/'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const TYPE = `${RDF}type`
export const JSON_LITERAL = `${RDF}JSON`

const document = z.custom<NodeObject>((value) => z.record(z.string(), z.json()).safeParse(value).success)
const published = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../published/${name}`, import.meta.url), 'utf8'))
const CONTEXTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['https://w3id.org/ro/crate/1.2/context', published('ro-crate-1.2.context.json')],
  ['http://www.w3.org/ns/csvw', published('csvw.context.json')],
  ['http://www.w3.org/ns/anno.jsonld', WEB_ANNOTATION_CONTEXT],
])

const term = z.object({
  termType: z.enum(['NamedNode', 'BlankNode', 'Literal']),
  value: z.string(),
  datatype: z.object({ value: z.string() }).optional(),
})
const triples = z.array(z.object({ subject: term, predicate: term, object: term }))
const refusal = z.object({
  message: z.string(),
  details: z
    .object({ event: z.object({ code: z.string(), details: z.unknown() }) })
    .partial()
    .optional(),
})

export type Triple = z.infer<typeof triples>[number]

/** A JSON-LD document as statements. */
export interface Graph {
  readonly triples: readonly Triple[]
  /** The nodes that have a type, by its IRI. */
  ofType(type: string): readonly string[]
  /** What a node has under a predicate. */
  of(subject: string, predicate: string): readonly Triple['object'][]
}

/**
 * The statements of a JSON-LD document as jsonld.js reads it with the published contexts and nothing from a network. In its safe mode whatever would be
 * dropped on the way, a member that the context does not know for one, is an error: it comes back as words.
 */
export async function readLinkedData(text: string): Promise<Graph | { readonly refused: string }> {
  const options = {
    base: BASE,
    safe: true,
    documentLoader: async (url: string) => {
      const context = CONTEXTS.get(url)
      if (context === undefined) throw new Error(`${url} is none of the published contexts`)
      return { documentUrl: url, document: document.parse(context) }
    },
  }
  try {
    return graphOf(triples.parse(await jsonld.toRDF(document.parse(JSON.parse(text)), options)))
  } catch (error) {
    const { message, details } = refusal.parse(error)
    return { refused: details?.event === undefined ? message : `${details.event.code}: ${JSON.stringify(details.event.details)}` }
  }
}

export function graphOf(statements: readonly Triple[]): Graph {
  return {
    triples: statements,
    ofType: (type) =>
      statements.filter(({ predicate, object }) => predicate.value === TYPE && object.value === type).map(({ subject }) => subject.value),
    of: (subject, predicate) =>
      statements.filter((each) => each.subject.value === subject && each.predicate.value === predicate).map(({ object }) => object),
  }
}
