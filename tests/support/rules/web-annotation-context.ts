/**
 * The JSON-LD context of Web Annotation (Web Annotation Vocabulary, W3C Recommendation of 23 February 2017, appendix A), as far as annotations.jsonld
 * uses its terms; a term that stands here and is none of the Recommendation's is found out by its vocabulary.
 */
export const WEB_ANNOTATION_CONTEXT = {
  '@context': {
    as: 'http://www.w3.org/ns/activitystreams#',
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    foaf: 'http://xmlns.com/foaf/0.1/',
    oa: 'http://www.w3.org/ns/oa#',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    schema: 'http://schema.org/',
    xsd: 'http://www.w3.org/2001/XMLSchema#',

    id: '@id',
    type: '@type',

    AnnotationCollection: 'as:OrderedCollection',
    AnnotationPage: 'as:OrderedCollectionPage',
    items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
    partOf: { '@id': 'as:partOf', '@type': '@id' },
    startIndex: { '@id': 'as:startIndex', '@type': 'xsd:nonNegativeInteger' },
    total: { '@id': 'as:totalItems', '@type': 'xsd:nonNegativeInteger' },
    label: 'rdfs:label',

    Annotation: 'oa:Annotation',
    body: { '@id': 'oa:hasBody', '@type': '@id' },
    target: { '@id': 'oa:hasTarget', '@type': '@id' },
    motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
    purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
    classifying: 'oa:classifying',
    commenting: 'oa:commenting',
    highlighting: 'oa:highlighting',
    linking: 'oa:linking',
    tagging: 'oa:tagging',
    TextualBody: 'oa:TextualBody',
    value: 'rdf:value',
    format: 'dc:format',

    Person: 'foaf:Person',
    Software: 'as:Application',
    name: 'foaf:name',
    creator: { '@id': 'dcterms:creator', '@type': '@id' },
    created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' },
    generator: { '@id': 'as:generator', '@type': '@id' },

    SpecificResource: 'oa:SpecificResource',
    source: { '@id': 'oa:hasSource', '@type': '@id' },
    selector: { '@id': 'oa:hasSelector', '@type': '@id' },
    refinedBy: { '@id': 'oa:refinedBy', '@type': '@id' },
    FragmentSelector: 'oa:FragmentSelector',
    conformsTo: { '@id': 'dcterms:conformsTo', '@type': '@id' },
    TextQuoteSelector: 'oa:TextQuoteSelector',
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    TextPositionSelector: 'oa:TextPositionSelector',
    start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
    end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
  },
} as const
