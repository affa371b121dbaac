import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'

/** An element of a PDF's structure tree, by its standard type. */
export type StructureElement = {
  readonly type: string
  readonly dict: PDFDict
  readonly parent: StructureElement | null
  readonly children: readonly StructureElement[]
}
export type PdfLink = {
  readonly dest: string | null
  readonly uri: string | null
  readonly file: string | null
  readonly page: number | null
  readonly contents: string | null
  readonly tagged: boolean
}

/** What a tagged PDF says of itself, read with pdf-lib. */
export type TaggedPdf = {
  readonly pdf: PDFDocument
  readonly marked: boolean
  readonly language: string | null
  readonly showsTitle: boolean
  readonly xmp: string
  readonly identifiers: readonly string[]
  readonly elements: readonly StructureElement[]
  /** Titles of the outline, depth first, with their depth from 1, and whether each leads to a page. */
  readonly outline: readonly { readonly title: string; readonly depth: number; readonly leads: boolean }[]
  readonly links: readonly PdfLink[]
  /** Names to which links lead. */
  readonly destinations: ReadonlySet<string>
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly toUnicode: boolean }[]
  readonly tabOrders: readonly (string | null)[]
  /** What pages and the forms that they draw are made of, after decoding. */
  readonly contents: readonly string[]
  /** Every text in the file: strings, names, and streams after decoding, without pictures. */
  readonly everything: string
}

const name = (text: string): PDFName => PDFName.of(text)
const textOf = (object: PDFObject | undefined): string | null =>
  object instanceof PDFString || object instanceof PDFHexString
    ? object.decodeText()
    : object instanceof PDFName
      ? object.decodeText()
      : null

export async function readTaggedPdf(bytes: Uint8Array): Promise<TaggedPdf> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const { catalog, context } = pdf
  const look = (object: PDFObject | undefined): PDFObject | undefined => (object instanceof PDFRef ? context.lookup(object) : object)
  const objects = context.enumerateIndirectObjects().map(([, object]) => object)
  const dicts = objects.filter((object) => object instanceof PDFDict)
  const roles = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)?.lookupMaybe(name('RoleMap'), PDFDict)
  const elements: StructureElement[] = []
  const visit = (object: PDFObject | undefined, parent: StructureElement | null): readonly StructureElement[] => {
    const found = look(object)
    if (found instanceof PDFArray) return found.asArray().flatMap((each) => visit(each, parent))
    if (!(found instanceof PDFDict) || found.get(name('S')) === undefined) return []
    const own = textOf(found.get(name('S'))) ?? ''
    const children: StructureElement[] = []
    const element: StructureElement = { type: textOf(roles?.get(name(own))) ?? own, dict: found, parent, children }
    elements.push(element)
    children.push(...visit(found.get(name('K')), element))
    return [element]
  }
  visit(catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)?.get(name('K')), null)

  const outline: { title: string; depth: number; leads: boolean }[] = []
  const follow = (first: PDFObject | undefined, depth: number): void => {
    for (let item = look(first); item instanceof PDFDict; item = look(item.get(name('Next')))) {
      outline.push({ title: textOf(look(item.get(name('Title')))) ?? '', depth, leads: item.has(name('Dest')) || item.has(name('A')) })
      follow(item.get(name('First')), depth + 1)
    }
  }
  follow(catalog.lookupMaybe(name('Outlines'), PDFDict)?.get(name('First')), 1)

  const links = dicts
    .filter((dict) => dict.get(name('Subtype')) === name('Link'))
    .map((dict): PdfLink => {
      const action = dict.lookupMaybe(name('A'), PDFDict)
      const dest = action?.get(name('D')) ?? dict.get(name('Dest'))
      const first = look(dest) instanceof PDFArray ? look((look(dest) as PDFArray).get(0)) : undefined
      return {
        dest: textOf(look(dest)),
        uri: textOf(look(action?.get(name('URI')))),
        file: textOf(look(action?.lookupMaybe(name('F'), PDFDict)?.get(name('UF')))),
        page: first instanceof PDFNumber ? first.asNumber() : null,
        contents: textOf(look(dict.get(name('Contents')))),
        tagged: dict.has(name('StructParent')),
      }
    })
  const destinations = new Set(
    catalog
      .lookupMaybe(name('Dests'), PDFDict)
      ?.keys()
      .map((key) => key.decodeText()) ?? [],
  )
  const fonts = dicts
    .filter(
      (dict) =>
        dict.get(name('Type')) === name('Font') &&
        dict.get(name('Subtype')) !== name('CIDFontType2') &&
        dict.get(name('Subtype')) !== name('CIDFontType0'),
    )
    .map((dict) => {
      const descendant = look(dict.lookupMaybe(name('DescendantFonts'), PDFArray)?.get(0))
      const holder = descendant instanceof PDFDict ? descendant : dict
      const descriptor = holder.lookupMaybe(name('FontDescriptor'), PDFDict)
      return {
        name: textOf(dict.get(name('BaseFont'))) ?? 'Type3',
        embedded:
          dict.get(name('Subtype')) === name('Type3') ||
          ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(name(key)) === true),
        toUnicode: dict.has(name('ToUnicode')),
      }
    })
  const metadata = look(catalog.get(name('Metadata')))
  return {
    pdf,
    marked: catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.lookupMaybe(name('Marked'), PDFBool)?.asBoolean() === true,
    language: textOf(look(catalog.get(name('Lang')))),
    showsTitle:
      catalog.lookupMaybe(name('ViewerPreferences'), PDFDict)?.lookupMaybe(name('DisplayDocTitle'), PDFBool)?.asBoolean() === true,
    xmp: metadata instanceof PDFStream ? streamText(metadata) : '',
    identifiers: (context.trailerInfo.ID instanceof PDFArray ? context.trailerInfo.ID.asArray() : []).map(String),
    elements,
    outline,
    links,
    destinations,
    fonts,
    contents: [
      ...pdf
        .getPages()
        .flatMap((page) =>
          [look(page.node.get(name('Contents')))].flatMap((content) =>
            content instanceof PDFArray ? content.asArray().map(look) : [content],
          ),
        ),
      ...objects.filter((object) => object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form')),
    ].flatMap((content) => (content instanceof PDFStream ? [streamText(content)] : [])),
    tabOrders: pdf
      .getPages()
      .filter((page) => page.node.has(name('Annots')))
      .map((page) => textOf(page.node.get(name('Tabs')))),
    everything: objects
      .map((object) =>
        object instanceof PDFRawStream
          ? `${object.dict.toString()}${object.dict.get(name('Subtype')) === name('Image') ? '' : streamText(object)}`
          : `${object.toString()}${strings(object)}`,
      )
      .join('\n'),
  }
}

function streamText(stream: PDFStream): string {
  const bytes = stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()
  return new TextDecoder().decode(bytes)
}

/** Strings in hexadecimal as text, as they would be searched for. */
function strings(object: PDFObject): string {
  if (object instanceof PDFHexString) return ` ${object.decodeText()}`
  if (object instanceof PDFDict)
    return object
      .entries()
      .map(([, value]) => strings(value))
      .join('')
  return object instanceof PDFArray ? object.asArray().map(strings).join('') : ''
}

/** The alternative words of an element; null where it has none. */
export const altOf = (element: StructureElement): string | null => textOf(element.dict.get(name('Alt')))
