// Makes the documents of the anchor conformance set, tests/conformance/*.pdf, and what is expected of them, expected.json. Each page
// says that it is synthetic. The same bytes each time.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { compositeFont, literal, newPdf, reference } from './conformance/pdf-writer.mjs'

const OUT = join(import.meta.dirname, '../tests/conformance')
const face = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica)
const wide = (words, size) => face.widthOfTextAtSize(words, size)
const expected = []

/** One document: `draw` gets the PDF and says what is expected by `expect(page, quote, rects, state)`. */
function document(name, feature, draw) {
  const pdf = newPdf()
  const helvetica = `/F1 ${reference(pdf.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'))}`
  /** Rectangles are [left, bottom, right, top] in PDF user space; null where geometry is not known. */
  const expect = (page, quote, rects, state = 'exact') => expected.push({ file: `${name}.pdf`, feature, page, quote, state, rects })
  draw(pdf, { helvetica, expect })
  writeFileSync(join(OUT, `${name}.pdf`), pdf.save())
}

/** Draws words with their baseline at a point. */
const show = (words, x, y, size = 12, more = '') => `BT /F1 ${size} Tf ${more} 1 0 0 1 ${x} ${y} Tm ${literal(words)} Tj ET\n`
/** Where some words of a line drawn by `show` stand: between the widths of what is before and of themselves. */
const place = (line, words, x, y, size = 12) => {
  const left = x + wide(line.slice(0, line.indexOf(words)), size)
  return [left, y - 0.2 * size, left + wide(words, size), y + 0.8 * size]
}
const notice = (x = 72, y = 760, size = 8) => show('SYNTHETIC TEST DOCUMENT', x, y, size)

mkdirSync(OUT, { recursive: true })

document('rotations', 'all four rotations', (pdf, { helvetica, expect }) => {
  for (const [at, rotate] of [0, 90, 180, 270].entries()) {
    const line = `The award on sheet ${at + 1} shall not exceed nine million dollars.`
    pdf.page({ rotate, fonts: helvetica, content: notice() + show(line, 90, 500) + show('A second line stands below it.', 90, 480) })
    expect(at + 1, 'shall not exceed nine million', [place(line, 'shall not exceed nine million', 90, 500)])
  }
  const line = 'Turned words run up the margin of this sheet.'
  pdf.page({ fonts: helvetica, content: `${notice()}BT /F1 12 Tf 0 1 -1 0 100 200 Tm ${literal(line)} Tj ET\n` })
  const start = 200 + wide('Turned words ', 12)
  expect(5, 'run up the margin', [[100 - 0.8 * 12, start, 100 + 0.2 * 12, start + wide('run up the margin', 12)]])
})

document('boxes', 'crop boxes, negative boxes, user units', (pdf, { helvetica, expect }) => {
  const line = 'The delivery date was moved to the last day of June.'
  const words = 'moved to the last day'
  pdf.page({ crop: [60, 150, 500, 780], fonts: helvetica, content: notice() + show(line, 90, 500) })
  expect(1, words, [place(line, words, 90, 500)])
  pdf.page({ media: [-306, -396, 306, 396], fonts: helvetica, content: notice(-200, 360) + show(line, -150, -200) })
  expect(2, words, [place(line, words, -150, -200)])
  pdf.page({ media: [0, 0, 306, 396], userUnit: 2, fonts: helvetica, content: notice(20, 380, 4) + show(line, 40, 200, 6) })
  expect(3, words, [place(line, words, 40, 200, 6)])
  pdf.page({
    media: [100, 100, 712, 892],
    crop: [-50, 300, 640, 2000],
    rotate: 90,
    fonts: helvetica,
    content: notice(150, 860) + show(line, 190, 500),
  })
  expect(4, words, [place(line, words, 190, 500)])
})

