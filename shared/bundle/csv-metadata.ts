import type { DossierTable } from '../dossier/dossier-files'
import type { DossierTree } from '../dossier/dossier-tree'

/** What a column holds, for readers who know the tables and not the program. Columns whose name says it all are left out. */
const COLUMNS: Readonly<Record<string, string>> = {
  claim: 'Number of the claim',
  relation: 'How the passage bears on the claim: supports, contradicts, qualifies, undercuts, context, defines',
  quote: 'The words as they stand in the document, never altered',
  document: 'Name of the file; a label only',
  document_sha256: 'SHA-256 of the document’s bytes',
  page: 'File page, from 1; in a table the row as its sheet counts it',
  label: 'The page’s number as the document prints it, or the place in a table in words',
  stamp: 'The number stamped on the page',
  state: 'exact, moved, approximate or lost, when the page was read again',
  text_origin: 'embedded (text of the file), ocr (recognised in a picture) or typed (by the researcher)',
  exhibit: 'Number of the exhibit',
  standing: 'verified, recognised, confirmed, pictured or unverified',
  why: 'Why a state is not exact',
  segment: 'Which part of the passage, from 1',
  segments: 'Of how many parts',
  picture: 'Path of the picture of the passage',
  version: 'Which version of the document it rests on, where more than one is known',
  sheet: 'Sheet of a workbook; empty otherwise',
  column: 'Column of a table, from 1; empty for a whole row',
  check: 'What second readers found',
  citation: 'Number of the citation',
  citation_scope: 'Whether the sources named were all, or shared with other claims',
  not_verified: 'How many linked passages could not be verified',
  printed: 'The amount as the source prints it',
  precision: 'How far the date is known',
  hits: 'How many places were found',
  counts_as: 'disclosed or discovered',
}

/** Columns that hold whole numbers wherever they stand. */
const INTEGERS: ReadonlySet<string> = new Set(['segment', 'segments'])

const TITLES: Readonly<Record<DossierTable, string>> = {
  'claims.csv': 'Claims',
  'evidence.csv': 'Evidence, one row a segment of a passage',
  'sources.csv': 'Sources',
  'parity.csv': 'Parity, one row a filled cell',
  'purchases.csv': 'Purchases, one row an amount',
  'chronology.csv': 'Chronology',
  'passages.csv': 'Passages of purchases and events, one row a segment',
  'searches.csv': 'Recorded searches',
  'channels.csv': 'Claims by channel',
}

/** Describes the tables as CSV on the Web (W3C Recommendation of 17 December 2015): how they are written, and what their columns hold. */
export function csvMetadataJson(tree: DossierTree, tables: readonly (readonly [path: DossierTable, csv: string])[]): string {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': `Tables of the dossier “${tree.title}”`,
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], delimiter: ',', quoteChar: '"', doubleQuote: true, header: true },
    tables: tables.map(([path, csv]) => ({ url: path, 'dc:title': TITLES[path], tableSchema: schemaOf(path, csv) })),
  }
  return `${JSON.stringify(metadata, null, 2)}\n`
}

function schemaOf(path: DossierTable, csv: string) {
  const columns = csv
    .slice(0, csv.indexOf('\r\n'))
    .split(',')
    .map((name) => ({
      name,
      titles: name,
      datatype: INTEGERS.has(name) ? 'integer' : 'string',
      ...(COLUMNS[name] === undefined ? {} : { 'dc:description': COLUMNS[name] }),
    }))
  if (path === 'claims.csv') return { columns, primaryKey: 'claim' }
  return path === 'evidence.csv'
    ? { columns, foreignKeys: [{ columnReference: 'claim', reference: { resource: 'claims.csv', columnReference: 'claim' } }] }
    : { columns }
}
