import type { Identifier } from './identifier'

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, mm: 1e6, billion: 1e9, b: 1e9, bn: 1e9, trillion: 1e12 }
/** `$1,234.56`, `$9.2 million`, `-$500`, `($500)`, `$ 1,000`. The `b` of an exemption code beside an amount, `$1,000 b(6)`, is no billion. */
const AMOUNT = /(\(\s?)?(-\s?|−\s?)?\$\s?(-)?(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d+)?)(?:\s?(thousand|million|billion|trillion|mm|bn|[kmb](?!\s?\())(?![\p{L}\d]))?(\s?\))?/giu

/** Amounts in dollars, with what they come to. Negative where a minus or parentheses say so. */
export function findAmounts(text: string): readonly Identifier[] {
  return [...text.matchAll(AMOUNT)].flatMap((match): readonly Identifier[] => {
    const [whole, opened, minus, inner, digits = '', scale, closed] = match
    if (/[\d,]/.test(text.charAt(match.index + whole.length)) && /\d$/.test(whole)) return []
    const both = opened !== undefined && closed !== undefined
    // A parenthesis around a sentence is none around the amount.
    const start = match.index + (opened !== undefined && !both ? opened.length : 0)
    const end = match.index + whole.length - (closed !== undefined && !both ? closed.length : 0)
    const times = scale === undefined ? 1 : (SCALES[scale.toLowerCase()] ?? 1)
    const amount = Math.round(Number(digits.replaceAll(',', '')) * times * 100) / 100
    const negative = both || minus !== undefined || inner !== undefined
    const value = String(negative ? -amount : amount)
    return [{ kind: 'amount', printed: text.slice(start, end), value, parse: `${negative ? 'minus ' : ''}${amount.toLocaleString('en-US', { maximumFractionDigits: 2 })} dollars`, why: '', start, end }]
  })
}
