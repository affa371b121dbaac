import { BASE, type Graph, JSON_LITERAL, readLinkedData, TYPE } from './linked-data'
import { OA_VOCABULARY } from './oa-vocabulary'

const OA = OA_VOCABULARY.namespace
const AS = 'http://www.w3.org/ns/activitystreams#'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const DCTERMS = 'http://purl.org/dc/terms/'
const OWN = 'urn:vouch:'
/** Of the vocabularies that the Recommendation takes terms from, and our own. */
const NAMESPACES = [
  OA,
  AS,
  RDF,
  DCTERMS,
  OWN,
  'http://www.w3.org/2000/01/rdf-schema#',
  'http://purl.org/dc/elements/1.1/',
  'http://xmlns.com/foaf/0.1/',
  'http://schema.org/',
]
/** Members of ours that have a structure, which JSON-LD would take apart if they were no JSON literals. */
const STRUCTURES = [`${OWN}quads`, `${OWN}ranges`, `${OWN}cell`]
const isIri = (value: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value)
const isMoment = (value: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value)

/**
 * The rules (MUST) of the Web Annotation Data Model, W3C Recommendation of 23 February 2017, for a page of annotations, asked of the statements that it
 * makes; and its vocabulary, as published. Empty where they hold.
 */
export async function brokenAnnotationRules(text: string): Promise<readonly string[]> {
  const graph = await readLinkedData(text)
  return 'refused' in graph ? [graph.refused] : [...outsideTheVocabulary(graph), ...outsideTheModel(graph)]
}

/** What the vocabulary does not declare, or declares for other things. */
function outsideTheVocabulary({ triples, of }: Graph): readonly string[] {
  const broken: string[] = []
  const rule = (holds: boolean, words: string): void => void (holds ? null : broken.push(words))
  const kinds = (node: string): readonly string[] => of(node, TYPE).flatMap(({ value }) => OA_VOCABULARY.ancestry(value))
  for (const {
    subject,
    predicate: { value: property },
    object,
  } of triples) {
    rule(
      NAMESPACES.some((namespace) => property.startsWith(namespace)),
      `the prefix of ${property} is declared`,
    )
    // A type that the context does not know is taken for an address beside the document.
    if (property === TYPE)
      rule(
        object.value.startsWith(OA)
          ? OA_VOCABULARY.classes.has(object.value)
          : NAMESPACES.some((namespace) => object.value.startsWith(namespace)),
        `${object.value} is a class of the vocabulary`,
      )
    if (STRUCTURES.includes(property)) rule(object.datatype?.value === JSON_LITERAL, `${property} has a structure, and is declared as JSON`)
    if (!property.startsWith(OA)) continue
    rule(OA_VOCABULARY.properties.has(property), `${property} is a property of the vocabulary`)
    const [domain, range] = [OA_VOCABULARY.domain(property), OA_VOCABULARY.range(property)]
    if (domain !== null) rule(kinds(subject.value).includes(domain), `${property} stands at a ${domain}`)
    if (range === `${OA}Motivation`) rule(OA_VOCABULARY.motivations.has(object.value), `${object.value} is a motivation`)
    else if (range !== null)
      rule(object.datatype?.value === range || kinds(object.value).includes(range), `${property} leads to a ${range}`)
  }
  return broken
}

