import type { z } from 'zod'
import { type CslItem, dateOf, namesOf, textOf } from './csl'

/**
 * What BibTeX and RIS have no place for is carried under its name in CSL: `csl-authority`, and `csl-custom-vendor` for what CSL itself keeps
 * apart. Other programs pass over it; reading it back gives what was written.
 */
const PREFIX = 'csl-'
const CUSTOM = `${PREFIX}custom-`

const NAMES: readonly string[] = [
  'author',
  'editor',
  'recipient',
  'contributor',
  'collection-editor',
  'container-author',
  'translator',
  'interviewer',
]
const DATES: readonly string[] = ['issued', 'accessed', 'available-date', 'submitted', 'original-date', 'event-date']
/** Said by other means in either form. */
const ELSEWHERE: readonly string[] = ['id', 'type', 'citation-key', 'custom']

/** Members in which case counts, while the fields of BibTeX know none. */
const CASED: readonly string[] = ['DOI', 'ISBN', 'ISSN', 'PMCID', 'PMID', 'URL', 'journalAbbreviation', 'shortTitle']

/** What a member of an item says, on one line; null where it says nothing in words. */
export function lineOf(item: CslItem, member: string): string | null {
  const value = item[member]
  const words = NAMES.includes(member) ? namesOf(value) : DATES.includes(member) ? dateOf(value) : textOf(value)
  return words === null ? null : oneLine(words)
}

// oxlint-disable-next-line no-control-regex -- control characters would break a line or a value
const oneLine = (text: string): string | null => text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim() || null

/** The members that have no field of their own, with what they say. */
export function carriedOf(item: CslItem, written: ReadonlySet<string>): readonly (readonly [name: string, value: string])[] {
  const { custom } = item
  const members = Object.keys(item)
    .filter((member) => !ELSEWHERE.includes(member) && !written.has(member))
    .toSorted()
  const own = typeof custom === 'object' && custom !== null && !Array.isArray(custom) ? custom : {}
  return [
    ...members.flatMap((member) => [[`${PREFIX}${member}`, lineOf(item, member)] as const]),
    ...Object.keys(own)
      .toSorted()
      .flatMap((name) => [[`${CUSTOM}${name}`, oneLine(textOf(own[name]) ?? '')] as const]),
  ].flatMap(([name, value]) => (value === null || !/^[a-z][\w-]*$/i.test(name) ? [] : [[name, value] as const]))
}

/** Puts what was carried back into its place; false for a name that is none of these. */
export function takeCarried(
  item: Record<string, z.core.util.JSONType>,
  custom: Record<string, string>,
  name: string,
  value: string,
): boolean {
  if (!name.startsWith(PREFIX) || name === PREFIX) return false
  if (name.startsWith(CUSTOM)) {
    custom[name.slice(CUSTOM.length)] = value
    return true
  }
  const given = name.slice(PREFIX.length)
  const member = CASED.find((each) => each.toLowerCase() === given) ?? given
  const date = DATES.includes(member) ? dateOf({ raw: value }) : null
  item[member] = NAMES.includes(member)
    ? value.split(/\s*;\s*/).map((literal) => ({ literal }))
    : date === null
      ? value
      : { 'date-parts': [date.split('-').map(Number)] }
  return true
}
