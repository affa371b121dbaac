import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import type { Sha256 } from '@shared/units/hashes'
import type { Timestamp } from '@shared/units/time'
import { mendStructure } from './mend-structure'
import { linkWords, type PrintedLink, printedLink } from './pdf-links'
import { xmpOf } from './pdf-metadata'

export type Mending = {
  readonly title: string
  /** Version of the program. */
  readonly vouch: string
  /** The state of the records, which is the date of the file. */
  readonly at: Timestamp
  readonly head: Sha256
}

/**
 * Finishes a printed dossier: links lead to files beside it and not to where it was printed, each link says in words where it leads, the title is
 * shown, and dates, names and the file's identifier are those of the records, so that the same print gives the same bytes. Made for workers:
 * it does not stop before it is done.
 * @param onPage told how many pages are done, and how many there are
 */
export async function mendPdf(
  printed: Uint8Array,
  { title, vouch, at, head }: Mending,
  onPage: (done: number, of: number) => void = () => undefined,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const { context, catalog } = pdf
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(PDFName.of('Subtype')) === PDFName.of('Link')) mendLink(pdf, object)
  mendStructure(pdf, onPage)
  const creator = `Vouch ${vouch}`
  const language = catalog.lookupMaybe(PDFName.of('Lang'), PDFString, PDFHexString)?.decodeText() ?? 'en'
  const date = PDFString.fromDate(new Date(at))
  const info = context.obj({
    Title: PDFHexString.fromText(title),
    Creator: PDFHexString.fromText(creator),
    Producer: PDFHexString.fromText(creator),
    CreationDate: date,
    ModDate: date,
  })
  const former = context.trailerInfo.Info
  context.trailerInfo.Info = context.register(info)
  if (former !== undefined && former !== null && 'objectNumber' in former) context.delete(former as Parameters<typeof context.delete>[0])
  const id = PDFHexString.of(head.slice(0, 32).toUpperCase())
  context.trailerInfo.ID = context.obj([id, id])
  catalog.set(PDFName.of('Lang'), PDFString.of(language))
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  if (catalog.has(PDFName.of('Outlines'))) catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
  const xmp = new TextEncoder().encode(xmpOf({ title, language, creator, at, pdfUa: true }))
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })))
  for (const page of pdf.getPages())
    if (page.node.lookupMaybe(PDFName.of('Annots'), PDFArray) !== undefined) page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  return pdf.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
}

function mendLink({ context }: PDFDocument, link: PDFDict): void {
  const action = link.lookupMaybe(PDFName.of('A'), PDFDict)
  const uri = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)?.decodeText()
  const dest = link.get(PDFName.of('Dest'))
  const target: PrintedLink =
    uri !== undefined ? printedLink(uri) : { kind: 'place', name: dest instanceof PDFName ? dest.decodeText() : 'a place' }
  if (target.kind === 'file') {
    const file = context.obj({ Type: 'Filespec', F: PDFString.of(target.path), UF: PDFHexString.fromText(target.path) })
    link.set(PDFName.of('A'), context.obj({ S: 'GoToR', F: file, D: [target.page ?? 0, 'Fit'], NewWindow: true }))
  } else if (target.kind === 'relative') action?.set(PDFName.of('URI'), PDFString.of(target.address))
  else if (target.kind === 'place' && uri !== undefined) {
    link.delete(PDFName.of('A'))
    link.set(PDFName.of('Dest'), PDFName.of(target.name))
  }
  if (!link.has(PDFName.of('Contents'))) link.set(PDFName.of('Contents'), PDFHexString.fromText(linkWords(target, uri ?? '')))
}
