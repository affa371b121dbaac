import Papa from 'papaparse'

/** What became of one thing that came in: where it stands in its file, and what is to be said of it. */
export type BalanceLine = { readonly where: string; readonly words: string }
/** Everything that came to the same end. */
export type BalancePart = { readonly title: string; readonly lines: readonly BalanceLine[] }

/** What an import brought. Each thing that came in stands in exactly one part, so the parts add up to what came in. */
export type Balance = { /** What is counted: `row`. */ readonly thing: string; readonly parts: readonly BalancePart[] }

/** `12 rows in = 9 linked + 2 already there + 0 not found + 1 refused.` */
export function balanceWords({ thing, parts }: Balance): string {
  const all = parts.reduce((sum, { lines }) => sum + lines.length, 0)
  return `${all.toLocaleString('en-US')} ${all === 1 ? thing : `${thing}s`} in = ${parts.map(({ title, lines }) => `${lines.length.toLocaleString('en-US')} ${title.toLowerCase()}`).join(' + ')}.`
}

/** The balance as CSV (RFC 4180, UTF-8), one line each thing. */
export function balanceCsv({ parts }: Balance): string {
  const data = parts.flatMap(({ title, lines }) => lines.map(({ where, words }) => [title.toLowerCase(), where, words]))
  return `${Papa.unparse({ fields: ['outcome', 'where', 'what'], data }, { newline: '\r\n', escapeFormulae: false })}\r\n`
}
