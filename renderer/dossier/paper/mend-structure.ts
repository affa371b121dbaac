import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { markArtifacts } from './artifact-marks'

/**
 * Brings the structure that a browser printed to what PDF/UA asks of it (ISO 14289-1, clause 7).
 * @param onPage told how many pages are done, and how many there are
 */
export function mendStructure(pdf: PDFDocument, onPage: (done: number, of: number) => void): void {
  renumberElements(pdf)
  unframeFigures(pdf)
  bodyItems(pdf)
  setArtifactsApart(pdf, onPage)
}

const ELEMENT = /^node\d{8}$/

/** Chromium names elements by a count that goes on while it runs. Numbered by their order, they are the same in every print, and still sorted. */
function renumberElements({ context }: PDFDocument): void {
  const found: { readonly name: string; readonly set: (name: PDFString) => void }[] = []
  const look = (object: PDFObject): void => {
    const items =
      object instanceof PDFDict
        ? object.entries().map(([key, value]) => ({ value, set: (name: PDFString) => object.set(key, name) }))
        : object instanceof PDFArray
          ? object.asArray().map((value, at) => ({ value, set: (name: PDFString) => object.set(at, name) }))
          : []
    for (const { value, set } of items) {
      if (value instanceof PDFString && ELEMENT.test(value.asString())) found.push({ name: value.asString(), set })
      else look(value)
    }
  }
  for (const [, object] of context.enumerateIndirectObjects()) look(object)
  const numbers = new Map([...new Set(found.map(({ name }) => name))].sort().map((name, at) => [name, at + 1]))
  for (const { name, set } of found) set(PDFString.of(`element${String(numbers.get(name)).padStart(8, '0')}`))
}

/** The elements of the structure tree of a kind, with what stands in each. */
function elementsOf(
  { context }: PDFDocument,
  kind: string,
): readonly { readonly ref: PDFRef; readonly element: PDFDict; readonly kids: readonly PDFObject[] }[] {
  return context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('S')) !== PDFName.of(kind)) return []
    const inside = object.get(PDFName.of('K'))
    const list = inside === undefined ? undefined : context.lookup(inside)
    return [{ ref, element: object, kids: list instanceof PDFArray ? list.asArray() : inside === undefined ? [] : [inside] }]
  })
}

/** A picture with its caption is a figure in HTML, and so is the picture in it. In PDF a figure is what has words for those who do not see it: the picture. */
function unframeFigures(pdf: PDFDocument): void {
  const kind = PDFName.of('S')
  for (const { element, kids } of elementsOf(pdf, 'Figure')) {
    const holdsFigure = kids.some((kid) => {
      const inside = pdf.context.lookup(kid)
      return inside instanceof PDFDict && inside.get(kind) === PDFName.of('Figure')
    })
    if (holdsFigure && !element.has(PDFName.of('Alt'))) element.set(kind, PDFName.of('Div'))
  }
}

/** What an item of a list says stands in a body beside its label. */
function bodyItems(pdf: PDFDocument): void {
  const { context } = pdf
  for (const { ref, element: item, kids } of elementsOf(pdf, 'LI')) {
    const kindOf = (kid: PDFObject): PDFObject | undefined => {
      const found = context.lookup(kid)
      return found instanceof PDFDict ? found.get(PDFName.of('S')) : undefined
    }
    const labels = kids.filter((kid) => kindOf(kid) === PDFName.of('Lbl'))
    const rest = kids.filter((kid) => kindOf(kid) !== PDFName.of('Lbl'))
    if (rest.every((kid) => kindOf(kid) === PDFName.of('LBody'))) continue
    const page = item.get(PDFName.of('Pg'))
    const body = context.register(
      context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: rest, ...(page === undefined ? {} : { Pg: page }) }),
    )
    for (const kid of rest) if (kid instanceof PDFRef) context.lookup(kid, PDFDict).set(PDFName.of('P'), body)
    item.set(PDFName.of('K'), context.obj([...labels, body]))
  }
}

/** Goes through the streams of all pages and of the forms that they draw. */
function setArtifactsApart(pdf: PDFDocument, onPage: (done: number, of: number) => void): void {
  const { context } = pdf
  const seen = new Set<PDFObject>()
  const mark = (ref: PDFObject | undefined, resources: PDFDict | undefined): void => {
    const stream = ref === undefined ? undefined : context.lookup(ref)
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream) || seen.has(ref)) return
    seen.add(ref)
    const objects = (stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? resources)?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    const content = latin1Of(decodePDFRawStream(stream).decode())
    const marked = markArtifacts(content, ({ name }) => {
      const drawn = objects?.get(PDFName.of(name))
      const found = drawn === undefined ? undefined : context.lookup(drawn)
      if (!(found instanceof PDFRawStream) || found.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return 'picture'
      mark(drawn, objects)
      return 'form'
    })
    if (marked === content) return
    const kept = Object.fromEntries(
      stream.dict
        .entries()
        .map(([key, value]) => [key.decodeText(), value] as const)
        .filter(([key]) => key !== 'Length' && key !== 'Filter' && key !== 'DecodeParms'),
    )
    context.assign(ref, context.flateStream(bytesOfLatin1(marked), kept))
  }
  const pages = pdf.getPages()
  for (const [at, page] of pages.entries()) {
    onPage(at, pages.length)
    const contents = page.node.get(PDFName.of('Contents'))
    const list = contents === undefined ? undefined : context.lookup(contents)
    const resources = page.node.Resources()
    for (const each of list instanceof PDFArray ? list.asArray() : [contents]) mark(each, resources)
  }
}

function bytesOfLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** Bytes as signs of the same numbers; content streams are no text of one encoding. */
function latin1Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return text
}
