import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const OA = 'http://www.w3.org/ns/oa#'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'

const statements = readFileSync(fileURLToPath(import.meta.resolve('@vocabulary/oa/oa.nq')), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, subject, predicate, object] = /^<([^>]*)> <([^>]*)> <([^>]*)> /.exec(line) ?? []
    return subject === undefined || predicate === undefined || object === undefined ? [] : [{ subject, predicate, object }]
  })
const having = (predicate: string, object: string): ReadonlySet<string> =>
  new Set(statements.filter((each) => each.predicate === predicate && each.object === object).map(({ subject }) => subject))

/** What the vocabulary of Web Annotation declares (Web Annotation Ontology, W3C, version of 12 November 2016). */
export const OA_VOCABULARY = {
  namespace: OA,
  classes: having(`${RDF}type`, `${RDFS}Class`),
  properties: having(`${RDF}type`, `${RDF}Property`),
  motivations: having(`${RDF}type`, `${OA}Motivation`),
  /** The classes that a class is, itself first. */
  ancestry(name: string): readonly string[] {
    return [
      name,
      ...statements
        .filter(({ subject, predicate }) => subject === name && predicate === `${RDFS}subClassOf`)
        .flatMap(({ object }) => this.ancestry(object)),
    ]
  },
  /** The class whose members alone may have the property; null where the vocabulary leaves it open. */
  domain: (property: string): string | null =>
    statements.find(({ subject, predicate }) => subject === property && predicate === `${RDFS}domain`)?.object ?? null,
  range: (property: string): string | null =>
    statements.find(({ subject, predicate }) => subject === property && predicate === `${RDFS}range`)?.object ?? null,
}
