import { findAmounts } from '../identifiers/find-amounts'

/** An amount as it is printed, and what it comes to. */
export type ReadAmount = { readonly printed: string; readonly cents: number; readonly currency: string }

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY' }

/** All amounts in dollars that a text prints, in its order. One too large to be counted in cents is left out. */
export const amountsIn = (text: string): readonly ReadAmount[] =>
  findAmounts(text).flatMap(({ printed, value }) => {
    const cents = Math.round(Number(value) * 100)
    return Number.isSafeInteger(cents) ? [{ printed, cents, currency: 'USD' }] : []
  })

/**
 * What one amount comes to, as a person writes it down from a page: `$3.75 million`, `3,750,000`, `EUR 1,200`, `€ 1.2 million`. Dollars where no
 * currency is said. Null where it is not one amount and nothing else.
 */
export function readAmount(text: string): ReadAmount | null {
  const printed = text.trim()
  const code = /^([A-Z]{3})(?=[\s\d-])|(?<=\d\s?|\s)([A-Z]{3})$/.exec(printed)
  const sign = [...printed].find((character) => character in SIGNS)
  const currency = code?.[1] ?? code?.[2] ?? (sign === undefined ? 'USD' : (SIGNS[sign] ?? 'USD'))
  const bare = printed
    .replace(code?.[0] ?? '', '')
    .replace(/[€£¥]/, '$')
    .trim()
  const inDollars = bare.includes('$') ? bare : bare.replace(/\d/, '$$$&')
  const [amount, ...more] = amountsIn(inDollars)
  return amount === undefined || more.length > 0 || amount.printed !== inDollars ? null : { printed, cents: amount.cents, currency }
}

/** `$3,750,000`, `−$500.25`, `EUR 1,200`: exact, cents only where there are some. */
export function moneyWords(cents: number | bigint, currency: string): string {
  const all = BigInt(cents)
  const size = all < 0n ? -all : all
  const [whole, rest] = [size / 100n, size % 100n]
  const digits = `${whole.toLocaleString('en-US')}${rest === 0n ? '' : `.${String(rest).padStart(2, '0')}`}`
  return `${all < 0n ? '−' : ''}${currency === 'USD' ? '$' : `${currency} `}${digits}`
}

/** `$3,750,000`, or `$3,750,000 to $9,200,000` where it is a range. */
export const rangeWords = ({ low, high }: { readonly low: bigint; readonly high: bigint }, currency: string): string =>
  low === high ? moneyWords(low, currency) : `${moneyWords(low, currency)} to ${moneyWords(high, currency)}`

/** Cents as a decimal number for tables: `3750000.00`. */
export function decimal(cents: number | bigint): string {
  const all = BigInt(cents)
  const size = all < 0n ? -all : all
  return `${all < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}
