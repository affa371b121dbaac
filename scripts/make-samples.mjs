// Makes the two synthetic documents of the first start, resources/samples/*.pdf. Same bytes each time: no clock, no chance.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName, PDFNumber, PDFString, StandardFonts, degrees, rgb } from '@cantoo/pdf-lib'

const OUT = join(import.meta.dirname, '../resources/samples')
const NOTICE = 'SYNTHETIC SAMPLE \u2014 NOT A REAL DOCUMENT'
const FIXED = new Date('2026-01-15T12:00:00Z')
const [WIDTH, HEIGHT] = [612, 792]
const INK = rgb(0.08, 0.08, 0.1)
const FAINT = rgb(0.45, 0.45, 0.48)
const STAMP = rgb(0.62, 0.16, 0.14)
const BALLPOINT = rgb(0.1, 0.16, 0.42)

/** A new document with the standard fonts by name. */
async function newDocument(title, subject) {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle(title)
  pdf.setSubject(subject)
  pdf.setAuthor('Vouch sample documents')
  pdf.setProducer('Vouch scripts/make-samples.mjs')
  pdf.setCreator('Vouch')
  pdf.setCreationDate(FIXED)
  pdf.setModificationDate(FIXED)
  const fonts = {}
  for (const [name, font] of Object.entries({
    serif: StandardFonts.TimesRoman,
    serifBold: StandardFonts.TimesRomanBold,
    serifItalic: StandardFonts.TimesRomanItalic,
    sans: StandardFonts.Helvetica,
    sansBold: StandardFonts.HelveticaBold,
    typed: StandardFonts.Courier,
    typedBold: StandardFonts.CourierBold,
  }))
    fonts[name] = await pdf.embedFont(font)
  return { pdf, fonts }
}

/** A page to write on, measured from its upper left corner in points. */
function newPage(pdf, fonts) {
  const page = pdf.addPage([WIDTH, HEIGHT])
  const text = (words, x, y, { font = 'serif', size = 11, color = INK, ...rest } = {}) =>
    page.drawText(words, { x, y: HEIGHT - y, font: fonts[font], size, color, ...rest })
  const width = (words, font = 'serif', size = 11) => fonts[font].widthOfTextAtSize(words, size)
  const centred = (words, y, options = {}) => text(words, (WIDTH - width(words, options.font, options.size)) / 2, y, options)
  const line = (x1, y1, x2, y2, thickness = 0.6, color = INK) =>
    page.drawLine({ start: { x: x1, y: HEIGHT - y1 }, end: { x: x2, y: HEIGHT - y2 }, thickness, color })
  const box = (x, y, w, h, { thickness = 0.6, fill } = {}) =>
    page.drawRectangle({
      x,
      y: HEIGHT - y - h,
      width: w,
      height: h,
      borderWidth: thickness,
      borderColor: INK,
      ...(fill ? { color: fill } : {}),
    })
  centred(NOTICE, 24, { font: 'sansBold', size: 8, color: STAMP })
  centred(NOTICE, HEIGHT - 16, { font: 'sansBold', size: 8, color: STAMP })
  return { page, text, width, centred, line, box }
}

/**
 * Sets a paragraph. A vertical bar in a word is a place where it may be broken with a hyphen.
 * @returns y below the last line
 */
function paragraph(sheet, fonts, words, { x = 72, y, width = WIDTH - 144, font = 'serif', size = 11, leading = 14 }) {
  const face = fonts[font]
  const measure = (value) => face.widthOfTextAtSize(value, size)
  const lines = []
  let current = ''
  for (const marked of words.split(' ')) {
    const word = marked.replaceAll('|', '')
    const longer = current === '' ? word : `${current} ${word}`
    if (measure(longer) <= width) {
      current = longer
      continue
    }
    const halves = marked.split('|')
    let broken = false
    for (let count = halves.length - 1; count > 0 && !broken; count -= 1) {
      const head = `${halves.slice(0, count).join('')}-`
      const candidate = current === '' ? head : `${current} ${head}`
      if (measure(candidate) > width) continue
      lines.push(candidate)
      current = halves.slice(count).join('')
      broken = true
    }
    if (!broken) {
      lines.push(current)
      current = word
    }
  }
  lines.push(current)
  lines.forEach((value, at) => sheet.text(value, x, y + at * leading, { font, size }))
  return y + lines.length * leading
}

