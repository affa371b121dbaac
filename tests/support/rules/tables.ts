import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { BASE, readLinkedData } from './linked-data'

/** The rules of RFC 4180 for a table. Empty where they hold; `rows` are its records with their fields. */
export function readStrictCsv(text: string): { readonly broken: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const broken: string[] = []
  const rows: string[][] = []
  if (text.startsWith('\ufeff')) broken.push('there is no byte order mark')
  let at = 0
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      const quoted = /"((?:[^"]|"")*)"/y
      const plain = /[^",\r\n]*/y
      quoted.lastIndex = at
      plain.lastIndex = at
      const field = text.charAt(at) === '"' ? quoted.exec(text) : plain.exec(text)
      if (field === null) return { broken: [...broken, `2.5: a quote is closed (record ${rows.length + 1})`], rows }
      row.push(field[1] === undefined ? field[0] : field[1].replaceAll('""', '"'))
      at += field[0].length
      if (text.charAt(at) !== ',') break
      at += 1
    }
    rows.push(row)
    if (text.slice(at, at + 2) !== '\r\n')
      return { broken: [...broken, `2.1: a record ends with CR LF, and quotes stand in quoted fields alone (record ${rows.length})`], rows }
    at += 2
  }
  const width = rows[0]?.length ?? 0
  if (rows.some((row) => row.length !== width)) broken.push('2.4: every record has the same number of fields')
  if (new Set(rows[0]).size !== width) broken.push('2.3: no two columns have one name')
  return { broken, rows }
}

const CSVW = 'http://www.w3.org/ns/csvw#'
/** The properties that the published vocabulary of CSV on the Web declares. */
const { '@graph': vocabulary } = z
  .object({ '@graph': z.object({ rdfs_properties: z.array(z.object({ '@id': z.string() })) }) })
  .parse(JSON.parse(readFileSync(new URL('../../published/csvw.context.json', import.meta.url), 'utf8')))
const PROPERTIES = new Set(vocabulary.rdfs_properties.map((property) => property['@id'].replace(/^csvw:/, CSVW)))

/** The rules (MUST) of Metadata Vocabulary for Tabular Data (17 December 2015) for the members used here, by its published vocabulary and against the tables themselves. */
export async function brokenCsvwRules(text: string, tables: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const graph = await readLinkedData(text)
  if ('refused' in graph) return [graph.refused]
  const broken: string[] = []
  const rule = (holds: boolean, words: string): void => void (holds ? null : broken.push(words))
  type Column = { readonly name: string; readonly titles: string; readonly datatype: string }
  type Table = {
    readonly url: string
    readonly tableSchema: {
      readonly columns: readonly Column[]
      readonly primaryKey?: string
      readonly foreignKeys?: readonly {
        readonly columnReference: string
        readonly reference: { readonly resource: string; readonly columnReference: string }
      }[]
    }
  }
  const metadata = JSON.parse(text) as { readonly '@context': unknown; readonly tables: readonly Table[] }
  rule([metadata['@context']].flat()[0] === 'http://www.w3.org/ns/csvw', '5.2: the context is that of the vocabulary')
  rule(
    metadata.tables
      .map(({ url }) => url)
      .sort()
      .join() === [...tables.keys()].sort().join(),
    '5.3: every table is described, and no other',
  )
  for (const {
    predicate: { value: property },
  } of graph.triples)
    rule(
      property.startsWith(CSVW)
        ? PROPERTIES.has(property)
        : /^http:\/\/(purl\.org\/dc\/terms\/|www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#)/.test(property),
      `${property} is a property of the vocabulary`,
    )
  const described = new Set(graph.triples.filter(({ predicate }) => predicate.value === `${CSVW}url`).map(({ object }) => object.value))
  rule(
    [...tables.keys()].every((path) => described.has(path) || described.has(`${BASE}${path}`)),
    '5.4: the vocabulary leads to every table',
  )
  const columnOf = (path: string, name: string): readonly string[] => {
    const [head = [], ...rows] = readStrictCsv(tables.get(path) ?? '').rows
    return rows.map((row) => row[head.indexOf(name)] ?? '')
  }
  for (const { url, tableSchema } of metadata.tables) {
    const [head = [], ...rows] = readStrictCsv(tables.get(url) ?? '').rows
    const names = tableSchema.columns.map(({ name }) => name)
    rule(
      names.every((name) => /^[A-Za-z0-9][\w.%-]*$/.test(name)) && new Set(names).size === names.length,
      `5.6: the names of columns are names, each once: ${url}`,
    )
    rule(
      tableSchema.columns.map(({ titles }) => titles).join('\n') === head.join('\n'),
      `5.5: the columns are those of the header, in its order: ${url}`,
    )
    for (const [at, { name, datatype }] of tableSchema.columns.entries())
      rule(
        datatype === 'string' || rows.every((row) => row[at] === '' || /^-?\d+$/.test(row[at] ?? '')),
        `5.11: ${name} of ${url} holds whole numbers`,
      )
    if (tableSchema.primaryKey !== undefined)
      rule(new Set(columnOf(url, tableSchema.primaryKey)).size === rows.length, `5.5: the primary key of ${url} stands once`)
    for (const { columnReference, reference } of tableSchema.foreignKeys ?? []) {
      const known = new Set(columnOf(reference.resource, reference.columnReference))
      rule(
        columnOf(url, columnReference).every((value) => known.has(value)),
        `5.5: ${columnReference} of ${url} names a row of ${reference.resource}`,
      )
    }
  }
  return broken
}
