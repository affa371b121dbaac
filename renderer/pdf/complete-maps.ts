import type { PDFDict, PDFDocument as LibDocument } from '@cantoo/pdf-lib'
import type { PDFDocumentProxy } from 'pdfjs-dist'

type Lib = typeof import('@cantoo/pdf-lib')
/** Opens a PDF for as long as it is used. */
type WithPdf = <Answer>(bytes: Uint8Array, use: (pdf: PDFDocumentProxy) => Promise<Answer>) => Promise<Answer>
/** Character by code. */
type Characters = ReadonlyMap<number, string>

/** A font whose map to Unicode leaves out codes, while its program may say by name what is printed for them. */
type Candidate = { readonly font: PDFDict; readonly descriptor: PDFDict; readonly map: string; readonly leftOut: readonly number[] }

/** Codes of a simple font: one byte. */
const CODES = Array.from({ length: 256 }, (_, code) => code)
/** Fonts looked into at most, and bytes of a map. */
const MOST_FONTS = 300
const MOST_BYTES = 60_000
/** Points between the codes on a page of the probe. */
const STEP = 20
/** Most entries of one `bfchar` block (Adobe Technical Note 5014, 1.4.1). */
const BLOCK = 100
/** Control characters, white space, surrogates, private use and U+FFFD say nothing of what is printed. */
const NO_PRINT = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\s\uFFFD]/u

/**
 * The same PDF with the maps to Unicode of its fonts completed, as an incremental update behind its bytes; null where none can be, or
 * where pdf-lib can't read the file. Nothing of its drawing changes.
 *
 * A font's `/ToUnicode` may leave out codes. pdf.js then takes the code itself for a character: `\` for a quotation mark, nothing for a
 * ligature. Where the font has no `/ToUnicode` at all, it reads the glyph names in the font's own program, by the Adobe Glyph List. So each such
 * font is shown to it once more, in a small document made for that: without its map, and without map and program. What
 * differs between the two comes from a glyph name; it is added to the map for codes that the map leaves out, and for no others.
 * @param withPdf opens the small document with the same pdf.js
 */
export async function withCompleteMaps(bytes: Uint8Array, withPdf: WithPdf): Promise<Uint8Array | null> {
  const lib = await import('@cantoo/pdf-lib')
  const document = await lib.PDFDocument.load(bytes, { updateMetadata: false, forIncrementalUpdate: true, parseSpeed: 200 }).catch(
    () => null,
  )
  if (document === null || document.isEncrypted) return null
  const candidates = candidatesOf(lib, document)
  if (candidates.length === 0 || candidates.length > MOST_FONTS) return null
  const named = await namedCharacters(lib, document, candidates, withPdf)
  let changed = false
  for (const [at, { font, map }] of candidates.entries()) {
    const added = named[at]
    if (added === undefined || added.size === 0) continue
    const whole = completed(map, added)
    if (whole === null) continue
    font.set(lib.PDFName.of('ToUnicode'), document.context.register(document.context.flateStream(whole)))
    changed = true
  }
  return changed ? document.save({ useObjectStreams: false }) : null
}

/** Simple Type 1 fonts (also in compact form) with their program, a map, and no `/Encoding`, which pdf.js would ask for what the map leaves out. */
function candidatesOf({ PDFDict, PDFName, PDFRawStream, decodePDFRawStream }: Lib, document: LibDocument): readonly Candidate[] {
  const nameOf = (font: PDFDict, key: string): string => String(font.lookup(PDFName.of(key)) ?? '')
  return document.context.enumerateIndirectObjects().flatMap(([, font]): readonly Candidate[] => {
    if (
      !(font instanceof PDFDict) ||
      nameOf(font, 'Type') !== '/Font' ||
      !/^\/(MM)?Type1$/.test(nameOf(font, 'Subtype')) ||
      font.has(PDFName.of('Encoding'))
    )
      return []
    const [descriptor, stream] = [font.lookup(PDFName.of('FontDescriptor')), font.lookup(PDFName.of('ToUnicode'))]
    if (!(descriptor instanceof PDFDict) || !(stream instanceof PDFRawStream)) return []
    if (!descriptor.has(PDFName.of('FontFile')) && !descriptor.has(PDFName.of('FontFile3'))) return []
    const map = String.fromCharCode(...decodePDFRawStream(stream).decode().subarray(0, MOST_BYTES))
    const mapped = codesOf(map)
    const leftOut = mapped === null ? [] : CODES.filter((code) => !mapped.has(code))
    return leftOut.length === 0 ? [] : [{ font, descriptor, map, leftOut }]
  })
}

