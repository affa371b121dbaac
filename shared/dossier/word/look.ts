import type { AssessmentStatus } from '../../claims/assessment'
import type { Relation } from '../../claims/evidence-link'

/** Colours and measures of the Word file: those of the printed page. */

export const INK = { quiet: '4C525A', line: 'C9C5B9', link: '1F5A78', warning: '8A5A00' } as const

export const RELATION_INK: Readonly<Record<Relation, string>> = {
  supports: '1F6F43',
  contradicts: 'A8322A',
  qualifies: '8A5A00',
  undercuts: '6A3D9A',
  context: '4C5A66',
  defines: '1F5A78',
}

const STATUS_INK: Readonly<Partial<Record<AssessmentStatus | 'merged', string>>> = {
  supported: RELATION_INK.supports,
  contradicted: RELATION_INK.contradicts,
  mixed: RELATION_INK.qualifies,
  'depends-on-reading': RELATION_INK.qualifies,
}
/** The colour of a status, as RRGGBB. */
export const statusInk = (status: AssessmentStatus | 'merged'): string => STATUS_INK[status] ?? INK.quiet

/** Twentieths of a point. */
export const PAGE = { width: 12_240, height: 15_840, top: 1240, bottom: 1240, side: 1134, head: 620 } as const
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side
/** How far evidence stands in, with its coloured edge. */
export const EVIDENCE_INDENT = 300

/** English Metric Units, of which a twentieth of a point has 635. */
export const emuOf = (twips: number): number => Math.round(twips * 635)
/** A pixel of a passage's picture as the page shows it: 0.58 CSS pixels, of which one is 15 twentieths of a point. */
export const PICTURE_PIXEL = 0.58 * 15
