/** A drawing of another object in a content stream: `/X5 Do`, where no marked content is open. */
export type Drawn = {
  readonly name: string
  /** Where its operands begin, and where the operator ends. */ readonly from: number
  readonly to: number
}

/** One token: a string, a string in hexadecimal, a dictionary's or an array's bracket, a name, or a number or operator. */
const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g
const OPERATOR = /^[A-Za-z'"*]+$/
const PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*'])
const PAINT = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])
const SHOW = new Set(['Tj', 'TJ', "'", '"'])
const BEGIN = '/Artifact BMC\n'
const END = '\nEMC'

/**
 * Marks what a page draws outside of its structure (borders, rules, running heads, signs that are ornament) as artifacts, so that every mark on
 * paper is either part of the text or said not to be (ISO 32000-1, 14.8.2.2). Reads streams as Skia writes them.
 * @param ofDrawn what a drawn object is: a picture is marked here, a form has a stream of its own
 */
export function markArtifacts(content: string, ofDrawn: (drawn: Drawn) => 'picture' | 'form'): string {
  const marks: (readonly [from: number, to: number])[] = []
  let depth = 0
  let operands: number | null = null
  let path: number | null = null
  let text: { readonly from: number; shows: (readonly [number, number])[]; mixed: boolean } | null = null
  let name = ''
  for (const { 0: token, index } of content.matchAll(TOKEN)) {
    operands ??= index
    if (!OPERATOR.test(token)) {
      if (token.startsWith('/')) name = token.slice(1)
      continue
    }
    const [from, to] = [operands, index + token.length]
    operands = null
    if (token === 'BDC' || token === 'BMC') {
      depth += 1
      if (text !== null) text.mixed = true
    } else if (token === 'EMC') {
      depth -= 1
      if (text !== null) text.mixed = true
    } else if (token === 'BT') text = { from, shows: [], mixed: depth > 0 }
    else if (token === 'ET') {
      if (text !== null && text.shows.length > 0) marks.push(...(text.mixed ? text.shows : [[text.from, to] as const]))
      text = null
    } else if (depth > 0) continue
    else if (SHOW.has(token)) text?.shows.push([from, to])
    else if (PATH.has(token)) path ??= from
    else if (PAINT.has(token)) {
      marks.push([path ?? from, to])
      path = null
    } else if (token === 'n') path = null
    else if (token === 'sh' || (token === 'Do' && ofDrawn({ name, from, to }) === 'picture')) marks.push([from, to])
  }
  let marked = ''
  let at = 0
  for (const [from, to] of marks) {
    marked += `${content.slice(at, from)}${BEGIN}${content.slice(from, to)}${END}`
    at = to
  }
  return marked + content.slice(at)
}
