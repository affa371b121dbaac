type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const nodes = (value: unknown): readonly Node[] => [value].flat().filter(isNode)

/** Terms of the context of the Recommendation that may stand in each kind of node here; what else stands there has to be declared. */
const TERMS: Readonly<Record<string, readonly string[]>> = {
  AnnotationPage: ['@context', 'id', 'type', 'partOf', 'startIndex', 'items', 'next', 'prev'],
  AnnotationCollection: ['id', 'type', 'label', 'total', 'first', 'last'],
  Annotation: ['id', 'type', 'motivation', 'creator', 'created', 'modified', 'generator', 'generated', 'body', 'target'],
  TextualBody: ['id', 'type', 'value', 'format', 'language', 'purpose'],
  SpecificResource: ['id', 'type', 'source', 'selector', 'purpose', 'state'],
  FragmentSelector: ['type', 'value', 'conformsTo', 'refinedBy'],
  TextQuoteSelector: ['type', 'exact', 'prefix', 'suffix', 'refinedBy'],
  TextPositionSelector: ['type', 'start', 'end', 'refinedBy'],
  Person: ['id', 'type', 'name', 'nickname', 'email'],
  Software: ['id', 'type', 'name', 'homepage'],
}
const MOTIVATIONS = ['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing', 'highlighting', 'identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging']
const isIri = (value: unknown): boolean => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value)
const isReference = (value: unknown): boolean => typeof value === 'string' && value !== '' && !/[\s<>"{}|\\^`]/.test(value)
const isMoment = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value)

/** The rules (MUST) of the Web Annotation Data Model, W3C Recommendation of 23 February 2017, for a page of annotations. Empty where they hold. */
export function brokenAnnotationRules(text: string): readonly string[] {
  const broken: string[] = []
  const rule = (holds: boolean, words: string): void => void (holds ? null : broken.push(words))
  const page = JSON.parse(text) as Node
  const [first, own] = [page['@context']].flat() as readonly unknown[]
  const prefixes = isNode(own) ? own : {}
  rule(first === 'http://www.w3.org/ns/anno.jsonld', '5: the context of the Recommendation comes first')
  rule(page['type'] === 'AnnotationPage' && isIri(page['id']), '5.2: a page has its type and an IRI')
  rule(Array.isArray(page['items']), '5.2: a page has a list of items')
  rule(Number.isInteger(page['startIndex']) && Number(page['startIndex']) >= 0, '5.2: startIndex counts from 0')
  for (const collection of nodes(page['partOf'])) {
    rule(isIri(collection['id']) && collection['type'] === 'AnnotationCollection', '5.1: the collection has its type and an IRI')
    rule(Number.isInteger(collection['total']) && Number(collection['total']) >= nodes(page['items']).length, '5.1: total is a count of its annotations')
  }
  declared(page)
  const ids = nodes(page['items']).map((item) => item['id'])
  rule(new Set(ids).size === ids.length, '3.1: no IRI stands for two annotations')
  for (const item of nodes(page['items'])) annotation(item)
  return broken

  function annotation(item: Node): void {
    rule([item['type']].flat().includes('Annotation') && isIri(item['id']), `3.1: an annotation has its type and an IRI: ${String(item['id'])}`)
    rule(nodes(item['target']).length > 0, '3.1: an annotation has a target')
    rule(!('body' in item) || nodes(item['body']).length > 0, '3.1: a body that is stated is there')
    for (const each of [item['motivation']].flat()) rule(MOTIVATIONS.includes(String(each)), `3.3.5: ${String(each)} is a motivation`)
    rule(isMoment(item['created']), '3.3.1: created is a moment in UTC')
    for (const agent of [...nodes(item['creator']), ...nodes(item['generator'])]) rule(['Person', 'Organization', 'Software'].includes(String(agent['type'])) && typeof agent['name'] === 'string', '3.3.2: an agent has a type and a name')
    for (const body of nodes(item['body'])) {
      rule(body['type'] === 'TextualBody' && typeof body['value'] === 'string', '3.2.4: a textual body has its words')
      rule(body['purpose'] === undefined || MOTIVATIONS.includes(String(body['purpose'])), '3.3.5: a purpose is a motivation')
    }
    for (const target of nodes(item['target'])) {
      rule(target['type'] === 'SpecificResource' && isReference(target['source']), '4.1: a specific resource has exactly one source')
      rule(nodes(target['selector']).length > 0, '4.2: the part that is meant is selected')
      for (const each of nodes(target['selector'])) selector(each)
    }
  }

  function selector(each: Node): void {
    const { type, value, conformsTo, exact, start, end } = each
    if (type === 'FragmentSelector') rule(typeof value === 'string' && !value.startsWith('#') && (conformsTo === undefined || isIri(conformsTo)), '4.2.1: a fragment has a value, without #, and an IRI that it conforms to')
    else if (type === 'TextQuoteSelector') rule(typeof exact === 'string' && exact !== '', '4.2.4: a quotation has its exact words')
    else if (type === 'TextPositionSelector') rule(Number.isInteger(start) && Number.isInteger(end) && Number(start) >= 0 && Number(start) <= Number(end), '4.2.5: a position has a start and an end')
    else rule(false, `4.2: ${String(type)} is a selector that is used here`)
    const refined = nodes(each['refinedBy'])
    // Several refinements are other ways to the same selection, so no two may be of one kind.
    rule(new Set(refined.map((by) => by['type'])).size === refined.length, '4.2.9: refinements beside each other select the same')
    for (const by of refined) selector(by)
  }

  /** Every member is a term of the Recommendation, or has a prefix that the context declares; what has a structure of its own is a JSON literal. */
  function declared(node: Node): void {
    const terms = TERMS[String([node['type']].flat()[0])] ?? []
    for (const [key, value] of Object.entries(node)) {
      if (key === '@context') continue
      const prefix = /^([\w-]+):/.exec(key)?.[1]
      if (prefix === undefined) rule(terms.includes(key), `${key} is a term of ${String(node['type'])}`)
      else rule(prefix === 'schema' || typeof prefixes[prefix] === 'string', `the prefix of ${key} is declared`)
      if (prefix === undefined) for (const inner of nodes(value)) declared(inner)
      else if ([value].flat(3).some((each) => typeof each === 'object' && each !== null) || Array.isArray(value)) rule(isNode(prefixes[key]) && prefixes[key]['@type'] === '@json', `${key} has a structure, and is declared as JSON`)
      rule(value !== null, `${key} is left out where there is nothing to say`)
    }
  }
}
