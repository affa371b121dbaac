/** What the ninth character of a contract number says (FAR 4.1603(a)(3)). I and O are never used. */
const INSTRUMENTS: Readonly<Record<string, string>> = {
  A: 'blanket purchase agreement',
  B: 'invitation for bids',
  C: 'contract',
  D: 'indefinite-delivery contract',
  F: 'order or call',
  G: 'basic ordering agreement',
  H: 'agreement',
  L: 'lease',
  P: 'purchase order',
  Q: 'request for quotations',
  R: 'request for proposals',
  V: 'purchase order',
  Y: 'imprest fund',
}
const AGENCY_USE = 'KMNST'
const SOLICITATIONS = 'BQR'

/** Who an activity address code belongs to, as far as its beginning says so; the longest that fits. */
const OFFICES: readonly (readonly [start: string, name: string])[] = [
  ['70C', 'ICE'],
  ['70', 'DHS'],
  ['47', 'GSA'],
  ['15', 'DOJ'],
]

export const isSolicitation = (value: string): boolean => SOLICITATIONS.includes(value.charAt(8))

/** `ICE office 70CTD0, fiscal year 2022, order or call (F), serial R0000170`. @param value 13 to 17 letters and digits without hyphens */
export function parsePiid(value: string): string {
  const [office, year, letter, serial] = [value.slice(0, 6), value.slice(6, 8), value.charAt(8), value.slice(9)]
  const owner = OFFICES.find(([start]) => office.startsWith(start))?.[1]
  const instrument = INSTRUMENTS[letter] ?? (AGENCY_USE.includes(letter) ? 'agency use' : 'reserved')
  return `${owner === undefined ? '' : `${owner} `}office ${office}, fiscal year 20${year}, ${instrument} (${letter}), serial ${serial}`
}

/** Why letters and digits that look like a contract number are none (FAR 4.1603). */
export function whyNoPiid(value: string): string {
  const letter = value.charAt(8)
  const reasons = [
    ...(value.length > 17 ? [`${value.length} characters where a PIID has 13 to 17`] : []),
    ...(/^\d\d$/.test(value.slice(6, 8)) ? [] : [`characters 7 and 8, ${value.slice(6, 8)}, are no fiscal year`]),
    ...(/[A-Z]/.test(letter)
      ? letter === 'I' || letter === 'O'
        ? [`character 9, ${letter}, is never used as an instrument`]
        : []
      : [`character 9, ${letter}, is no instrument letter`]),
  ]
  return reasons.join('; ')
}
