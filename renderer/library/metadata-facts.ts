import { partialDateSchema } from '@shared/units/time'
import { partialDateWords } from '../analyses/editing/date-words'

/** Words for the entries of a PDF's information dictionary (ISO 32000-2, 14.3.3) that people ask for. */
const WORDS: Readonly<Record<string, string>> = {
  Title: 'Its title',
  Author: 'Its author',
  Subject: 'Its subject',
  Keywords: 'Its keywords',
  Creator: 'Made with',
  Producer: 'PDF made by',
  CreationDate: 'Says made on',
  ModDate: 'Says changed on',
  PDFFormatVersion: 'PDF version',
}

/** What the PDF says of itself, in words: dates as days, empty entries left out, entries of unknown meaning by their own names. */
export function metadataFacts(metadata: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  const known = Object.keys(WORDS).filter((key) => key in metadata)
  const other = Object.keys(metadata)
    .filter((key) => !(key in WORDS))
    .sort()
  return [...known, ...other]
    .map((key) => [WORDS[key] ?? key, dateWords(metadata[key] ?? '')] as const)
    .filter(([, value]) => value.trim() !== '')
}

/** A PDF date (`D:20250930141500-04'00'`, ISO 32000-2, 7.9.4) as `30 Sep 2025, 14:15 (UTC-04:00)`; other text as it is. */
export function dateWords(text: string): string {
  const found = /^D:(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(?:\d{2})?)?(Z|[+-]\d{2}'?(?:\d{2})?'?)?/.exec(text)
  if (found === null) return text
  const [, year, month, day, hour, minute, zone] = found
  const date = partialDateSchema.safeParse([year, month, day].filter(Boolean).join('-'))
  // What names no day of the calendar stands as the file has it.
  if (!date.success || Number.isNaN(Date.parse(date.data))) return text
  const time = hour === undefined ? '' : `, ${hour}:${minute}`
  const place =
    zone === undefined ? '' : ` (UTC${zone.startsWith('Z') ? '' : `${zone.slice(0, 3)}:${zone.replace(/\D/g, '').slice(2, 4) || '00'}`})`
  return `${partialDateWords(date.data)}${time}${place}`
}
