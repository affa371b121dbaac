import { RELATION_SIGNS } from '@shared/claims/evidence-link'
import type { Claim, ClaimId } from '@shared/claims/claim'
import type { Mark } from '../annotations/marks'

/** A mark's part of a page's text, and how it is called. */
export type SpokenMark = { readonly start: number; readonly end: number; readonly name: string }

/** The marks of a page as a screen reader is told of them where their words begin and end. Those without a place in the text say nothing here. */
export function spokenMarks(marks: readonly Mark[], page: number, claims: ReadonlyMap<ClaimId, Claim>): readonly SpokenMark[] {
  return marks.flatMap(({ annotation, links }) => {
    const bears = links.map((link) => `${RELATION_SIGNS[link.relation].word} ${claims.get(link.claimId)?.number ?? 'a claim'}`).join(', ')
    const name = `${annotation.kind === 'redaction' ? 'redaction' : 'mark'}${bears === '' ? '' : `, ${bears}`}`
    return annotation.segments.flatMap((segment) =>
      segment.pageIndex === page ? segment.ranges.map(({ start, end }) => ({ start, end, name })) : [],
    )
  })
}

/** The pieces into which marks cut a run: offsets in the page's text, and what is said before and after. */
export type Piece = {
  readonly start: number
  readonly end: number
  readonly marked: boolean
  readonly begins: string
  readonly ends: string
}

/** Cuts a run of text where marks begin and end; a run that no mark touches is no piece at all. */
export function piecesOf(start: number, end: number, marks: readonly SpokenMark[]): readonly Piece[] {
  const touching = marks.filter((mark) => mark.start < end && mark.end > start)
  if (touching.length === 0) return []
  const cuts = [...new Set([start, end, ...touching.flatMap((mark) => [mark.start, mark.end])])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((a, b) => a - b)
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? start
    return {
      start: from,
      end: to,
      marked: touching.some((mark) => mark.start < to && mark.end > from),
      begins: touching
        .filter((mark) => mark.start === from)
        .map((mark) => `${mark.name} begins: `)
        .join(''),
      ends: touching
        .filter((mark) => mark.end === to)
        .map((mark) => ` end of ${mark.name}. `)
        .join(''),
    }
  })
}

/**
 * Tells screen readers in the text layer where marks begin and end. The runs that marks touch are cut into pieces that name their offset as runs
 * do, so a selection means the same as before; what is said stands in generated content, which is read and never selected.
 */
export function speakMarks(layer: HTMLElement, marks: readonly SpokenMark[]): void {
  if (marks.length === 0 && layer.querySelector('mark') === null) return
  for (const span of layer.querySelectorAll<HTMLElement>(':scope > span[data-start]')) {
    const text = span.textContent ?? ''
    const start = Number(span.dataset['start'])
    const pieces = piecesOf(start, start + text.length, marks)
    if (pieces.length === 0) {
      if (span.firstElementChild !== null) span.textContent = text
      continue
    }
    span.replaceChildren(
      ...pieces.map((piece) => {
        const element = document.createElement(piece.marked ? 'mark' : 'span')
        element.dataset['start'] = String(piece.start)
        if (piece.begins !== '') element.dataset['begins'] = piece.begins
        if (piece.ends !== '') element.dataset['ends'] = piece.ends
        element.textContent = text.slice(piece.start - start, piece.end - start)
        return element
      }),
    )
  }
}