document('columns', 'two and three columns', (pdf, { helvetica, expect }) => {
  const left = ['The left column begins here and', 'goes on about the purchase of', 'licences for the field offices.']
  const right = ['Beside it another column tells', 'how the money was moved from', 'one account into another one.']
  const across = left.map((line, at) => show(line, 60, 600 - 14 * at, 11) + show(right[at], 320, 600 - 14 * at, 11)).join('')
  pdf.page({ fonts: helvetica, content: notice() + across })
  expect(1, 'the purchase of licences for', [place(left[1], 'the purchase of', 60, 586, 11), place(left[2], 'licences for', 60, 572, 11)])
  expect(1, 'moved from one account', [place(right[1], 'moved from', 320, 586, 11), place(right[2], 'one account', 320, 572, 11)])
  const three = [
    ['One third of the', 'sheet is filled by', 'this first part.'],
    ['The second third', 'holds the terms', 'of the agreement.'],
    ['And the last one', 'names the vendor', 'and its address.'],
  ]
  pdf.page({
    fonts: helvetica,
    content:
      notice() + [0, 1, 2].map((row) => three.map((column, at) => show(column[row], 50 + 180 * at, 600 - 13 * row, 10)).join('')).join(''),
  })
  expect(2, 'holds the terms of the agreement', [
    place(three[1][1], 'holds the terms', 230, 587, 10),
    place(three[1][2], 'of the agreement', 230, 574, 10),
  ])
})

document('right-to-left', 'right-to-left text', (pdf, { helvetica, expect }) => {
  const hebrew = 'המשרד פרסם את הרשימה'
  const arabic = 'نشرت الوكالة القائمة'
  const drawn = (list) => [...list].reverse()
  const { font, encode } = compositeFont(pdf, [...new Set(`${hebrew}${arabic}השניה`)])
  const fonts = `${helvetica} /R ${font}`
  const at = (words, x, y) => `BT /R 12 Tf 1 0 0 1 ${x} ${y} Tm ${encode(drawn(words))} Tj ET\n`
  const half = (count) => count * 6
  // A whole line in one piece; where its words stand is counted from its right end.
  pdf.page({ fonts, content: notice() + at(hebrew, 200, 600) + at(arabic, 200, 560) })
  const right = (line, words, x, y) => [
    x + half(line.length - line.indexOf(words) - words.length),
    y - 2.4,
    x + half(line.length - line.indexOf(words)),
    y + 9.6,
  ]
  expect(1, 'פרסם את הרשימה', [right(hebrew, 'פרסם את הרשימה', 200, 600)])
  expect(1, 'الوكالة القائمة', [right(arabic, 'الوكالة القائمة', 200, 560)])
  // Word by word from the right, as office programs write it.
  const words = hebrew.split(' ')
  let edge = 400
  const pieces = words.map((word) => {
    edge -= half(word.length)
    const piece = at(word, edge, 600)
    edge -= half(1)
    return piece
  })
  pdf.page({ fonts, content: notice() + pieces.join('') })
  expect(2, 'פרסם את הרשימה', [[400 - half(hebrew.length), 597.6, 400 - half(words[0].length + 1), 609.6]])
  // Over two lines.
  pdf.page({ fonts, content: notice() + at('המשרד פרסם', 200, 600) + at('את הרשימה', 206, 584) })
  expect(3, 'פרסם את הרשימה', [
    [200, 597.6, 200 + half(4), 609.6],
    [206, 581.6, 206 + half(9), 593.6],
  ])
  // A number inside keeps its own direction.
  pdf.page({ fonts, content: `${notice()}${at('הרשימה', 300, 600)}${show('2024', 266, 600)}${at('פרסם', 236, 600)}` })
  expect(4, 'הרשימה 2024 פרסם', [[236, 597.6, 336, 609.6]])
})

