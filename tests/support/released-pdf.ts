import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib'

/** A line of a page: words, or a black bar where words were withheld. */
export type ReleasedLine = string | { readonly bar: number }

const TERMS = [
  'Section C describes the analytic platform to be delivered.',
  'The contractor shall train forty officers each quarter.',
  'Deliverables are due on the fifth day of every month.',
]
const PRICES = [
  'The ceiling of this order shall not exceed $9,225,000.',
  'The award went to (b)(4) on 3 May 2024.',
  'Invoices are paid within thirty days of receipt.',
]
const CONTACTS = [
  'Questions go to John Smith at the field office.',
  'The hotline answers on weekdays from nine to five.',
  'A record of each call is kept for seven years.',
]

/** An order as it was first released, one list of lines a page. */
export const EARLIER_RELEASE: readonly (readonly ReleasedLine[])[] = [TERMS, PRICES, CONTACTS]

/** The order as it came out again: a page added, one line released where a code stood, one withheld that was not. */
export const LATER_RELEASE: readonly (readonly ReleasedLine[])[] = [
  ['This is the supplemental release of 12 August 2025.', 'It replaces the interim release of the same order.'],
  TERMS,
  [
    'An index of prices was added above this paragraph.',
    PRICES[0] ?? '',
    'The award went to Harbor Analytics LLC on 3 May 2024.',
    PRICES[2] ?? '',
  ],
  ['Questions go to (b)(6) at the field office.', ...CONTACTS.slice(1)],
]

/** A small release, one list of lines a page. Synthetic, and says so on each of its pages. */
export async function releasedPdf(pages: readonly (readonly ReleasedLine[])[]): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  for (const lines of pages) {
    const page = pdf.addPage([612, 792])
    page.drawText('SYNTHETIC TEST DOCUMENT', { x: 72, y: 750, size: 9, font })
    lines.forEach((line, at) => {
      const y = 700 - at * 22
      if (typeof line === 'string') page.drawText(line, { x: 72, y, size: 12, font })
      else page.drawRectangle({ x: 72, y: y - 3, width: line.bar, height: 14, color: rgb(0, 0, 0) })
    })
  }
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}