/** A block of a form: its number and caption in small print, its value as typed. */
function block(sheet, x, y, w, h, caption, values = [], { font = 'typed', size = 9.5 } = {}) {
  sheet.box(x, y, w, h)
  sheet.text(caption, x + 3, y + 8, { font: 'sans', size: 5.8, color: INK })
  values.forEach((value, at) => sheet.text(value, x + 6, y + 20 + at * 11, { font, size }))
}

/** Page labels with a prefix (ISO 32000-1, 12.4.2). */
function labelPages(pdf, prefix, style, first = 1) {
  const labels = pdf.context.obj({ Nums: [0, { P: PDFString.of(prefix), S: PDFName.of(style), St: PDFNumber.of(first) }] })
  pdf.catalog.set(PDFName.of('PageLabels'), labels)
}

function table(sheet, x, y, columns, rows, { size = 8.5, rowHeight = 16 } = {}) {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  sheet.box(x, y, total, rowHeight * (rows.length + 1), { thickness: 0.8 })
  sheet.box(x, y, total, rowHeight, { fill: rgb(0.93, 0.93, 0.91) })
  let left = x
  for (const [index, column] of columns.entries()) {
    if (index > 0) sheet.line(left, y, left, y + rowHeight * (rows.length + 1), 0.5)
    sheet.text(column.title, left + 4, y + 11, { font: 'sansBold', size: 7 })
    for (const [row, cells] of rows.entries()) {
      const value = cells[index]
      const font = column.font ?? 'typed'
      const at = column.right ? left + column.width - 5 - sheet.width(value, font, size) : left + 4
      sheet.text(value, at, y + rowHeight * (row + 1) + 11, { font, size })
    }
    left += column.width
  }
  for (let row = 1; row <= rows.length; row += 1) sheet.line(x, y + rowHeight * row, x + total, y + rowHeight * row, 0.4)
  return y + rowHeight * (rows.length + 1)
}

const AGENCY = 'Example Bureau of Border Records'
const CONTRACT = '99SAMP25C00000001'

