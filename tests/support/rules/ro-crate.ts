import { BASE, readLinkedData, TYPE } from './linked-data'

type Entity = Readonly<Record<string, unknown>> & { readonly '@id': string }

const SCHEMA = 'http://schema.org/'

/** The rules (MUST) of RO-Crate 1.2 for an attached crate, with its paths; and what its published context makes of it. Empty where they hold. */
export async function brokenCrateRules(text: string, paths: ReadonlySet<string>): Promise<readonly string[]> {
  const seen = await readLinkedData(text)
  if ('refused' in seen) return [seen.refused]
  const broken: string[] = []
  const rule = (holds: boolean, words: string): void => void (holds ? null : broken.push(words))
  const crate = JSON.parse(text) as { readonly '@context': unknown; readonly '@graph': readonly Entity[] }
  const graph = crate['@graph']
  const byId = new Map(graph.map((entity) => [entity['@id'], entity]))
  const typesOf = (entity: Entity): readonly unknown[] => [entity['@type']].flat()
  const references = (value: unknown): readonly string[] =>
    [value]
      .flat()
      .flatMap((each) =>
        typeof each === 'object' && each !== null && '@id' in each && typeof each['@id'] === 'string' ? [each['@id']] : [],
      )

  rule(crate['@context'] === 'https://w3id.org/ro/crate/1.2/context', 'the context is that of 1.2')
  rule(
    Object.keys(crate).every((key) => key === '@context' || key === '@graph'),
    'the document is a context and a flat graph',
  )
  rule(byId.size === graph.length, 'no @id stands twice')
  for (const entity of graph) {
    rule(
      typeof entity['@id'] === 'string' && typesOf(entity).every((type) => typeof type === 'string') && typesOf(entity).length > 0,
      `every entity has an @id and an @type: ${entity['@id']}`,
    )
    for (const [key, value] of Object.entries(entity)) {
      rule(
        [value].flat().every((each) => typeof each !== 'object' || (each !== null && Object.keys(each).join() === '@id')),
        `entities are not nested: ${entity['@id']} ${key}`,
      )
      if (!key.startsWith('@') && key !== 'conformsTo')
        for (const id of references(value)) rule(byId.has(id), `${entity['@id']} names ${id}, which is described`)
    }
  }
  const descriptor = byId.get('ro-crate-metadata.json')
  rule(descriptor !== undefined && typesOf(descriptor).includes('CreativeWork'), 'the metadata descriptor is a CreativeWork')
  rule(references(descriptor?.['conformsTo']).includes('https://w3id.org/ro/crate/1.2'), 'the descriptor conforms to 1.2')
  rule(references(descriptor?.['about']).join() === './', 'the descriptor is about the root')
  const root = byId.get('./')
  rule(root !== undefined && typesOf(root).includes('Dataset'), 'the root is a Dataset')
  for (const property of ['name', 'description', 'datePublished', 'license'])
    rule(root?.[property] !== undefined && root[property] !== '', `the root has ${property}`)
  rule(/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(String(root?.['datePublished'])), 'datePublished is an ISO 8601 date, to the day at least')
  const parts = references(root?.['hasPart'])
  rule(new Set(parts).size === parts.length, 'no part stands twice')
  for (const entity of graph.filter((each) => typesOf(each).includes('File'))) {
    rule(paths.has(decodeURI(entity['@id'])), `${entity['@id']} is a file of the payload`)
    rule(parts.includes(entity['@id']), `${entity['@id']} is reached from the root by hasPart`)
    rule(encodeURI(decodeURI(entity['@id'])) === entity['@id'] && !entity['@id'].startsWith('/'), `${entity['@id']} is a relative URI`)
  }
  for (const person of graph.filter((each) => typesOf(each).includes('Person')))
    rule(typeof person['name'] === 'string' && person['name'] !== '', `${person['@id']} has a name`)
  for (const { predicate, object } of seen.triples)
    if (predicate.value === TYPE) rule(!object.value.startsWith(BASE), `${object.value.slice(BASE.length)} is a type of the context`)
  // What readers of Schema.org see, who know the files as media objects.
  const media = new Set(seen.ofType(`${SCHEMA}MediaObject`))
  const partsSeen = seen.of(BASE, `${SCHEMA}hasPart`).map(({ value }) => value)
  rule(
    seen.ofType(`${SCHEMA}Dataset`).includes(BASE) && partsSeen.length === parts.length,
    'the context makes the root a data set with its parts',
  )
  for (const file of partsSeen)
    rule(
      media.has(file) && [`${SCHEMA}name`, `${SCHEMA}encodingFormat`].every((property) => seen.of(file, property).length === 1),
      `the context makes ${file} a media object with a name and a media type`,
    )
  const undescribed = [...paths].filter((path) => path !== 'ro-crate-metadata.json' && !parts.includes(path))
  rule(undescribed.length === 0, `every file of the payload is described: ${undescribed.join(', ')}`)
  return broken
}
