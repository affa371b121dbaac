/** An exemption that an agency may name beside what it withholds. */
export type Exemption = { readonly code: string; readonly words: string }

/**
 * The exemptions of the Freedom of Information Act (5 U.S.C. 552(b)) and the exemptions of the Privacy Act (5 U.S.C. 552a) that
 * stand on released pages, each in plain words.
 */
export const EXEMPTIONS: readonly Exemption[] = [
  { code: '(b)(1)', words: 'classified for national security' },
  { code: '(b)(2)', words: 'internal personnel rules' },
  { code: '(b)(3)', words: 'withheld by another statute' },
  { code: '(b)(4)', words: 'trade secrets, confidential business information' },
  { code: '(b)(5)', words: 'privileged deliberation or advice' },
  { code: '(b)(6)', words: 'personal privacy' },
  { code: '(b)(7)', words: 'law-enforcement records' },
  { code: '(b)(7)(A)', words: 'law enforcement: pending proceedings' },
  { code: '(b)(7)(B)', words: 'law enforcement: fair trial' },
  { code: '(b)(7)(C)', words: 'law enforcement: personal privacy' },
  { code: '(b)(7)(D)', words: 'law enforcement: confidential source' },
  { code: '(b)(7)(E)', words: 'law enforcement: techniques' },
  { code: '(b)(7)(F)', words: 'law enforcement: someone’s safety' },
  { code: '(b)(8)', words: 'supervision of banks' },
  { code: '(b)(9)', words: 'wells: geological information' },
  { code: '(d)(5)', words: 'Privacy Act: made for a lawsuit' },
  { code: '(j)(1)', words: 'Privacy Act: Central Intelligence Agency' },
  { code: '(j)(2)', words: 'Privacy Act: criminal law enforcement' },
  { code: '(k)(1)', words: 'Privacy Act: classified' },
  { code: '(k)(2)', words: 'Privacy Act: investigations for law enforcement' },
  { code: '(k)(3)', words: 'Privacy Act: protection of the President' },
  { code: '(k)(4)', words: 'Privacy Act: statistics' },
  { code: '(k)(5)', words: 'Privacy Act: source in a check of suitability' },
  { code: '(k)(6)', words: 'Privacy Act: tests for appointment' },
  { code: '(k)(7)', words: 'Privacy Act: evaluation for promotion in the armed services' },
]

const WORDS: ReadonlyMap<string, string> = new Map(EXEMPTIONS.map(({ code, words }) => [code, words]))

/** What an exemption protects, in plain words; null for what is no exemption. A detail behind the code (`(b)(5) DPP`) does not matter. */
export const wordsOfCode = (code: string): string | null => WORDS.get(code) ?? WORDS.get(code.split(' ')[0] ?? '') ?? null

/** Digits and letters as a scanner misreads them. */
const READ_AS: Readonly<Record<string, string>> = { l: '1', I: '1', '|': '1', '!': '1', S: '5', s: '5' }

/** One form for every spelling of a code; null where there is no such exemption. */
export function normalCode(letter: string, digit: string, sub: string | undefined): string | null {
  const code = `(${letter.toLowerCase()})(${READ_AS[digit] ?? digit})${sub === undefined ? '' : `(${sub.toUpperCase()})`}`
  return WORDS.has(code) ? code : null
}