document('vertical', 'vertical text', (pdf, { helvetica, expect }) => {
  const columns = ['人工知能の目録を', '公開した機関の名']
  const { font, encode } = compositeFont(pdf, [...new Set(columns.join(''))], { vertical: true })
  const at = (words, x, y) => `BT /V 14 Tf 1 0 0 1 ${x} ${y} Tm ${encode([...words])} Tj ET\n`
  pdf.page({ fonts: `${helvetica} /V ${font}`, content: notice() + at(columns[0], 400, 700) + at(columns[1], 376, 700) })
  expect(1, '目録を公開した', [
    [393, 700 - 8 * 14, 407, 700 - 5 * 14],
    [369, 700 - 4 * 14, 383, 700],
  ])
  expect(1, '人工知能', [[393, 700 - 4 * 14, 407, 700]])
})

document('ligatures', 'ligatures', (pdf, { helvetica, expect }) => {
  const named = pdf.add(
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl] >> >>',
  )
  const fonts = `${helvetica} /L ${reference(named)}`
  const line = 'The o\\(f\x01ce con\x01rmed the f\x01rst \x02ow of funds.'.replace('\\(f', 'f').replace('f\x01rst', '\x01rst')
  pdf.page({ fonts, content: `${notice()}BT /L 12 Tf 1 0 0 1 90 600 Tm ${literal(line)} Tj ET\n` })
  expect(1, 'office confirmed the first flow', null)
  const texts = ['T', 'h', 'e', ' ', 'o', 'ffi', 'c', 'r', 's', 'd', 'fi', 'l', 'fl', 'ow', 'a', 'n']
  const whole = compositeFont(pdf, [], { texts })
  const word = ['T', 'h', 'e', ' ', 'o', 'ffi', 'c', 'e', 'r', 's', ' ', 'fi', 'l', 'e', 'd', ' ', 'a', ' ', 'fl', 'ow']
  pdf.page({ fonts: `${helvetica} /L ${whole.font}`, content: `${notice()}BT /L 12 Tf 1 0 0 1 90 600 Tm ${whole.encode(word)} Tj ET\n` })
  expect(2, 'officers filed a flow', [[90 + 6 * 4, 597.6, 90 + 6 * 20, 609.6]])
  const single = compositeFont(pdf, [], { texts: texts.map((text) => ({ ffi: '\ufb03', fi: '\ufb01', fl: '\ufb02' })[text] ?? text) })
  pdf.page({
    fonts: `${helvetica} /L ${single.font}`,
    content: `${notice()}BT /L 12 Tf 1 0 0 1 90 600 Tm ${single.encode(word.map((text) => ({ ffi: '\ufb03', fi: '\ufb01', fl: '\ufb02' })[text] ?? text))} Tj ET\n`,
  })
  expect(3, 'officers filed a flow', [[90 + 6 * 4, 597.6, 90 + 6 * 20, 609.6]])
})

document('hyphens', 'line-end hyphens', (pdf, { helvetica, expect }) => {
  const lines = [
    'Nothing in this order frees the agency from pub-',
    'lishing its inventory. Agencies list safety- and rights-',
    'impacting systems, and each one that was re\xad',
    'tired since. Twenty-',
    'five were found.',
  ]
  pdf.page({ fonts: helvetica, content: notice() + lines.map((line, at) => show(line, 72, 600 - 15 * at)).join('') })
  expect(1, 'agency from publishing its inventory', [
    place(lines[0], 'agency from pub-', 72, 600),
    place(lines[1], 'lishing its inventory', 72, 585),
  ])
  expect(1, 'rights-impacting systems', [place(lines[1], 'rights-', 72, 585), place(lines[2], 'impacting systems', 72, 570)])
  expect(1, 'that was retired since', [place(lines[2], 'that was re\xad', 72, 570), place(lines[3], 'tired since', 72, 555)])
  expect(1, 'Twenty-five were found', [place(lines[3], 'Twenty-', 72, 555), place(lines[4], 'five were found', 72, 540)])
  expect(1, 'safety- and rights-impacting', null)
})

