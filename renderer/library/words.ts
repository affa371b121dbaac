import type { DISCLOSURE_AUTHORS, DISCLOSURE_TRIGGERS } from '@shared/documents/disclosure-event'

/** Sizes as people say them; powers of 1000, as file managers count. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
}

/** A moment as a day: `22 Nov 2026`. */
export const dayWords = (at: string): string => new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

export const AUTHOR_WORDS: Readonly<Record<(typeof DISCLOSURE_AUTHORS)[number], string>> = {
  agency: 'the agency itself',
  department: 'its department',
  'oversight-body': 'an oversight body',
  court: 'a court',
  vendor: 'a vendor',
  press: 'the press',
  'civil-society': 'civil society',
  leaker: 'an unnamed source',
}

export const TRIGGER_WORDS: Readonly<Record<(typeof DISCLOSURE_TRIGGERS)[number], string>> = {
  required: 'required by law or policy',
  volunteered: 'of its own accord',
  'on-request': 'on request',
  compelled: 'compelled',
  unauthorised: 'without authority',
  independent: 'found independently',
}
