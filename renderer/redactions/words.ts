import type { FailedKind } from '@shared/redactions/failed-redactions'
import { wordsOfCode } from '@shared/redactions/exemption-codes'
import type { RedactionProposal } from '@shared/redactions/propose-redactions'
import { NO_CODE } from '@shared/redactions/tally-redactions'

export const FAILED_WORDS: Readonly<Record<FailedKind, string>> = {
  'dark-box': 'words under a black box',
  'light-box': 'words under a white or grey box',
  'dark-mark': 'words under a black mark laid over the page',
  unapplied: 'words marked for redaction that was never carried out',
}

const FROM_WORDS: Readonly<Record<RedactionProposal['from'], string>> = {
  page: 'box on the page',
  annotation: 'box laid over the page',
  unapplied: 'marked for redaction',
  picture: 'black box in the scan',
  text: 'code without a box',
}

/** What a proposal is, in words: `black box in the scan, no code printed`. */
export const proposalWords = ({ from, codes }: RedactionProposal): string =>
  codes.length === 0 ? `${FROM_WORDS[from]}, no code printed` : FROM_WORDS[from]

export const codesWords = (codes: readonly string[]): string => (codes.length === 0 ? NO_CODE : codes.join(', '))

/** A code with what it protects: `(b)(6): personal privacy`. */
export const codeWithWords = (code: string): string => {
  const words = wordsOfCode(code)
  return words === null ? code : `${code}: ${words}`
}

export const places = (count: number): string => `${count} ${count === 1 ? 'place' : 'places'}`

/** A share as a percentage: never 0 % for something that is there. */
export const percent = (share: number): string => (share === 0 ? '0 %' : share < 0.001 ? '< 0.1 %' : `${(share * 100).toFixed(1)} %`)

/** What follows a tally where some have no code; nothing where all have one. */
export const withoutCodeWords = (count: number): string =>
  count === 0 ? '' : ` ${count.toLocaleString('en-US')} ${count === 1 ? 'has' : 'have'} no code, though the law asks for one at each.`