document('justified', 'justified text and letter spacing', (pdf, { helvetica, expect }) => {
  const line = 'This line was set wider than its words need to be.'
  const spaces = (words) => words.split(' ').length - 1
  const spread = (words, gap) => wide(words, 12) + gap * spaces(words)
  pdf.page({
    fonts: helvetica,
    content:
      notice() +
      show(line, 72, 600, 12, '5 Tw') +
      show('LETTERS SET APART', 72, 560, 12, '3 Tc 0 Tw') +
      `BT /F1 12 Tf 0 Tc 0 Tw 1 0 0 1 72 520 Tm [(Ker) -40 (ned w) 30 (ords in ) -200 (many pie) 20 (ces.)] TJ ET\n`,
  })
  const start = 72 + spread('This line was ', 5)
  expect(1, 'set wider than', [[start, 597.6, start + spread('set wider than', 5), 609.6]])
  const apart = (words) => wide(words, 12) + 3 * words.length
  expect(1, 'SET APART', [[72 + apart('LETTERS '), 557.6, 72 + apart('LETTERS SET APART'), 569.6]])
  expect(1, 'Kerned words in many pieces.', [[72, 517.6, 72 + wide('Kerned words in many pieces.', 12) + 2.3, 529.6]])
})

document('tables', 'tables', (pdf, { helvetica, expect }) => {
  const rows = [
    ['Order', 'Vendor', 'Amount'],
    ['70CTD024', 'Harbor Analytics LLC', '$1,250,000.00'],
    ['70CTD025', 'Meridian Systems', '$980,400.50'],
    ['70CTD026', 'Harbor Analytics LLC', '$75,000.00'],
  ]
  const stops = [72, 180, 360]
  pdf.page({
    fonts: helvetica,
    content:
      notice() +
      rows.map((row, at) => row.map((cell, column) => show(cell, stops[column], 600 - 20 * at, 10)).join('')).join('') +
      show('Cells may hold', 72, 480, 10) +
      show('more', 180, 480, 10) +
      show('two lines of text', 72, 468, 10) +
      show('of it', 180, 468, 10),
  })
  expect(1, '70CTD025 Meridian Systems $980,400.50', [[72, 558, 360 + wide('$980,400.50', 10), 568]])
  expect(1, 'hold two lines', [place('Cells may hold', 'hold', 72, 480, 10), place('two lines of text', 'two lines', 72, 468, 10)])
})

document('notes', 'footnotes and superscripts', (pdf, { helvetica, expect }) => {
  const line = 'The ceiling was raised twice'
  const rest = ' before the award was made.'
  const x = 72 + wide(line, 12)
  pdf.page({
    fonts: helvetica,
    content:
      notice() +
      show(line, 72, 600) +
      show('3', x, 605, 7) +
      show(rest, x + wide('3', 7), 600) +
      show('3', 72, 90, 6) +
      show('See the amendment of 9 May 2024 at page 4.', 76, 86, 8),
  })
  expect(1, 'raised twice3 before the award', [
    [72 + wide('The ceiling was ', 12), 597.6, x + wide('3', 7) + wide(' before the award', 12), 610.6],
  ])
  expect(1, 'the amendment of 9 May 2024', [place('See the amendment of 9 May 2024 at page 4.', 'the amendment of 9 May 2024', 76, 86, 8)])
})

document('overlapping', 'overlapping text', (pdf, { helvetica, expect }) => {
  const line = 'These words were printed twice to look bold.'
  const other = 'A stamp lies over this sentence of the letter.'
  pdf.page({
    fonts: helvetica,
    content:
      notice() +
      show(line, 72, 600) +
      show(line, 72.4, 600) +
      show(other, 72, 560) +
      `BT /F1 30 Tf 0.9 0.3 -0.3 0.9 120 540 Tm (RECEIVED) Tj ET\n`,
  })
  expect(1, 'printed twice to look', [place(line, 'printed twice to look', 72, 600)])
  expect(1, 'over this sentence of', [place(other, 'over this sentence of', 72, 560)])
})

