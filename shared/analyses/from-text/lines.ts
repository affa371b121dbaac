/** A stretch of a text: offsets in UTF-16, the end not included. */
export type Span = { readonly start: number; readonly end: number }

/** One line of a text, without its line ending (LF, CR LF or CR). */
export type Line = Span & { readonly text: string }

/** The lines of a text, with their places in it. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: ending.index, text: text.slice(start, ending.index) })
    start = ending.index + ending[0].length
  }
  lines.push({ start, end: text.length, text: text.slice(start) })
  return lines
}

export const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === ''

/** The stretch without the white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  return { start: from, end: Math.max(from, end - (words.length - words.trimEnd().length)) }
}

/** The stretch of the text with the given parts blanked out, so that offsets stay what they are. */
export function maskedText(text: string, { start, end }: Span, masks: readonly Span[]): string {
  let masked = text.slice(start, end)
  for (const mask of masks) {
    if (mask.end <= start || mask.start >= end) continue
    const [from, to] = [Math.max(mask.start, start) - start, Math.min(mask.end, end) - start]
    masked = masked.slice(0, from) + ' '.repeat(to - from) + masked.slice(to)
  }
  return masked
}