async function contract() {
  const { pdf, fonts } = await newDocument('Contract excerpt (synthetic sample)', `${CONTRACT}, award, modification and statement of work`)

  const award = newPage(pdf, fonts)
  award.text('SOLICITATION / CONTRACT / ORDER FOR COMMERCIAL SERVICES', 40, 52, { font: 'sansBold', size: 11 })
  award.text('OFFEROR TO COMPLETE BLOCKS 12, 17, 23, 24 AND 30', 40, 63, { font: 'sans', size: 6.5 })
  block(award, 40, 70, 130, 32, '1. REQUISITION NUMBER', ['SAMP-25-0107'])
  block(award, 170, 70, 150, 32, '2. CONTRACT NO.', [CONTRACT])
  block(award, 320, 70, 122, 32, '3. AWARD / EFFECTIVE DATE', ['15 SEP 2025'])
  block(award, 442, 70, 130, 32, 'PAGE OF', ['1 of 3 (excerpt)'])
  block(award, 40, 102, 130, 32, '4. ORDER NUMBER', ['N/A'])
  block(award, 170, 102, 150, 32, '5. SOLICITATION NUMBER', ['99SAMP25R0000007'])
  block(award, 320, 102, 122, 32, '6. SOLICITATION ISSUE DATE', ['02 JUN 2025'])
  block(award, 442, 102, 130, 32, '8. OFFER DUE DATE / TIME', ['30 JUN 2025 1400'])
  block(award, 40, 134, 280, 62, '9. ISSUED BY', [AGENCY.toUpperCase(), 'OFFICE OF SAMPLE ACQUISITIONS', '100 SPECIMEN SQUARE, ANYTOWN'])
  block(award, 320, 134, 252, 62, '10. THIS ACQUISITION IS', ['[X] UNRESTRICTED   [ ] SET ASIDE', 'NAICS: 541512', 'PSC: R431'])
  block(award, 40, 196, 280, 62, '17a. CONTRACTOR / OFFEROR', ['FICTIONAL ANALYTICS, INC.', '1 PLACEHOLDER PLAZA', 'ANYTOWN'])
  block(award, 320, 196, 252, 62, '18a. PAYMENT WILL BE MADE BY', ['SAMPLE FINANCE CENTER', 'ELECTRONIC FUNDS TRANSFER'])
  award.box(40, 258, 532, 206)
  award.text('19-24. SCHEDULE OF SUPPLIES / SERVICES', 43, 267, { font: 'sans', size: 5.8 })
  let y = table(
    award,
    52,
    280,
    [
      { title: 'ITEM', width: 44 },
      { title: 'SERVICES', width: 208, font: 'serif' },
      { title: 'QTY', width: 34, right: true },
      { title: 'OBLIGATED', width: 110, right: true },
      { title: 'CEILING', width: 112, right: true },
    ],
    [
      ['0001', 'Record matching service, base year', '1', '$1,240,000.00', '$1,240,000.00'],
      ['0002', 'Image comparison service, 400 users', '400', '$600,000.00', '$1,160,000.00'],
      ['1001', 'Option year 1 (not exercised)', '1', '$0.00', '$2,000,000.00'],
      ['2001', 'Option year 2 (not exercised)', '1', '$0.00', '$2,000,000.00'],
    ],
    { size: 9 },
  )
  y = paragraph(
    award,
    fonts,
    'Items 0001 and 0002 are fixed-price services. Amounts under CEILING are the most that may be ordered and are not a promise to order. Amounts under OBLIGATED are funded by this award.',
    { x: 52, y: y + 20, width: 508, size: 10, leading: 13 },
  )
  paragraph(
    award,
    fonts,
    'The services include software that compares records and images and orders the results by likeness. The Contractor describes this software as artificial intelligence; the Government takes no position on that description.',
    { x: 52, y: y + 6, width: 508, size: 10, leading: 13 },
  )
  block(award, 40, 464, 280, 34, '25. ACCOUNTING AND APPROPRIATION DATA', ['SEE SCHEDULE'])
  block(award, 320, 464, 252, 34, '26. TOTAL AWARD AMOUNT (FOR GOVT. USE ONLY)', ['$1,840,000.00 OBLIGATED'], { font: 'typedBold' })
  award.box(40, 498, 532, 44)
  award.text('27. CLAUSES', 43, 507, { font: 'sans', size: 5.8 })
  award.text('[X] INCORPORATED BY REFERENCE: COMMERCIAL TERMS, WITH THE ADDENDA ON PAGES C-2 AND C-3.', 46, 523, {
    font: 'typed',
    size: 8.5,
  })
  block(award, 40, 542, 266, 76, '30a. SIGNATURE OF OFFEROR / CONTRACTOR')
  block(award, 306, 542, 266, 76, '31a. UNITED STATES OF AMERICA (SIGNATURE OF CONTRACTING OFFICER)')
  award.text('R. Placeholder', 62, 582, { font: 'serifItalic', size: 21, color: BALLPOINT, rotate: degrees(3) })
  award.text('A. Specimen', 330, 584, { font: 'serifItalic', size: 22, color: BALLPOINT, rotate: degrees(4) })
  award.text('R. PLACEHOLDER, PRESIDENT     12 SEP 2025', 48, 608, { font: 'typed', size: 8 })
  award.text('A. SPECIMEN, CONTRACTING OFFICER  15 SEP 2025', 314, 608, { font: 'typed', size: 8 })
  award.text('SAMPLE FORM IN THE STYLE OF A COMMERCIAL SERVICES AWARD. NO STANDARD FORM IS REPRODUCED.', 40, 632, {
    font: 'sans',
    size: 6,
    color: FAINT,
  })
  award.page.drawRectangle({
    x: 420,
    y: 76,
    width: 140,
    height: 46,
    borderWidth: 1.6,
    borderColor: STAMP,
    opacity: 0,
    borderOpacity: 0.75,
    rotate: degrees(5),
  })
  award.text('SAMPLE FILE COPY', 430, 690, { font: 'sansBold', size: 12.5, color: STAMP, rotate: degrees(5) })
  award.text('22 SEP 2025', 452, 705, { font: 'typed', size: 10, color: STAMP, rotate: degrees(5) })
  award.centred('C-1', 762, { font: 'sans', size: 8, color: FAINT })

  const change = newPage(pdf, fonts)
  change.text('MODIFICATION OF CONTRACT', 40, 52, { font: 'sansBold', size: 11 })
  block(change, 40, 66, 150, 32, '2. MODIFICATION NO.', ['P00001'])
  block(change, 190, 66, 130, 32, '3. EFFECTIVE DATE', ['20 NOV 2025'])
  block(change, 320, 66, 122, 32, '4. REQUISITION NO.', ['SAMP-26-0013'])
  block(change, 442, 66, 130, 32, 'PAGE OF', ['2 of 3 (excerpt)'])
  block(change, 40, 98, 280, 50, '6. ISSUED BY', [AGENCY.toUpperCase(), 'OFFICE OF SAMPLE ACQUISITIONS'])
  block(change, 320, 98, 252, 50, '10A. MODIFICATION OF CONTRACT NO.', [CONTRACT, 'DATED 15 SEP 2025'])
  block(change, 40, 148, 280, 50, '8. NAME AND ADDRESS OF CONTRACTOR', ['FICTIONAL ANALYTICS, INC.', '1 PLACEHOLDER PLAZA, ANYTOWN'])
  block(change, 320, 148, 252, 50, '13. THIS CHANGE IS MADE UNDER', ['MUTUAL AGREEMENT OF THE PARTIES'])
  change.box(40, 198, 532, 330)
  change.text('14. DESCRIPTION OF MODIFICATION', 43, 207, { font: 'sans', size: 5.8 })
  const inner = { x: 54, width: 504, size: 10.5, leading: 14 }
  y = paragraph(
    change,
    fonts,
    `The purpose of this modification to contract ${CONTRACT} is to add funds to item 0002 and to correct the reporting address. Accordingly:`,
    { ...inner, y: 228 },
  )
  y = paragraph(change, fonts, '1. The amount obligated for item 0002 is increased by $610,000.00, from $600,000.00 to $1,210,000.00.', {
    ...inner,
    y: y + 6,
  })
  y = paragraph(
    change,
    fonts,
    '2. The total amount obligated under this contract is increased from $1,840,000.00 to $2,450,000.00. The contract ceiling of $6,400,000.00 is unchanged.',
    { ...inner, y: y + 6 },
  )
  y = paragraph(
    change,
    fonts,
    '3. Nothing in this modification requires either party to describe the ser|vices, the data on which they draw or the pur|poses for which they are used in any public in|ven|to|ry. Reporting to the Department under item C.6 is not affected.',
    { ...inner, y: y + 6 },
  )
  y = paragraph(change, fonts, '4. All other terms and conditions remain as they were and in full force and effect.', {
    ...inner,
    y: y + 6,
  })
  table(
    change,
    54,
    y + 14,
    [
      { title: 'ITEM', width: 50 },
      { title: 'KIND OF AMOUNT', width: 150, font: 'serif' },
      { title: 'BEFORE', width: 100, right: true },
      { title: 'CHANGE', width: 100, right: true },
      { title: 'AFTER', width: 104, right: true },
    ],
    [
      ['0001', 'Obligated', '$1,240,000.00', '$0.00', '$1,240,000.00'],
      ['0002', 'Obligated', '$600,000.00', '$610,000.00', '$1,210,000.00'],
      ['TOTAL', 'Obligated', '$1,840,000.00', '$610,000.00', '$2,450,000.00'],
      ['TOTAL', 'Ceiling', '$6,400,000.00', '$0.00', '$6,400,000.00'],
    ],
    { size: 9 },
  )
  block(change, 40, 528, 266, 70, '15B. CONTRACTOR / OFFEROR')
  block(change, 306, 528, 266, 70, '16B. UNITED STATES OF AMERICA')
  change.text('R. Placeholder', 66, 566, { font: 'serifItalic', size: 20, color: BALLPOINT, rotate: degrees(2) })
  change.text('A. Specimen', 336, 568, { font: 'serifItalic', size: 22, color: BALLPOINT, rotate: degrees(5) })
  change.text('15C. DATE SIGNED  18 NOV 2025', 48, 590, { font: 'typed', size: 8 })
  change.text('16C. DATE SIGNED  20 NOV 2025', 314, 590, { font: 'typed', size: 8 })
  change.centred('C-2', 762, { font: 'sans', size: 8, color: FAINT })

  const work = newPage(pdf, fonts)
  work.text(`Contract ${CONTRACT}`, 72, 50, { font: 'typed', size: 8.5 })
  work.text('Page 3 of 3 (excerpt)', 438, 50, { font: 'typed', size: 8.5 })
  work.line(72, 56, 540, 56, 0.5)
  work.centred('SECTION C \u2014 STATEMENT OF WORK (EXCERPT)', 82, { font: 'serifBold', size: 12 })
  const body = { size: 11.5, leading: 15 }
  const clause = (title, words, from) => {
    work.text(title, 72, from, { font: 'serifBold', size: 11 })
    return paragraph(work, fonts, words, { ...body, y: from + 16 }) + 8
  }
  y = clause(
    'C.3  Scope',
    'The Contractor shall provide a record matching service and an image comparison service to the Bureau\u2019s field offices. The services return a list of candidates; a Bureau em|ploy|ee decides whether any can|di|date is the person or the record that was looked for.',
    108,
  )
  y = clause(
    'C.4  Government-furnished information',
    'The Bureau will furnish user accounts and test records. This statement of work does not iden|ti|fy the sys|tems with which the ser|vices will ex|change data, the uses to which re|sults may be put, or the office that is ac|count|able for them.',
    y + 4,
  )
  y = clause(
    'C.5  Documentation',
    'The Contractor shall deliver a user guide, monthly counts of searches by office, and a yearly sum|mary of service outages. No as|sess|ment of risk to the rights or the safety of the public is a de|liv|er|a|ble under this con|tract.',
    y + 4,
  )
  y = clause(
    'C.6  Reporting to the Department',
    'On request the Contractor shall give the Bureau the in|for|ma|tion that the Department needs for the yearly in|ven|to|ry of ar|ti|fi|cial in|tel|li|gence use cases that the law re|quires. The De|part|ment, not the Bureau, decides what that in|ven|to|ry contains and publishes it.',
    y + 4,
  )
  y = clause(
    'C.7  Release of information',
    'The Contractor shall not issue a press release or answer ques|tions of the press about this con|tract without the written consent of the Contracting Officer. Nothing in this clause limits dis|clo|sure that the law re|quires, such as the re|port|ing of award data.',
    y + 4,
  )
  work.text('C.8  Deliverables', 72, y + 4, { font: 'serifBold', size: 11 })
  table(
    work,
    72,
    y + 14,
    [
      { title: 'ITEM', width: 50 },
      { title: 'DELIVERABLE', width: 208, font: 'serif' },
      { title: 'DUE', width: 130, font: 'serif' },
      { title: 'MADE PUBLIC', width: 80, font: 'serif' },
    ],
    [
      ['C.5(a)', 'User guide', '30 days after award', 'No'],
      ['C.5(b)', 'Counts of searches by office', 'Monthly', 'No'],
      ['C.5(c)', 'Summary of service outages', 'Yearly', 'No'],
    ],
    { size: 9.5 },
  )
  work.centred('C-3', 762, { font: 'sans', size: 8, color: FAINT })

  labelPages(pdf, 'C-', 'D')
  return pdf.save({ useObjectStreams: false })
}