document('forms', 'text in form XObjects and in annotations', (pdf, { helvetica, expect }) => {
  const inner = pdf.stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 400 100] /Matrix [1 0 0 1 10 5] /Resources << /Font << ${helvetica} >> >>`,
    show('Words in a form within a form.', 0, 0, 10),
  )
  const outer = pdf.stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 500 200] /Matrix [2 0 0 2 0 0] /Resources << /Font << ${helvetica} >> /XObject << /Inner ${reference(inner)} >> >>`,
    'q 1 0 0 1 20 30 cm /Inner Do Q\n',
  )
  const looks = pdf.stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << ${helvetica} >> >>`,
    show('Typed over the page by a reader.', 2, 5, 10),
  )
  const note = pdf.add(
    `<< /Type /Annot /Subtype /FreeText /Rect [72 300 272 320] /Contents (Typed over the page by a reader.) /DA (/F1 10 Tf) /AP << /N ${reference(looks)} >> >>`,
  )
  pdf.page({
    fonts: helvetica,
    xobjects: `/Outer ${reference(outer)}`,
    annots: reference(note),
    content: `${notice()}q 1 0 0 1 72 400 cm /Outer Do Q\n`,
  })
  const left = 72 + 2 * (20 + 10)
  const y = 400 + 2 * (30 + 5)
  expect(1, 'in a form within', [[left + wide('Words ', 20), y - 4, left + wide('Words in a form within', 20), y + 16]])
  expect(1, 'Typed over the page by a reader.', null, 'lost')
})

document('sizes', 'tiny and huge pages', (pdf, { helvetica, expect }) => {
  pdf.page({
    media: [0, 0, 60, 24],
    fonts: helvetica,
    content: show('SYNTHETIC TEST DOCUMENT', 2, 19, 2) + show('Printed on a tiny slip.', 3, 8, 3),
  })
  expect(1, 'on a tiny slip', [place('Printed on a tiny slip.', 'on a tiny slip', 3, 8, 3)])
  pdf.page({
    media: [0, 0, 14400, 14400],
    fonts: helvetica,
    content: notice(400, 14000, 120) + show('Printed on the largest sheet.', 1000, 7000, 300),
  })
  expect(2, 'on the largest sheet', [place('Printed on the largest sheet.', 'on the largest sheet', 1000, 7000, 300)])
})

document('invisible', 'an invisible text layer over a picture', (pdf, { helvetica, expect }) => {
  const picture = pdf.stream(
    '/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode',
    'FFEEDDCCFFEEDDCCFFEEDDCCFFEEDDCC>',
  )
  const line = 'Recognised words lie under this picture of a page.'
  pdf.page({
    fonts: helvetica,
    xobjects: `/Scan ${reference(picture)}`,
    content: `q 612 0 0 792 0 0 cm /Scan Do Q\n${notice()}${show(line, 72, 600, 12, '3 Tr')}`,
  })
  expect(1, 'lie under this picture', [place(line, 'lie under this picture', 72, 600)])
})

document('type-3', 'a Type 3 font', (pdf, { helvetica, expect }) => {
  const square = pdf.stream('', '600 0 0 0 500 700 d1 0 0 500 700 re f')
  const letters = 'THE ORDR'
  const map = pdf.stream(
    '',
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange ${letters.length} beginbfchar\n${[...letters].map((letter, at) => `<${(at + 1).toString(16).padStart(2, '0')}> <${letter.charCodeAt(0).toString(16).padStart(4, '0')}>`).join('\n')}\nendbfchar endcmap end end`,
  )
  const names = [...letters].map((_, at) => `/g${at + 1}`)
  const font = pdf.add(
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 /LastChar ${letters.length} /Widths [${names.map(() => 600).join(' ')}] /Encoding << /Type /Encoding /Differences [1 ${names.join(' ')}] >> /CharProcs << ${names.map((name) => `${name} ${reference(square)}`).join(' ')} >> /ToUnicode ${reference(map)} >>`,
  )
  const coded = `<${[...'THE ORDER'].map((letter) => (letters.indexOf(letter) + 1).toString(16).padStart(2, '0')).join('')}>`
  pdf.page({ fonts: `${helvetica} /T ${reference(font)}`, content: `${notice()}BT /T 12 Tf 1 0 0 1 72 600 Tm ${coded} Tj ET\n` })
  expect(1, 'THE ORDER', [[72, 597.6, 72 + 9 * 7.2, 609.6]])
})

document('unmapped', 'a font without a map to Unicode', (pdf, { helvetica, expect }) => {
  const words = 'Withheld names stand here'
  const { font, encode } = compositeFont(pdf, [...new Set(words)], { mapped: false })
  pdf.page({ fonts: `${helvetica} /U ${font}`, content: `${notice()}BT /U 12 Tf 1 0 0 1 72 600 Tm ${encode([...words])} Tj ET\n` })
  expect(1, 'Withheld names stand', null, 'lost')
})

document('nameless-signs', 'glyphs that the text layer gives as control characters', (pdf, { helvetica, expect }) => {
  const square = pdf.stream('', '600 0 0 0 500 700 d1 0 0 500 700 re f')
  const font = pdf.add(
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 3 /LastChar 4 /Widths [600 600] /Encoding << /Type /Encoding /Differences [3 /curve /loop] >> /CharProcs << /curve ${reference(square)} /loop ${reference(square)} >> >>`,
  )
  const before = 'The curve '
  const after = ' of the sample was fitted twice.'
  const x = 72 + wide(before, 12)
  pdf.page({
    fonts: `${helvetica} /T ${reference(font)}`,
    content: `${notice()}${show(before, 72, 600)}BT /T 12 Tf 1 0 0 1 ${x} 600 Tm <03> Tj ET\n${show(after, x + 7.2, 600)}`,
  })
  const drawn = [[72, 597.6, x + 7.2 + wide(' of the sample', 12), 609.6]]
  expect(1, 'The curve \u0003 of the sample', drawn)
  expect(1, 'The curve \ufffd of the sample', drawn)
  expect(1, 'The curve \u0004 of the sample', null, 'lost')
  expect(1, 'The curve of the sample was fitted', null, 'lost')
})

