import { buildPageText, itemStarts, type TextItem } from '@shared/anchoring/page-text'
import type { ExtractedPage, PageText } from '@shared/documents/page'
import type { PageRotation } from '@shared/units/geometry'
import { pageIndex, pageLabel } from '@shared/units/pages'
import type { PDFPageProxy } from 'pdfjs-dist'
import type { TextContent } from 'pdfjs-dist/types/src/display/api'
import { contentOf, hasEnoughText, isMostlyImage, type OperatorCodes, type Painted, paintedOn } from './page-content'
import { pdfjs } from './pdfjs'

const { OPS } = pdfjs
const IMAGES = [
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
]
const CODES: OperatorCodes = {
  save: OPS.save,
  restore: OPS.restore,
  transform: OPS.transform,
  paintFormXObjectBegin: OPS.paintFormXObjectBegin,
  paintFormXObjectEnd: OPS.paintFormXObjectEnd,
  constructPath: OPS.constructPath,
  images: new Set(IMAGES),
  ink: new Set([
    ...IMAGES,
    OPS.constructPath,
    OPS.rawFillPath,
    OPS.shadingFill,
    OPS.showText,
    OPS.showSpacedText,
    OPS.nextLineShowText,
    OPS.nextLineSetSpacingShowText,
  ]),
}

/** The settings with which text is read; import and the text layer must share them, so that offsets agree. */
export const readText = (page: PDFPageProxy): Promise<TextContent> =>
  page.getTextContent({ disableNormalization: false, includeMarkedContent: false })

const itemsOf = (content: TextContent): readonly TextItem[] => content.items.filter((item) => 'str' in item)

const pageTextOf = (content: TextContent): PageText => buildPageText(itemsOf(content), content.styles)
export const textStartsOf = (content: TextContent): readonly number[] => itemStarts(itemsOf(content), content.styles)

/**
 * @param look asked where the text alone would do: whether to see what is painted as well, which is slower and tells scans
 *   that have a text layer
 * @param read the page's text, where it was read before
 */
export async function extractPage(
  page: PDFPageProxy,
  label: string | null,
  look: () => Promise<boolean>,
  read?: TextContent,
): Promise<ExtractedPage> {
  const text = pageTextOf(read ?? (await readText(page)))
  const painted = !hasEnoughText(text.text) || (await look()) ? await readPainted(page) : null
  return {
    page: {
      index: pageIndex(page.pageNumber - 1),
      label: label === null ? null : pageLabel(label),
      box: boxOf(page),
      rotation: rotationOf(page),
      userUnit: page.userUnit,
      content: contentOf(text.text, painted),
    },
    text,
  }
}

/** Whether images cover most of a page. */
export const isScan = async (page: PDFPageProxy): Promise<boolean> => isMostlyImage(await readPainted(page))

/** What stands for a page that pdf.js can't read: nothing on a US letter sheet. */
export const unreadablePage = (index: number, label: string | null): ExtractedPage => ({
  page: {
    index: pageIndex(index),
    label: label === null ? null : pageLabel(label),
    box: [0, 0, 612, 792],
    rotation: 0,
    userUnit: 1,
    content: 'empty',
  },
  text: { text: '', runs: [] },
})

async function readPainted(page: PDFPageProxy): Promise<Painted> {
  const operators = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE })
  const painted = paintedOn(operators, CODES, boxOf(page))
  page.cleanup()
  return painted
}

function boxOf(page: PDFPageProxy): readonly [number, number, number, number] {
  const [x0 = 0, y0 = 0, x1 = 612, y1 = 792] = page.view
  return [x0, y0, x1, y1]
}

function rotationOf(page: PDFPageProxy): PageRotation {
  const turned = ((page.rotate % 360) + 360) % 360
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0
}