/** The codes that a map gives characters for; null where it is not written as expected, so that nobody can tell. */
function codesOf(map: string): ReadonlySet<number> | null {
  if (/\busecmap\b/.test(map) || !/\bendcmap\b/.test(map)) return null
  const codes = new Set<number>()
  for (const [, kind, block = ''] of map.matchAll(/\bbegin(bfchar|bfrange)\b([\s\S]*?)\bendbf/g)) {
    const entry =
      kind === 'bfchar' ? /<\s*([\da-f]+)\s*>\s*<[\da-f\s]*>/gi : /<\s*([\da-f]+)\s*>\s*<\s*([\da-f]+)\s*>\s*(?:<[\da-f\s]*>|\[[^\]]*\])/gi
    if (block.replace(entry, '').trim() !== '') return null
    for (const [, first = '', last = first] of block.matchAll(entry))
      for (let code = parseInt(first, 16); code <= Math.min(255, parseInt(last, 16)); code += 1) codes.add(code)
  }
  return codes.size === 0 ? null : codes
}

/** What the fonts' own programs name, by code, for the codes that their maps leave out. */
async function namedCharacters(
  lib: Lib,
  document: LibDocument,
  candidates: readonly Candidate[],
  withPdf: WithPdf,
): Promise<readonly Characters[]> {
  const { PDFDocument, PDFName, PDFObjectCopier } = lib
  const probe = await PDFDocument.create({ updateMetadata: false })
  const copier = PDFObjectCopier.for(document.context, probe.context)
  const show = (font: PDFDict, codes: readonly number[]): void => {
    const page = probe.addPage([4 * STEP, 257 * STEP])
    const lines = codes.map((code) => `1 0 0 1 ${STEP} ${(code + 0.5) * STEP} Tm <${code.toString(16).padStart(2, '0')}> Tj`)
    page.node.set(PDFName.of('Resources'), probe.context.obj({ Font: { F: font } }))
    page.node.set(PDFName.of('Contents'), probe.context.register(probe.context.flateStream(`BT /F 10 Tf ${lines.join('\n')} ET`)))
  }
  for (const { font, descriptor, leftOut } of candidates) {
    const whole = copier.copy(descriptor)
    for (const withProgram of [true, false]) {
      const described = whole.clone(probe.context)
      if (!withProgram) for (const key of ['FontFile', 'FontFile3']) described.delete(PDFName.of(key))
      // Codes without a width would be put together with their neighbours.
      const shown = probe.context.obj({
        Type: 'Font',
        FirstChar: 0,
        LastChar: 255,
        Widths: CODES.map(() => 500),
        FontDescriptor: described,
      })
      for (const key of ['Subtype', 'BaseFont']) shown.set(PDFName.of(key), font.lookup(PDFName.of(key), PDFName))
      show(shown, leftOut)
    }
  }
  return withPdf(await probe.save({ useObjectStreams: false }), (pdf) =>
    Promise.all(
      candidates.map(async (_, at) => {
        const [named, guessed] = await Promise.all([charactersOn(pdf, 2 * at + 1), charactersOn(pdf, 2 * at + 2)])
        return new Map(
          [...named].filter(
            ([code, character]) => character !== guessed.get(code) && character !== String.fromCharCode(code) && !NO_PRINT.test(character),
          ),
        )
      }),
    ),
  )
}

/** What pdf.js reads for each code on a page of the probe. */
async function charactersOn(pdf: PDFDocumentProxy, number: number): Promise<Characters> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent({ disableNormalization: true })
  return new Map(
    items.flatMap((item) =>
      'str' in item && item.str.trim() !== '' ? [[Math.floor(Number(item.transform[5]) / STEP), item.str] as const] : [],
    ),
  )
}

/** The map with more entries, in front of its end; null where it has none. */
function completed(map: string, added: Characters): string | null {
  const end = map.lastIndexOf('endcmap')
  if (end < 0) return null
  const entries = [...added].map(([code, character]) => `<${hex(code, 2)}> <${[...utf16(character)].map((unit) => hex(unit, 4)).join('')}>`)
  const blocks = Array.from({ length: Math.ceil(entries.length / BLOCK) }, (_, at) => entries.slice(at * BLOCK, (at + 1) * BLOCK)).map(
    (block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`,
  )
  return map.slice(0, end) + blocks.join('') + map.slice(end)
}

const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0')
const utf16 = (text: string): readonly number[] => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