const REQUEST = '2026-EXFO-00042'

async function letter() {
  const { pdf, fonts } = await newDocument('FOIA response letter (synthetic sample)', REQUEST)
  const first = newPage(pdf, fonts)
  first.page.drawCircle({ x: 104, y: HEIGHT - 74, size: 27, borderWidth: 1.4, borderColor: INK })
  first.page.drawCircle({ x: 104, y: HEIGHT - 74, size: 22.5, borderWidth: 0.5, borderColor: INK })
  first.text('EX', 92.5, 82, { font: 'serifBold', size: 18 })
  first.text('Office of Information Disclosure', 148, 62, { font: 'serifItalic', size: 10.5 })
  first.text(AGENCY, 148, 79, { font: 'serifBold', size: 15 })
  first.text('100 Specimen Square, Anytown', 148, 93, { font: 'serif', size: 9.5 })
  first.line(72, 112, 540, 112, 1)
  first.text('January 12, 2026', 430, 138)
  ;['Dana Example', 'The Sample Ledger', '7 Illustration Street', 'Anytown'].forEach((value, at) => first.text(value, 72, 160 + at * 14))
  first.text(`RE:   Request ${REQUEST}, final response`, 72, 232, { font: 'serifBold' })
  first.text('Dear Dana Example:', 72, 258)
  const body = { size: 11, leading: 14.4 }
  let y = paragraph(
    first,
    fonts,
    'This letter is the final response to your Freedom of Information Act (FOIA) request to this office, dated October 3, 2025. You asked for \u201cany list, register or inventory of artificial intelligence that the Bureau has bought or uses, and the contracts for it.\u201d',
    { ...body, y: 280 },
  )
  y = paragraph(
    first,
    fonts,
    `A search of the Office of Sample Acquisitions produced 61 pages that are responsive to your request. After review, 38 pages are released in full, 17 pages are released in part, and 6 pages are withheld in full under 5 U.S.C. \u00a7 552(b)(6) and (b)(7)(E). The pages are numbered ${REQUEST} 000001 to 000061.`,
    { ...body, y: y + 7 },
  )
  y = paragraph(
    first,
    fonts,
    'The Bureau has not com|piled a list of the ar|ti|fi|cial in|tel|li|gence that it has bought, and the FOIA does not require an agency to create one. No responsive record is a procurement inventory.',
    { ...body, y: y + 7 },
  )
  y = paragraph(
    first,
    fonts,
    'Uses of artificial intelligence by the Bureau are reported to the Department, which pub|lish|es them in its yearly in|ven|to|ry of AI use cases. That inventory is required by law; it lists uses, not purchases, and gives no contract values. Two of the Bureau\u2019s entries name no vendor because the name was marked law-enforcement sen|si|tive.',
    { ...body, y: y + 7 },
  )
  y = paragraph(
    first,
    fonts,
    'FOIA Exemption 6 protects in|for|ma|tion about individuals in personnel, medical and similar files when its release would be a clearly unwarranted invasion of personal pri|va|cy. It was applied to the names and telephone numbers of employees below the senior level.',
    { ...body, y: y + 7 },
  )
  paragraph(
    first,
    fonts,
    'FOIA Exemption 7(E) protects law-enforcement techniques and procedures when their release could reasonably be expected to risk circumvention of the law. It was applied to the settings of the image comparison service and to one passage of the statement of work, which is reproduced on the next page with its with|hold|ing.',
    { ...body, y: y + 7 },
  )
  first.text(`${REQUEST} 000001`, 440, 752, { font: 'typed', size: 8.5 })
  first.text('1', 303.5, 752, { font: 'serif', size: 9 })

  const second = newPage(pdf, fonts)
  second.text('Dana Example', 72, 56, { font: 'serif', size: 9.5 })
  second.text(`Request ${REQUEST}`, 72, 68, { font: 'serif', size: 9.5 })
  second.text('Page 2', 72, 80, { font: 'serif', size: 9.5 })
  y = paragraph(second, fonts, 'The passage as released, with the place and the ground of each deletion:', { ...body, y: 108 })
  second.box(84, y + 4, 444, 118, { thickness: 0.5 })
  y = paragraph(
    second,
    fonts,
    'C.9 Use of results. A candidate returned by the service is a lead and is not by itself ground for action. Results shall be kept for 30 days unless',
    { x: 98, y: y + 24, width: 416, size: 10.5, leading: 13.5 },
  )
  second.box(98, y - 6, 416, 40, { thickness: 0.8, fill: rgb(0.985, 0.985, 0.985) })
  second.text('(b)(7)(E)', 278, y + 17, { font: 'sansBold', size: 11 })
  y = paragraph(second, fonts, 'Questions about results go to the program manager,', {
    x: 98,
    y: y + 50,
    width: 416,
    size: 10.5,
    leading: 13.5,
  })
  second.box(338, y - 23.5, 76, 13, { thickness: 0.8, fill: rgb(0.985, 0.985, 0.985) })
  second.text('(b)(6)', 364, y - 14, { font: 'sansBold', size: 8.5 })
  second.text('.', 416, y - 13.5, { size: 10.5 })
  y = paragraph(
    second,
    fonts,
    'In answer to the questions that you put by telephone on December 2, 2025: the Bureau uses such services only in the course of its lawful duties and with due regard for privacy and civil liberties. It has no program under which it describes its systems to the public apart from the De|part|ment\u2019s in|ven|to|ry and the privacy documents that the law requires.',
    { ...body, y: y + 30 },
  )
  y = paragraph(
    second,
    fonts,
    'You may appeal this decision within 90 working days of the date of this letter by writing to the Appeals Officer at the address above, and you may seek dispute res|o|lu|tion from the public liaison of this office.',
    { ...body, y: y + 7 },
  )
  y = paragraph(
    second,
    fonts,
    'Congress excluded three kinds of law-enforcement and national-security records from the FOIA. This response is limited to the records that are subject to it. This is a standard notice given to all requesters and is not an indication that excluded records do, or do not, exist.',
    { ...body, y: y + 7 },
  )
  second.text('Sincerely,', 330, y + 24)
  second.text('J. Template', 336, y + 58, { font: 'serifItalic', size: 24, color: BALLPOINT, rotate: degrees(3) })
  second.text('J. Template', 330, y + 84)
  second.text('Disclosure Officer', 330, y + 98)
  second.text('Enclosure: 55 pages', 72, y + 132, { size: 10 })
  second.text(`${REQUEST} 000002`, 440, 752, { font: 'typed', size: 8.5 })
  second.text('2', 303, 752, { font: 'serif', size: 9 })
  return pdf.save({ useObjectStreams: false })
}

mkdirSync(OUT, { recursive: true })
for (const [name, make] of [
  ['sample-contract-excerpt.pdf', contract],
  ['sample-foia-letter.pdf', letter],
]) {
  const bytes = await make()
  writeFileSync(join(OUT, name), bytes)
  console.log(`${name}: ${bytes.length} bytes`)
}
