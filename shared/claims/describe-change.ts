import { canonicalJson } from '../custody/canonical-json'

/** A field of a record that a command changed, in words; null where the record or the field was not there. */
export type FieldChange = { readonly field: string; readonly before: string | null; readonly after: string | null }

const NAMES: Readonly<Record<string, string>> = {
  sectionId: 'section',
  scopeLimit: 'scope limit',
  citedSources: 'cited sources',
  citationScope: 'how sources are cited',
  dependsOn: 'rests on',
  wouldChange: 'what would change it',
  splitFrom: 'split from',
  mergedInto: 'merged into',
  readingIds: 'readings',
  documentIds: 'documents',
  claimIds: 'claims',
  wouldHaveShown: 'what would have shown it',
  toFind: 'still to find',
  asOf: 'as of',
}
/** What says who and where, not what was decided. */
const UNTOLD: ReadonlySet<string> = new Set([
  'id',
  'analysisId',
  'claimId',
  'annotationId',
  'readingId',
  'order',
  'author',
  'by',
  'linkId',
  'fingerprint',
  'at',
  'createdAt',
])

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Compares a record before and after a command, field by field; a record that was made or removed is compared with nothing. */
export function describeChange(
  before: unknown,
  after: unknown,
  worded: (field: string, value: unknown) => string = (_field, value) => wordOf(value),
): readonly FieldChange[] {
  const old = isFields(before) ? before : {}
  const fresh = isFields(after) ? after : {}
  const fields = [...new Set([...Object.keys(old), ...Object.keys(fresh)])].filter((field) => !UNTOLD.has(field))
  return fields.flatMap((field): readonly FieldChange[] => {
    const [was, is] = [old[field] ?? null, fresh[field] ?? null]
    if (canonicalJson(was) === canonicalJson(is)) return []
    const [from, to] = [was === null ? null : worded(field, was), is === null ? null : worded(field, is)]
    if ((from ?? '') === (to ?? '')) return []
    return [{ field: NAMES[field] ?? field, before: from === '' ? null : from, after: to === '' ? null : to }]
  })
}

/** A value in a few words: lists are joined, readings and the like are named by their label or text. */
function wordOf(value: unknown): string {
  if (typeof value === 'string') return /^[a-z]+(-[a-z]+)+$/.test(value) ? value.replaceAll('-', ' ') : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map(wordOf).join(', ')
  if (!isFields(value)) return ''
  const named = value.label ?? value.text ?? value.name
  if (typeof named === 'string') return named
  return Object.values(value)
    .map(wordOf)
    .filter((word) => word !== '')
    .join('; ')
}
