import type { Page, PageText } from '../documents/page'
import type { PdfRect } from '../units/geometry'
import { findFailedRedactions, keyOf } from './failed-redactions'
import { findBoxes } from './find-boxes'
import { findCodes } from './find-codes'
import type { FoundBox, PageFindings } from './page-findings'
import type { PaintedPage } from './painted-page'
import { areaOfRect, overlapArea } from './rectangles'

/**
 * Looks at what a page paints for redactions, and for words left under them.
 * @param text the page's embedded text
 * @param pictured dark boxes seen in the page's picture, for a page that is a scan; else none
 */
export function examinePage(text: PageText, page: Pick<Page, 'box'>, painted: PaintedPage, pictured: readonly PdfRect[]): PageFindings {
  const failed = findFailedRedactions(text, painted)
  const drawn = findBoxes(
    text,
    painted,
    page.box,
    findCodes(text),
    failed.map(({ area }) => area),
  )
  const seen = pictured.filter(
    (area) => !drawn.some((box) => overlapArea(box.area, area) > 0.4 * Math.min(areaOfRect(box.area), areaOfRect(area))),
  )
  return { boxes: [...drawn, ...seen.map((area): FoundBox => ({ key: keyOf(area), area, look: 'dark', from: 'picture' }))], failed }
}
