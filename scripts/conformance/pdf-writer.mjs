// Writes small PDFs by hand, so that a test knows where every glyph stands. ISO 32000-2; the same bytes each time.
const latin = (text) => Buffer.from(text, 'latin1')
const number = (value) => String(Math.round(value * 1000) / 1000)
/** A literal string of one-byte codes. */
export const literal = (text) => `(${text.replace(/[\\()]/g, '\\$&')})`
/** A hexadecimal string of two-byte codes. */
const codes = (list) => `<${list.map((code) => code.toString(16).padStart(4, '0')).join('')}>`

/** Collects objects; `save` gives the file. */
export function newPdf() {
  const objects = []
  const add = (body) => objects.push(body)
  const stream = (dictionary, content) => add(`<< ${dictionary} /Length ${latin(content).length} >>\nstream\n${content}\nendstream`)
  const pages = []
  return {
    add,
    stream,
    /** @param page { media, crop, rotate, userUnit, fonts, xobjects, annots, content } */
    page({ media = [0, 0, 612, 792], crop, rotate = 0, userUnit, fonts = '', xobjects = '', annots = '', content }) {
      const stands = stream('', content)
      pages.push(
        `<< /Type /Page /Parent 2 0 R /MediaBox [${media.map(number).join(' ')}]${crop ? ` /CropBox [${crop.map(number).join(' ')}]` : ''}${rotate ? ` /Rotate ${rotate}` : ''}${userUnit ? ` /UserUnit ${userUnit}` : ''} /Resources << /Font << ${fonts} >> /XObject << ${xobjects} >> >>${annots ? ` /Annots [${annots}]` : ''} /Contents ${stands + 2} 0 R >>`,
      )
    },
    /** Objects 1 and 2 are the catalog and the page tree, so what `add` returns is two less than the number. */
    save() {
      const own = objects.length
      const all = [
        '<< /Type /Catalog /Pages 2 0 R >>',
        `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${own + 3 + at} 0 R`).join(' ')}] >>`,
        ...objects,
        ...pages,
      ]
      let file = '%PDF-1.7\n%\xE2\xE3\xCF\xD3\n'
      const offsets = all.map((body, at) => {
        const offset = latin(file).length
        file += `${at + 1} 0 obj\n${body}\nendobj\n`
        return offset
      })
      const start = latin(file).length
      file += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
      return latin(file)
    },
  }
}

/** The number of an object that `add` or `stream` made. */
export const reference = (added) => `${added + 2} 0 R`

/** A map from codes to Unicode (ISO 32000-2, 9.10.3): pairs of a code and the text that it stands for. */
function toUnicode(pairs) {
  const hex = (text) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange ${pairs.length} beginbfchar\n${pairs.map(([code, text]) => `<${code.toString(16).padStart(4, '0')}> <${hex(text)}>`).join('\n')}\nendbfchar endcmap CMapName currentdict /CMap defineresource pop end end`
}

/**
 * A composite font without glyphs: each character is half an em wide (a whole em down a vertical line), and a map says what it stands for.
 * @param mapped false leaves the map out, as damaged and hostile files do
 */
export function compositeFont(pdf, characters, { vertical = false, mapped = true, texts = [...characters] } = {}) {
  const map = mapped ? ` /ToUnicode ${reference(pdf.stream('', toUnicode(texts.map((text, at) => [at + 1, text]))))}` : ''
  const descriptor = pdf.add(
    '<< /Type /FontDescriptor /FontName /VouchSynthetic /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  )
  const descendant = pdf.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /VouchSynthetic /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${vertical ? 1000 : 500} /FontDescriptor ${reference(descriptor)} >>`,
  )
  const font = pdf.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /VouchSynthetic /Encoding /Identity-${vertical ? 'V' : 'H'} /DescendantFonts [${reference(descendant)}]${map} >>`,
  )
  return { font: reference(font), encode: (list) => codes(list.map((text) => texts.indexOf(text) + 1)) }
}
