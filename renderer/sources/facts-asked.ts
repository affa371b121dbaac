import type { RecordKind } from '@shared/sources/record-kind'
import type { SourceFact } from '@shared/sources/source-facts'

/** What a fact is called in the dialog, and how it is written. */
type FactField = { readonly fact: SourceFact; readonly label: string; readonly hint?: string }

const LABELS: Readonly<Record<SourceFact, string>> = {
  called: 'It calls itself',
  number: 'Number',
  modification: 'Modification number',
  agency: 'Agency',
  vendor: 'Contractor',
  recipient: 'Recipient',
  container: 'Published in',
  volume: 'Volume of the reporter',
  firstPage: 'First page in the reporter',
  docketEntry: 'Docket entry (ECF no.)',
  version: 'Version',
  collection: 'Request or collection',
  repository: 'Held or released by',
  location: 'Place in the collection',
  released: 'Released on',
  stamps: 'Stamps',
  accessed: 'Seen on',
  archivedCopy: 'Archived copy',
}
const HINTS: Partial<Readonly<Record<SourceFact, string>>> = {
  called: 'Delivery order, Request for information, Memorandum.',
  collection: 'The number of the request, or the series and record group.',
  location: 'Box, folder, file unit.',
  stamps: 'As it should be cited: Bates 0123–0140.',
  archivedCopy: 'Its address, kept as text.',
}
/** Facts that dates are written for. */
export const DATED: readonly SourceFact[] = ['released', 'accessed']

type Asked = SourceFact | readonly [SourceFact, string]
const HELD: readonly Asked[] = ['collection', 'released', 'stamps', 'repository', 'location']
const SEEN: readonly Asked[] = ['accessed', 'archivedCopy']

const ASKED: Readonly<Record<RecordKind, readonly Asked[]>> = {
  contract: [['number', 'Contract or order number'], 'called', 'agency', 'vendor', ...HELD],
  modification: [['number', 'Contract number'], 'modification', 'agency', 'vendor', ...HELD],
  solicitation: [['number', 'Solicitation or notice number'], 'called', 'agency', ...HELD],
  'foia-record': ['number', 'called', 'agency', ...HELD],
  letter: ['recipient', 'called', ...HELD],
  inventory: ['agency', 'version', ...SEEN],
  'award-record': [['number', 'Award number'], 'agency', ['vendor', 'Recipient of the award'], 'accessed'],
  report: [['number', 'Report number'], 'called', 'agency', ...HELD],
  opinion: [['number', 'Docket number'], 'docketEntry', ['agency', 'Court'], ['container', 'Reporter'], 'volume', 'firstPage'],
  press: [['container', 'Newspaper or magazine'], ...SEEN],
  web: [['container', 'Site'], 'agency', ...SEEN],
}
const ASKED_OF_ANY: readonly Asked[] = ['number', 'called', 'agency', ...HELD]

/** The facts to ask for of a kind of record, and after them those that are known though the kind does not ask for them. */
export function factsAsked(kind: RecordKind | null, known: (fact: SourceFact) => boolean): readonly FactField[] {
  const asked = (kind === null ? ASKED_OF_ANY : ASKED[kind]).map((each): readonly [SourceFact, string] =>
    typeof each === 'string' ? [each, LABELS[each]] : each,
  )
  const rest = Object.entries(LABELS).flatMap(([fact, label]): readonly (readonly [SourceFact, string])[] =>
    isFact(fact) && known(fact) && !asked.some(([one]) => one === fact) ? [[fact, label]] : [],
  )
  return [...asked, ...rest].map(([fact, label]) => {
    const hint = HINTS[fact]
    return hint === undefined ? { fact, label } : { fact, label, hint }
  })
}

const isFact = (name: string): name is SourceFact => name in LABELS
