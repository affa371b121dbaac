import Papa from 'papaparse'
import { ASSESSMENT_WORDS } from '../claims/assessment'
import { RELATIONS } from '../claims/evidence-link'
import { vouchLink } from '../links/vouch-link'
import type { DossierTable } from './dossier-files'
import type { DossierTree, EvidenceNode } from './dossier-tree'
import { channelRows } from './channel-table'
import { PARITY_COLUMNS, parityCsvRows } from './parity-table'
import { searchRows } from './search-table'
import { allSearches } from './searches-of'

/**
 * The tables of a dossier as CSV (RFC 4180): UTF-8 without a byte order mark, lines ending in CR LF, a header line.
 * Cells are never altered, so a quotation that begins with `=` stays as it stands in the document; a spreadsheet must be told
 * to read the columns as text.
 */
const csv = (fields: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  `${Papa.unparse({ fields: [...fields], data: rows.map((row) => row.map((cell) => cell ?? '')) }, { newline: '\r\n', escapeFormulae: false })}\r\n`

/** The columns of `evidence.csv`. Outsiders rely on the first eleven; new ones are added at the end. */
export const EVIDENCE_COLUMNS = [
  'claim',
  'relation',
  'quote',
  'document',
  'document_sha256',
  'page',
  'label',
  'stamp',
  'state',
  'text_origin',
  'note',
  'exhibit',
  'standing',
  'why',
  'reading',
  'strength',
  'segment',
  'segments',
  'kind',
  'comment',
  'exemption_codes',
  'author',
  'date',
  'evidence',
  'link',
  'annotation',
  'picture',
  'version',
  'sheet',
  'column',
  'check',
  'citation',
  'open_in_vouch',
] as const

/** Everything linked, verified or not, in the order of the dossier: first what stands with the claims, then the rest. */
function allEvidence(tree: DossierTree): readonly EvidenceNode[] {
  const shown = tree.sections.flatMap((section) => section.claims.flatMap((claim) => claim.groups.flatMap((group) => group.items)))
  return [...shown, ...tree.unverified].sort((a, b) => Number(a.number.slice(1)) - Number(b.number.slice(1)))
}

/** `evidence.csv`, one row a segment: a passage over several pages or columns has several. */
export const evidenceCsv = (tree: DossierTree): string =>
  csv(
    EVIDENCE_COLUMNS,
    allEvidence(tree).flatMap((item) =>
      item.passages.map((passage) => [
        item.claimNumber,
        item.relation,
        passage.quote,
        passage.document,
        passage.documentSha256,
        passage.page,
        passage.label,
        passage.stamp,
        passage.state,
        passage.textOrigin,
        item.note,
        passage.exhibit,
        item.standing,
        passage.why,
        item.readings.join('; '),
        item.strength,
        passage.n,
        passage.of,
        item.kind,
        item.comment,
        item.exemptionCodes.join('; '),
        item.author,
        item.at,
        item.number,
        item.linkId,
        item.annotationId,
        passage.picture?.path ?? null,
        passage.version === null ? null : `${passage.version.n} of ${passage.version.of}`,
        passage.cell?.sheet ?? null,
        passage.cell?.column ?? null,
        item.check,
        passage.reference,
        vouchLink({ kind: 'passage', id: item.annotationId }),
      ]),
    ),
  )

/** The passages that purchases and events rest on, one row a segment. The columns that say what is quoted are those of `evidence.csv`, and are checked like them. */
const passagesCsv = (citations: DossierTree['money']['citations']): string =>
  csv(
    [
      'citation',
      'quote',
      'document',
      'document_sha256',
      'page',
      'label',
      'stamp',
      'state',
      'text_origin',
      'exhibit',
      'standing',
      'why',
      'segment',
      'segments',
      'annotation',
      'picture',
      'sheet',
      'column',
    ],
    citations.flatMap((item) =>
      item.passages.map((passage) => [
        item.number,
        passage.quote,
        passage.document,
        passage.documentSha256,
        passage.page,
        passage.label,
        passage.stamp,
        passage.state,
        passage.textOrigin,
        passage.exhibit,
        item.standing,
        passage.why,
        passage.n,
        passage.of,
        item.annotationId,
        passage.picture?.path ?? null,
        passage.cell?.sheet ?? null,
        passage.cell?.column ?? null,
      ]),
    ),
  )

const claimsCsv = (tree: DossierTree): string =>
  csv(
    [
      'claim',
      'section',
      'kind',
      'text',
      'status',
      'confidence',
      'reasoning',
      'scope_limit',
      'readings',
      'sources',
      'citation_scope',
      'depends_on',
      ...RELATIONS,
      'searches',
      'not_verified',
      'notes',
      'would_change',
      'split_from',
      'merged_into',
      'check',
    ],
    tree.sections.flatMap((section) =>
      section.claims.map((claim) => [
        claim.number,
        section.label,
        claim.kind,
        claim.text,
        ASSESSMENT_WORDS[claim.judgement.status],
        claim.judgement.confidence,
        claim.judgement.reasoning,
        claim.scopeLimit,
        claim.readings.map((reading) => `${reading.label}: ${ASSESSMENT_WORDS[reading.judgement.status]}`).join('; '),
        claim.sources.join('; '),
        claim.citationScope,
        claim.dependsOn.join('; '),
        ...RELATIONS.map((relation) => claim.groups.find((group) => group.relation === relation)?.items.length ?? 0),
        claim.searches.length,
        claim.unverified.length,
        claim.notes,
        claim.wouldChange,
        claim.splitFrom,
        claim.mergedInto,
        claim.check,
      ]),
    ),
  )

/** One row a filled cell of the parity matrices; null where there is no matrix, and so no file. */
const parityCsv = (tree: DossierTree): string | null => (tree.parity.length === 0 ? null : csv(PARITY_COLUMNS, parityCsvRows(tree.parity)))

const sourcesCsv = (tree: DossierTree): string =>
  csv(
    [
      'source',
      'title',
      'author',
      'publisher',
      'date',
      'url',
      'known',
      'to_find',
      'channels',
      'channel_confidence',
      'cited_by',
      'documents',
      'documents_sha256',
    ],
    tree.sources.map((source) => [
      source.number,
      source.title,
      source.author,
      source.publisher,
      source.date,
      source.url,
      source.known,
      source.toFind,
      source.channels.join('; '),
      source.channelConfidence,
      source.citedBy.join('; '),
      source.documents.map((document) => document.exhibit ?? document.name).join('; '),
      source.documents.map((document) => document.sha256).join('; '),
    ]),
  )

const searchesCsv = (tree: DossierTree): string | null => {
  const notes = allSearches(tree)
  return notes.length === 0
    ? null
    : csv(
        [
          'claims',
          'relation',
          'where',
          'version',
          'words',
          'date',
          'by',
          'hits',
          'result',
          'would_have_shown',
          'could_have_held',
          'expires',
          'expired',
          'letter_quote',
          'letter_exhibit',
          'letter_page',
          'letter_standing',
          'documents_sha256',
        ],
        searchRows(notes),
      )
}

const channelsCsv = ({ channels }: DossierTree): string | null =>
  channels === null ? null : csv(['claim', 'author', 'trigger', 'counts_as', 'known_from'], channelRows(channels))

/** Every table that a dossier has, by its file: those of claims, evidence and sources always, the others where there is something in them. */
export function dossierTables(tree: DossierTree): readonly (readonly [file: DossierTable, csv: string])[] {
  const { ledger, chronology, citations } = tree.money
  return [
    ['claims.csv', claimsCsv(tree)],
    ['evidence.csv', evidenceCsv(tree)],
    ['sources.csv', sourcesCsv(tree)],
    ...present('parity.csv', parityCsv(tree)),
    ...present('purchases.csv', ledger?.csv ?? null),
    ...present('chronology.csv', chronology?.csv ?? null),
    ...present('passages.csv', citations.length === 0 ? null : passagesCsv(citations)),
    ...present('searches.csv', searchesCsv(tree)),
    ...present('channels.csv', channelsCsv(tree)),
  ]
}

const present = (file: DossierTable, text: string | null): readonly (readonly [file: DossierTable, csv: string])[] =>
  text === null ? [] : [[file, text]]
