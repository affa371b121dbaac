import type { Piece } from '@shared/analyses/from-text/propose'

/** Pieces after which a paragraph is broken off where the text has no break. */
const LONGEST = 60

/** Pieces that stand in one paragraph: from one up to, not including, another. */
export type Paragraph = { readonly from: number; readonly to: number }

/** The pieces by the lines of the text on which they begin, so that each paragraph can be drawn by itself. */
export function paragraphsOf(text: string, pieces: readonly Piece[]): readonly Paragraph[] {
  const starts = [0]
  for (const [at, piece] of pieces.entries()) {
    const last = starts.at(-1) ?? 0
    const breaks = at > 0 && text.slice(pieces[at - 1]?.end ?? 0, piece.start).includes('\n')
    if (at > last && (breaks || at - last >= LONGEST)) starts.push(at)
  }
  return pieces.length === 0 ? [] : starts.map((from, at) => ({ from, to: starts[at + 1] ?? pieces.length }))
}

/** What stands before a piece and belongs to none. Of what stands between two paragraphs one line break is the paragraph's own. */
export function textBefore(text: string, pieces: readonly Piece[], at: number, begins: boolean): string {
  const between = text.slice(pieces[at - 1]?.end ?? 0, pieces[at]?.start ?? 0)
  return begins && at > 0 ? between.replace('\n', '') : between
}
