import { findAmounts } from './find-amounts'
import { findDates } from './find-dates'
import type { Identifier } from './identifier'
import { isSolicitation, parsePiid, whyNoPiid } from './parse-piid'

/** What a match is, or null where it is none after all. `before` is the text ahead of it on the page, `page` all of its text. */
type Read = (
  printed: string,
  before: string,
  page: string,
) => (Pick<Identifier, 'kind'> & Partial<Pick<Identifier, 'value' | 'parse' | 'why'>>) | null

const bare = (printed: string): string => printed.replace(/[-\s]/g, '').toUpperCase()
/** Characters ahead of an identifier in which its label may stand. */
const LABEL_NEAR = 60
/** Words of pages that list check sums of files, and of a notice ahead of its id. */
const CHECK_SUMS = /md5|sha-?(?:1|224|256|384|512)|checksum|check ?sum|hash(?:es| value| sum|ed)|\bhash:/i
const NOTICES = /sam\.gov|\bnotice|opportunit|solicitation/i
const near = (before: string, label: RegExp): boolean => label.test(before.slice(-LABEL_NEAR))

/**
 * The patterns, those that say most first: what one took, no later one takes. None matches inside a longer run of letters, digits
 * and hyphens. Shapes: FAR 4.1603; USAspending; SAM.gov; the numbers that agencies print on FOIA releases.
 */