document('duplicates', 'lines that stand several times', (pdf, { helvetica, expect }) => {
  const lines = ['Item A', 'Amount to be determined.', 'Item B', 'Amount to be determined.', 'Item C', 'Amount to be determined.']
  pdf.page({ fonts: helvetica, content: notice() + lines.map((line, at) => show(line, 72, 600 - 16 * at)).join('') })
  expect(1, 'Item B Amount to be determined.', [place(lines[2], lines[2], 72, 568), place(lines[3], lines[3], 72, 552)])
})

document('page-break', 'a passage over a page break, with running heads', (pdf, { helvetica, expect }) => {
  const first = 'The Secretary shall publish the list no later'
  const second = 'than the thirtieth day of September each year.'
  pdf.page({
    fonts: helvetica,
    content:
      notice() +
      show('An earlier sentence of this section ends here.', 72, 128) +
      show(first, 72, 112) +
      show('12 Report on Purchases', 72, 40, 9),
  })
  pdf.page({ fonts: helvetica, content: notice() + show('Report on Purchases 13', 400, 740, 9) + show(second, 72, 700) })
  expect(1, 'publish the list no later than the thirtieth day', [place(first, 'publish the list no later', 72, 112)])
})

writeFileSync(
  join(OUT, 'expected.json'),
  `${JSON.stringify(expected, (key, value) => (key === 'rects' && value !== null ? value.map((rect) => rect.map((edge) => Math.round(edge * 10) / 10)) : value), 1)}\n`,
)
console.log(`${new Set(expected.map(({ file }) => file)).size} documents, ${expected.length} passages`)
