import type { Identifier } from './identifier'

const DOLLARS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mm: 1e6,
  billion: 1e9,
  b: 1e9,
  bn: 1e9,
  trillion: 1e12,
}
/** `$1,234.56`, `$9.2 million`, `-$500`, `($500)`, `$ 1,000`. The `b` of an exemption code beside an amount, `$1,000 b(6)`, is no billion. */
const AMOUNT =
  /(\(\s?)?(-\s?|−\s?)?\$\s?(-)?(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d+)?)(?:\s?(thousand|million|billion|trillion|mm|bn|[kmb](?!\s?\())(?![\p{L}\d]))?(\s?\))?/giu

/** Right ahead of a bare number of dollars stands no figure and no sign of a program. */
const BEFORE_PLAIN = /(?<![\p{N}$\\#%&@^`_])$/u
/** Right ahead of one of a digit or two stands a space, an opening mark, a sign, or the country whose dollars they are. */
const BEFORE_FEW = /(?:^|[\s([“‘"'«,;:|<>~≈≤≥+±–—-]|(?<![\p{L}_])=|(?<![\p{L}\d])(?:US|USD|C|CA|CAD|A|AU|AUD|NZ|HK)|(?:\$\d+)\/)$/u
/** After one of a digit or two stands no sign of a program: no variable, no brace, no path, no assignment of words. */
const AFTER_FEW = /^(?:$|[.,;:!?]+(?=[\s”’"')\]]|$)|[\s)\]”’"'»%*†‡<|+–—-]|,(?=[\p{L}\d])|\/(?=\p{L}|\$?\d|\s))(?!\s*=\s*(?:0x|[a-z]))/u
/** Words of programs with such numbers among them: `$name`, `$_`, `${`, `$@`, `$$1`, `"$1"`, `{ print $3 }`, `$1 = arg4`. `$millions` is none, and `$___` is a blank to fill in. */
const PROGRAM =
  /\$(?!(?:thousands?|millions?|billions?|trillions?|mm|bn)\b)[a-z][a-z_]|\$_(?!_)|\$[{@#?]|\$\$\d|\{[^{}\n]{0,120}\$\d[^{}\n]{0,120}\}|\$\d+\s*==?\s*(?:0x|["“”]|[a-z])|[‘“"']\$\d{1,2}[’”"']/u
/** Digits up to which a number without point, comma or scale may be an argument of a program. */
const FEW = 2

/**
 * Amounts in dollars, with what they come to. Negative where a minus or parentheses say so. A bare `$1` is believed only where nothing
 * around it speaks of a program, whose arguments are written the same.
 */
export function findAmounts(text: string): readonly Identifier[] {
  const program = PROGRAM.test(text)
  return [...text.matchAll(AMOUNT)].flatMap((match): readonly Identifier[] => {
    const [whole, opened, minus, inner, digits = '', scale, closed] = match
    const after = text.slice(match.index + whole.length, match.index + whole.length + 2)
    if (/^[\d,]/.test(after) && /\d$/.test(whole) && !/^,\D/.test(after)) return []
    const both = opened !== undefined && closed !== undefined
    // A parenthesis around a sentence is none around the amount.
    const start = match.index + (opened !== undefined && !both ? opened.length : 0)
    const end = match.index + whole.length - (closed !== undefined && !both ? closed.length : 0)
    const amount =
      Math.round(Number(digits.replaceAll(',', '')) * (scale === undefined ? 1 : (SCALES[scale.toLowerCase()] ?? 1)) * 100) / 100
    const negative = amount !== 0 && (both || minus !== undefined || inner !== undefined)
    if (
      scale === undefined &&
      /^\d+$/.test(digits) &&
      !isPlainAmount(digits, text.slice(Math.max(0, start - 12), start), text.slice(end, end + 12), program)
    )
      return []
    const value = String(negative ? -amount : amount)
    return [
      {
        kind: 'amount',
        printed: text.slice(start, end),
        value,
        parse: `${negative ? 'minus ' : ''}${DOLLARS.format(amount)} dollars`,
        why: '',
        start,
        end,
      },
    ]
  })
}

/** Whether a number without point, comma or scale can be dollars where it stands. */
function isPlainAmount(digits: string, before: string, after: string, program: boolean): boolean {
  if (digits.length > FEW) return BEFORE_PLAIN.test(before)
  return !program && BEFORE_FEW.test(before) && AFTER_FEW.test(after)
}