const PATTERNS: readonly (readonly [pattern: RegExp, read: Read])[] = [
  [
    /(?<![A-Z0-9_])CONT_(?:AWD|IDV)_[A-Z0-9]+(?:_(?:-NONE-|[A-Z0-9]+)){1,3}(?![A-Z0-9_])/g,
    (printed) => {
      const [, type, piid = '', agency = '', parent, parentAgency] = printed.split('_')
      const under =
        parent === undefined || parent === '-NONE-'
          ? ''
          : `, under ${parent}${parentAgency === undefined || parentAgency === '-NONE-' ? '' : ` of agency ${parentAgency}`}`
      return {
        kind: 'award',
        value: printed,
        parse: `${type === 'IDV' ? 'indefinite-delivery vehicle' : 'award'} ${piid}, agency ${agency}${under}`,
      }
    },
  ],
  [
    /(?<![0-9A-Za-z-])(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{32}(?![0-9A-Za-z-])/g,
    // A check sum looks the same: where the page speaks of such, only a label near makes it a notice.
    (printed, before, page) =>
      CHECK_SUMS.test(page) && !near(before, NOTICES) ? null : { kind: 'notice', value: printed, parse: 'one version of a notice' },
  ],
  [
    /(?<![A-Z0-9-])(?:19|20)\d{2}-(?:IC(?:FO|AP|LI)|HQ(?:FO|AP|LI))-\d{5}(?!\d)/g,
    (printed) => ({ kind: 'foia', value: printed, parse: foiaWords(printed) }),
  ],
  [
    /(?<![A-Z0-9-])(?:\d{2}-FOIA-\d{3,6}|FOIA-(?:19|20)\d{2}-\d{4,6}|F-(?:19|20)\d{2}-\d{4,6})(?![A-Z0-9-])/g,
    (printed) => ({ kind: 'foia', value: printed, parse: 'request' }),
  ],
  [
    /(?<![A-Z0-9-])HS[A-Z]{4}-?(\d{2})-?([A-HJ-NP-Z])-?([A-Z0-9]{4,8})(?![A-Z0-9-])/g,
    (printed) => ({
      kind: 'legacy',
      parse: `DHS office ${bare(printed).slice(0, 6)}, fiscal year 20${bare(printed).slice(6, 8)}, ${bare(printed).charAt(8)}, serial ${bare(printed).slice(9)}`,
    }),
  ],
  [
    /(?<![A-Z0-9-])GS-?\d{2}[A-Z]-?\d{3,4}[A-Z]{1,2}(?![A-Z0-9-])/g,
    (printed) => ({ kind: 'legacy', parse: `GSA schedule contract ${bare(printed)}` }),
  ],
  [
    /(?<![A-Z0-9-])(?=[A-Z0-9-]{13,21}(?![A-Z0-9-]))(?=[A-Z]*\d)[A-Z0-9]{6}-?\d{2}-?[A-HJ-NP-Z]-?[A-Z0-9]{4,8}(?![A-Z0-9-])/g,
    (printed) => {
      const value = bare(printed)
      // Without any digit in the office and the serial it is a word with a year in it.
      if (!/\d/.test(value.slice(0, 6)) || !/\d/.test(value.slice(9))) return null
      return { kind: isSolicitation(value) ? 'solicitation' : 'piid', parse: parsePiid(value) }
    },
  ],
  [
    /(?<![A-Z0-9-])(?=[A-Z0-9]*[A-Z])\d{2}[A-Z0-9]{16,18}(?![A-Z0-9-])/g,
    (printed) => ({ kind: 'near-piid', why: whyNoPiid(bare(printed)) || 'it does not have the shape of a PIID' }),
  ],
  [
    /(?<![A-Z0-9-])[A-Z0-9]{6,12}-\d{2}-[A-Z]?-?\d{3,5}(?![A-Z0-9-])/g,
    (_printed, before) =>
      near(before, /(solicitation|\bRF[IPQ]|request for (information|quot|propos))[^.]*$/i)
        ? { kind: 'solicitation', parse: 'as numbered by the office', why: 'not in the form of a PIID' }
        : null,
  ],
  [
    /(?<![A-Z0-9-])[PA]\d{5}(?![A-Z0-9-])/g,
    (printed, before) =>
      /^[PA]0/.test(printed) || near(before, /(modification|amendment|\bmod)[^.]*$/i)
        ? {
            kind: 'modification',
            parse: `modification ${Number(printed.slice(1))} by the ${printed.startsWith('P') ? 'buying' : 'administering'} office`,
          }
        : null,
  ],
  [
    /(?<![A-Z0-9-])(?=[A-Z0-9]*\d)[1-9A-HJ-NP-Z][0-9A-HJ-NP-Z]{11}(?![A-Z0-9-])/g,
    (printed, before) =>
      near(before, /(\bUEI\b|unique entity)[^.]*$/i)
        ? { kind: 'uei', parse: 'registered entity', why: /\d{9}/.test(printed) ? 'nine digits in a row, which a UEI does not have' : '' }
        : null,
  ],
  [
    /(?<![A-Z0-9-])[A-Z0-9]{5}(?![A-Z0-9-])/g,
    (printed, before) =>
      /\d/.test(printed) && near(before, /\bCAGE\b(?:\s+code)?\s*(?:no\.?|number|#)?\s*[:.]?\s*$/i)
        ? { kind: 'cage', parse: 'registered site' }
        : null,
  ],
  [
    /(?<![A-Z0-9-])(?:DHS|DOJ)-(?:P\d{1,3}|\d{1,4})(?:-20\d{2})?(?![A-Z0-9-])/g,
    (printed) => ({
      kind: 'use',
      value: printed,
      parse: `${printed.slice(0, 3)} inventory of AI uses${/-20\d\d$/.test(printed) ? ` of ${printed.slice(-4)}` : ''}`,
    }),
  ],
  [
    /(?<![A-Z0-9-])\d{3}-\d{9}(?![A-Z0-9-])/g,
    () => ({ kind: 'portfolio', parse: 'IT portfolio', why: 'no contract number, though it stands where one is asked for' }),
  ],
]

/** All identifiers of a page's text, in its order, as printed. Characters that are held back (`█`) are part of none. */
export function findIdentifiers(text: string): readonly Identifier[] {
  const found: Identifier[] = []
  // By character: a hostile page may hold tens of thousands of identifiers.
  const taken = new Uint8Array(text.length)
  const free = (start: number, end: number): boolean => !taken.subarray(start, end).includes(1)
  const take = (one: Identifier): void => {
    found.push(one)
    taken.fill(1, one.start, one.end)
  }
  for (const [pattern, read] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const is = free(start, end) ? read(match[0], text.slice(Math.max(0, start - LABEL_NEAR), start), text) : null
      if (is !== null)
        take({ kind: is.kind, printed: match[0], value: is.value ?? bare(match[0]), parse: is.parse ?? '', why: is.why ?? '', start, end })
    }
  }
  for (const other of [...findAmounts(text), ...findDates(text)]) if (free(other.start, other.end)) take(other)
  return found.toSorted((a, b) => a.start - b.start)
}

const OFFICE_WORDS: Readonly<Record<string, string>> = { IC: 'ICE', HQ: 'DHS headquarters' }
const STAGE_WORDS: Readonly<Record<string, string>> = { FO: 'request', AP: 'appeal', LI: 'litigation' }
function foiaWords(printed: string): string {
  const [year = '', code = '', number = ''] = printed.split('-')
  return `${OFFICE_WORDS[code.slice(0, 2)] ?? code} ${STAGE_WORDS[code.slice(2)] ?? ''} ${number} of ${year}`
}
