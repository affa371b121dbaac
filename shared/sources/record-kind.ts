import { type CslItem, textOf } from './reference-formats/csl'

/** What kind of record a source is, as far as that changes how it is cited. */
export const RECORD_KINDS = [
  'contract',
  'modification',
  'solicitation',
  'foia-record',
  'letter',
  'inventory',
  'award-record',
  'report',
  'opinion',
  'press',
  'web',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

export const RECORD_KIND_WORDS: Readonly<Record<RecordKind, string>> = {
  contract: 'Contract or order',
  modification: 'Modification of a contract',
  solicitation: 'Solicitation or notice',
  'foia-record': 'Record released under FOIA',
  letter: 'Letter or e-mail',
  inventory: 'Inventory or data set',
  'award-record': 'Award record',
  report: 'Report or memorandum',
  opinion: 'Opinion or court filing',
  press: 'Press article',
  web: 'Web page',
}

/** What CSL 1.0.2 calls each kind. It has no type for a contract or a notice, so those are documents with a genre. */
const CSL: Readonly<Record<RecordKind, { readonly type: string; readonly genre: string | null }>> = {
  contract: { type: 'document', genre: 'Contract' },
  modification: { type: 'document', genre: 'Contract modification' },
  solicitation: { type: 'document', genre: 'Solicitation' },
  'foia-record': { type: 'document', genre: 'FOIA record' },
  letter: { type: 'personal_communication', genre: null },
  inventory: { type: 'dataset', genre: null },
  'award-record': { type: 'dataset', genre: 'Award record' },
  report: { type: 'report', genre: null },
  opinion: { type: 'legal_case', genre: null },
  press: { type: 'article-newspaper', genre: null },
  web: { type: 'webpage', genre: null },
}
/** The type and genre that say a kind of record in CSL-JSON. */
export const cslOfKind = (kind: RecordKind | null): { readonly type: string; readonly genre: string | null } =>
  kind === null ? { type: 'document', genre: null } : CSL[kind]

/** By what a kind is known in items that others wrote: the first that fits. */
const READ: readonly { readonly kind: RecordKind; readonly types: readonly string[]; readonly genre?: RegExp }[] = [
  { kind: 'award-record', types: ['dataset', 'webpage'], genre: /\baward\b/i },
  { kind: 'modification', types: ['document'], genre: /\b(modification|amendment)\b/i },
  { kind: 'solicitation', types: ['document'], genre: /\b(solicitation|notice|request for|rf[ipq]|justification)\b/i },
  { kind: 'contract', types: ['document'], genre: /\b(contract|order|agreement)\b/i },
  { kind: 'foia-record', types: ['document', 'manuscript'], genre: /\b(foia|freedom of information)\b/i },
  { kind: 'letter', types: ['personal_communication'] },
  { kind: 'inventory', types: ['dataset'] },
  { kind: 'report', types: ['report'] },
  { kind: 'opinion', types: ['legal_case'] },
  { kind: 'press', types: ['article-newspaper', 'article-magazine'] },
  { kind: 'web', types: ['webpage', 'post-weblog', 'post'] },
]

/** The kind that type and genre of an item say; null where they say none that is cited in a way of its own. */
export function kindOfTypeAndGenre(item: CslItem): RecordKind | null {
  const type = textOf(item['type']) ?? ''
  const genre = textOf(item['genre']) ?? ''
  const fits = READ.find((each) => each.types.includes(type) && (each.genre?.test(genre) ?? true))
  if (fits !== undefined) return fits.kind
  return type === 'document' && genre === '' && /\bfoia\b/i.test(textOf(item['archive']) ?? '') ? 'foia-record' : null
}
