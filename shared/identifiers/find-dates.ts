import type { Identifier } from './identifier'

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?'
const monthOf = (name: string): number => MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1

type Parts = { readonly year: number; readonly month: number; readonly day: number }

/** Forms in which American offices print dates. Of `3/4/2024` the month is taken to come first, as they do. */
const FORMS: readonly (readonly [pattern: RegExp, read: (groups: readonly string[]) => Parts])[] = [
  [
    new RegExp(`(?<![\\p{L}\\d])${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d{2})(?!\\d)`, 'gu'),
    ([month = '', day, year]) => ({ year: Number(year), month: monthOf(month), day: Number(day) }),
  ],
  [
    new RegExp(`(?<![\\p{L}\\d])(\\d{1,2})\\s+${MONTH}\\s+((?:19|20)\\d{2})(?!\\d)`, 'gu'),
    ([day, month = '', year]) => ({ year: Number(year), month: monthOf(month), day: Number(day) }),
  ],
  [
    /(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2}|\d{2})(?![\d/-])/g,
    ([month, day, year]) => ({ year: yearOf(year), month: Number(month), day: Number(day) }),
  ],
  [
    /(?<![\d/.-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\d-])/g,
    ([year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  ],
]

/** Dates in the forms common in American documents. A date that no calendar has is left out. */
export function findDates(text: string): readonly Identifier[] {
  return FORMS.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].flatMap((match): readonly Identifier[] => {
      const { year, month, day } = read(match.slice(1))
      const date = new Date(Date.UTC(year, month - 1, day))
      if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return []
      const value = date.toISOString().slice(0, 10)
      return [{ kind: 'date', printed: match[0], value, parse: value, why: '', start: match.index, end: match.index + match[0].length }]
    }),
  )
}

/** Two digits are of this century up to 49. */
const yearOf = (year = ''): number => (year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900))
