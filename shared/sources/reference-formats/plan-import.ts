import type { AnalysisId } from '../../analyses/analysis'
import type { newId } from '../../units/ids'
import type { Source } from '../source'
import { type CslItem, fieldsOfCsl, type ReadReference, type SourceFields, textOf } from './csl'

/** By what an item was recognised as a source that is there already. */
export type MatchedBy = 'number' | 'DOI' | 'address' | 'title'

/** What a file of references brings: each of its items is under exactly one of the three. */
export type SourceImport = {
  readonly added: readonly { readonly line: number; readonly source: Source }[]
  /** `filled`: what was unknown of the source and is known now; what was known stays. */
  readonly matched: readonly {
    readonly line: number
    readonly source: Source
    readonly by: MatchedBy
    readonly filled: readonly (keyof SourceFields)[]
  }[]
  readonly refused: readonly { readonly line: number; readonly why: string }[]
}

const FIELDS = ['title', 'author', 'publisher', 'date', 'url'] as const satisfies readonly (keyof SourceFields)[]

/** Decides for each item whether it is a source that is there already, by its number, DOI, address or title, or a new one. */
export function planImport(
  read: readonly ReadReference[],
  there: readonly Source[],
  analysis: { readonly id: AnalysisId; readonly numbersCited: readonly number[] },
  making: { readonly newId: typeof newId },
): SourceImport {
  const sources = new Map(there.map((source) => [source.id, source]))
  const added: { line: number; source: Source }[] = []
  const matched: SourceImport['matched'][number][] = []
  const refused: { line: number; why: string }[] = []
  const taken = new Map<string, number>()
  let next = Math.max(0, ...there.map(({ number }) => number), ...analysis.numbersCited) + 1
  for (const reference of read) {
    const { line } = reference
    if ('refused' in reference) {
      refused.push({ line, why: reference.refused })
      continue
    }
    const { item } = reference
    const fields = fieldsOfCsl(item)
    if (fields.title === null && fields.url === null && fields.author === null) {
      refused.push({ line, why: 'it has no title, no author and no address' })
      continue
    }
    const number = numberOf(item)
    const match = matchOf(item, fields, [...sources.values()])
    const known = match === null ? undefined : taken.get(match.source.id)
    if (match !== null && known !== undefined) {
      refused.push({ line, why: `it is the same as the item of line ${known}` })
      continue
    }
    if (match !== null) {
      const filled = FIELDS.filter((field) => match.source[field] === null && fields[field] !== null)
      const source: Source = {
        ...match.source,
        ...Object.fromEntries(filled.map((field) => [field, fields[field]])),
        csl: { ...item, ...match.source.csl },
      }
      sources.set(source.id, source)
      taken.set(source.id, line)
      matched.push({ line, source, by: match.by, filled })
      continue
    }
    // A number that claims cite and that no source has is free for the item that states it.
    const free = number !== null && ![...sources.values()].some((source) => source.number === number)
    const source: Source = {
      id: making.newId('source'),
      analysisId: analysis.id,
      number: free ? number : next,
      ...fields,
      known: '',
      toFind: '',
      channels: [],
      channelConfidence: null,
      documentIds: [],
      csl: item,
    }
    next = Math.max(next, source.number + 1)
    sources.set(source.id, source)
    taken.set(source.id, line)
    added.push({ line, source })
  }
  return { added, matched, refused }
}

function numberOf(item: CslItem): number | null {
  const number = Number(textOf(item['citation-number']) ?? Number.NaN)
  return Number.isInteger(number) && number >= 1 ? number : null
}

function matchOf(
  item: CslItem,
  fields: SourceFields,
  sources: readonly Source[],
): { readonly source: Source; readonly by: MatchedBy } | null {
  const number = numberOf(item)
  const title = folded(fields.title)
  const doi = doiOf(item)
  const url = addressOf(fields.url)
  const rules: readonly (readonly [MatchedBy, (source: Source) => boolean])[] = [
    // The same number under another title is another source.
    ['number', (source) => source.number === number && (source.title === null || fields.title === null || folded(source.title) === title)],
    ['DOI', (source) => doi !== null && doi === doiOf(source.csl ?? {})],
    ['address', (source) => url !== null && url === addressOf(source.url)],
    [
      'title',
      (source) =>
        title !== null &&
        title === folded(source.title) &&
        (source.date === null || fields.date === null || source.date.startsWith(fields.date) || fields.date.startsWith(source.date)),
    ],
  ]
  for (const [by, fits] of rules) {
    const source = sources.find(fits)
    if (source !== undefined) return { source, by }
  }
  return null
}

const folded = (title: string | null): string | null =>
  title
    ?.normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || null
const doiOf = (item: CslItem): string | null =>
  textOf(item['DOI'])
    ?.toLowerCase()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '') ?? null
const addressOf = (url: string | null): string | null =>
  url
    ?.trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '') || null
