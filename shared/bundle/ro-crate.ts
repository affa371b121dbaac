import { WORKBENCH_ACTOR } from '../custody/workbench-actor'
import { MEDIA_TYPES } from '../documents/document'
import type { DossierTree } from '../dossier/dossier-tree'
import { type DossierSnapshot, keptLogPath, type PassagePicture, picturePath } from '../dossier/snapshot'
import { stampFiles } from '../time-stamps/added-stamp'
import { NOT_IN_BUNDLE } from '../dossier/words'
import { REFERENCE_FILES } from '../sources/reference-formats/reference-files'

type File = { readonly path: string; readonly name: string; readonly type: string }

/** The files of a payload beside the exhibits and pictures, and what each is. */
const FILES: readonly File[] = [
  { path: 'dossier.html', name: 'The dossier, to be read in a browser', type: 'text/html' },
  { path: 'dossier.md', name: 'The dossier as Markdown', type: 'text/markdown' },
  {
    path: 'dossier.docx',
    name: 'The dossier for word processors',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  { path: 'verify.html', name: 'Checks this bundle in a browser, without a network', type: 'text/html' },
  { path: 'claims.csv', name: 'Claims', type: 'text/csv' },
  { path: 'evidence.csv', name: 'Evidence, one row a segment', type: 'text/csv' },
  { path: 'sources.csv', name: 'Sources', type: 'text/csv' },
  { path: 'csv-metadata.json', name: 'What the columns of the tables are (CSV on the Web)', type: 'application/csvm+json' },
  { path: 'annotations.jsonld', name: 'Marks as W3C Web Annotations', type: 'application/ld+json' },
  { path: 'custody.jsonl', name: 'Custody log, each entry chained to the one before', type: 'application/x-ndjson' },
  { path: 'vouch.json', name: 'All records, to be opened again in Vouch', type: 'application/json' },
]

/** There only where something could print it. */
const PAPER: File = { path: 'dossier.pdf', name: 'The dossier on pages', type: 'application/pdf' }

/** Files that are there only where there is something to say. */
const OPTIONAL: readonly (File & { readonly there: (tree: DossierTree) => boolean })[] = [
  { path: 'parity.csv', name: 'Parity, one row a filled cell', type: 'text/csv', there: ({ parity }) => parity.length > 0 },
  { path: 'purchases.csv', name: 'Purchases, one row an amount', type: 'text/csv', there: ({ money }) => money.ledger !== null },
  { path: 'chronology.csv', name: 'Chronology', type: 'text/csv', there: ({ money }) => money.chronology !== null },
  {
    path: 'passages.csv',
    name: 'Passages of purchases and events, one row a segment',
    type: 'text/csv',
    there: ({ money }) => money.citations.length > 0,
  },
  { path: 'searches.csv', name: 'Recorded searches', type: 'text/csv', there: ({ counts }) => counts.searches > 0 },
  { path: 'channels.csv', name: 'Claims by channel', type: 'text/csv', there: ({ channels }) => channels !== null },
  ...REFERENCE_FILES.map(({ path, form, type }) => ({
    path,
    name: `Sources as ${form}`,
    type,
    there: ({ sources }: DossierTree) => sources.length > 0,
  })),
]

/**
 * Describes the payload as an RO-Crate 1.2: files, exhibits and pictures with their SHA-256, the people whose judgements and marks it holds, the program
 * that made it. It lies in the payload, so the bag's manifests cover it.
 */
export function roCrateJson(
  tree: DossierTree,
  snapshot: DossierSnapshot,
  { paper }: { readonly paper: boolean } = { paper: false },
): string {
  const files = [
    ...FILES,
    ...(paper ? [PAPER] : []),
    ...OPTIONAL.filter(({ there }) => there(tree)),
    ...tree.keptLogs.map((_, at) => ({
      path: keptLogPath(at + 1),
      name: 'Custody log of a bundle that was opened or merged',
      type: 'application/x-ndjson',
    })),
  ]
  const bundled = tree.exhibits.filter(({ keptOut }) => keptOut === null)
  const people = peopleOf(snapshot)
  const stamps = stampFiles(snapshot.records.analyses[0]?.timeStamps ?? [])
  const referenced = (names: readonly string[]) => people.filter(({ name }) => names.includes(name)).map(({ '@id': id }) => ({ '@id': id }))
  const authors = referenced(authorsOf(snapshot))
  const readers = referenced(secondReadersOf(snapshot))
  const { organization = '', contact = '' } = snapshot.packer ?? {}
  const graph = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      about: { '@id': './' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: tree.title,
      description: tree.question === '' ? tree.title : tree.question,
      datePublished: tree.custody.at,
      ...(tree.asOf === null ? {} : { temporalCoverage: `../${tree.asOf}` }),
      ...(authors.length === 0 ? {} : { author: authors }),
      ...(readers.length === 0 ? {} : { contributor: readers }),
      ...(organization === '' ? {} : { publisher: { '@id': '#organization' } }),
      ...(contact === '' ? {} : { contactPoint: { '@id': '#contact' } }),
      license: { '@id': '#rights' },
      identifier: { '@id': '#custody-head' },
      mentions: { '@id': '#composing' },
      hasPart: [
        ...files.map((file) => file.path),
        ...bundled.map((exhibit) => exhibit.path),
        ...snapshot.pictures.map(picturePath),
        ...stamps.map(({ path }) => path),
      ].map((path) => ({ '@id': path })),
    },
    {
      '@id': '#rights',
      '@type': 'CreativeWork',
      name: 'Rights',
      description: 'No licence is stated. The rights in each exhibit lie with those who made it.',
    },
    {
      '@id': '#custody-head',
      '@type': 'PropertyValue',
      name: 'SHA-256 of the last custody entry',
      propertyID: 'sha256',
      value: tree.custody.head,
    },
    ...people,
    ...(organization === '' ? [] : [{ '@id': '#organization', '@type': 'Organization', name: organization }]),
    ...(contact === '' ? [] : [{ '@id': '#contact', '@type': 'ContactPoint', name: contact }]),
    { '@id': '#vouch', '@type': 'SoftwareApplication', name: 'Vouch', softwareVersion: tree.vouch },
    {
      '@id': '#composing',
      '@type': 'CreateAction',
      name: 'Composing of the dossier',
      endTime: tree.custody.at,
      instrument: { '@id': '#vouch' },
      ...(authors.length === 0 ? {} : { agent: authors }),
      object: tree.exhibits.map((exhibit) => ({ '@id': exhibit.keptOut === null ? exhibit.path : `urn:sha-256:${exhibit.sha256}` })),
      result: { '@id': 'dossier.html' },
    },
    ...files.map((file) => ({ '@id': file.path, '@type': 'File', name: file.name, encodingFormat: file.type })),
    ...exhibitsIn(tree),
    ...snapshot.pictures.map(pictureIn),
    ...stamps.map(({ path }) => ({
      '@id': path,
      '@type': 'File',
      name: 'A time stamp (RFC 3161) of a head of the custody log',
      encodingFormat: 'application/timestamp-reply',
    })),
  ]
  return `${JSON.stringify({ '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': graph }, null, 2)}\n`
}