/** What the model forbids beyond its vocabulary: how many there may be of a thing, and what has to have an address. */
function outsideTheModel({ triples, of, ofType }: Graph): readonly string[] {
  const broken: string[] = []
  const rule = (holds: boolean, words: string): void => void (holds ? null : broken.push(words))
  const values = (node: string, property: string): readonly string[] => of(node, property).map(({ value }) => value)
  const once = (node: string, property: string): string | null => {
    const [value, ...more] = values(node, property)
    return more.length === 0 ? (value ?? null) : null
  }
  const count = (value: string | null): number => (value !== null && /^\d+$/.test(value) ? Number(value) : Number.NaN)

  const annotations = new Set(ofType(`${OA}Annotation`))
  const items = triples.filter(({ predicate, object }) => predicate.value === `${RDF}first` && annotations.has(object.value))
  rule(items.length === annotations.size, '3.1: no IRI stands for two annotations')
  const pages = ofType(`${AS}OrderedCollectionPage`)
  rule(pages.length === 1, '5.2: there is one page')
  for (const page of pages) {
    rule(isIri(page) && !page.startsWith(BASE), '5.2: a page has an IRI')
    rule(of(page, `${AS}items`).length === 1, '5.2: a page has a list of items')
    rule(count(once(page, `${AS}startIndex`)) >= 0, '5.2: startIndex counts from 0')
    for (const collection of values(page, `${AS}partOf`)) {
      rule(isIri(collection) && values(collection, TYPE).includes(`${AS}OrderedCollection`), '5.1: the collection has its type and an IRI')
      rule(count(once(collection, `${AS}totalItems`)) >= items.length, '5.1: total is a count of its annotations')
    }
  }
  for (const annotation of annotations) {
    rule(isIri(annotation) && !annotation.startsWith(BASE), `3.1: an annotation has an IRI: ${annotation}`)
    rule(of(annotation, `${OA}hasTarget`).length > 0, '3.1: an annotation has a target')
    rule(isMoment(once(annotation, `${DCTERMS}created`) ?? ''), '3.3.1: created is a moment in UTC')
    for (const agent of [...values(annotation, `${DCTERMS}creator`), ...values(annotation, `${AS}generator`)]) {
      rule(
        [...ofType('http://xmlns.com/foaf/0.1/Person'), ...ofType(`${AS}Application`)].includes(agent) &&
          of(agent, 'http://xmlns.com/foaf/0.1/name').length > 0,
        '3.3.2: an agent has a type and a name',
      )
    }
    for (const target of values(annotation, `${OA}hasTarget`)) {
      rule(isIri(once(target, `${OA}hasSource`) ?? ''), '4.1: a specific resource has exactly one source')
      rule(of(target, `${OA}hasSelector`).length > 0, '4.2: the part that is meant is selected')
    }
  }
  for (const body of ofType(`${OA}TextualBody`)) rule(once(body, `${RDF}value`) !== null, '3.2.4: a textual body has its words')
  for (const each of ofType(`${OA}FragmentSelector`)) {
    rule(!(once(each, `${RDF}value`) ?? '#').startsWith('#'), '4.2.1: a fragment has a value, without #')
    rule(of(each, `${DCTERMS}conformsTo`).length <= 1, '4.2.1: a fragment conforms to one specification')
  }
  for (const each of ofType(`${OA}TextQuoteSelector`))
    rule(
      (once(each, `${OA}exact`) ?? '') !== '' && of(each, `${OA}prefix`).length <= 1 && of(each, `${OA}suffix`).length <= 1,
      '4.2.4: a quotation has its exact words, and one context',
    )
  for (const each of ofType(`${OA}TextPositionSelector`))
    rule(count(once(each, `${OA}start`)) <= count(once(each, `${OA}end`)), '4.2.5: a position has a start and an end')
  for (const each of new Set(triples.filter(({ predicate }) => predicate.value === `${OA}refinedBy`).map(({ subject }) => subject.value))) {
    // Several refinements are other ways to the same selection, so no two may be of one kind.
    const refinements = values(each, `${OA}refinedBy`).flatMap((by) => values(by, TYPE))
    rule(new Set(refinements).size === refinements.length, '4.2.9: refinements beside each other select the same')
  }
  return broken
}

/** What a page of annotations says of its marks: IRI, and for every target its source, fragment and quotation, the way the selectors lead to it. */
export function marksOf({ of, ofType }: Graph): readonly {
  readonly id: string
  readonly targets: readonly (readonly [source: string, fragment: string, quote: string | null])[]
}[] {
  const one = (node: string, property: string): string => of(node, property)[0]?.value ?? ''
  return ofType(`${OA}Annotation`).map((id) => ({
    id,
    targets: of(id, `${OA}hasTarget`).map(({ value: target }) => {
      const fragment = one(target, `${OA}hasSelector`)
      const quotes = of(fragment, `${OA}refinedBy`).flatMap(({ value }) => of(value, `${OA}exact`))
      return [one(target, `${OA}hasSource`), one(fragment, `${RDF}value`), quotes[0]?.value ?? null] as const
    }),
  }))
}
