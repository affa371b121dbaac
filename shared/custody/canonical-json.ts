/**
 * JSON in one spelling, so that equal values have equal hashes: RFC 8785 (JSON Canonicalization Scheme).
 * Members are sorted by UTF-16 code units; numbers and strings are written as ECMAScript's JSON.stringify writes them.
 * Members whose value is `undefined` are left out, as JSON.stringify does.
 * @throws on values that JSON cannot hold (NaN, infinities, functions, lone cycles): those are bugs.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('JSON cannot hold this number')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  throw new Error(`JSON cannot hold a ${typeof value}`)
}