/** The exhibits: those that are kept out by what they are, then the files of the others. */
const exhibitsIn = ({ exhibits }: DossierTree): readonly object[] => [
  ...exhibits.flatMap(({ keptOut, sha256, name, number }) =>
    keptOut === null
      ? []
      : [{ '@id': `urn:sha-256:${sha256}`, '@type': 'CreativeWork', name, identifier: number, sha256, description: NOT_IN_BUNDLE }],
  ),
  ...exhibits.flatMap(({ keptOut, path, name, number, media, bytes, sha256 }) =>
    keptOut === null
      ? [
          {
            '@id': path,
            '@type': 'File',
            name,
            identifier: number,
            encodingFormat: MEDIA_TYPES[media],
            contentSize: String(bytes),
            sha256,
          },
        ]
      : [],
  ),
]

const pictureIn = (picture: PassagePicture): object => ({
  '@id': picturePath(picture),
  '@type': 'File',
  name: 'A passage as the page shows it',
  encodingFormat: 'image/png',
  width: String(picture.width),
  height: String(picture.height),
  sha256: picture.sha256,
})

/** Who judged, marked and linked, by the names that the records bear. */
const authorsOf = ({ records }: DossierSnapshot): readonly string[] =>
  [...records.assessments, ...records.annotations, ...records.evidenceLinks].map(({ author }) => author)
const secondReadersOf = ({ records }: DossierSnapshot): readonly string[] => records.checks.map(({ by }) => by)

const peopleOf = (snapshot: DossierSnapshot) =>
  [...new Set([...authorsOf(snapshot), ...secondReadersOf(snapshot)])]
    .filter((name) => name !== '' && name !== WORKBENCH_ACTOR)
    .sort()
    .map((name, at) => ({ '@id': `#person-${at + 1}`, '@type': 'Person', name }))
